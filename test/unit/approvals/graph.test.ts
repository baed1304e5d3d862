// The hash graph breaks on any tampering and survives honest forks, in whichever order its entries came.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { ancestors, seenByAny } from '../../../domain/approvals/ancestors.ts';
import type { Entry, Graph } from '../../../domain/approvals/graph.ts';
import { headsToName } from '../../../domain/approvals/heads.ts';
import { changeStanding } from '../../../domain/approvals/standing.ts';
import { MOST_HEADS } from '../../../domain/records/approval.ts';
import { keyOf } from '../../../domain/kernel/ids.ts';
import type { AnyRecord } from '../../../domain/records/envelope.ts';
import type { Verdict } from '../../../domain/records/approval.ts';
import { ANNA, BEN, MILLER, PRIVATE } from '../../support/records.ts';
import { aSigner, CHANGE, CONTENT, entryBy, graphOf, PARTY_SPACE, type Signer } from '../../support/signed-entries.ts';

const anna = aSigner(ANNA, 'family');
const ben = aSigner(BEN, 'family');
const miller = aSigner(MILLER, 'contractor');
const SIGNERS = [anna, ben, miller];

/** What a device does: hears of some of what there is, and signs over the heads it sees. */
interface Move {
  readonly who: number;
  /** Who it meets before it signs, if anyone. */
  readonly meets: number | null;
  readonly verdict: Verdict;
}

const move = fc.record({
  who: fc.nat({ max: SIGNERS.length - 1 }),
  meets: fc.option(fc.nat({ max: SIGNERS.length - 1 })),
  verdict: fc.constantFrom<Verdict>('propose', 'approve', 'decline', 'withdraw'),
});

/** Three devices that sign and meet as the moves say; answers every entry that was ever signed. */
const play = (moves: readonly Move[]): readonly AnyRecord[] => {
  const held = SIGNERS.map(() => new Map<string, AnyRecord>());
  for (const [index, { who, meets, verdict }] of moves.entries()) {
    const own = held[who] ?? new Map<string, AnyRecord>();
    if (meets !== null) for (const [id, record] of held[meets] ?? []) own.set(id, record);
    const { heads } = graphOf([...own.values()], SIGNERS);
    const entry = entryBy(SIGNERS[who] ?? anna, { verdict, heads, reason: `move ${index}`, at: index });
    own.set(entry.id, entry);
  }
  return [...new Map(held.flatMap((some) => Array.from(some))).values()];
};

const told = ({ entries, findings, heads }: Graph) => ({
  entries: entries.map(({ id, seen }) => [
    id,
    seen.size,
    entries.filter((other) => seen.has(other.id)).map((other) => other.id),
  ]),
  findings,
  heads: [...heads].toSorted(),
});

test('honest forks join without a finding, and the order in which entries came changes nothing', () => {
  fc.assert(
    fc.property(fc.array(move, { minLength: 1, maxLength: 12 }), fc.infiniteStream(fc.nat()), (moves, chance) => {
      const all = play(moves);
      const inOrder = graphOf(all, SIGNERS);
      expect(inOrder.findings).toEqual([]);
      expect(inOrder.entries).toHaveLength(all.length);
      const mixed = all.map((record) => [chance.next().value ?? 0, record] as const).toSorted(([a], [b]) => a - b);
      expect(
        told(
          graphOf(
            mixed.map(([, record]) => record),
            SIGNERS,
          ),
        ),
      ).toEqual(told(inOrder));
      // One who comes later and has heard all joins every fork.
      const last = entryBy(anna, { verdict: 'approve', heads: inOrder.heads, at: 99 });
      const joined = graphOf([...all, last], SIGNERS);
      expect(joined.heads).toEqual([last.id]);
      expect(joined.entries.at(-1)?.seen.size).toBe(all.length);
    }),
    { numRuns: 25, seed: 6 },
  );
});

