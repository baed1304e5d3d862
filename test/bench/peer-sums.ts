// The peer of `bench analytics`: sums of the same kind by d3-array. It draws no forecast and finds no causes.
import { max, rollups, sum } from 'd3-array';
import type { FiguresInput } from '../../domain/analytics/journey-figures.ts';

const DAY_MS = 86_400_000;
const WEEK_DAYS = 7;

/** Money by category and state, steps by state, days of each step in each state, steps done by week: answers how many rows that makes. */
export const peerFigures = ({ steps, events, costs, tasks, now }: FiguresInput): number => {
  const money = rollups(
    costs,
    (own) => sum(own, ({ body }) => body.amount.minor),
    ({ body }) => body.category,
    ({ body }) => body.state,
  );
  const states = rollups(
    steps,
    (own) => own.length,
    ({ body }) => body.state,
  );
  const turns = events.flatMap(({ body }) =>
    body.changes.flatMap(({ key, fields }) => {
      const to = fields['state']?.[1];
      return typeof to === 'string' ? [{ key, to, at: body.at }] : [];
    }),
  );
  const spent = rollups(
    turns,
    (own) => {
      const inOrder = own.toSorted((a, b) => a.at - b.at);
      const spans = inOrder.map(({ to, at }, place) => ({ to, days: ((inOrder[place + 1]?.at ?? now) - at) / DAY_MS }));
      return rollups(
        spans,
        (each) => sum(each, ({ days }) => days),
        ({ to }) => to,
      );
    },
    ({ key }) => key,
  );
  const weeks = rollups(
    steps.flatMap(({ body }) => body.finishedAt ?? []),
    (own) => own.length,
    (at) => Math.floor(at / DAY_MS / WEEK_DAYS),
  );
  const open = rollups(
    tasks.filter(({ body }) => body.doneAt === null),
    (own) => own.length,
    ({ body }) => body.assignee ?? '',
  );
  const latest = max(steps, ({ body }) => body.finishedAt ?? 0) ?? 0;
  return money.length + states.length + spent.length + weeks.length + open.length + (latest > 0 ? 1 : 0);
};
