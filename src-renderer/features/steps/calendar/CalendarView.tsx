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
  IconGitFork,
  IconListCheck,
  IconSubtask,
  IconTargetArrow,
  IconTruckDelivery,
  type Icon,
} from '@tabler/icons-react';
import dayjs from 'dayjs';
import { useEffect, useMemo, useRef, useState, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  calendarEntries,
  DATED_TYPES,
  ENTRY_KINDS,
  type CalendarEntry,
  type CalendarSource,
  type EntryKind,
} from '../../../../domain/journey/calendar-entries.ts';
import { addDays } from '../../../../domain/kernel/calendar.ts';
import { idOfKey, typeOfId } from '../../../../domain/kernel/ids.ts';
import type { AnyRecord } from '../../../../domain/records/envelope.ts';
import type { RecordOf } from '../../../../domain/records/registry.ts';
import { today } from '../../../ui/dates.ts';
import { Loading } from '../../../ui/Loading.tsx';
import { usePlace } from '../../../ui/place-context.ts';
import classes from './Calendar.module.css';
import { CalendarShare } from './CalendarShare.tsx';
import { useDated } from './use-dated.ts';

const iconByKind: Readonly<Record<EntryKind, Icon>> = {
  step: IconListCheck,
  milestone: IconDiamond,
  delivery: IconTruckDelivery,
  task: IconSubtask,
  reminder: IconBell,
  offer: IconCalendarDue,
  payment: IconCoins,
  decision: IconGitFork,
  selection: IconTargetArrow,
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
  const source = useDated(journey);
  const { startDate } = journey.body;
  const entries = useMemo(
    () => (source === null ? null : calendarEntries(source, { today: now, startDate })),
    [source, now, startDate],
  );
  const view = useRef<HTMLDivElement>(null);
  const isRead = entries !== null;
  // A month is higher than a small window: late in it today would lie below its edge, and another one is read from its first day.
  useEffect(() => {
    if (!isRead) return;
    if (month.slice(0, 7) === now.slice(0, 7)) showToday(view.current);
    else view.current?.scrollIntoView({ block: 'start' });
  }, [isRead, month, now]);
  const entryById = useMemo(() => new Map((entries ?? []).map((entry) => [entry.id, entry])), [entries]);
  if (entries === null) return <Loading rows={6} height={96} />;

  // What hangs on a step opens it; what has a panel of its own opens that.
  const open = (id: string): void => {
    const key = entryById.get(id)?.key ?? '';
    const record = key === '' || opensItself(key) ? key : stepOf(source, key);
    if (record !== '') go({ go: 'record', record });
  };
  const turn = (months: number): void => setMonth(dayjs(month).add(months, 'month').format('YYYY-MM-DD'));
  const labels = {
    moreLabel: (count: number) => t('calendar.more', { count }),
    noEvents: t('calendar.empty'),
  };
  const kinds = ENTRY_KINDS.filter((kind) => entries.some((entry) => entry.kind === kind));
  return (
    <div ref={view} className={classes['view']}>
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
        <Button
          size="compact-md"
          variant="default"
          onClick={() => {
            setMonth(now);
            showToday(view.current);
          }}
        >
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
          const entry = entryById.get(String(id));
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

/** Where the month that is shown has it. */
const showToday = (view: HTMLElement | null): void =>
  view?.querySelector('[data-today]')?.parentElement?.scrollIntoView({ block: 'nearest' });

/** Types that the right panel shows. */
const opensItself = (key: string): boolean => ['step', 'cost'].includes(typeOfId(idOfKey(key)));

/** The step that it hangs on, '' where there is none. */
const stepOf = (source: CalendarSource | null, key: string): string => {
  const type = DATED_TYPES.find((each) => each === typeOfId(idOfKey(key)));
  const records: readonly AnyRecord[] = source === null || type === undefined ? [] : source[type];
  const record = records.find((each) => each.key === key);
  if (record === undefined) return '';
  const { parent, body } = record;
  const { step } = body;
  return typeof step === 'string' ? step : typeOfId(idOfKey(parent)) === 'step' ? parent : '';
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
  return {
    step: 'chalk',
    milestone: 'violet',
    delivery: 'lime',
    task: 'teal',
    reminder: 'orange',
    offer: 'red',
    payment: 'grape',
    decision: 'cyan',
    selection: 'pink',
  }[kind];
};

/** The calendar counts to the begin of the day after. */
const toEvent = (entry: CalendarEntry): ScheduleEventData => ({
  id: entry.id,
  title: entry.title,
  start: `${entry.start} 00:00:00`,
  end: `${addDays(entry.end, 1)} 00:00:00`,
  color: colourOf(entry),
});
