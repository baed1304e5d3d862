// Who may change what: one table over role, kind of space and record type. It reads no other record.
// The page asks it to disable with a reason; the server asks it of the difference between what is stored and what is pushed.
import { sameValue } from '../kernel/same-value.ts';
import type { PersonId } from '../kernel/ids.ts';
import { unknownFields, type AnyRecord, type Past } from '../records/envelope.ts';
import { SIDES, type Side } from '../records/approval.ts';
import { isFamilyRole, isRole, type Role } from './roles.ts';
import { sideOfRole, sidesOfCard } from './sides.ts';
import type { SpaceKind } from './space.ts';

/** What a role may do with one type of record in one kind of space. */
interface Right {
  /** May make new ones. */
  readonly make: boolean;
  /** Body fields that may be changed in anybody's record. */
  readonly fields: readonly string[];
  /** May change every field of, and trash, what they made themselves; a list names the only fields they may change of it. */
  readonly own: boolean | readonly string[];
  /** Only the family's to say, in a new record and in one's own too. */
  readonly never?: readonly string[];
}

type RightByType = Readonly<Record<string, Right>>;

const MAKE_OWN: Right = { make: true, fields: [], own: true };
/** An event is written once; its author may mark it as taken back. */
const EVENT: Right = { make: true, fields: [], own: ['undoneBy'] };
/** One's own name card; which one that is, is checked by its id. */
const PERSON: Right = { make: true, fields: [], own: true };

/** A word once given: another one may follow, and none is changed, by nobody. */
const SAID_ONCE: Right = { make: true, fields: [], own: false };

/** Whoever reads a thread may write in it; what was said stays its author's, and so does what the assistant answered them. */
const CHAT: RightByType = { conversation: MAKE_OWN, message: MAKE_OWN };

/** A contractor does and proves; whether it is good is the family's to say. */
const TASK: Right = {
  make: true,
  fields: ['doneAt', 'doneBy', 'checked', 'proof'],
  own: true,
  never: ['verified', 'sentBack'],
};

const CONTRACTOR_ON_JOURNEY: RightByType = {
  step: { make: false, fields: ['state', 'blockedReason', 'startedAt', 'finishedAt'], own: false },
  task: TASK,
  log: MAKE_OWN,
  comment: MAKE_OWN,
  ...CHAT,
  event: EVENT,
  person: PERSON,
};

const CONTRACTOR_IN_PARTY: RightByType = {
  photo: MAKE_OWN,
  document: MAKE_OWN,
  pair: MAKE_OWN,
  // Who takes an offer says what became of it, and puts right what was misread.
  reading: { make: true, fields: ['offer', 'made', 'fixes', 'seenFixes', 'objectFixes'], own: true },
  // Which planned payment it was, and with that that one is paid, is the family's to say.
  cost: { ...MAKE_OWN, never: ['payment'] },
  quote: MAKE_OWN,
  task: TASK,
  log: MAKE_OWN,
  // What goes into the plan is the family's to say.
  change: { ...MAKE_OWN, never: ['plannedDays'] },
  approval: SAID_ONCE,
  // What is paid when is the family's to say; photos that show the work may come from who did it.
  payment: { make: false, fields: ['photos'], own: ['photos'] },
  comment: MAKE_OWN,
  ...CHAT,
  event: EVENT,
  person: PERSON,
};

const VIEWER_ON_JOURNEY: RightByType = { comment: MAKE_OWN, ...CHAT, event: EVENT, person: PERSON };

const NOTHING: RightByType = {};

/** Owner and family may everything in every space of theirs; they are not in this table. */
const rights: Readonly<Record<'contractor' | 'viewer', Readonly<Record<SpaceKind, RightByType>>>> = {
  contractor: { home: NOTHING, private: NOTHING, journey: CONTRACTOR_ON_JOURNEY, party: CONTRACTOR_IN_PARTY },
  viewer: { home: NOTHING, private: NOTHING, journey: VIEWER_ON_JOURNEY, party: NOTHING },
};

