// What must hold when everything is quiet again: nothing lost, nobody diverged, nothing leaked. Pure.
import { sameValue } from '../../domain/kernel/same-value.ts';
import { stampTime } from '../../domain/kernel/stamp.ts';
import type { AnyRecord } from '../../domain/records/envelope.ts';
import { eventBody } from '../../domain/records/event.ts';
import { definitionByType, isRecordType } from '../../domain/records/registry.ts';
import { checksumOf, sameChecksum } from '../../domain/sync/checksum.ts';
import type { Snapshot, Written } from './messages.ts';
import { judgeDeeds } from './oracle-of-deeds.ts';

export interface DeviceAtRest {
  readonly name: string;
  readonly snapshot: Snapshot;
  /** Spaces this device's account may read now, by the conductor's own account of grants and the server's. */
  readonly mayRead: ReadonlySet<string>;
  /** Everything the server hands this device's account from the beginning, tombstones left out. */
  readonly server: ReadonlyMap<string, AnyRecord>;
  /** Persons bound to the account. */
  readonly people: readonly string[];
}

export interface Findings {
  readonly lost: readonly string[];
  readonly diverged: readonly string[];
  readonly leaked: readonly string[];
}

export const judge = (devices: readonly DeviceAtRest[]): Findings => {
  const ofDeeds = judgeDeeds(devices);
  return {
    lost: [...lostEdits(devices), ...ofDeeds.lost],
    diverged: [...devices.flatMap(divergence), ...unequalSums(devices), ...ofDeeds.diverged],
    leaked: [...devices.flatMap(leaks), ...ofDeeds.leaked],
  };
};

export const isClean = ({ lost, diverged, leaked }: Findings): boolean =>
  lost.length + diverged.length + leaked.length === 0;

const divergence = ({ name, snapshot, server, mayRead }: DeviceAtRest): readonly string[] => {
  const here = new Map(snapshot.records.map((record) => [record.key, record]));
  const missing = [...server.values()].flatMap((there) => {
    const held = here.get(there.key);
    if (held === undefined) return [`${name} misses ${there.key} (${there.stamp})`];
    if (held.stamp !== there.stamp) return [`${name} has ${there.key} as ${held.stamp}, the server as ${there.stamp}`];
    return sameValue(held, there) ? [] : [`${name} has other words under the same stamp: ${there.key} ${there.stamp}`];
  });
  const extra = snapshot.records
    .filter(({ key, space }) => mayRead.has(space) && !server.has(key))
    .map(({ key, stamp }) => `${name} has ${key} (${stamp}), the server has not`);
  const asked = [...server.values()]
    .filter(({ stamp }) => stampTime(stamp) === 0)
    .map(({ key }) => `the server took for a write what only asked: ${key}`);
  return [
    ...snapshot.uncoded.map((answer) => `${name} was answered without a code: ${answer}`),
    ...(snapshot.showsWhatIsThere ? [] : [`${name} shows other steps than it holds`]),
    ...(snapshot.status.state === 'live'
      ? []
      : [`${name} is ${snapshot.status.state} ${snapshot.status.problem ?? ''}`]),
    ...missing,
    ...extra,
    ...asked,
  ];
};

/** Devices that may read the same space hold the same of it, by the checksum that the product itself compares. */
const unequalSums = (devices: readonly DeviceAtRest[]): readonly string[] => {
  const spaces = new Set(devices.flatMap(({ mayRead }) => [...mayRead]));
  return [...spaces].flatMap((space) => {
    const sums = devices
      .filter(({ mayRead }) => mayRead.has(space))
      .map(({ name, snapshot }) => {
        const states = snapshot.records.filter((record) => record.space === space);
        return { name, sum: checksumOf(states.map(({ key, stamp }) => ({ key, stamp, _deleted: false }))) };
      });
    const [first] = sums;
    if (first === undefined || sums.every(({ sum }) => sameChecksum(sum, first.sum))) return [];
    return [`checksums of ${space}: ${sums.map(({ name, sum }) => `${name} ${sum.count} ${sum.hash}`).join(', ')}`];
  });
};

/** One's own words may stay on one's own device; another's may not, where they may not be read. */
const leaks = ({ name, snapshot, server, mayRead, people }: DeviceAtRest): readonly string[] => [
  ...snapshot.records
    .filter(({ space, createdBy }) => !mayRead.has(space) && !people.includes(createdBy))
    .map(({ key }) => `${name} holds ${key}, being ${snapshot.status.state} ${snapshot.status.problem ?? ''}`),
  ...[...server.values()].filter(({ space }) => !mayRead.has(space)).map(({ key }) => `${name} is handed ${key}`),
];

