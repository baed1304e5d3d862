// Budget against committed, actual and forecast at completion, by category or step; and whether the work is worth what it cost so far.
import { SegmentedControl, Table, Text } from '@mantine/core';
import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { namesOfSteps } from '../../../domain/journey/steps.ts';
import type { Money } from '../../../domain/kernel/money.ts';
import type { EarnedValue } from '../../../domain/money/earned-value.ts';
import { outlookOf } from '../../../domain/money/outlook.ts';
import type { Standing, StandingRow } from '../../../domain/money/standing.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useRecords, useSetting } from '../../data/hooks.ts';
import { Amount } from '../../ui/Amount.tsx';
import { useOutlookWords } from '../../ui/use-outlook-words.ts';
import classes from './MoneyTab.module.css';
import views from './views.module.css';
import { useCategories } from '../../ui/use-categories.ts';
import type { MoneyFigures } from './use-money.ts';

interface ForecastViewProps {
  readonly journey: RecordOf<'journey'>;
  readonly figures: MoneyFigures;
}

export const ForecastView = ({ journey, figures }: ForecastViewProps): ReactElement => {
  const { t } = useTranslation('money');
  const [by, setBy] = useSetting<'category' | 'step'>(`money-forecast:${journey.id}`, 'category');
  const outlookWords = useOutlookWords();
  const standing = by === 'category' ? figures.byCategory : figures.byStep;
  return (
    <>
      <section aria-label={t('forecast.title')}>
        <div className={classes['head']}>
          <h3 className={classes['title']}>{t('forecast.title')}</h3>
          <SegmentedControl
            size="xs"
            aria-label={t('forecast.by')}
            value={by}
            onChange={setBy}
            data={[
              { value: 'category', label: t('by.category') },
              { value: 'step', label: t('by.step') },
            ]}
          />
        </div>
        <StandingTable journey={journey} standing={standing} by={by} />
        {standing.rows.length > 0 && (
          <Text size="sm" c="dimmed" mt="xs">
            {outlookWords(outlookOf(standing))}
          </Text>
        )}
        <Reserve standing={standing} by={by} />
        {standing.otherCommitments.length > 0 && (
          <Text size="sm" c="dimmed" mt="xs">
            {t('forecast.others', { count: standing.otherCommitments.length })}
          </Text>
        )}
      </section>
      <Earned earned={figures.earned} />
    </>
  );
};

const FIGURES = ['budget', 'committed', 'actual', 'forecast'] as const;

interface StandingTableProps {
  readonly journey: RecordOf<'journey'>;
  readonly standing: Standing;
  readonly by: 'category' | 'step';
}

