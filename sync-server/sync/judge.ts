// Decides over one pushed row: a pure function of the row, what is stored, who asks and what time it is.
// Order matters: a row is understood, then its sender is allowed into the space, then it is compared, then its content is judged.

import { keyOf, typeOfId, type PersonId } from '../../domain/kernel/ids.ts';
import { stampAfter, stampTime } from '../../domain/kernel/stamp.ts';
import { definitionByType, isRecordType, parseBody } from '../../domain/records/registry.ts';
import { MOST_RECORD_CHARACTERS, type AnyRecord } from '../../domain/records/envelope.ts';
import { may, votersOf } from '../../domain/spaces/may.ts';
import { isFamilyRole, type Role } from '../../domain/spaces/roles.ts';
import { sideOfRole } from '../../domain/spaces/sides.ts';
import { journeyOfSpace, spaceKind, type SpaceKind } from '../../domain/spaces/space.ts';
import { pushRow, type PushRow, type Verdict } from '../../protocol/sync/push.ts';
import type { Access } from '../access/access.ts';
import { isSoundEntry } from '../access/signatures.ts';
import type { KnownPerson } from '../access/vouching.ts';
import { isCertified, vouchedCard } from './card-keys.ts';
import { docToWire, nextDoc, type RecordDoc } from './record-doc.ts';

type RefusalCode = Extract<Verdict, { kind: 'refused' }>['code'];

/** How far ahead of the server's clock a stamp may be, ms. */
const CLOCK_SLACK_MS = 5 * 60_000;

export type Understood =
  | { readonly row: PushRow; readonly verdict: null }
  | { readonly row: null; readonly verdict: Verdict };

/** Takes a row apart. One that makes no sense is refused by itself, with the names of the fields that did not fit. */
export const understandRow = (raw: unknown): Understood => {
  const parsed = pushRow.safeParse(raw);
  if (!parsed.success) return { row: null, verdict: refused('Malformed', fieldsOf(parsed.error.issues)) };
  const { mine } = parsed.data;
  if (mine.key !== keyOf(mine.space, mine.id)) return { row: null, verdict: refused('Malformed', ['key']) };
  const journey = journeyOfSpace(mine.space);
  if (journey !== null && mine.journey !== '' && mine.journey !== journey)
    return { row: null, verdict: refused('Malformed', ['journey']) };
  if (!canBeKept(mine)) return { row: null, verdict: refused('Malformed', ['body']) };
  if (JSON.stringify(mine).length > MOST_RECORD_CHARACTERS) return { row: null, verdict: refused('TooLarge', []) };
  return { row: parsed.data, verdict: null };
};

/** How deep values may lie in a body. Far more than any record has; far less than what overflows a stack. */
const DEEPEST = 60;

/** No store keeps what nests without end or is no Unicode text; CouchDB would refuse the whole batch for one such string. */
const canBeKept = (value: unknown, depth = 0): boolean => {
  if (typeof value === 'string') return value.isWellFormed();
  if (typeof value !== 'object' || value === null) return true;
  if (depth === DEEPEST) return false;
  return Object.entries(value).every(([name, inner]) => name.isWellFormed() && canBeKept(inner, depth + 1));
};

/** Whether the sender may write into the space at all, before anything stored there is looked at. */
export const judgeSender = ({ mine }: PushRow, access: Access): Verdict | null => {
  const role = access.roleIn(mine.space);
  // Who is on the journey knows that its private space is there; to all others it is as if it were not.
  return role === null ? refused(access.isOn(journeyOfSpace(mine.space)) ? 'NotAllowed' : 'UnknownSpace', []) : null;
};

/**
 * Whether the family may bring it back to a store that was begun after it was written: one put back from a backup, or begun
 * anew, has lost it, and its author may never come again. Who wrote it is believed then; nothing that stands is given up for it.
 */
const isFromBefore = ({ stamp }: PushRow['mine'], role: Role, began: number): boolean =>
  isFamilyRole(role) && stampTime(stamp) < began;

/**
 * Whom the server has to know something of before a row may come back to a store that lost it: the person on a card, the author of
 * an approval. Null for all other rows.
 */
