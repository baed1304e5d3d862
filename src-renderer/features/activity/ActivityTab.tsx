// What happened on a journey, day by day: who did what and when, and Undo on one's own latest deed.
import { Button, Text } from '@mantine/core';
import { IconArrowBackUp, IconHistory } from '@tabler/icons-react';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActivityEntry } from '../../../domain/journey/activity.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useRun, useStore } from '../../data/hooks.ts';
import { dayExact, dayOf, dayRelative, timeExact, timeOfDay } from '../../ui/dates.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { PersonDot } from '../../ui/PersonDot.tsx';
import { usePeople } from '../../ui/use-people.ts';
import classes from './ActivityTab.module.css';
import { sentenceOf } from './sentence.ts';
import { useActivity } from './use-activity.ts';
import { useRecordNames } from './use-record-names.ts';

const PAGE = 100;
/** Also what the app writes by itself. */
const NOT_UNDONE_HERE: ReadonlySet<string> = new Set(['deed.undo', 'journey.start', 'person.set']);

export const ActivityTab = ({ journey }: { readonly journey: RecordOf<'journey'> }): ReactElement => {
  const { t } = useTranslation('activity');
  const { me } = useStore();
  const [shown, setShown] = useState(PAGE);
  const activity = useActivity(journey.id, shown);
  const nameOf = useRecordNames(journey);
  if (activity === null) return <Loading />;
  const { entries, whole } = activity;
  if (entries.length === 0) return <EmptyState icon={IconHistory} title={t('empty.title')} text={t('empty.text')} />;
  const mine = entries.find(({ by, undone, command }) => by === me && !undone && !NOT_UNDONE_HERE.has(command));
  const days = Map.groupBy(entries.slice(0, shown), ({ at }) => dayOf(at));
  return (
    <div className={classes['page']}>
      {[...days].map(([day, list]) => (
        <section key={day} aria-label={dayExact(day)}>
          <h3 className={classes['day']} title={dayExact(day)}>
            {dayRelative(day)}
          </h3>
          <ul className={classes['list']}>
            {list.map((entry) => (
              <Entry key={entry.deed} entry={entry} nameOf={nameOf} undoable={entry === mine} />
            ))}
          </ul>
        </section>
      ))}
      {(entries.length > shown || !whole) && (
        <Button variant="default" w="fit-content" onClick={() => setShown(shown + PAGE)}>
          {t('more')}
        </Button>
      )}
    </div>
  );
};

interface EntryProps {
  readonly entry: ActivityEntry;
  readonly nameOf: (key: string) => string;
  readonly undoable: boolean;
}

const Entry = ({ entry, nameOf, undoable }: EntryProps): ReactElement => {
  const { t } = useTranslation('activity');
  const people = usePeople();
  const run = useRun();
  const who = people.nameOf(entry.by);
  const { key, ...blanks } = sentenceOf(entry, nameOf);
  const undo = (): void => {
    void run('deed.undo', { events: [...entry.events], records: entry.changes.map((change) => change.key) });
  };
  return (
    <li className={classes['entry']} data-undone={entry.undone}>
      <PersonDot name={who} size={24} />
      <Text className={classes['words']}>
        <Text span fw={600}>
          {who}
        </Text>{' '}
        {t(`did.${key}`, { ...blanks, defaultValue: t('did.other', blanks) })}
        {entry.undone && (
          <Text span size="sm" c="dimmed">
            {' '}
            {t('undone')}
          </Text>
        )}
      </Text>
      {undoable && (
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconArrowBackUp size={14} stroke={1.75} />}
          onClick={undo}
        >
          {t('undo')}
        </Button>
      )}
      <Text component="time" size="sm" c="dimmed" className="pl-number" title={timeExact(entry.at)}>
        {timeOfDay(entry.at)}
      </Text>
    </li>
  );
};