const StandingTable = ({ journey, standing, by }: StandingTableProps): ReactElement => {
  const { t } = useTranslation('money');
  const { nameOf } = useCategories();
  const steps = useRecords({ type: 'step', journey: journey.id, trash: 'with' });
  const nameByStep = useMemo(() => namesOfSteps(steps ?? []), [steps]);
  const rowName = (name: string): string => (by === 'category' ? nameOf(name) : (nameByStep.get(name) ?? t('noStep')));
  if (standing.rows.length === 0) return <Text c="dimmed">{t('forecast.empty')}</Text>;
  return (
    <div className={views['scroll']}>
      <Table className={views['figures'] ?? ''} aria-label={t('forecast.title')} verticalSpacing={8} fz="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t(`by.${by}`)}</Table.Th>
            {FIGURES.map((figure) => (
              <Table.Th key={figure} title={t(`forecast.${figure}What`)}>
                {t(`forecast.${figure}`)}
              </Table.Th>
            ))}
            <Table.Th>{t('forecast.difference')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {standing.rows.map((row) => (
            <Table.Tr key={row.name}>
              <Table.Th scope="row">{rowName(row.name)}</Table.Th>
              <Cells row={row} />
            </Table.Tr>
          ))}
          <BeyondRows standing={standing} by={by} />
        </Table.Tbody>
        <Table.Tfoot>
          <Table.Tr>
            <Table.Th scope="row">{t('forecast.total')}</Table.Th>
            <Cells row={{ ...standing.total, budget: standing.budget ?? standing.total.budget }} />
          </Table.Tr>
        </Table.Tfoot>
      </Table>
    </div>
  );
};

/** What the rows' forecasts do not hold, so that the column adds up. */
const BeyondRows = ({ standing, by }: Pick<StandingTableProps, 'standing' | 'by'>): ReactElement => {
  const { t } = useTranslation('money');
  const { free, otherDivision } = standing.beyondRows;
  const lines = [
    { name: `forecast.free.${by}`, amount: free },
    { name: otherDivision.minor < 0 ? 'forecast.leftByFinished' : `forecast.moreThanBy.${by}`, amount: otherDivision },
  ];
  return (
    <>
      {lines
        .filter(({ amount }) => amount.minor !== 0)
        .map(({ name, amount }) => (
          <Table.Tr key={name} className={views['beyond'] ?? ''}>
            <Table.Th scope="row" colSpan={FIGURES.length}>
              {t(name)}
            </Table.Th>
            <Table.Td className="pl-number">
              <Amount money={amount} whole />
            </Table.Td>
            <Table.Td />
          </Table.Tr>
        ))}
    </>
  );
};

const Cells = ({ row }: { readonly row: Omit<StandingRow, 'name'> }): ReactElement => {
  const { t } = useTranslation('money');
  const left = { minor: row.budget.minor - row.forecast.minor, currency: row.budget.currency };
  const isOver = row.budget.minor > 0 && left.minor < 0;
  return (
    <>
      {FIGURES.map((figure) => (
        <Table.Td key={figure} className="pl-number">
          {row[figure].minor === 0 ? <span className={classes['sub']}>–</span> : <Amount money={row[figure]} whole />}
        </Table.Td>
      ))}
      <Table.Td className="pl-number" style={isOver ? { color: 'var(--pl-over)' } : {}}>
        {row.budget.minor === 0 ? (
          <span className={classes['sub']}>{t('budget.unplanned')}</span>
        ) : (
          <>
            {isOver && `${t('forecast.over')} `}
            <Amount money={isOver ? { ...left, minor: -left.minor } : left} whole />
          </>
        )}
      </Table.Td>
    </>
  );
};

/** What is kept for nothing in particular, and how much of it the overruns take. */
const Reserve = ({ standing, by }: Pick<StandingTableProps, 'standing' | 'by'>): ReactElement | null => {
  const { t } = useTranslation('money');
  const { contingency, contingencyLeft, undivided, budget } = standing;
  if (budget === null) return null;
  const parts: readonly (readonly [string, Money])[] = [
    ...(contingency.minor === 0
      ? []
      : ([
          ['contingency', contingency],
          ['contingencyLeft', contingencyLeft],
        ] as const)),
    ...(undivided.minor === 0 ? [] : ([[undivided.minor < 0 ? 'tooMuch' : `undivided.${by}`, undivided]] as const)),
  ];
  if (parts.length === 0) return null;
  return (
    <dl className={views['reserve']}>
      {parts.map(([name, amount]) => (
        <div key={name}>
          <Text component="dt" size="sm" c="dimmed">
            {t(`forecast.${name}`)}
          </Text>
          <dd style={amount.minor < 0 ? { color: 'var(--pl-over)' } : {}}>
            <Amount money={name === 'tooMuch' ? { ...amount, minor: -amount.minor } : amount} whole />
          </dd>
        </div>
      ))}
    </dl>
  );
};

/** 893 thousandths are 0.89. */
const ratio = (thousandths: number | null): string =>
  thousandths === null ? '–' : (Math.round(thousandths / 10) / 100).toFixed(2);

const Earned = ({ earned }: { readonly earned: EarnedValue | null }): ReactElement => {
  const { t } = useTranslation('money');
  if (earned === null)
    return (
      <section aria-label={t('earned.title')}>
        <h3 className={classes['title']}>{t('earned.title')}</h3>
        <Text c="dimmed" mt="xs">
          {t('earned.empty')}
        </Text>
      </section>
    );
  const figures: readonly (readonly [string, ReactElement | string])[] = [
    ['pv', <Amount key="pv" money={earned.pv} whole />],
    ['ev', <Amount key="ev" money={earned.ev} whole />],
    ['ac', <Amount key="ac" money={earned.ac} whole />],
    ['cpi', ratio(earned.cpi)],
    ['spi', ratio(earned.spi)],
    ['eac', earned.eac === null ? '–' : <Amount key="eac" money={earned.eac} whole />],
  ];
  const said = [
    ...(earned.cpi === null ? [] : [t(earned.cpi >= 1_000 ? 'earned.cost.good' : 'earned.cost.bad')]),
    ...(earned.spi === null ? [] : [t(earned.spi >= 1_000 ? 'earned.time.good' : 'earned.time.bad')]),
  ];
  return (
    <section aria-label={t('earned.title')}>
      <h3 className={classes['title']}>{t('earned.title')}</h3>
      <Text size="sm" c="dimmed" mb="sm">
        {[t('earned.text'), ...said].join(' ')}
      </Text>
      <dl className={views['reserve']}>
        {figures.map(([name, value]) => (
          <div key={name} title={t(`earned.${name}What`)}>
            <Text component="dt" size="sm" c="dimmed">
              {t(`earned.${name}`)}
            </Text>
            <dd className="pl-number">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
};
