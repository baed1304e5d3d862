// The money of a journey: what is paid, due and left, the budget by category, and every cost in one table.
import { Button, Text } from '@mantine/core';
import { IconPlus, IconReceipt } from '@tabler/icons-react';
import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { countedCosts, journeyMoney, type JourneyMoney } from '../../../domain/journey/money.ts';
import type { Money } from '../../../domain/kernel/money.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useRecords, useSetting } from '../../data/hooks.ts';
import { Amount } from '../../ui/Amount.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { useSlots } from '../../ui/slots.ts';
import { useIsFamily } from '../../ui/use-family.ts';
import { BudgetSection } from './BudgetSection.tsx';
import { CostForm } from './CostForm.tsx';
import { CostTable } from './CostTable.tsx';
import classes from './MoneyTab.module.css';

export const MoneyTab = ({ journey }: { readonly journey: RecordOf<'journey'> }): ReactElement => {
  const { t } = useTranslation('money');
  const records = useRecords({ type: 'cost', journey: journey.id });
  const budgets = useRecords({ type: 'budget', journey: journey.id });
  const [adding, setAdding] = useSetting(`adding-cost:${journey.id}`, false);
  const family = useIsFamily(journey.space);
  const { changeOrders: Changes, paymentSchedule: Payments } = useSlots();
  const { currency } = journey.body;
  const costs = useMemo(() => (records === undefined ? null : newestFirst(countedCosts(records))), [records]);
  const money = useMemo(
    () => journeyMoney({ currency, costs: records ?? [], budget: budgets?.[0] ?? null }),
    [currency, records, budgets],
  );

  if (costs === null || budgets === undefined) return <Loading rows={6} />;
  const addButton = (
    <Button leftSection={<IconPlus size={16} stroke={2} />} onClick={() => setAdding(true)} disabled={adding}>
      {t('add')}
    </Button>
  );
  return (
    <div className={classes['tab']}>
      {family && (
        <>
          <Totals money={money} />
          <BudgetSection journey={journey} money={money} budget={budgets[0] ?? null} />
        </>
      )}
      {Changes !== null && <Changes journey={journey} />}
      {Payments !== null && <Payments journey={journey} />}
      <section aria-label={t('costs')}>
        <div className={classes['head']}>
          <h3 className={classes['title']}>{t('costs')}</h3>
          {costs.length > 0 && addButton}
        </div>
        {adding && <CostForm journey={journey} onDone={() => setAdding(false)} />}
        {costs.length > 0 && <CostTable journey={journey} costs={costs} />}
        {costs.length === 0 && !adding && (
          <EmptyState icon={IconReceipt} title={t('empty.title')} text={t('empty.text')}>
            {addButton}
          </EmptyState>
        )}
      </section>
    </div>
  );
};

/** By date, costs without one by when they were entered. */
const newestFirst = (costs: readonly RecordOf<'cost'>[]): readonly RecordOf<'cost'>[] =>
  costs.toSorted((a, b) => dayInMs(b) - dayInMs(a) || b.createdAt - a.createdAt);

const dayInMs = ({ body, createdAt }: RecordOf<'cost'>): number =>
  body.date === null ? createdAt : Date.parse(body.date);

const Totals = ({ money }: { readonly money: JourneyMoney }): ReactElement => {
  const { t } = useTranslation('money');
  const over = money.left !== null && money.left.minor < 0;
  return (
    <dl className={classes['totals']}>
      <Total label={t('paid')} amount={money.spent} others={money.otherSpent} />
      <Total label={t('due')} amount={money.due} others={money.otherDue} />
      {money.budget !== null && <Total label={t('budget.label')} amount={money.budget} />}
      {money.left !== null && (
        <Total
          label={t(over ? 'over' : 'left')}
          amount={{ ...money.left, minor: Math.abs(money.left.minor) }}
          colour={over ? 'var(--pl-over)' : 'var(--pl-under)'}
        />
      )}
    </dl>
  );
};

const NO_MONEY: readonly Money[] = [];

interface TotalProps {
  readonly label: string;
  readonly amount: Money;
  readonly colour?: string;
  /** Amounts in other currencies, which have no rate to be added by. */
  readonly others?: readonly Money[];
}

const Total = ({ label, amount, colour, others = NO_MONEY }: TotalProps): ReactElement => (
  <div className={classes['total']}>
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
    </dd>
  </div>
);
