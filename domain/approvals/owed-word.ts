// Which word the family still owes of an award, and whose deed it was: accepted or taken back, it is said in a signed entry as well.
import type { PersonId, RecordKey } from '../kernel/ids.ts';
import type { RecordOf } from '../records/registry.ts';
import type { Verdict } from '../records/approval.ts';
import type { Standing } from './standing.ts';

export type OwedWord = Extract<Verdict, 'award' | 'withdraw'>;

/** Null where what is signed is what stands: nothing is said twice. */
export const owedWord = (
  { trashedAt }: Pick<RecordOf<'award'>, 'trashedAt'>,
  standing: Pick<Standing, 'state' | 'words'> | undefined,
): OwedWord | null => {
  if (trashedAt === 0) return standing?.state === 'approved' ? null : 'award';
  const stillAccepts = (standing?.words ?? []).some(({ body }) => body.verdict !== 'withdraw');
  return stillAccepts ? 'withdraw' : null;
};

/** Deeds by which a person accepts a quote or takes that back. Who settles a figure or shows an award to more people does neither. */
const ACCEPTS: ReadonlySet<string> = new Set([
  'quote.accept',
  'proposal.answer',
  'record.trash',
  'record.restore',
  'deed.undo',
  'decision.rollback',
  'decision.reapply',
]);

/** The awards that came to stand by this deed, or no longer do, and what is to be said of each. */
export const wordByAward = ({ body }: RecordOf<'event'>): ReadonlyMap<RecordKey, OwedWord> => {
  if (!ACCEPTS.has(body.command)) return new Map();
  return new Map(
    body.changes.flatMap(({ key, type, kind }) => {
      if (type !== 'award' || kind === 'changed' || kind === 'removed') return [];
      return [[key, kind === 'trashed' ? 'withdraw' : 'award'] as const];
    }),
  );
};

/** Who did what that word would say; null where nobody here did, or something else was done since. */
export const whoDidIt = (award: RecordKey, word: OwedWord, events: readonly RecordOf<'event'>[]): PersonId | null => {
  // What was taken back is answered by the event that did so.
  const last = events
    .filter((event) => event.body.undoneBy === null && wordByAward(event).has(award))
    .toSorted((a, b) => (a.stamp < b.stamp ? -1 : 1))
    .at(-1);
  return last !== undefined && wordByAward(last).get(award) === word ? last.createdBy : null;
};