export const subjectOf = ({ mine }: PushRow, began: number): PersonId | null => {
  if (stampTime(mine.stamp) >= began) return null;
  if (mine.type === 'person') return mine.id;
  return mine.type === 'approval' ? mine.by : null;
};

export interface Question {
  readonly row: PushRow;
  readonly stored: RecordDoc | null;
  readonly role: Role;
  readonly access: Access;
  readonly now: number;
  /** When the store began, ms: when it was made, put back or moved. */
  readonly began: number;
  /** What the server knows of whom `subjectOf` names; null for nothing. */
  readonly known: KnownPerson | null;
  /** Eight letters or digits that no other node has: the node part of stamps minted here. */
  readonly node: string;
}

/** A verdict, and what to store when there is something to store. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly write: Omit<RecordDoc, 'from'> | null;
}

export const judgeRow = (question: Question): Judgement => {
  const {
    row: { assumed, mine },
    stored,
    now,
  } = question;
  // Sent again, most likely after a lost answer. What was written over it since has to come along: a device that still
  // waits for this answer passes over what it pulls of the record meanwhile.
  if (stored?.stamps.includes(mine.stamp) === true)
    return only({ kind: 'accepted', ...(stored.record.stamp === mine.stamp ? {} : { theirs: docToWire(stored) }) });
  if (stampTime(mine.stamp) > now + CLOCK_SLACK_MS) return only({ kind: 'clock', serverTime: now });
  if (isOfAnother(question)) {
    // A device that offers all it holds learns of another's write, too, what stands here.
    const theirs = stored === null ? {} : { theirs: docToWire(stored) };
    if (!isLost(question)) return only({ ...refused('NotYours', ['by']), ...theirs });
  } else if (stored !== null && !isAssumed(stored, assumed) && !isKnownLoss(question))
    return only({ kind: 'conflict', theirs: docToWire(stored) });
  // A device asks by such a row what stands here; a type that is not known here would take it for a write.
  if (stampTime(mine.stamp) === 0)
    return only({ ...refused('Malformed', ['stamp']), ...(stored === null ? {} : { theirs: docToWire(stored) }) });
  const refusal = judgeContent(question);
  if (refusal !== null) return only(stored === null ? refusal : { ...refusal, theirs: docToWire(stored) });
  return accepted(question);
};

/**
 * A card that says more of keys than anybody vouches for is taken as if the server had written over it at once: whoever offers it
 * again is told what stands. The stamp is of the same moment, so that what was written later and is lost here still goes over it.
 */
const accepted = (question: Question): Judgement => {
  const { row, stored, node } = question;
  const { mine } = row;
  const write = nextDoc(stored, mine);
  const vouched = vouchedRow(question);
  if (vouched === mine) return { verdict: { kind: 'accepted' }, write };
  const over = nextDoc(write, { ...vouched, stamp: stampAfter(mine.stamp, node) });
  return { verdict: { kind: 'accepted', theirs: docToWire(over) }, write: over };
};

/** A card that comes back, as somebody vouches for it; any other row as it is. */
const vouchedRow = (question: Question): PushRow['mine'] => {
  const { row, stored, access, known } = question;
  const { mine } = row;
  if (mine._deleted || !isBroughtBack(question)) return mine;
  return vouchedCard({ before: standing(stored), after: mine, known, isOwn: access.people.includes(mine.id) });
};

const only = (verdict: Verdict): Judgement => ({ verdict, write: null });

/** Absent and deleted are one state. What the server does not have it can't contradict: then anything may be assumed. */
const isAssumed = ({ record, gone }: RecordDoc, assumed: string | null): boolean =>
  record.stamp === assumed || (gone && assumed === null);

/** Written before the store began, and all that it holds of the record is older: then it comes back to it. */
const isBroughtBack = ({ row: { mine }, stored, role, began }: Question): boolean =>
  isFromBefore(mine, role, began) && (stored === null || stored.record.stamp < mine.stamp);

/** Held here no more, or only as it was earlier, and taken back from whoever has it. */
const isLost = (question: Question): boolean =>
  isBroughtBack(question) && (question.stored === null ? !question.row.mine._deleted : !question.stored.gone);

/**
 * A row that assumes itself was held by an earlier store: whatever that held before it was written over by it. Of what was written
 * since nothing is given up for it, and who sends it may no more by it than they may anyway.
 */