export interface MayQuestion {
  readonly role: Role;
  readonly kind: SpaceKind;
  readonly type: string;
  readonly before: AnyRecord | null;
  readonly after: AnyRecord;
  /** The write is a tombstone. */
  readonly removed: boolean;
  /** Every person id bound to who asks. */
  readonly caller: readonly PersonId[];
  /**
   * The role of who wrote it, the asker's own when absent: what comes back to a store that lost it may be another's. Null where
   * nobody knows what they were: then their signature alone tells.
   */
  readonly speaker?: Role | null;
}

export type MayAnswer =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: 'NotAllowed' | 'FieldsRefused'; readonly fields: readonly string[] };

const YES: MayAnswer = { ok: true };
const NO: MayAnswer = { ok: false, code: 'NotAllowed', fields: [] };
/** What is fixed the day a record is made, whoever asks. */
const FIXED = ['type', 'journey', 'createdAt', 'createdBy'] as const;

/** Whether the write may be made; `FieldsRefused` names the fields that may not, the rest of the edit may be kept. */
export const may = ({ role, kind, type, before, after, removed, caller, speaker = role }: MayQuestion): MayAnswer => {
  if (!caller.includes(after.by)) return { ok: false, code: 'NotAllowed', fields: ['by'] };
  // Whoever signs as its maker is its maker; a blanked tombstone says nothing new.
  if (before === null && !removed && !caller.includes(after.createdBy))
    return { ok: false, code: 'NotAllowed', fields: ['createdBy'] };
  const forged = before === null ? [] : FIXED.filter((name) => before[name] !== after[name]);
  if (forged.length > 0) return { ok: false, code: 'NotAllowed', fields: forged };
  if (!removed && votersOf(before, after).some((person) => !caller.includes(person))) {
    const isMore = before !== null && changedFields(before, after).some((name) => name !== 'votes');
    return { ok: false, code: isMore ? 'FieldsRefused' : 'NotAllowed', fields: ['votes'] };
  }
  if (type === 'approval') {
    if (before !== null || removed) return NO;
    if (speaker !== null && !isSaidBy(speaker, after)) return { ...NO, fields: ['side'] };
  }
  if (type === 'person') {
    const keys = removed ? heldKeys(before) : refusedKeys({ before, after, caller });
    if (keys.length > 0) return { ...NO, fields: keys };
    // A card that comes back where nobody knows what its person was is believed.
    const isChecked = !removed && (before !== null || speaker !== null);
    if (isChecked && !saysOwnRole({ role, before, after, caller })) return { ...NO, fields: ['role'] };
    if (isChecked && !saysOwnSides({ role, before, after, caller })) return { ...NO, fields: ['sides'] };
  }
  if (isFamilyRole(role)) return YES;

  const right = rights[role][kind][type];
  if (right === undefined) return NO;
  if (type === 'person' && !caller.includes(after.id)) return NO;
  const { never = [] } = right;
  // The trash is enough for one's own: what others said, paid or found good about it would go along, and what was signed.
  if (removed) return NO;
  if (before === null) {
    if (!right.make) return NO;
    const said = never.filter((name) => after.body[name] != null);
    return said.length === 0 ? YES : { ...NO, fields: said };
  }
  const isOwn = caller.includes(before.createdBy);
  if (isOwn && right.own === true && never.every((name) => sameValue(before.body[name], after.body[name]))) return YES;
  const fields = isOwn && Array.isArray(right.own) ? right.own : right.fields;
  const isFree = (name: string): boolean =>
    isOwn && right.own === true ? !never.includes(name) : fields.includes(name);
  const refused = changedFields(before, after).filter(
    (name) => !isFree(name) && !(name === 'past' && hasOnlyGrown(before.past, after.past, fields)),
  );
  if (refused.length === 0) return YES;
  return refused.length === changedFields(before, after).length
    ? { ...NO, fields: refused }
    : { ok: false, code: 'FieldsRefused', fields: refused };
};

/** Whose vote in a decision the write changes: nobody votes for another, the owner included. */
export const votersOf = (before: AnyRecord | null, after: Pick<AnyRecord, 'type' | 'body'>): readonly PersonId[] => {
  if (after.type !== 'decision') return [];
  const [was, is] = [membersOf(before?.body['votes']), membersOf(after.body['votes'])];
  return Object.keys({ ...was, ...is }).filter((person) => !sameValue(was[person], is[person]));
};

const membersOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};

