// Papers and what becomes of them: corrections that stick, and one quote, cost or reminder however often it is confirmed.
import { describe, expect, it } from 'vitest';
import type { CommandInput } from '../../../domain/commands/registry.ts';
import { privateSpace } from '../../../domain/spaces/space.ts';
import { may } from '../../../domain/spaces/may.ts';
import { eur } from '../../support/amounts.ts';
import { aJourney, addPhoto } from '../../support/a-journey.ts';
import { mergeRecords } from '../../../domain/sync/merge.ts';
import { JOURNEY, MILLER, stampAt, PARTY } from '../../support/records.ts';

const line = {
  id: 'l1',
  description: 'Tiles',
  quantity: 12_500,
  unit: 'm²',
  unitPrice: eur(4_000),
  amount: eur(50_000),
  places: { amount: { page: 1, box: [1, 2, 3, 4] as [number, number, number, number] } },
};
const quote: CommandInput<'reading.quote'>['quote'] = {
  vendor: 'Miller',
  title: 'Bathroom',
  number: 'Q-1',
  date: '2026-05-01',
  validUntil: null,
  terms: '',
  lines: [line],
  subtotal: eur(50_000),
  discount: null,
  tax: eur(10_000),
  total: eur(60_000),
  currency: 'EUR',
  party: null,
  step: null,
  places: { total: { page: 1, box: [5, 6, 7, 8] } },
};
const cost = {
  description: 'Tiles',
  amount: eur(60_000),
  category: 'tiling',
  vendor: 'Miller',
  step: null,
  state: 'due' as const,
  date: null,
};
const read = (of: string, guess: CommandInput<'reading.save'>['guess']): CommandInput<'reading.save'> => ({
  of,
  sha: 'a'.repeat(64),
  language: 'eng',
  pages: [],
  guess,
});
const QUOTE = { kind: 'quote' as const, total: eur(60_000), date: null, vendor: 'Miller' };

const aReading = (space = privateSpace(JOURNEY), guess: CommandInput<'reading.save'>['guess'] = QUOTE) => {
  const world = aJourney();
  const photo = addPhoto(world, { space });
  const [key = ''] = world.done('reading.save', read(photo, guess)).keys;
  return { world, photo, key };
};

describe('reading.fix', () => {
  it('adds to what was put right, and reading again leaves it alone', () => {
    const { world, photo, key } = aReading();
    world.done('reading.fix', { key, set: { vendor: 'Müller' } });
    world.done('reading.fix', { key, set: { total: eur(61_000), lines: [line] } });
    world.done('reading.save', read(photo, { ...QUOTE, vendor: 'Mi11er' }));
    expect(world.one('reading', key).body.fixes).toEqual({ vendor: 'Müller', total: eur(61_000), lines: [line] });
  });

  it('refuses money that is no whole number of minor units', () => {
    const { world, key } = aReading();
    expect(world.run('reading.fix', { key, set: { total: eur(10.5) } })).toMatchObject({
      error: { type: 'InputInvalid', fields: ['total'] },
    });
  });
});

describe('reading.quote', () => {
  it('keeps one quote with its lines and places, in one deed that closes the offer', () => {
    const { world, photo, key } = aReading();
    const deed = world.done('reading.quote', { key, quote });
    expect(deed.keys).toHaveLength(2);
    const [kept, ...more] = world.all('quote');
    expect(more).toEqual([]);
    expect(kept).toMatchObject({ space: privateSpace(JOURNEY), body: { ...quote, document: photo } });
    expect(world.one('reading', key).body).toMatchObject({ offer: 'taken', made: kept?.key });
    expect(world.run('reading.quote', { key, quote })).toMatchObject({ error: { type: 'AlreadyThere' } });
  });

  it('has the same id on every device, so that two who confirm at once keep one', () => {
    const { world, key } = aReading();
    const before = new Map(world.records);
    world.done('reading.quote', { key, quote });
    const [first] = world.all('quote');
    world.records.clear();
    for (const [at, record] of before) world.records.set(at, record);
    world.done('reading.quote', { key, quote: { ...quote, title: 'By someone else' } });
    expect(world.all('quote')[0]?.key).toBe(first?.key);
  });

  it('taken back and confirmed again is the same quote with what is confirmed now', () => {
    const { world, key } = aReading();
    const deed = world.done('reading.quote', { key, quote });
    world.done('deed.undo', { events: [...deed.events], records: [...deed.keys] });
    expect(world.one('reading', key).body.offer).toBe('open');
    world.done('reading.quote', { key, quote: { ...quote, vendor: 'Müller' } });
    expect(world.all('quote').map(({ trashedAt, body }) => [trashedAt, body.vendor])).toEqual([[0, 'Müller']]);
  });

  it('of a contractor’s own paper lives where both read it, of every other with the family', () => {
    const { world, key } = aReading(PARTY);
    world.done('reading.quote', { key, quote });
    expect(world.all('quote')[0]?.space).toBe(PARTY);
  });

  it('keeps places out of the history, which only needs what people see', () => {
    const { world, key } = aReading();
    world.done('reading.quote', { key, quote });
    const made = world
      .all('event')
      .flatMap(({ body }) => body.changes)
      .filter(({ type }) => type === 'quote');
    expect(made).toHaveLength(1);
    expect(made[0]?.fields).not.toHaveProperty('places');
  });
});