/** What each entry had seen, as a list of its own for each: how it was worked out before chains. */
const plainAncestors = (
  parentsById: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, ReadonlySet<string>> => {
  const seenById = new Map<string, ReadonlySet<string>>();
  const seenOf = (id: string): ReadonlySet<string> => {
    const parents = parentsById.get(id) ?? [];
    const here = parents.filter((parent) => parentsById.has(parent));
    const seen = seenById.get(id) ?? new Set([...here, ...here.flatMap((parent) => Array.from(seenOf(parent)))]);
    seenById.set(id, seen);
    return seen;
  };
  for (const id of parentsById.keys()) seenOf(id);
  return seenById;
};

/** Each names some of those before it: few or many, near or far, one twice, and some that are not here. */
const names = fc.array(fc.array(fc.nat({ max: 30 }), { maxLength: 5 }), { minLength: 1, maxLength: 30 });

test('who had seen what is told by chains as by a list for each, whatever names whatever and whatever is missing', () => {
  fc.assert(
    fc.property(
      names,
      fc.array(fc.nat({ max: 29 }), { maxLength: 4 }),
      fc.infiniteStream(fc.nat()),
      (named, gone, chance) => {
        const all = named.map((own, place): readonly [string, string[]] => [
          `e${place}`,
          own.map((back) => (back < place ? `e${place - 1 - back}` : `missing${back}`)),
        ]);
        const here = all.filter((_, place) => !gone.includes(place));
        const mixed = here.map((one) => [chance.next().value ?? 0, one] as const).toSorted(([a], [b]) => a - b);
        const parentsById = new Map(mixed.map(([, one]) => one));
        const seenBy = ancestors(parentsById);
        const ids = [...all.map(([id]) => id), ...all.flatMap(([, own]) => own)];
        for (const [id, seen] of plainAncestors(parentsById)) {
          expect(seenBy(id).size).toBe(seen.size);
          expect(ids.filter((other) => seenBy(id).has(other))).toEqual(ids.filter((other) => seen.has(other)));
        }
      },
    ),
    { numRuns: 300, seed: 6 },
  );
});

test('where a change order stands is the same by chains as by a list for each, also where entries are missing', () => {
  fc.assert(
    fc.property(fc.array(move, { minLength: 1, maxLength: 14 }), fc.nat(), (moves, which) => {
      const played = play(moves);
      const records = played.filter((_, place) => place !== which % (played.length + 1));
      const { entries } = graphOf(records, SIGNERS);
      const seenById = plainAncestors(new Map(entries.map(({ id, body }) => [id, body.heads])));
      const listed = entries.map((entry): Entry => Object.assign({}, entry, { seen: seenById.get(entry.id) }));
      const record = { key: CHANGE, space: PARTY_SPACE, type: 'change', past: {} } as const;
      const { words, ...standing } = changeStanding({ record, entries, content: CONTENT });
      const plain = changeStanding({ record, entries: listed, content: CONTENT });
      expect({ ...standing, words: words.map(({ id }) => id) }).toEqual({
        ...plain,
        words: plain.words.map(({ id }) => id),
      });
      const isLast = (entry: Entry): boolean =>
        !listed.some(({ seen, body }) => body.side === entry.body.side && seen.has(entry.id));
      expect(new Set(words.map(({ id }) => id))).toEqual(new Set(listed.filter(isLast).map(({ id }) => id)));
    }),
    { numRuns: 40, seed: 6 },
  );
});

test('twenty thousand entries of two devices that part and meet again are told apart in no more memory than a few lists', () => {
  const parentsById = new Map<string, readonly string[]>();
  let heads: readonly string[] = [];
  for (let n = 0; n < 20_000; n += 3) {
    parentsById
      .set(`a${n}`, heads)
      .set(`b${n}`, heads)
      .set(`c${n}`, [`a${n}`, `b${n}`]);
    heads = [`c${n}`];
  }
  const seenBy = ancestors(parentsById);
  const last = seenBy('c19998');
  expect(last.size).toBe(20_000);
  expect([last.has('a0'), last.has('b19998'), last.has('c19998')]).toEqual([true, true, false]);
  expect([seenBy('a300').has('b300'), seenBy('a300').has('b297'), seenBy('a300').size]).toEqual([false, true, 300]);
});

/** Words that stand apart from each other, and as many that join one more of them each. */
const manyApart = (count: number): Map<string, readonly string[]> => {
  const parentsById = new Map<string, readonly string[]>();
  for (let n = 0; n < count; n += 1) parentsById.set(`r${n}`, []);
  for (let n = 0; n < count; n += 1) parentsById.set(`j${n}`, n === 0 ? ['r0'] : [`j${n - 1}`, `r${n}`]);
  return parentsById;
};

test('who had seen what of very many that stand apart is told as by a list for each, and what several had seen together', () => {
  const parentsById = manyApart(90);
  // Some that go on from a few of them, from one, and from what others had seen already.
  parentsById
    .set('few', ['r80', 'r81', 'j3'])
    .set('on', ['j70'])
    .set('further', ['on'])
    .set('both', ['further', 'few', 'j2', 'r88', 'gone'])
    .set('last', ['both', 'j89']);
  const seenBy = ancestors(parentsById);
  const ids = [...parentsById.keys()];
  const plain = plainAncestors(parentsById);
  for (const [id, seen] of plain) {
    expect(seenBy(id).size).toBe(seen.size);
    expect(ids.filter((other) => seenBy(id).has(other))).toEqual(ids.filter((other) => seen.has(other)));
  }
  for (const some of [['few', 'j50'], ['r1', 'r2'], ['further', 'few', 'j10'], ids]) {
    const isSeen = seenByAny(some.map(seenBy));
    expect(ids.filter(isSeen)).toEqual(ids.filter((id) => some.some((one) => plain.get(one)?.has(id))));
  }
});

test('twenty thousand entries that one device wrote apart on purpose take a bit for each two of them', () => {
  const before = process.memoryUsage();
  const seenBy = ancestors(manyApart(10_000));
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  // With a number for each chain it was two gigabytes.
  expect(heapUsed - before.heapUsed + arrayBuffers - before.arrayBuffers).toBeLessThan(200_000_000);
  const last = seenBy('j9999');
  expect([last.size, last.has('r0'), last.has('j9998'), seenBy('j5000').has('r5001')]).toEqual([
    19_999,
    true,
    true,
    false,
  ]);
});

/** Every place in a value where a text, a number or a list item can be altered, and a copy with that altered. */
const altered = (value: unknown, flip: number): readonly unknown[] => {
  if (typeof value === 'string') {
    if (value === '') return ['x'];
    const at = flip % value.length;
    const bit = String.fromCharCode(value.charCodeAt(at) ^ (1 << (flip % 7)));
    return [value.slice(0, at) + bit + value.slice(at + 1), value.slice(0, at) + value.slice(at + 1), `${value}x`];
  }
  if (typeof value === 'number') return [value + 1 + flip];
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    return [
      [...items, items[0] ?? 'x'],
      ...(items.length > 0 ? [items.slice(1)] : []),
      ...items.flatMap((item, at) => altered(item, flip).map((other) => items.with(at, other))),
    ];
  }
  return [];
};

