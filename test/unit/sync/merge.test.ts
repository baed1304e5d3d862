// The three-way merge: what both sides did is in the record, in its superseded values, or stands contested.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeRecords } from '../../../domain/sync/merge.ts';
import type { AnyRecord } from '../../../domain/records/envelope.ts';
import { mergeText } from '../../../src-renderer/sync/records/merge-text.ts';
import { mergeText as serverMergeText } from '../../../sync-server/sync/merge-text.ts';
import { aRecord, ANNA, BEN, JOURNEY, PRIVATE, stampAt } from '../../support/records.ts';

const mint = (): string => stampAt(9_000, 'mmmmmmmm');
const body = {
  name: 'Tiles',
  notes: 'one\ntwo\nthree',
  state: 'todo',
  dependsOn: ['a|step_1', 'a|step_2'],
  assignee: null,
};
const base = aRecord({ body });
const edit = (changes: Readonly<Record<string, unknown>>, by: string, ms: number): AnyRecord =>
  aRecord({ body: { ...body, ...changes }, by, stamp: stampAt(ms, by === ANNA ? 'aaaaaaaa' : 'bbbbbbbb') });

test('[HS8] what no build here knows is merged like a register and never dropped, around a record and in its past', () => {
  const around = (record: AnyRecord, fields: object, past: object = {}): AnyRecord => ({ ...record, ...fields, past });
  const both = mergeRecords({
    base: around(base, { pinned: 1, grade: 'A' }),
    theirs: around(edit({ name: 'Tiling' }, BEN, 2_000), { pinned: 1, grade: 'B', theirs: true }, { seen: [1] }),
    mine: around(edit({ state: 'doing' }, ANNA, 3_000), { pinned: 2, grade: 'C', mine: true }, { noted: 'x' }),
    mint,
    mergeText,
  });
  expect(both).toMatchObject({ pinned: 2, grade: 'C', theirs: true, mine: true, past: { seen: [1], noted: 'x' } });
  // A build that does not know a field leaves it out by no wish of anyone.
  const left = mergeRecords({
    base: around(base, { pinned: 1 }),
    theirs: around(edit({ name: 'Tiling' }, BEN, 2_000), { pinned: 3 }),
    mine: edit({ state: 'doing' }, ANNA, 3_000),
    mint,
    mergeText,
  });
  expect(left).toMatchObject({ pinned: 3, body: { name: 'Tiling', state: 'doing' } });
});

test('members and fields that are called as every object has one are merged like any other, and none is dropped', () => {
  const names = ['constructor', 'toString', '__proto__', 'hasOwnProperty'];
  const named = (value: string): Readonly<Record<string, unknown>> =>
    Object.fromEntries(names.map((name) => [name, { what: value }]));
  const deliveries = (members: object, more: object, by: string, ms: number): AnyRecord =>
    edit({ deliveries: members, ...more }, by, ms);
  for (const from of [base, null]) {
    const merged = mergeRecords({
      base: from,
      theirs: deliveries({ a: { what: 'theirs' } }, {}, BEN, 3_000),
      mine: deliveries(named('mine'), named('field'), ANNA, 4_000),
      mint,
      mergeText,
    });
    const kept = merged.body['deliveries'] ?? {};
    expect(new Map(Object.entries(kept))).toEqual(
      new Map([['a', { what: 'theirs' }], ...Object.entries(named('mine'))] as const),
    );
    expect(Object.keys(merged.body)).toEqual(expect.arrayContaining(names));
  }
});

test('what the app made from a photo is not kept twice: no second set of pages, and no place that was taken out', () => {
  const seen = { v: 1, kind: 'room', colours: [] };
  const reading = (fields: object, by: string, ms: number): AnyRecord =>
    aRecord({
      space: PRIVATE,
      id: 'reading_1',
      type: 'reading',
      by,
      stamp: stampAt(ms, by === ANNA ? 'aaaaaaaa' : 'bbbbbbbb'),
      body: { pages: [], seen: null, seenFixes: {}, ...fields },
    });
  const merged = mergeRecords({
    base: reading({}, ANNA, 1_000),
    theirs: reading({ pages: ['long'], seen: { ...seen, place: { lat: 52.5, lon: 13.4 } } }, BEN, 2_000),
    mine: reading({ pages: ['longer'], seen, seenFixes: { kind: 'plan' } }, ANNA, 3_000),
    mint,
    mergeText,
  });
  expect(merged.body).toMatchObject({ pages: ['longer'], seen, seenFixes: { kind: 'plan' } });
  expect(JSON.stringify(merged)).not.toMatch(/52\.5|"long"/);
  expect(merged.past).toEqual({});
});

