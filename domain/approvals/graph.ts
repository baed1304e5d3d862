// The hash graph of a space: which entries can be relied on, what is broken, and which entries nobody has answered yet. Pure.
import type { PersonId, RecordId } from '../kernel/ids.ts';
import { keyOf } from '../kernel/ids.ts';
import type { AnyRecord } from '../records/envelope.ts';
import { recordAs, parseBody, type RecordOf } from '../records/registry.ts';
import type { Side } from '../records/approval.ts';
import { ancestors, type Seen } from './ancestors.ts';
import { entryIdOf } from './entry.ts';

/** Who a device's key belongs to, as the person's name cards say. */
export interface KnownKeys {
  /**
   * `certified`: brought to the server at signing in. `claimed`: said by the person, and by nobody else yet. `heard`: said by others,
   * and not by the person. Null: not theirs.
   */
  readonly of: (person: PersonId, device: string) => 'certified' | 'claimed' | 'heard' | null;
  /** The side that they are on, and each that they were on before; null where this device has no card of theirs. */
  readonly sidesOf: (person: PersonId) => ReadonlySet<Side> | null;
}

/** An entry with what only arithmetic can tell of it. */
export interface Checked {
  readonly record: AnyRecord;
  /** SHA-256 of its text. */
  readonly hash: string;
  /** The signature is that of the key it names, over its text. */
  readonly signed: boolean;
}

export type FindingCode = 'EntryChanged' | 'SignatureForged' | 'KeyUnknown' | 'SideWrong' | 'ParentMissing';

export interface Finding {
  readonly code: FindingCode;
  readonly entry: RecordId;
  /** Person who is named as its author. */
  readonly by: PersonId;
}

export interface Entry {
  readonly id: RecordId;
  readonly by: PersonId;
  readonly body: RecordOf<'approval'>['body'];
  readonly certified: boolean;
  /** False where only others say that the key is its author's: then it is shown, and no more. */
  readonly counts: boolean;
  /** Every entry that its author had seen, near and far. */
  readonly seen: Seen;
}

export interface Graph {
  /** Those that count, each after all that it had seen; where neither saw the other, by id. */
  readonly entries: readonly Entry[];
  /** Those that are shown and count for nothing, in the same order. */
  readonly heard: readonly Entry[];
  readonly findings: readonly Finding[];
  /** What the next entry has to name. */
  readonly heads: readonly RecordId[];
}

/** The same for the same records in any order. An entry that can't be relied on is a finding and counts for nothing. */
export const judgeGraph = (checked: readonly Checked[], keys: KnownKeys): Graph => {
  const sorted = checked.toSorted((a, b) => (a.record.key < b.record.key ? -1 : 1));
  const problems = sorted.map((one) => ({ record: one.record, code: problemOf(one, keys) }));
  // Signed as it stands, whoever signed it: others may name it.
  const sound = problems.filter(({ code }) => code !== 'EntryChanged' && code !== 'SignatureForged');
  const parentsById = new Map(sound.map(({ record }) => [record.id, headsOf(record)]));
  const named = new Set([...parentsById.values()].flat());
  const findings = problems.flatMap(({ record, code }): Finding[] => {
    const found = code === null && headsOf(record).some((id) => !parentsById.has(id)) ? 'ParentMissing' : code;
    return found === null ? [] : [{ code: found, entry: record.id, by: record.createdBy }];
  });
  const seenBy = ancestors(parentsById);
  const all = sound.flatMap(({ record, code }): Entry[] => {
    const typed = recordAs('approval', record);
    if (code !== null || typed === null) return [];
    const { id, createdBy: by, body } = typed;
    const key = keys.of(by, body.device);
    return [{ id, by, body, certified: key === 'certified', counts: key !== 'heard', seen: seenBy(id) }];
  });
  const inOrder = all.toSorted(bySeen);
  return {
    entries: inOrder.filter(({ counts }) => counts),
    heard: inOrder.filter(({ counts }) => !counts),
    findings,
    heads: [...parentsById.keys()].filter((id) => !named.has(id)),
  };
};

/** Whoever saw another saw more than they did. */
export const bySeen = (a: Entry, b: Entry): number => a.seen.size - b.seen.size || (a.id < b.id ? -1 : 1);

const headsOf = (record: AnyRecord): readonly RecordId[] => recordAs('approval', record)?.body.heads ?? [];

const problemOf = ({ record, hash, signed }: Checked, keys: KnownKeys): FindingCode | null => {
  const { id, key, space, parent, by, createdBy, trashedAt, v } = record;
  const body = parseBody('approval', record.body, v);
  const asMade = by === createdBy && trashedAt === 0 && parent === '' && key === keyOf(space, id);
  if (record.type !== 'approval' || !body.ok || !asMade || id !== entryIdOf(hash)) return 'EntryChanged';
  if (!signed) return 'SignatureForged';
  if (keys.of(createdBy, body.value.device) === null) return 'KeyUnknown';
  return keys.sidesOf(createdBy)?.has(body.value.side) === false ? 'SideWrong' : null;
};
