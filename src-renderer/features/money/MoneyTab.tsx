// The money of a journey: what is paid, due and left, the budget by category, and every cost in one table.
import { Button, Group, SegmentedControl, Text } from '@mantine/core';
import { IconPlus, IconReceipt } from '@tabler/icons-react';
import { useMemo, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { countedCosts, journeyMoney, leftOfBudget, type JourneyMoney } from '../../../domain/journey/money.ts';
import type { Money } from '../../../domain/kernel/money.ts';
import { outlookOf } from '../../../domain/money/outlook.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { UncheckedNote } from '../../approvals/UncheckedNote.tsx';
import { useAgreedChanges } from '../../approvals/use-approvals.ts';
import { useRecords, useSetting } from '../../data/hooks.ts';
import { Amount } from '../../ui/Amount.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { useOutlookWords } from '../../ui/use-outlook-words.ts';
import { useSlots } from '../../ui/slots.ts';
import { useIsFamily } from '../../ui/use-family.ts';
import { BudgetSection } from './BudgetSection.tsx';
import { CostForm } from './CostForm.tsx';
import { CostTable } from './CostTable.tsx';
import { ExportCosts } from './ExportCosts.tsx';
import { ForecastView } from './ForecastView.tsx';
import { MonthsView } from './MonthsView.tsx';
import { SavingsView } from './SavingsView.tsx';
import { SharedView } from './SharedView.tsx';
import { useMoney, type MoneyFigures } from './use-money.ts';
import classes from './MoneyTab.module.css';
import { useCosts } from '../../ui/use-costs.ts';

const VIEWS = ['costs', 'forecast', 'months', 'shared', 'savings'] as const;
type View = (typeof VIEWS)[number];

/** A contractor sees the costs that were shared with them; what the household plans, shares and saves is its own. */
export const MoneyTab = ({ journey }: { readonly journey: RecordOf<'journey'> }): ReactElement => {
  const { t } = useTranslation('money');
  const family = useIsFamily(journey.space);
  const [view, setView] = useSetting<View>(`money-view:${journey.id}`, 'costs');
  if (!family)
    return (
      <div className={classes['tab']}>
        <Costs journey={journey} figures={null} />
        <Planned journey={journey} />
      </div>
    );
  return (
    <FamilyMoney
      journey={journey}
      view={VIEWS.includes(view) ? view : 'costs'}
      setView={setView}
      label={t('views.label')}
    />
  );
};

/** When it is to be paid: of a contractor their own. */
const Planned = ({ journey }: { readonly journey: RecordOf<'journey'> }): ReactElement | null => {
  const { paymentSchedule: Payments } = useSlots();
  return Payments === null ? null : <Payments journey={journey} />;
};

interface FamilyMoneyProps {
  readonly journey: RecordOf<'journey'>;
  readonly view: View;
  readonly setView: (view: View) => void;
  readonly label: string;
}

const FamilyMoney = ({ journey, view, setView, label }: FamilyMoneyProps): ReactElement => {
  const { t } = useTranslation('money');
  const agreed = useAgreedChanges(journey.id);
  const figures = useMoney(journey, agreed.changes);
  const costs = useCosts({ journey: journey.id });
  const budgets = useRecords({ type: 'budget', journey: journey.id });
  const { currency } = journey.body;
  const money = useMemo(
    () => journeyMoney({ currency, costs: costs ?? [], budget: budgets?.[0] ?? null }),
    [currency, costs, budgets],
  );
  if (figures === null || costs === undefined || budgets === undefined) return <Loading rows={6} />;
  return (
    <div className={classes['tab']}>
      <UncheckedNote agreed={agreed} />
      <Totals money={money} figures={figures} />
      <SegmentedControl
        size="xs"
        className={classes['views'] ?? ''}
        aria-label={label}
        value={view}
        onChange={setView}
        data={VIEWS.map((value) => ({ value, label: t(`views.${value}`) }))}
      />
      {view === 'costs' && (
        <>
          <BudgetSection journey={journey} money={money} open={openByCategory(figures)} budget={budgets[0] ?? null} />
          <Costs journey={journey} figures={figures} />
          <Planned journey={journey} />
        </>
      )}
      {view === 'forecast' && <ForecastView journey={journey} figures={figures} />}
      {view === 'months' && <MonthsView journey={journey} figures={figures} />}
      {view === 'shared' && <SharedView journey={journey} />}
      {view === 'savings' && <SavingsView journey={journey} figures={figures} />}
    </div>
  );
};

const openByCategory = ({ byCategory }: MoneyFigures): ReadonlyMap<string, Money> =>
  new Map(byCategory.rows.filter(({ open }) => open.minor !== 0).map(({ name, open }) => [name, open]));

interface CostsProps {
  readonly journey: RecordOf<'journey'>;
  readonly figures: MoneyFigures | null;
}

const Costs = ({ journey, figures }: CostsProps): ReactElement => {
  const { t } = useTranslation('money');
  const records = useCosts({ journey: journey.id });
  const [adding, setAdding] = useSetting(`adding-cost:${journey.id}`, false);
  const costs = useMemo(() => (records === undefined ? null : newestFirst(countedCosts(records))), [records]);
  if (costs === null) return <Loading rows={6} />;
  const addButton = (
    <Button leftSection={<IconPlus size={16} stroke={2} />} onClick={() => setAdding(true)} disabled={adding}>
      {t('add')}
    </Button>
  );
  return (
    <section aria-label={t('costs')}>
      <div className={classes['head']}>
        <h3 className={classes['title']}>{t('costs')}</h3>
        {costs.length > 0 && (
          <Group gap="sm">
            {figures !== null && <ExportCosts journey={journey} entries={figures.entries} />}
            {addButton}
          </Group>
        )}
      </div>
      {adding && <CostForm journey={journey} onDone={() => setAdding(false)} />}
      {costs.length > 0 && <CostTable journey={journey} costs={costs} />}
      {costs.length === 0 && !adding && (
        <EmptyState isPart icon={IconReceipt} title={t('empty.title')} text={t('empty.text')}>
          {addButton}
        </EmptyState>
      )}
    </section>
  );
};

/** By date, costs without one by when they were entered. */
const newestFirst = (costs: readonly RecordOf<'cost'>[]): readonly RecordOf<'cost'>[] =>
  costs.toSorted((a, b) => dayInMs(b) - dayInMs(a) || b.createdAt - a.createdAt);

const dayInMs = ({ body, createdAt }: RecordOf<'cost'>): number =>
  body.date === null ? createdAt : Date.parse(body.date);

interface TotalsProps {
  readonly money: JourneyMoney;
  readonly figures: MoneyFigures;
}

const Totals = ({ money, figures }: TotalsProps): ReactElement => {
  const { t } = useTranslation('money');
  const { open, committed, forecast } = figures.byCategory.total;
  const outlookWords = useOutlookWords();
  const left = leftOfBudget(money, open);
  const isOver = left !== null && left.minor < 0;
  const over = money.budget === null ? 0 : forecast.minor - money.budget.minor;
  return (
    <dl className={classes['totals']}>
      {money.budget !== null && <Total label={t('budget.label')} amount={money.budget} />}
      <Total label={t('paid')} amount={money.spent} others={money.otherSpent} />
      <Total label={t('due')} amount={money.due} others={money.otherDue}>
        {figures.held.minor !== 0 && (
          <>
            <Amount money={figures.held} whole /> {t('heldBack')}
          </>
        )}
      </Total>
      {open.minor !== 0 && (
        <Total label={t('committedOpen')} amount={open} title={t('forecast.committedWhat')}>
          {t('committedOf')} <Amount money={committed} whole />
        </Total>
      )}
      {left !== null && (
        <Total
          label={t(isOver ? 'over' : open.minor === 0 ? 'left' : 'leftAfter')}
          amount={{ ...left, minor: Math.abs(left.minor) }}
          colour={isOver ? 'var(--pl-over)' : 'var(--pl-under)'}
          title={t('leftWhat')}
        />
      )}
      {money.budget !== null && (
        <Total
          label={t('forecast.forecast')}
          amount={forecast}
          title={outlookWords(outlookOf(figures.byCategory))}
          {...(over > 0 ? { colour: 'var(--pl-over)' } : {})}
        >
          {over > 0 && (
            <>
              <Amount money={{ ...forecast, minor: over }} whole /> {t('overBudget')}
            </>
          )}
        </Total>
      )}
    </dl>
  );
};

const NO_MONEY: readonly Money[] = [];

interface TotalProps {
  readonly label: string;
  readonly amount: Money;
  readonly colour?: string;
  /** What it is, at length. */
  readonly title?: string;
  /** Said below it. */
  readonly children?: ReactNode;
  /** Amounts in other currencies, which have no rate to be added by. */
  readonly others?: readonly Money[];
}

const Total = ({ label, amount, colour, title, children, others = NO_MONEY }: TotalProps): ReactElement => (
  <div className={classes['total']} title={title}>
    <Text component="dt" size="sm" c="dimmed">
      {label}
    </Text>
    <dd className={classes['totalAmount']} style={{ color: colour }}>
      <Amount money={amount} />
      {others.map((other) => (
        <Text key={other.currency} size="sm" c="dimmed">
          <Amount money={other} />
        </Text>
      ))}
      {children !== undefined && children !== false && (
        <Text size="sm" c="dimmed" fw={400}>
          {children}
        </Text>
      )}
    </dd>
  </div>
);
