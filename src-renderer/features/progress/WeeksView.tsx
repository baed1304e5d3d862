// The report of one week: done, late, next, spent, decisions wanted; read here, or kept as a PDF.
import { ActionIcon, Button, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconChevronLeft, IconChevronRight, IconFileExport } from '@tabler/icons-react';
import { useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { weekReport, type WeekReport } from '../../../domain/analytics/week-report.ts';
import { liveSteps } from '../../../domain/journey/steps.ts';
import { addDays, dateOfDay, dayNumber, mondayOf } from '../../../domain/kernel/calendar.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useRecords } from '../../data/hooks.ts';
import { dayExact, today } from '../../ui/dates.ts';
import { useFailureText } from '../../ui/failure-text.ts';
import { datedFileName } from '../../ui/file-name.ts';
import { Loading } from '../../ui/Loading.tsx';
import { useIsFamily } from '../../ui/use-family.ts';
import { keepPdf } from '../../workers/keep-pdf.ts';
import classes from './progress.module.css';
import { useWeekWords, type WeekWords } from './use-week-words.ts';
import { weekDefinition } from './week-definition.ts';
import { StepList } from './StepList.tsx';
import { useCosts } from '../../ui/use-costs.ts';

const WEEK = 7;

export const WeeksView = ({ journey }: { readonly journey: RecordOf<'journey'> }): ReactElement => {
  const { t } = useTranslation('progress');
  const [day, setDay] = useState(today);
  const report = useWeek(journey, day);
  const seesMoney = useIsFamily(journey.space);
  const words = useWeekWords(journey, report, seesMoney);
  if (report === null || words === null) return <Loading rows={4} height={64} />;
  const isThisWeek = report.from === dateOfDay(mondayOf(dayNumber(today())));
  return (
    <div className={classes['view']}>
      <div className={classes['weekHead']}>
        <ActionIcon aria-label={t('week.before')} onClick={() => setDay(addDays(day, -WEEK))}>
          <IconChevronLeft size={18} stroke={1.75} />
        </ActionIcon>
        <h2 className={classes['weekName']} aria-live="polite">
          {t('week.name', { from: dayExact(report.from), to: dayExact(report.to) })}
        </h2>
        <ActionIcon aria-label={t('week.after')} disabled={isThisWeek} onClick={() => setDay(addDays(day, WEEK))}>
          <IconChevronRight size={18} stroke={1.75} />
        </ActionIcon>
        <KeepWeek journey={journey} words={words} from={report.from} />
      </div>
      <StepList title={words.done.title} empty={words.done.none} rows={words.done.steps} />
      <Lines title={words.tasks.title} lines={words.tasks.lines} />
      <StepList title={words.late.title} empty={words.late.none} rows={words.late.steps} />
      <StepList title={words.next.title} empty={words.next.none} rows={words.next.steps} />
      <Lines title={words.deliveries.title} lines={words.deliveries.lines} />
      {words.spent !== null && <Lines title={words.spent.title} lines={words.spent.lines} />}
      <Lines title={words.due.title} lines={words.due.lines} />
      <Lines title={words.wanted.title} lines={words.wanted.lines} />
      <Lines title={words.decided.title} lines={words.decided.lines} />
    </div>
  );
};

const Lines = ({ title, lines }: { readonly title: string; readonly lines: readonly string[] }): ReactElement | null =>
  lines.length === 0 ? null : (
    <section aria-label={title} className={classes['list']}>
      <h3 className={classes['title']}>{title}</h3>
      {lines.map((line) => (
        <Text key={line} className={classes['line'] ?? ''}>
          {line}
        </Text>
      ))}
    </section>
  );

const KeepWeek = ({
  journey,
  words,
  from,
}: {
  readonly journey: RecordOf<'journey'>;
  readonly words: WeekWords;
  readonly from: string;
}): ReactElement => {
  const { t } = useTranslation('progress');
  const textOf = useFailureText();
  const [busy, setBusy] = useState(false);
  const keep = async (): Promise<void> => {
    setBusy(true);
    const footer = { title: journey.body.name, page: t('week.page') };
    const pages = { definition: weekDefinition(words), pictures: {}, footer };
    const outcome = await keepPdf(pages, datedFileName(journey.body.name, from, 'pdf'));
    setBusy(false);
    if (outcome === 'saved') notifications.show({ message: t('week.kept') });
    else if (outcome !== 'not saved')
      notifications.show({ color: 'red', title: textOf(outcome).sentence, message: textOf(outcome).remedy });
  };
  return (
    <Button
      variant="default"
      className={classes['push'] ?? ''}
      leftSection={<IconFileExport size={16} stroke={1.75} />}
      disabled={busy}
      onClick={() => void keep()}
    >
      {t(busy ? 'week.keeping' : 'week.keep')}
    </Button>
  );
};

/** Null until everything it needs has been read. */
const useWeek = (journey: RecordOf<'journey'>, day: string): WeekReport | null => {
  const within = { journey: journey.id };
  const steps = useRecords({ type: 'step', ...within });
  const tasks = useRecords({ type: 'task', ...within });
  const costs = useCosts(within);
  const decisions = useRecords({ type: 'decision', ...within });
  const selections = useRecords({ type: 'selection', ...within });
  const payments = useRecords({ type: 'payment', ...within });
  return useMemo(() => {
    if (selections === undefined || payments === undefined) return null;
    if (steps === undefined || tasks === undefined || costs === undefined || decisions === undefined) return null;
    const { currency, startDate } = journey.body;
    const plan = { currency, startDate, steps: liveSteps(steps), today: today() };
    return weekReport(day, { ...plan, tasks, costs, decisions, selections, payments });
  }, [journey, day, steps, tasks, costs, decisions, selections, payments]);
};