it('an invoice becomes one cost however often it is confirmed, and comes back from the trash as itself', () => {
  const { world, photo, key } = aReading();
  const deed = world.done('reading.accept', { key, cost });
  const [first] = world.all('cost');
  expect(first?.body.receipt).toBe(photo);
  world.done('deed.undo', { events: [...deed.events], records: [...deed.keys] });
  world.done('reading.accept', { key, cost: { ...cost, amount: eur(1) } });
  expect(world.all('cost').map(({ key: again, body }) => [again, body.amount.minor])).toEqual([[first?.key, 1]]);
});

it('a warranty asks to be kept, and becomes a task that is due in time', () => {
  const { world, photo, key } = aReading(undefined, {
    kind: 'warranty',
    total: null,
    date: '2028-05-01',
    vendor: null,
  });
  expect(world.one('reading', key).body.offer).toBe('open');
  world.done('reading.remind', { key, title: 'Oven warranty', due: '2028-04-01' });
  expect(world.all('task')).toMatchObject([{ parent: photo, body: { title: 'Oven warranty', due: '2028-04-01' } }]);
  expect(world.run('reading.remind', { key, title: 'Again', due: '2028-04-01' })).toMatchObject({
    error: { type: 'AlreadyThere' },
  });
});

it('a contractor may keep quotes in the space shared with them and nowhere else, and changes only their own', () => {
  const { world, key } = aReading(PARTY);
  world.done('reading.quote', { key, quote });
  const [record] = world.all('quote');
  if (record === undefined) throw new Error('no quote');
  const ask = { role: 'contractor' as const, type: 'quote', removed: false, caller: [MILLER] };
  const mine = { ...record, by: MILLER, createdBy: MILLER };
  expect(may({ ...ask, kind: 'party', before: null, after: mine }).ok).toBe(true);
  for (const kind of ['private', 'journey', 'home'] as const)
    expect(may({ ...ask, kind, before: null, after: mine }).ok).toBe(false);
  expect(
    may({
      ...ask,
      kind: 'party',
      before: record,
      after: { ...record, by: MILLER, body: { ...record.body, total: eur(1) } },
    }).ok,
  ).toBe(false);
});

it('two lists of lines that were edited apart stand side by side: money is never decided by a clock', () => {
  const { world, key } = aReading();
  world.done('reading.quote', { key, quote });
  const [base] = world.all('quote');
  if (base === undefined) throw new Error('no quote');
  const dearer = { ...line, amount: eur(60_000) };
  const theirs = { ...base, stamp: stampAt(2_000), body: { ...base.body, lines: [dearer] } };
  const mine = {
    ...base,
    stamp: stampAt(3_000),
    body: { ...base.body, lines: [line, { ...line, id: 'l2' }], vendor: 'Müller' },
  };
  const merged = mergeRecords({ base, theirs, mine, mint: () => stampAt(4_000), mergeText: (_base, one) => one });
  expect(merged.body).toMatchObject({ lines: [dearer], vendor: 'Müller' });
  expect(merged.past.contested?.map(({ field, values }) => [field, values.length])).toEqual([['lines', 2]]);
});

it('a contractor may take the offer of a paper that the family read in their shared space, whole', () => {
  const { world, key } = aReading(PARTY);
  const before = world.one('reading', key);
  const after = { ...before, by: MILLER, body: { ...before.body, offer: 'taken', made: key, fixes: { vendor: 'M' } } };
  const ask = {
    role: 'contractor' as const,
    kind: 'party' as const,
    type: 'reading',
    removed: false,
    caller: [MILLER],
  };
  expect(may({ ...ask, before, after })).toEqual({ ok: true });
  expect(
    may({ ...ask, before, after: { ...after, body: { ...after.body, pages: [], language: 'deu' } } }),
  ).toMatchObject({
    ok: false,
    fields: ['language'],
  });
});

it('what the family makes of a paper that its contractor reads too is theirs alone, and the paper does not name it', () => {
  for (const take of ['cost', 'reminder'] as const) {
    const { world, photo, key } = aReading(PARTY);
    if (take === 'cost') world.done('reading.accept', { key, cost });
    else world.done('reading.remind', { key, title: 'Pay it', due: '2028-04-01' });
    const [made] = take === 'cost' ? world.all('cost') : world.all('task');
    expect(made).toMatchObject({ space: privateSpace(JOURNEY) });
    expect(take === 'cost' ? made?.body['receipt'] : made?.parent).toBe(photo);
    expect(world.one('reading', key).body).toMatchObject({ offer: 'taken' });
    const shown = [...world.records.values()].filter(({ space }) => space === PARTY);
    expect(JSON.stringify(shown)).not.toContain(made?.key ?? '');
    expect(world.run('reading.accept', { key, cost })).toMatchObject({ error: { type: 'AlreadyThere' } });
  }
});