const isKnownLoss = ({ row: { assumed, mine }, stored, began }: Question): boolean =>
  stored !== null &&
  assumed === mine.stamp &&
  (stored.gone || (stored.record.stamp < mine.stamp && stampTime(mine.stamp) < began));

/** What stands in the record now, null for what is absent or deleted. */
const standing = (stored: RecordDoc | null): AnyRecord | null =>
  stored === null || stored.gone ? null : stored.record;

const isOfAnother = ({ row: { mine }, access }: Question): boolean => !access.people.includes(mine.by);

const judgeContent = (question: Question): Extract<Verdict, { kind: 'refused' }> | null => {
  const {
    row: { mine },
    stored,
    role,
    access,
    known,
  } = question;
  const kind = spaceKind(mine.space);
  if (kind === null) return refused('UnknownSpace', []);
  if (stored !== null && stored.record.type !== mine.type) return refused('Malformed', ['type']);
  const unfit = mine._deleted ? null : judgeBody(mine, kind, isFamilyRole(role));
  if (unfit !== null) return unfit;
  const { _deleted: removed, ...after } = vouchedRow(question);
  const before = standing(stored);
  const broughtBack = isBroughtBack(question);
  const earlier = [
    mine.by,
    ...(stored === null ? [mine.createdBy] : []),
    ...votersOf(before, after),
    // What it says of that person's keys has been held against what the server knows of them.
    ...(mine.type === 'person' ? [mine.id] : []),
  ];
  const caller = [...access.people, ...(broughtBack ? earlier : [])];
  // A card that comes back says what its person was then, who may be something else by now; an entry was signed in one of their roles.
  const roleThen = mine.type === 'person' ? null : speakingRole(known, mine);
  const speaker = broughtBack ? roleThen : role;
  const allowed = may({ role, kind, type: mine.type, before, after, removed, caller, speaker });
  if (!allowed.ok) return refused(allowed.code, allowed.fields);
  if (removed || broughtBack || isCertified(access.account, { before, after })) return null;
  return refused('FieldsRefused', ['certified']);
};

/** Of the roles that its author was let in with the one in which it can have been said; else the one that they have. */
const speakingRole = (known: KnownPerson | null, { body }: PushRow['mine']): Role | null => {
  if (known === null || known.role === null) return null;
  const fits = known.otherRoles?.find((role) => sideOfRole(role) === body['side']);
  return sideOfRole(known.role) === body['side'] ? known.role : (fits ?? known.role);
};

/** What this build can't judge is kept untouched for the family, and refused to those whose rights depend on judging it. */
const judgeBody = (
  mine: PushRow['mine'],
  kind: SpaceKind,
  keepsUnknown: boolean,
): Extract<Verdict, { kind: 'refused' }> | null => {
  if (!isRecordType(mine.type)) return keepsUnknown ? null : refused('UnknownType', []);
  const definition = definitionByType[mine.type];
  // Many an id follows from what it is for, a thread's from its space, an award's from its quote: under such an id another type would
  // pass for it, or take its place before it comes.
  if (typeOfId(mine.id) !== mine.type) return refused('Malformed', ['id']);
  const spaces: readonly SpaceKind[] = definition.spaces;
  if (!spaces.includes(kind)) return refused('NotAllowed', ['space']);
  if (mine.v > definition.version) return keepsUnknown ? null : refused('UnknownType', []);
  const parsed = parseBody(mine.type, mine.body, mine.v);
  if (!parsed.ok) return refused('Malformed', parsed.error.fields);
  return mine.type === 'approval' && !isSoundEntry(mine) ? refused('Malformed', ['signature']) : null;
};

const refused = (code: RefusalCode, fields: readonly string[]): Extract<Verdict, { kind: 'refused' }> => ({
  kind: 'refused',
  code,
  fields: [...fields],
});

/** The names of record fields in what zod found, without the path around them. */
const fieldsOf = (issues: readonly { readonly path: readonly PropertyKey[] }[]): readonly string[] => [
  ...new Set(issues.map(({ path }) => String((path[0] === 'mine' ? path[1] : path[0]) ?? 'row'))),
];
