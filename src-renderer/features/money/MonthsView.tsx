// When money goes, and where it went: months, categories, steps and vendors as charts whose numbers can be read and exported.
import { SegmentedControl, Text } from '@mantine/core';
import dayjs from 'dayjs';
import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Month } from '../../../domain/money/cash-flow.ts';
import { costReport } from '../../../domain/money/cost-report.ts';
import { decimalText } from '../../../domain/money/decimal.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useRecords, useSetting } from '../../data/hooks.ts';
import { Amount } from '../../ui/Amount.tsx';
import { Chart } from '../../ui/Chart.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { IconCalendarDollar } from '@tabler/icons-react';
import { formatMoneyWhole } from '../../ui/money.ts';
import classes from './MoneyTab.module.css';
import { useCategories } from '../../ui/use-categories.ts';
import type { MoneyFigures } from './use-money.ts';

interface MonthsViewProps {
  readonly journey: RecordOf<'journey'>;
  readonly figures: MoneyFigures;
}

export const MonthsView = ({ journey, figures }: MonthsViewProps): ReactElement => {
  const { t } = useTranslation('money');
  if (figures.entries.length === 0)
    return <EmptyState icon={IconCalendarDollar} title={t('months.none')} text={t('months.noneText')} />;
  return (
    <>
      <Months journey={journey} figures={figures} />
      <Where journey={journey} figures={figures} />
    </>
  );
};

/** "Mar 2026". */
const monthName = (month: Month): string => dayjs(`${month}-01`).format('MMM YYYY');

const Months = ({ journey, figures: { flow } }: MonthsViewProps): ReactElement => {
  const { t } = useTranslation('money');
  const { currency, name } = journey.body;
  const { months, undated, overdue } = flow;
  return (
    <section aria-label={t('months.title')}>
      <Chart
        title={t('months.title')}
        text={t('months.text')}
        kind="stackedBars"
        numbers={{
          rowsLabel: t('by.month'),
          series: [
            { label: t('months.paid'), colour: 'done' },
            { label: t('months.due'), colour: 'blocked' },
            { label: t('months.planned'), colour: 'quiet' },
          ],
          rows: months.map(({ month, paid, back, due, planned }) => ({
            label: monthName(month),
            values: [paid.minor + back.minor, due.minor, planned.minor],
          })),
        }}
        format={(minor) => formatMoneyWhole({ minor, currency })}
        exact={(minor) => decimalText({ minor, currency })}
        file={`${name}, ${t('months.title')}`}
      />
      {overdue.minor !== 0 && (
        <Text size="sm" c="var(--pl-late)" mt="xs">
          <Amount money={overdue} /> {t('months.overdue')}
        </Text>
      )}
      {undated.minor !== 0 && (
        <Text size="sm" c="dimmed" mt="xs">
          <Amount money={undated} /> {t('months.undated')}
        </Text>
      )}
    </section>
  );
};

const WHERE = ['category', 'vendor', 'step', 'month'] as const;
/** px a bar takes sideways, and what the axis takes besides. */
const BAR = 34;
const AXIS = 72;

const Where = ({ journey, figures: { entries } }: MonthsViewProps): ReactElement => {
  const { t } = useTranslation('money');
  const { nameOf } = useCategories();
  const { currency, name } = journey.body;
  const [by, setBy] = useSetting<(typeof WHERE)[number]>(`money-where:${journey.id}`, 'category');
  const steps = useRecords({ type: 'step', journey: journey.id, trash: 'with' });
  const { groups } = useMemo(() => costReport(by, entries, currency), [by, entries, currency]);
  const labelOf = (group: string): string => {
    if (by === 'category') return nameOf(group);
    if (by === 'step') return steps?.find(({ key }) => key === group)?.body.name ?? t('noStep');
    if (group === '') return t(by === 'vendor' ? 'where.noVendor' : 'where.noDate');
    return by === 'month' ? monthName(group) : group;
  };
  const title = t(`where.${by}`);
  return (
    <section aria-label={t('where.title')}>
      <div className={classes['head']}>
        <h3 className={classes['title']}>{t('where.title')}</h3>
        <SegmentedControl
          size="xs"
          aria-label={t('where.by')}
          value={by}
          onChange={setBy}
          data={WHERE.map((value) => ({ value, label: t(`by.${value}`) }))}
        />
      </div>
      <Chart
        title={title}
        kind="stackedSidewaysBars"
        height={groups.length * BAR + AXIS}
        numbers={{
          rowsLabel: t(`by.${by}`),
          series: [
            { label: t('paid'), colour: 'done' },
            { label: t('due'), colour: 'blocked' },
          ],
          rows: groups.map((group) => ({ label: labelOf(group.name), values: [group.paid.minor, group.due.minor] })),
        }}
        format={(minor) => formatMoneyWhole({ minor, currency })}
        exact={(minor) => decimalText({ minor, currency })}
        file={`${name}, ${title}`}
      />
    </section>
  );
};
