// All journeys of the household in one table: progress, end, money, people, what slipped most and why.
import { Table, Text, UnstyledButton } from '@mantine/core';
import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { householdView, type HouseholdRow } from '../../../domain/analytics/household-view.ts';
import type { DoneBy } from '../../../domain/analytics/done-by.ts';
import { namesOfSteps } from '../../../domain/journey/steps.ts';
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { sideOfRole } from '../../../domain/spaces/sides.ts';
import { UncheckedNote } from '../../approvals/UncheckedNote.tsx';
import { useAgreedChanges } from '../../approvals/use-approvals.ts';
import { useRecords, useStore } from '../../data/hooks.ts';
import { Amount } from '../../ui/Amount.tsx';
import { dayShort, today } from '../../ui/dates.ts';
import { DoneByRange } from '../../ui/DoneByRange.tsx';
import { usePlace } from '../../ui/place-context.ts';
import { useCauseWords } from '../../ui/use-cause-words.ts';
import { useIsFamily } from '../../ui/use-family.ts';
import { useForecasts } from '../../ui/use-forecasts.ts';
import { useIdle } from '../../ui/use-idle.ts';
import { useOutlookWords } from '../../ui/use-outlook-words.ts';
import { usePeople } from '../../ui/use-people.ts';
import classes from './progress.module.css';
import { useCosts } from '../../ui/use-costs.ts';

/** One journey is told by its own card. */
const FROM = 2;
const MOST_PEOPLE = 3;

export const AllJourneys = ({
  journeys,
}: {
  readonly journeys: readonly RecordOf<'journey'>[];
}): ReactElement | null => {
  // It reads much more than the cards above it, which come first.
  const isIdle = useIdle();
  if (journeys.length < FROM || !isIdle) return null;
  return <JourneyTable journeys={journeys} />;
};

const JourneyTable = ({ journeys }: { readonly journeys: readonly RecordOf<'journey'>[] }): ReactElement | null => {
  const { t } = useTranslation('progress');
  const steps = useRecords({ type: 'step' });
  const tasks = useRecords({ type: 'task' });
  const costs = useCosts();
  const budgets = useRecords({ type: 'budget' });
  const awards = useRecords({ type: 'award' });
  const quotes = useRecords({ type: 'quote' });
  const allocations = useRecords({ type: 'allocation' });
  const baselines = useRecords({ type: 'baseline' });
  const agreed = useAgreedChanges(null);
  const { changes } = agreed;
  const { roleIn } = useStore();
  const seesMoney = journeys.some(({ space }) => sideOfRole(roleIn(space)) === 'family');
  const forecasts = useForecasts(journeys, steps);
  const rows = useMemo(() => {
    if (steps === undefined || tasks === undefined || costs === undefined) return null;
    if (budgets === undefined || awards === undefined || quotes === undefined) return null;
    if (allocations === undefined || baselines === undefined || changes === undefined) return null;
    const plans = { journeys, steps, tasks, baselines };
    return householdView({ ...plans, costs, budgets, awards, quotes, allocations, changes }, today());
  }, [journeys, steps, tasks, costs, budgets, awards, quotes, allocations, baselines, changes]);
  const nameByKey = useMemo(() => namesOfSteps(steps ?? []), [steps]);
  if (rows === null) return null;
  return (
    <section aria-label={t('all.title')}>
      <h2 className={classes['weekName']}>{t('all.title')}</h2>
      {seesMoney && <UncheckedNote agreed={agreed} />}
      <div className={classes['tableWrap']}>
        <Table aria-label={t('all.title')} verticalSpacing="sm" fz="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('all.journey')}</Table.Th>
              <Table.Th>{t('all.progress')}</Table.Th>
              <Table.Th>{t('all.end')}</Table.Th>
              <Table.Th className={classes['number'] ?? ''}>{t('all.cost')}</Table.Th>
              <Table.Th>{t('all.people')}</Table.Th>
              <Table.Th>{t('all.slipped')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Row
                key={row.journey.key}
                row={row}
                doneBy={forecasts.get(row.journey.id)}
                nameOf={(key) => nameByKey.get(key) ?? ''}
              />
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </section>
  );
};

const Row = ({
  row,
  doneBy,
  nameOf,
}: {
  readonly row: HouseholdRow;
  readonly doneBy: DoneBy | null | undefined;
  readonly nameOf: (key: RecordKey) => string;
}): ReactElement => {
  const { t } = useTranslation('progress');
  const { go } = usePlace();
  const { slip: slipWords } = useCauseWords();
  const { nameOf: personName } = usePeople();
  const outlookWords = useOutlookWords();
  const { journey, progress, actual, willCost, budget, people, slip, blocked } = row;
  const seesMoney = useIsFamily(journey.space);
  const names = people.slice(0, MOST_PEOPLE).map(personName);
  const more = people.length - names.length;
  return (
    <Table.Tr>
      <Table.Td>
        <UnstyledButton fw={500} onClick={() => go({ go: 'journey', journey: journey.id, tab: 'overview' })}>
          {journey.body.name}
        </UnstyledButton>
      </Table.Td>
      <Table.Td>
        {t('all.steps', { done: progress.done + progress.skipped, total: progress.total })}
        {blocked > 0 && (
          <Text size="xs" c="var(--pl-blocked)">
            {t('all.blocked', { count: blocked })}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        {doneBy === undefined ? null : doneBy === null ? (
          t(progress.total === 0 ? 'all.noPlan' : 'end.done')
        ) : (
          <>
            {t('end.short', { day: dayShort(doneBy.p50) })}
            <Text size="xs" c="dimmed">
              <DoneByRange doneBy={doneBy} />
            </Text>
          </>
        )}
      </Table.Td>
      <Table.Td className={classes['number'] ?? ''}>
        {seesMoney && (
          <>
            <Amount money={actual} whole />
            {willCost.minor !== actual.minor && (
              <Text
                size="xs"
                c={budget !== null && willCost.minor > budget.minor ? 'var(--pl-over)' : 'dimmed'}
                title={outlookWords(row)}
              >
                {t('all.will')} <Amount money={willCost} whole />
              </Text>
            )}
          </>
        )}
      </Table.Td>
      <Table.Td>
        {names.join(', ')}
        {more > 0 && ` ${t('all.more', { count: more })}`}
      </Table.Td>
      <Table.Td>
        {slip === null ? (
          <Text size="sm" c="dimmed">
            {t('slip.none')}
          </Text>
        ) : (
          <>
            {nameOf(slip.key)}
            <Text size="xs" c="dimmed">
              {slipWords(slip, nameOf)}
            </Text>
          </>
        )}
      </Table.Td>
    </Table.Tr>
  );
};
