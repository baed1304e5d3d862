// Everything on one journey that may be news: the newest of what there is much of, so that a long talk costs nothing.
import { useMemo } from 'react';
import { sideOfRole } from '../../domain/spaces/sides.ts';
import type { JourneyApprovals } from '../../domain/approvals/journey-approvals.ts';
import { newsOf, type News, type Proposed } from '../../domain/news/news.ts';
import type { RecordOf } from '../../domain/records/registry.ts';
import type { Role } from '../../domain/spaces/roles.ts';
import type { SpaceId } from '../../domain/kernel/ids.ts';
import { useApprovalsCheck } from '../approvals/use-approvals.ts';
import { useRecords, useStore } from '../data/hooks.ts';
import { useIsFamily } from '../ui/use-family.ts';

const NEWEST = 200;

/** Null until all of it has been read. */
export const useJourneyNews = (journey: RecordOf<'journey'>): readonly News[] | null => {
  const { me, roleIn } = useStore();
  const isFamily = useIsFamily(journey.space);
  const of = { journey: journey.id } as const;
  const comments = useRecords({ type: 'comment', ...of, latest: NEWEST });
  const messages = useRecords({ type: 'message', ...of, latest: NEWEST });
  const logs = useRecords({ type: 'log', ...of, latest: NEWEST });
  const tasks = useRecords({ type: 'task', ...of });
  const decisions = useRecords({ type: 'decision', ...of });
  const { approvals, failed } = useApprovalsCheck(journey.id);
  return useMemo(() => {
    if (comments === undefined || messages === undefined || logs === undefined) return null;
    if (tasks === undefined || decisions === undefined || (approvals === undefined && !failed)) return null;
    return newsOf({
      me,
      isFamily,
      comments,
      messages,
      logs,
      tasks,
      decisions,
      // What could not be verified asks for nothing; all else is news as always.
      proposed: approvals === undefined ? [] : proposedTo(approvals, roleIn),
    });
  }, [me, isFamily, comments, messages, logs, tasks, decisions, approvals, failed, roleIn]);
};

const proposedTo = (approvals: JourneyApprovals, roleIn: (space: SpaceId) => Role): readonly Proposed[] =>
  approvals.changes.flatMap(({ change, standing }) => {
    const side = sideOfRole(roleIn(change.space));
    const [last] = standing.words.toSorted((a, b) => b.body.at - a.body.at);
    const isTheirs = approvals.ownProposals.get(change.key) === 'others';
    const waits = standing.state === 'proposed' && !isTheirs && side !== null && standing.waitingFor.includes(side);
    if (!waits || last === undefined) return [];
    return [{ change, content: last.body.content, by: last.by, at: last.body.at }];
  });
