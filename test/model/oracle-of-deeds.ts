// What must hold of deeds when everything is quiet: what was signed stays and means the same everywhere, votes are their own
// people's, and what is held back and what is paid now sum to what it was. Pure.
import { heldKey } from '../../domain/commands/cost.ts';
import type { RecordKey } from '../../domain/kernel/ids.ts';
import { money } from '../../domain/kernel/money.ts';
import { sameValue } from '../../domain/kernel/same-value.ts';
import type { AnyRecord } from '../../domain/records/envelope.ts';
import type { Written } from './messages.ts';
import type { DeviceAtRest, Findings } from './oracle.ts';

export const judgeDeeds = (devices: readonly DeviceAtRest[]): Findings => {
  const written = Map.groupBy(
    devices.flatMap(({ snapshot }) => snapshot.written),
    ({ key }) => key,
  );
  const standing = devices.flatMap(({ name, snapshot, server }) => [
    { where: name, records: snapshot.records },
    { where: `what ${name} is handed`, records: [...server.values()] },
  ]);
  return {
    lost: [...standing.flatMap((one) => changedEntries(one, written)), ...unevenSums(devices, written)],
    diverged: [
      ...otherJudgements(devices),
      ...devices.flatMap(({ name, snapshot }) => snapshot.broken.map((what) => `${name} finds ${what}`)),
    ],
    leaked: standing.flatMap((one) => foreignVotes(one, written)),
  };
};

interface Standing {
  readonly where: string;
  readonly records: readonly AnyRecord[];
}

type WrittenByKey = ReadonlyMap<string, readonly Written[]>;

/** Once signed, an entry is what it was, wherever it is. That it is anywhere at all, oracle.ts asks of every write. */
const changedEntries = ({ where, records }: Standing, written: WrittenByKey): readonly string[] =>
  records
    .filter(({ type }) => type === 'approval')
    .filter(({ key, body, trashedAt, past }) => {
      const said = (written.get(key) ?? []).find(({ made }) => made)?.fields ?? {};
      const first = Object.fromEntries(Object.entries(said).map(([name, { value }]) => [name, value]));
      return !sameValue(body, first) || trashedAt !== 0 || !sameValue(past, {});
    })
    .map(({ key, body }) => `${where} has an approval that is not as it was signed: ${key} ${JSON.stringify(body)}`);

/** Devices that read the same space make the same of what was signed in it. */
const otherJudgements = (devices: readonly DeviceAtRest[]): readonly string[] => {
  const spaces = new Set(devices.flatMap(({ snapshot }) => Object.keys(snapshot.agreedBySpace)));
  return [...spaces].flatMap((space) => {
    const readers = devices.filter(({ mayRead }) => mayRead.has(space));
    const [first, ...others] = readers.map(({ name, snapshot }) => ({ name, says: snapshot.agreedBySpace[space] }));
    return others
      .filter(({ says }) => says !== first?.says)
      .map(({ name, says }) => `${name} judges ${space} otherwise than ${first?.name}: ${says} and not ${first?.says}`);
  });
};

/** A vote stands only as its own person once cast it. */
const foreignVotes = ({ where, records }: Standing, written: WrittenByKey): readonly string[] =>
  records
    .filter(({ type }) => type === 'decision')
    .flatMap(({ key, body }) => {
      const edits = written.get(key) ?? [];
      return Object.entries(membersOf(body['votes']))
        .filter(
          ([person, choice]) =>
            !edits.some(({ by, fields }) => by === person && membersOf(fields['votes']?.value)[person] === choice),
        )
        .map(([person, choice]) => `${where} has a vote that was never cast: ${key} ${person} ${String(choice)}`);
    });

const membersOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};

/** Of costs of which nothing but holding back has touched the amount since they were made. */
const unevenSums = (devices: readonly DeviceAtRest[], written: WrittenByKey): readonly string[] => {
  const onServer = new Map(devices.flatMap(({ server }) => [...server]));
  const inTrays = new Set(devices.flatMap(({ snapshot }) => snapshot.tray.map(({ row }) => row.key)));
  return [...written].flatMap(([key, edits]) => {
    const made = edits.find(({ made: isNew, type, command }) => isNew && type === 'cost' && command === 'cost.add');
    const cost = onServer.get(key);
    if (made === undefined || cost === undefined) return [];
    const parts = [cost, ...heldBackOf(key, onServer)];
    if (parts.length === 1 || parts.some((part) => inTrays.has(part.key))) return [];
    const all = parts.flatMap((part) => written.get(part.key) ?? []);
    const others = all.filter(({ command }) => command !== 'cost.add' && command !== 'cost.holdBack');
    if (others.some(touchesAmount)) return [];
    // Held back twice, apart, two figures may stand side by side until a person says which of them is; otherwise nobody is asked.
    const isTwice = parts.some((part, nth) => timesHeldBack(written.get(part.key)) > (nth === 0 ? 1 : 2));
    return ['amount', 'tax'].flatMap((field) => {
      const isAsked = parts.some(({ past }) => past.contested?.some((contest) => contest.field === field));
      if (isAsked && isTwice) return [];
      if (isAsked) return [`${field} of ${key} was held back of once, and a person is asked which figure is right`];
      const was = minorOf(made.fields[field]?.value);
      const amounts = parts.map(({ body }) => minorOf(body[field]));
      return was === amounts.reduce((sum, amount) => sum + amount, 0)
        ? []
        : [`${field} of ${key} was ${was}, and is ${amounts.join(' and ')} held back`];
    });
  });
};

/** What was held back of it, of that, and so on. */
const heldBackOf = (key: RecordKey, onServer: ReadonlyMap<string, AnyRecord>): readonly AnyRecord[] => {
  const held = onServer.get(heldKey(key));
  return held === undefined ? [] : [held, ...heldBackOf(held.key, onServer)];
};

/** Once for a part that was made by it, and once each time that something was held back of it. */
const timesHeldBack = (edits: readonly Written[] = []): number =>
  edits.filter(({ command }) => command === 'cost.holdBack').length;

/** To the trash and back is one that changes no field: then it was thrown away by hand. */
const touchesAmount = ({ fields }: Written): boolean =>
  'amount' in fields || 'tax' in fields || Object.keys(fields).length === 0;

const minorOf = (value: unknown): number => money.safeParse(value).data?.minor ?? 0;