const lostEdits = (devices: readonly DeviceAtRest[]): readonly string[] => {
  const onServer = new Map(devices.flatMap(({ server }) => [...server]));
  const all = devices.flatMap(({ snapshot }) => snapshot.written);
  const writtenByKey = Map.groupBy(all, ({ key }) => key);
  const trays = Map.groupBy(
    devices.flatMap(({ snapshot }) => snapshot.tray),
    ({ row }) => row.key,
  );
  const recordsOf = devices.map(({ people, snapshot }) => ({
    people,
    held: new Map(snapshot.records.map((record) => [record.key, record])),
  }));
  const told = toldByEvents([...onServer.values(), ...devices.flatMap(({ snapshot }) => snapshot.records)]);
  // A mark in the history says what became of another deed; whose access ended keeps no history of the space.
  const edits = all.filter(({ type }) => type !== 'event');
  return edits.flatMap((edit) => {
    const isTold = (field: string): boolean =>
      edit.command === 'newer' || told.has(toldAs(edit.key, field, edit.fields[field]?.value));
    const kept = (trays.get(edit.key) ?? []).map(({ row }) => row);
    // What never was anyone else's may be on its author's device alone.
    const own = recordsOf.filter(({ people }) => people.includes(edit.by)).map(({ held }) => held.get(edit.key));
    const records = [onServer.get(edit.key), ...own, ...NOWHERE].filter((record) => record !== undefined);
    const others = (writtenByKey.get(edit.key) ?? []).filter(({ stamp }) => stamp !== edit.stamp);
    return Object.keys(edit.fields)
      .filter((field) => !records.some((record) => isAccountedFor(edit, field, { record, others, kept, isTold })))
      .map(
        (field) =>
          `${edit.command} of ${edit.key}.${field} at ${edit.stamp} by ${edit.by}: ${JSON.stringify(edit.fields[field]?.value)}; stands: ${JSON.stringify(records.map((record) => [record.body[field], record.past]))}; in trays: ${JSON.stringify(kept.map((row) => [row.stamp, row.body[field], row.past]))}`,
      );
  });
};

/** Where there is no record at all, what was replaced or is in a tray still counts. */
const NOWHERE: readonly Pick<AnyRecord, 'body' | 'past'>[] = [{ body: {}, past: {} }];

interface Where {
  readonly record: Pick<AnyRecord, 'body' | 'past'>;
  readonly others: readonly Written[];
  readonly kept: readonly AnyRecord[];
  /** Whether some event tells that the field was set to it. */
  readonly isTold: (field: string) => boolean;
}

const toldAs = (key: string, field: string, value: unknown): string => JSON.stringify([key, field, value ?? null]);

/** What the events tell: each field of each record with every value it was ever set to. */
const toldByEvents = (records: readonly AnyRecord[]): ReadonlySet<string> => {
  const told = new Set<string>();
  for (const { body } of records.filter(({ type }) => type === 'event')) {
    const { changes } = eventBody.parse(body);
    for (const { key, fields } of changes)
      for (const [field, [, after]] of Object.entries(fields)) told.add(toldAs(key, field, after));
  }
  return told;
};

/** In the record, among what it keeps of the past, replaced by someone who saw it, or in a tray. */
const isAccountedFor = (edit: Written, field: string, { record, others, kept, isTold }: Where): boolean => {
  const mine = edit.fields[field];
  if (mine === undefined) return true;
  const holds = (value: unknown): boolean => covers(value ?? null, mine, { type: edit.type, field });
  /** A merge that was refused is in the tray with what it kept of the past. */
  const carries = ({ body, past }: Where['record']): boolean =>
    holds(body[field]) ||
    past.superseded?.some((entry) => entry.field === field && holds(entry.value)) === true ||
    past.contested?.some((entry) => entry.field === field && entry.values.some(({ value }) => holds(value))) === true;
  return (
    carries(record) ||
    // Only the last ten are kept; what came before them is told by its event.
    ((record.past.superseded ?? []).length >= 10 && isTold(field)) ||
    others.some(({ fields }) => fields[field]?.seen.some(holds) === true) ||
    kept.some(carries)
  );
};

/** Whether a value says what the edit said: the same, or, where both sides of a merge are kept, all that was added. */
const covers = (
  value: unknown,
  { value: mine, was }: { readonly value: unknown; readonly was: unknown },
  { type, field }: { readonly type: string; readonly field: string },
): boolean => {
  if (sameValue(value, mine)) return true;
  const rules: Readonly<Record<string, string>> = isRecordType(type) ? definitionByType[type].merge : {};
  switch (rules[field]) {
    case 'text': {
      if (typeof value !== 'string' || typeof mine !== 'string') return false;
      const old = new Set(typeof was === 'string' ? was.split('\n') : []);
      const lines = new Set(value.split('\n'));
      return mine.split('\n').every((line) => old.has(line) || lines.has(line));
    }
    case 'set': {
      if (!Array.isArray(value) || !Array.isArray(mine)) return false;
      const old: readonly unknown[] = Array.isArray(was) ? was : [];
      return mine.every((element) => old.includes(element) || value.includes(element));
    }
    case 'map': {
      const [now, set, old] = [entriesOf(value), entriesOf(mine), entriesOf(was)];
      return Object.keys(set).every((name) => sameValue(set[name], old[name]) || sameValue(set[name], now[name]));
    }
    case undefined:
    default:
      return false;
  }
};

const entriesOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
