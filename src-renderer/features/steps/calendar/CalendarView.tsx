// A month of a journey: the spans of steps, tasks and reminders on their days, and until when quotes hold.
import '@mantine/schedule/styles.layer.css';
import { ActionIcon, Button, Text } from '@mantine/core';
import { MonthView, type DayOfWeek, type ScheduleEventData } from '@mantine/schedule';
import {
  IconBell,
  IconCalendarDue,
  IconChecks,
  IconChevronLeft,
  IconChevronRight,
  IconCoins,
  IconDiamond,
  IconListCheck,
  IconSubtask,
  type Icon,
} from '@tabler/icons-react';
import dayjs from 'dayjs';
import { useMemo, useState, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  calendarEntries,
  ENTRY_KINDS,
  type CalendarEntry,
  type EntryKind,
} from '../../../../domain/journey/calendar-entries.ts';
import { addDays } from '../../../../domain/kernel/calendar.ts';
import type { RecordOf } from '../../../../domain/records/registry.ts';
import { useRecords } from '../../../data/hooks.ts';
import { today } from '../../../ui/dates.ts';
import { Loading } from '../../../ui/Loading.tsx';
import { usePlace } from '../../../ui/place-context.ts';
import classes from './Calendar.module.css';
import { CalendarShare } from './CalendarShare.tsx';

const iconByKind: Readonly<Record<EntryKind, Icon>> = {
  step: IconListCheck,
  milestone: IconDiamond,
  task: IconSubtask,
  reminder: IconBell,
  offer: IconCalendarDue,
  payment: IconCoins,
};

/** Red numbers mean late here, not Sunday. */
const NO_DAYS: DayOfWeek[] = [];

interface CalendarViewProps {
  readonly journey: RecordOf<'journey'>;
  /** Chooses between the views of the tab. */
  readonly views: ReactNode;
}

export const CalendarView = ({ journey, views }: CalendarViewProps): ReactElement => {
  const { t } = useTranslation('steps');
  const { go } = usePlace();
  const now = today();
  const [month, setMonth] = useState(now);
  const of = { journey: journey.id };
  const steps = useRecords({ type: 'step', ...of });
  const tasks = useRecords({ type: 'task', ...of });
  const quotes = useRecords({ type: 'quote', ...of });
  const costs = useRecords({ type: 'cost', ...of });
  const { startDate } = journey.body;
  const entries = useMemo(
    () =>
      steps === undefined || tasks === undefined || quotes === undefined || costs === undefined
        ? null
        : calendarEntries({ steps, tasks, quotes, costs }, { today: now, startDate }),
    [steps, tasks, quotes, costs, now, startDate],
  );
  const entryByKey = useMemo(() => new Map((entries ?? []).map((entry) => [entry.key, entry])), [entries]);
  if (entries === null) return <Loading rows={6} height={96} />;

  // A step stands for itself; what hangs on one opens it, and a cost has a panel of its own.
  const open = (key: string): void => {
    const kind = entryByKey.get(key)?.kind;
    const hangsOn =
      tasks?.find((task) => task.key === key)?.parent ?? quotes?.find((quote) => quote.key === key)?.body.step;
    const record = kind === 'step' || kind === 'milestone' || kind === 'payment' ? key : (hangsOn ?? '');
    if (record !== '') go({ go: 'record', record });
  };
  const turn = (months: number): void => setMonth(dayjs(month).add(months, 'month').format('YYYY-MM-DD'));
  const labels = {
    moreLabel: (count: number) => t('calendar.more', { count }),
    noEvents: t('calendar.empty'),
  };
  const kinds = ENTRY_KINDS.filter((kind) => entries.some((entry) => entry.kind === kind));
  return (
    <div className={classes['view']}>
      <div className={classes['bar']}>
        {views}
        <span className={classes['spread']} />
        <ActionIcon variant="default" aria-label={t('calendar.previous')} onClick={() => turn(-1)}>
          <IconChevronLeft size={16} stroke={1.75} />
        </ActionIcon>
        <Text fw={550} className={classes['title']} aria-live="polite">
          {dayjs(month).format('MMMM YYYY')}
        </Text>
        <ActionIcon variant="default" aria-label={t('calendar.next')} onClick={() => turn(1)}>
          <IconChevronRight size={16} stroke={1.75} />
        </ActionIcon>
        <Button size="compact-md" variant="default" onClick={() => setMonth(now)}>
          {t('timeline.today')}
        </Button>
        <CalendarShare journey={journey} entries={entries} />
      </div>
      <MonthView
        className={classes['month']}
        withHeader={false}
        consistentWeeks={false}
        weekendDays={NO_DAYS}
        date={month}
        events={entries.map(toEvent)}
        maxEventsPerDay={4}
        locale="en"
        labels={labels}
        onEventClick={({ id }) => open(String(id))}
        renderEventBody={({ id, title }) => {
          const entry = entryByKey.get(String(id));
          return entry === undefined ? title : <EntryFace entry={entry} />;
        }}
      />
      <div className={classes['legend']}>
        {kinds.map((kind) => {
          const KindIcon = iconByKind[kind];
          return (
            <span key={kind}>
              <KindIcon size={14} stroke={1.75} aria-hidden />
              {t(`calendar.kind.${kind}`)}
            </span>
          );
        })}
        {entries.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('calendar.empty')}
          </Text>
        )}
      </div>
    </div>
  );
};

const EntryFace = ({ entry }: { readonly entry: CalendarEntry }): ReactElement => {
  const { t } = useTranslation('steps');
  const KindIcon = entry.isOver ? IconChecks : iconByKind[entry.kind];
  const kind = t(`calendar.kind.${entry.kind}`);
  return (
    <span className={classes['entry']} data-over={entry.isOver} title={`${kind}: ${entry.title}`}>
      <KindIcon size={12} stroke={2} role="img" aria-label={entry.isOver ? t('calendar.over', { kind }) : kind} />
      {entry.title}
    </span>
  );
};

const colourOf = ({ kind, isOver }: CalendarEntry): string => {
  if (isOver) return 'gray';
  return { step: 'chalk', milestone: 'violet', task: 'teal', reminder: 'orange', offer: 'red', payment: 'grape' }[kind];
};

/** The calendar counts to the begin of the day after. */
const toEvent = (entry: CalendarEntry): ScheduleEventData => ({
  id: entry.key,
  title: entry.title,
  start: `${entry.start} 00:00:00`,
  end: `${addDays(entry.end, 1)} 00:00:00`,
  color: colourOf(entry),
});