test('a place that a person does not want kept goes, whoever looked at the photo later and whoever merges', () => {
  const seen = { v: 2, kind: 'room', colours: [] };
  const place = { lat: 52.5, lon: 13.4 };
  const reading = (fields: object, by: string, ms: number): AnyRecord =>
    aRecord({
      space: PRIVATE,
      id: 'reading_1',
      type: 'reading',
      by,
      stamp: stampAt(ms, by === ANNA ? 'aaaaaaaa' : 'bbbbbbbb'),
      body: { pages: [], seen: { ...seen, place }, seenFixes: null, ...fields },
    });
  const refused = reading({ seen: { ...seen, place: null }, seenFixes: { noPlace: true } }, ANNA, 2_000);
  const later = reading({ seen: { ...seen, v: 3, place } }, BEN, 3_000);
  for (const from of [reading({}, ANNA, 1_000), null])
    for (const [theirs, mine] of [
      [refused, later],
      [later, refused],
    ] as const) {
      const merged = mergeRecords({ base: from, theirs, mine, mint, mergeText });
      expect(merged.body).toMatchObject({ seen: { v: 3, place: null }, seenFixes: { noPlace: true } });
      expect(JSON.stringify(merged)).not.toContain('52.5');
    }
});

describe('two edits of one step', () => {
  test('different fields are both kept', () => {
    const merged = mergeRecords({
      base,
      theirs: edit({ name: 'Tiling' }, BEN, 2_000),
      mine: edit({ state: 'doing' }, ANNA, 1_500),
      mint,
      mergeText,
    });
    expect(merged.body).toMatchObject({ name: 'Tiling', state: 'doing' });
    expect(merged.stamp).toBe(mint());
    expect(merged.past).toEqual({});
  });

  test('the same field: the later stamp wins, the other can be taken back', () => {
    const merged = mergeRecords({
      base,
      theirs: edit({ name: 'Bens' }, BEN, 2_000),
      mine: edit({ name: 'Annas' }, ANNA, 3_000),
      mint,
      mergeText,
    });
    expect(merged.body['name']).toBe('Annas');
    expect(merged.past.superseded).toEqual([
      { field: 'name', value: 'Bens', by: BEN, stamp: stampAt(2_000, 'bbbbbbbb') },
    ]);
  });

  test('nothing of mine missing: theirs itself, no new write', () => {
    const theirs = edit({ name: 'Bens' }, BEN, 2_000);
    expect(mergeRecords({ base, theirs, mine: base, mint, mergeText })).toBe(theirs);
  });

  test('sets are merged element by element', () => {
    const merged = mergeRecords({
      base,
      theirs: edit({ dependsOn: ['a|step_2', 'a|step_3'] }, BEN, 2_000),
      mine: edit({ dependsOn: ['a|step_1', 'a|step_2', 'a|step_4'] }, ANNA, 3_000),
      mint,
      mergeText,
    });
    expect(merged.body['dependsOn']).toEqual(['a|step_2', 'a|step_3', 'a|step_4']);
  });

  test.each([
    ['a device', mergeText],
    ['the server', serverMergeText],
  ])('on %s long text keeps both sides, also where they overlap', (_, merge) => {
    const notes = (theirs: string, mine: string): unknown =>
      mergeRecords({
        base,
        theirs: edit({ notes: theirs }, BEN, 2_000),
        mine: edit({ notes: mine }, ANNA, 3_000),
        mint,
        mergeText: merge,
      }).body['notes'];
    expect(notes('ONE\ntwo\nthree', 'one\ntwo\nTHREE')).toBe('ONE\ntwo\nTHREE');
    expect(notes('one\nben\nthree', 'one\nanna\nthree')).toBe('one\nben\nanna\nthree');
  });

  test('texts and lists that together are longer than may be: the later stands whole, the other can be taken back', () => {
    const many = (word: string, count: number): readonly string[] =>
      Array.from({ length: count }, (_, at) => `${word}${at}`);
    const [long, other] = [many('a', 2_500).join('\n'), many('b', 2_500).join('\n')];
    const [waits, instead] = [many(`${JOURNEY}|step_a`, 30), many(`${JOURNEY}|step_b`, 30)];
    const theirs = edit({ notes: long, dependsOn: waits, name: 'Tiling' }, BEN, 2_000);
    const mine = edit({ notes: other, dependsOn: instead, state: 'doing' }, ANNA, 3_000);
    for (const from of [base, null]) {
      const merged = mergeRecords({ base: from, theirs, mine, mint, mergeText });
      expect(merged.body).toMatchObject({ notes: other, dependsOn: instead, state: 'doing' });
      expect(merged.past.superseded).toEqual(
        expect.arrayContaining([
          { field: 'notes', value: long, by: BEN, stamp: theirs.stamp },
          { field: 'dependsOn', value: waits, by: BEN, stamp: theirs.stamp },
        ]),
      );
    }
    // Each took out what the other left of a comment, which may not be empty.
    const said = (text: string, by: string, ms: number): AnyRecord => ({
      ...edit({}, by, ms),
      type: 'comment',
      body: { text },
    });
    const left = mergeRecords({
      base: said('one\n\ntwo', ANNA, 1_000),
      theirs: said('one\n', BEN, 2_000),
      mine: said('\ntwo', ANNA, 3_000),
      mint,
      mergeText,
    });
    expect(left.body).toEqual({ text: '\ntwo' });
    expect(left.past.superseded).toMatchObject([{ field: 'text', value: 'one\n', by: BEN }]);
    // What a newer build allows is no longer than may be.
    const longer = edit({ notes: `${long}\n${'-'.repeat(20_000)}` }, BEN, 2_000);
    expect(mergeRecords({ base, theirs: longer, mine, mint, mergeText }).body['notes']).toContain('b2499');
  });

  test('an unknown field of a newer version survives', () => {
    const merged = mergeRecords({
      base,
      theirs: edit({ novel: { deep: 1 } }, BEN, 2_000),
      mine: edit({ name: 'Annas' }, ANNA, 3_000),
      mint,
      mergeText,
    });
    expect(merged.body).toMatchObject({ novel: { deep: 1 }, name: 'Annas' });
  });

  test('without a base the later wins and the other is kept', () => {
    const merged = mergeRecords({
      base: null,
      theirs: edit({ name: 'Bens' }, BEN, 4_000),
      mine: edit({ name: 'Annas' }, ANNA, 3_000),
      mint,
      mergeText,
    });
    expect(merged.body['name']).toBe('Bens');
    expect(merged.past.superseded?.map(({ value }) => value)).toEqual(['Annas']);
  });

  test('without a base what only one of them says stays, whoever is later, and money asks for no choice', () => {
    const price = { minor: 100, currency: 'EUR' };
    const cost = (said: object, by: string, ms: number): AnyRecord =>
      aRecord({ type: 'cost', id: 'cost_1', space: PRIVATE, body: { ...said }, by, stamp: stampAt(ms) });
    for (const [annas, bens] of [
      [3_000, 4_000],
      [4_000, 3_000],
    ] as const) {
      const [theirs, mine] = [cost({ tax: price }, BEN, bens), cost({ vendor: 'Miller' }, ANNA, annas)];
      const merged = mergeRecords({ base: null, theirs, mine, mint, mergeText });
      expect(merged.body).toEqual({ tax: price, vendor: 'Miller' });
      expect(merged.past).toEqual({});
    }
  });
});