const tampered = (record: AnyRecord, flip: number): readonly AnyRecord[] => {
  const { body } = record;
  const but = (other: Partial<AnyRecord>): AnyRecord => ({ ...record, ...other });
  const saying = (name: string, value: unknown): AnyRecord => but({ body: { ...body, [name]: value } });
  const inBody = Object.entries(body).flatMap(([name, value]) =>
    altered(value, flip).map((other) => saying(name, other)),
  );
  const { reason: _reason, ...less } = body;
  return [
    ...inBody,
    { ...record, body: { ...body, more: 'than was signed' } },
    { ...record, body: less },
    ...[ANNA, BEN, MILLER].filter((id) => id !== record.by).map((id) => but({ by: id, createdBy: id })),
    { ...record, by: record.by === ANNA ? BEN : ANNA },
    { ...record, trashedAt: 5 },
    { ...record, parent: record.key },
    { ...record, journey: `${record.journey.slice(0, -1)}2` },
    but({ space: PRIVATE, key: keyOf(PRIVATE, record.id) }),
    ...altered(record.id, flip).map((id) => but({ id: String(id), key: keyOf(record.space, String(id)) })),
  ];
};

test('whatever is altered of an entry is found, and what it says counts for nothing', () => {
  fc.assert(
    fc.property(fc.array(move, { minLength: 1, maxLength: 5 }), fc.nat(), fc.nat(), (moves, which, flip) => {
      const all = play(moves);
      const victim = all[which % all.length];
      if (victim === undefined) throw new Error('nothing was signed');
      for (const other of tampered(victim, flip)) {
        const graph = graphOf(
          all.map((record) => (record === victim ? other : record)),
          SIGNERS,
        );
        expect(graph.findings.filter(({ entry }) => entry === other.id).length).toBeGreaterThan(0);
        expect(graph.entries.map(({ id }) => id)).not.toContain(other.id);
      }
    }),
    { numRuns: 20, seed: 6 },
  );
});

test('an entry that is left out is missed by everyone who had seen it', () => {
  fc.assert(
    fc.property(fc.array(move, { minLength: 2, maxLength: 12 }), fc.nat(), (moves, which) => {
      const all = play(moves);
      const { heads } = graphOf(all, SIGNERS);
      const answered = all.filter(({ id }) => !heads.includes(id));
      const gone = answered[which % Math.max(answered.length, 1)];
      if (gone === undefined) return;
      const { findings } = graphOf(
        all.filter((record) => record !== gone),
        SIGNERS,
      );
      expect(new Set(findings.map(({ code }) => code))).toEqual(new Set(['ParentMissing']));
    }),
    { numRuns: 25, seed: 6 },
  );
});

