// Where a change order stands, worked out from the entries about it. No clock decides: only who had seen what, and what was approved.
import { SIDES, type Side } from '../records/approval.ts';
import type { AnyRecord } from '../records/envelope.ts';
import { spaceKind } from '../spaces/space.ts';
import { isAgreed } from './content.ts';
import { seenByAny } from './ancestors.ts';
import type { Entry } from './graph.ts';

export type ChangeState = 'draft' | 'proposed' | 'approved' | 'declined' | 'withdrawn' | 'needsYou';

/**
 * Why a person has to settle it: `contested` one figure was changed in two places; `split` one side said two things without
 * knowing of each other; `crossed` one side agreed while the other took back or declined; `edited` it was changed after it
 * was approved; `takenBack` it had been agreed, and one side no longer agrees.
 */
export type NeedsYou = 'contested' | 'split' | 'crossed' | 'edited' | 'takenBack';

export interface Standing {
  readonly state: ChangeState;
  readonly why: NeedsYou | null;
  /** Sides whose word is missing for an agreement on what stands now. */
  readonly waitingFor: readonly Side[];
  /** What each side says last; more than one entry a side where they did not know of each other. */
  readonly words: readonly Entry[];
}

/**
 * In a space that only the family reads nobody else can sign, and an award is the family's: there its own word is enough. Of a change
 * order that word is a second one: whoever proposes it has not approved it (`isApprovedByFamily`).
 */
export const sidesOf = ({ space, type }: Pick<AnyRecord, 'space' | 'type'>): readonly Side[] =>
  spaceKind(space) === 'party' && type !== 'award' ? SIDES : ['family'];

export interface StandingInput {
  readonly record: Pick<AnyRecord, 'key' | 'space' | 'type' | 'past'>;
  /** Of the whole space; those about other records are passed over. */
  readonly entries: readonly Entry[];
  /** Hash of what stands in the record now. */
  readonly content: string;
}

/** One side's last word. */
type Stance =
  | { readonly kind: 'none' | 'split'; readonly entries: readonly Entry[] }
  | { readonly kind: 'yes' | 'no' | 'withdrawn'; readonly entries: readonly Entry[] };

export const changeStanding = ({ record, entries, content }: StandingInput): Standing => {
  const about = entries.filter(({ body }) => body.about === record.key);
  const sides = sidesOf(record);
  const stances = sides.map((side) => [side, stanceOf(about.filter(({ body }) => body.side === side))] as const);
  const words = stances.flatMap(([, stance]) => stance.entries);
  const saysThis = ({ kind, entries: said }: Stance): boolean =>
    kind === 'yes' && said.every(({ body }) => body.content === content);
  const isOnlyProposed = sides.length === 1 && record.type === 'change' && !isApprovedByFamily(about, content);
  const waitingFor = stances.filter(([, stance]) => isOnlyProposed || !saysThis(stance)).map(([side]) => side);
  const standing = (state: ChangeState, why: NeedsYou | null = null): Standing => ({ state, why, waitingFor, words });

  if (words.length === 0) return standing('draft');
  if ((record.past.contested ?? []).some(({ field }) => isAgreed(record.type, field)))
    return standing('needsYou', 'contested');
  if (stances.some(([, { kind }]) => kind === 'split')) return standing('needsYou', 'split');
  const yes = stances.map(([, stance]) => stance).filter(({ kind }) => kind === 'yes');
  const against = stances.map(([, stance]) => stance).filter(({ kind }) => kind === 'no' || kind === 'withdrawn');
  const refused = against.some(({ kind }) => kind === 'no') ? 'declined' : 'withdrawn';
  if (yes.length === 0) return standing(refused);
  if (against.length > 0) {
    const ayes = yes.flatMap((stance) => stance.entries);
    const nays = against.flatMap((stance) => stance.entries);
    if (allSaw(nays, ayes))
      return wasAgreed({ ayes, nays, about }) ? standing('needsYou', 'takenBack') : standing(refused);
    if (!allSaw(ayes, nays)) return standing('needsYou', 'crossed');
  }
  if (!yes.every(saysThis)) return standing('needsYou', 'edited');
  return standing(waitingFor.length === 0 ? 'approved' : 'proposed');
};

/** Somebody of the family approved what stands, and nobody who had seen that took it back. */
const isApprovedByFamily = (about: readonly Entry[], content: string): boolean => {
  const against = about.filter((entry) => kindOf(entry) !== 'yes');
  const isTakenBack = seenByAny(against.map(({ seen }) => seen));
  return about.some(({ id, body }) => body.verdict === 'approve' && body.content === content && !isTakenBack(id));
};

/** Of one side's entries those that none of them has seen. */
const stanceOf = (entries: readonly Entry[]): Stance => {
  const last = lastOf(entries);
  const [first, ...others] = last;
  if (first === undefined) return { kind: 'none', entries: last };
  const kind = kindOf(first);
  const alike = others.every(
    (other) => kindOf(other) === kind && (kind !== 'yes' || other.body.content === first.body.content),
  );
  return { kind: alike ? kind : 'split', entries: last };
};

/** Those that no other has seen. Of all at once: one side may have said thousands of words. */
const lastOf = (entries: readonly Entry[]): readonly Entry[] => {
  const isAnswered = seenByAny(entries.map(({ seen }) => seen));
  return entries.filter(({ id }) => !isAnswered(id));
};

const kindOf = ({ body }: Entry): 'yes' | 'no' | 'withdrawn' => {
  if (body.verdict === 'decline') return 'no';
  return body.verdict === 'withdraw' ? 'withdrawn' : 'yes';
};

const allSaw = (later: readonly Entry[], earlier: readonly Entry[]): boolean =>
  later.every(({ seen }) => earlier.every(({ id }) => seen.has(id)));

/** Whether a side that now says no had agreed to the very thing that the other agrees to. */
const wasAgreed = ({
  ayes,
  nays,
  about,
}: {
  readonly ayes: readonly Entry[];
  readonly nays: readonly Entry[];
  readonly about: readonly Entry[];
}): boolean => {
  const agreed = new Set(ayes.map(({ body }) => body.content));
  return [...Map.groupBy(nays, ({ body }) => body.side)].some(([side, own]) => {
    const isBehind = seenByAny(own.map(({ seen }) => seen));
    return about.some(
      (earlier) =>
        earlier.body.side === side &&
        kindOf(earlier) === 'yes' &&
        agreed.has(earlier.body.content) &&
        isBehind(earlier.id),
    );
  });
};