describe('money is not decided by a clock', () => {
  const amount = (minor: number): Readonly<Record<string, unknown>> => ({
    amount: { minor, currency: 'EUR' },
    state: 'due',
  });
  const cost = (minor: number, by: string, ms: number): AnyRecord =>
    aRecord({ type: 'cost', id: 'cost_1', space: PRIVATE, body: amount(minor), by, stamp: stampAt(ms) });

  test('two amounts both stand contested', () => {
    const merged = mergeRecords({
      base: cost(100, ANNA, 1_000),
      theirs: cost(200, BEN, 2_000),
      mine: cost(300, ANNA, 3_000),
      mint,
      mergeText,
    });
    expect(merged.past.contested).toEqual([
      {
        field: 'amount',
        values: [
          { value: { minor: 200, currency: 'EUR' }, by: BEN, stamp: stampAt(2_000) },
          { value: { minor: 300, currency: 'EUR' }, by: ANNA, stamp: stampAt(3_000) },
        ],
      },
    ]);
  });

  test('a contest that one side settled stays settled', () => {
    const contested = { ...cost(200, BEN, 2_000), past: { contested: [{ field: 'amount', values: [] }] } };
    const settled = cost(250, BEN, 4_000);
    const mine = { ...contested, body: { ...contested.body, state: 'paid' }, stamp: stampAt(5_000) };
    const merged = mergeRecords({ base: contested, theirs: settled, mine, mint, mergeText });
    expect(merged.body).toMatchObject({ amount: { minor: 250, currency: 'EUR' }, state: 'paid' });
    expect(merged.past.contested).toBeUndefined();
  });
});

test('every value written by either side is in the record or in its past, whatever was written', () => {
  const value = fc.oneof(
    fc.string(),
    fc.integer(),
    fc.constant(null),
    fc.boolean(),
    fc.array(fc.string(), { maxLength: 3 }),
  );
  const bodies = fc.dictionary(fc.constantFrom('name', 'state', 'assignee', 'startDate', 'other'), value);
  fc.assert(
    fc.property(bodies, bodies, bodies, fc.boolean(), (from, there, here, mineLater) => {
      const theirs = aRecord({ body: there, by: BEN, stamp: stampAt(2_000, 'bbbbbbbb') });
      const mine = aRecord({ body: here, by: ANNA, stamp: stampAt(mineLater ? 3_000 : 1_500) });
      const merged = mergeRecords({ base: aRecord({ body: from }), theirs, mine, mint, mergeText });
      const told = (name: string, said: unknown): string => `${name}: ${JSON.stringify(said)}`;
      const kept = new Set([
        ...Object.entries(merged.body).map((entry) => told(...entry)),
        ...(merged.past.superseded ?? []).map((lost) => told(lost.field, lost.value)),
      ]);
      const written = [theirs, mine]
        .flatMap((side) => Object.entries(side.body))
        .filter((entry) => told(...entry) !== told(entry[0], from[entry[0]]))
        .map((entry) => told(...entry));
      expect(written.filter((one) => !kept.has(one))).toEqual([]);
    }),
    { seed: 7, numRuns: 500 },
  );
});