test('an entry that its own author signs anew over other words has another id, so that whoever saw the first one misses it', () => {
  const first = entryBy(miller, { verdict: 'propose', heads: [], reason: '300 more' });
  const answer = entryBy(anna, { verdict: 'approve', heads: [first.id] });
  const other = entryBy(miller, { verdict: 'propose', heads: [], reason: '900 more' });
  expect(graphOf([other, answer], SIGNERS).findings).toEqual([{ code: 'ParentMissing', entry: answer.id, by: ANNA }]);
  // Under the id of the first its words do not fit.
  const under = { ...other, id: first.id, key: first.key };
  expect(graphOf([under, answer], SIGNERS).findings.map(({ code }) => code)).toContain('EntryChanged');
});

test('a key that no card of its author names, and a word for the other side, count for nothing', () => {
  const stranger: Signer = { ...aSigner(ANNA, 'family') };
  const forged = entryBy(stranger, { verdict: 'approve', heads: [] });
  expect(graphOf([forged], SIGNERS)).toMatchObject({ entries: [], findings: [{ code: 'KeyUnknown', by: ANNA }] });
  const turned = entryBy({ ...miller, side: 'family' }, { verdict: 'approve', heads: [] });
  expect(graphOf([turned], SIGNERS)).toMatchObject({ entries: [], findings: [{ code: 'SideWrong', by: MILLER }] });
  // Signed by Miller's key in Anna's name.
  const borrowed = entryBy({ ...miller, person: ANNA, side: 'family' }, { verdict: 'approve', heads: [] });
  expect(graphOf([borrowed], SIGNERS)).toMatchObject({ entries: [], findings: [{ code: 'KeyUnknown' }] });
});

test('a chain of a thousand entries is judged', () => {
  let heads: readonly string[] = [];
  const all: AnyRecord[] = [];
  for (let n = 0; n < 1_000; n += 1) {
    const entry = entryBy(anna, { verdict: 'approve', heads, at: n, content: CONTENT });
    all.push(entry);
    heads = [entry.id];
  }
  const graph = graphOf(all.toReversed(), SIGNERS);
  expect(graph.findings).toEqual([]);
  expect(graph.entries.at(-1)?.id).toBe(heads[0]);
});

test('of more words than an entry may name those are named that hold one’s own, so that it stays the last', () => {
  const proposed = entryBy(anna, { verdict: 'propose', heads: [] });
  const seen = entryBy(miller, { verdict: 'approve', heads: [proposed.id] });
  const flood = Array.from({ length: 150 }, (_, nth) =>
    entryBy(miller, { verdict: 'decline', heads: [], reason: `flood ${nth}` }),
  );
  const all = [proposed, seen, ...flood];
  const { about } = graphOf(all, SIGNERS).entries[0]?.body ?? { about: '' };
  const heads = headsToName(graphOf(all, SIGNERS), { about, side: 'family' });
  expect(heads).toHaveLength(MOST_HEADS);
  expect(heads).toContain(seen.id);
  const declined = entryBy(anna, { verdict: 'decline', heads });
  const after = graphOf([...all, declined], SIGNERS);
  expect(after.entries.find(({ id }) => id === declined.id)?.seen.has(proposed.id)).toBe(true);
});

test('of thousands of words that each answer one other, the last ones are found without asking each about each', () => {
  const pairs = Array.from({ length: 2_000 }, (_, n) => [`r${n}`, n % 2 === 0 ? [] : [`r${n - 1}`]] as const);
  const seenBy = ancestors(new Map(pairs));
  let asked = 0;
  const [word] = graphOf([entryBy(miller, { verdict: 'propose', heads: [] })], SIGNERS).entries;
  if (word === undefined) throw new Error('no word');
  const entries = pairs.map(([id]): Entry => {
    const seen = seenBy(id);
    const has = (other: string): boolean => {
      asked += 1;
      return seen.has(other);
    };
    return { id, by: MILLER, body: word.body, certified: true, counts: true, seen: { ...seen, has } };
  });
  const record = { key: CHANGE, space: PARTY_SPACE, type: 'change', past: {} } as const;
  expect(changeStanding({ record, entries, content: CONTENT }).words).toHaveLength(1_000);
  expect(asked).toBeLessThan(10_000);
});