/** Nobody speaks for the other side, and a contractor awards nothing. */
const isSaidBy = (role: Role, { body }: AnyRecord): boolean =>
  role === 'contractor' ? body['side'] === 'contractor' && body['verdict'] !== 'award' : body['side'] === 'family';

const KEY_FIELDS = ['keys', 'certified', 'heard'] as const;

/** Whose keys they are says the person alone; and none is taken out, since what it signed is still to be verified. One that others said may become theirs. */
const refusedKeys = ({ before, after, caller }: Pick<MayQuestion, 'before' | 'after' | 'caller'>): readonly string[] =>
  KEY_FIELDS.filter((name) => {
    const [was, is] = [before?.body[name] ?? [], after.body[name] ?? []];
    if (sameValue(was, is)) return false;
    if (!caller.includes(after.id) || !isList(was) || !isList(is)) return true;
    const kept = name === 'heard' ? [is, after.body['keys'] ?? []].flat() : is;
    return was.some((key) => !kept.includes(key));
  });

/**
 * For which side a person's words count follows from the role on their card: each makes their own, in the role that they have, and nobody
 * gives anyone another. The family may put a name right.
 */
const saysOwnRole = ({
  role,
  before,
  after,
  caller,
}: Pick<MayQuestion, 'role' | 'before' | 'after' | 'caller'>): boolean =>
  (before !== null && before.body['role'] === after.body['role']) ||
  (caller.includes(after.id) && after.body['role'] === role);

/**
 * The side of one's role now may be added by oneself, and none is left out: what was signed for it would count no more, for which it
 * would be enough to become something else.
 */
const saysOwnSides = ({
  role,
  before,
  after,
  caller,
}: Pick<MayQuestion, 'role' | 'before' | 'after' | 'caller'>): boolean => {
  const [was, is] = [before === null ? [] : sidesIn(before), sidesIn(after)];
  const added = is.filter((side) => !was.includes(side));
  const isOwn = caller.includes(after.id);
  return was.every((side) => is.includes(side)) && added.every((side) => isOwn && side === sideOfRole(role));
};

/** Of a card that may be of a newer build: its fields are looked at before its schema is known. */
const sidesIn = ({ body: { role, sides } }: AnyRecord): readonly Side[] => {
  const said = isList(sides) ? SIDES.filter((side) => sides.includes(side)) : [];
  return isRole(role) ? sidesOfCard({ role, sides: said }) : said;
};

/** A card that goes for good would take along whose keys they were, and with that every word they signed; by nobody's hand. */
const heldKeys = (before: AnyRecord | null): readonly string[] =>
  KEY_FIELDS.filter((name) => {
    const held = before?.body[name];
    return isList(held) && held.length > 0;
  });

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

/**
 * What a merge does to the past: the value that lost in a field they may write is added, and nothing is taken away but the
 * oldest of ten. Without it another's value would be gone where a guest's wins.
 */
const hasOnlyGrown = (before: Past, after: Past, fields: readonly string[]): boolean => {
  const [was, is] = [before.superseded ?? [], after.superseded ?? []];
  const has = (list: typeof was, entry: (typeof was)[number]): boolean => list.some((other) => sameValue(other, entry));
  const added = is.filter((entry) => !has(was, entry));
  const gone = was.filter((entry) => !has(is, entry));
  return (
    sameValue(before.contested, after.contested) &&
    added.every(({ field }) => fields.includes(field)) &&
    (gone.length === 0 || is.length === SUPERSEDED_KEPT)
  );
};
const SUPERSEDED_KEPT = 10;

/** Body fields that differ, and of the envelope's `trashedAt`, `parent`, `past` and what this build does not know. */
export const changedFields = (before: AnyRecord, after: AnyRecord): readonly string[] => {
  const names = new Set([...Object.keys(before.body), ...Object.keys(after.body)]);
  const body = [...names].filter((name) => !sameValue(before.body[name], after.body[name]));
  const around = (['trashedAt', 'parent', 'past'] as const).filter((name) => !sameValue(before[name], after[name]));
  const [was, is] = [unknownFields(before), unknownFields(after)];
  const unknown = Object.keys({ ...was, ...is }).filter((name) => !sameValue(was[name], is[name]));
  return [...body, ...around, ...unknown];
};
