// A record that was changed here and stands changed on the server: whose that is decides what becomes of it.
import { expect, test } from 'vitest';
import type { AnyRecord } from '../../../domain/records/envelope.ts';
import { createBeginnings } from '../../../src-renderer/sync/records/beginnings.ts';
import { createConflictHandler } from '../../../src-renderer/sync/records/conflict.ts';
import { createRefusals } from '../../../src-renderer/sync/records/refusals.ts';
import { aRecord, BEN, MILLER, stampAt } from '../../support/records.ts';

const HERE = 'hhhhhhhh';
const euro = (minor: number) => ({ minor, currency: 'EUR' });

interface Options {
  readonly removed: boolean;
  readonly beginnings: ReturnType<typeof createBeginnings>;
  readonly refusals: ReturnType<typeof createRefusals>;
  /** What the server was known to hold. */
  readonly assumed: AnyRecord;
}

const meet = async (
  theirs: AnyRecord,
  mine: AnyRecord,
  { removed = false, beginnings = createBeginnings(), refusals = createRefusals(), assumed }: Partial<Options> = {},
) => {
  const inTray: unknown[] = [];
  const { resolve } = createConflictHandler({
    mint: () => stampAt(9_000, HERE),
    hasWrittenOver: async (_key, stamp) => stamp.endsWith(HERE),
    refusals,
    beginnings,
    tray: async (row) => void inTray.push(row.stamp),
  });
  const out = await resolve({
    realMasterState: { ...theirs, _deleted: false },
    newDocumentState: { ...mine, _deleted: removed },
    ...(assumed === undefined ? {} : { assumedMasterState: { ...assumed, _deleted: false } }),
  });
  return { out, inTray };
};

const cost = (stamp: string, minor: number) =>
  aRecord({ id: 'cost_1', type: 'cost', by: BEN, stamp, body: { amount: euro(minor), vendor: '' } });

test('one’s own earlier write, whose answer was lost, is gone over by what was written here since', async () => {
  const { out } = await meet(cost(stampAt(1_000, HERE), 900), cost(stampAt(2_000, HERE), 700));
  expect(out).toMatchObject({ body: { amount: euro(700) }, past: {}, stamp: stampAt(9_000, HERE), _deleted: false });
  const removed = await meet(cost(stampAt(1_000, HERE), 900), cost(stampAt(2_000, HERE), 700), { removed: true });
  expect(removed.out._deleted).toBe(true);
});

test('another’s write, and one’s own from another computer, are merged and stand against a removal', async () => {
  const theirs = cost(stampAt(1_000, 'oooooooo'), 900);
  const { out } = await meet(theirs, cost(stampAt(2_000, HERE), 700));
  expect(out.past.contested?.map(({ field }) => field)).toEqual(['amount']);
  expect((await meet(theirs, cost(stampAt(2_000, HERE), 700), { removed: true })).out).toMatchObject({
    stamp: theirs.stamp,
  });
});

test('an edit of which only earlier notes tell what it began from is merged with that, and with it alone', async () => {
  const [base, theirs, mine] = [
    cost(stampAt(500, 'oooooooo'), 900),
    cost(stampAt(1_000, 'oooooooo'), 700),
    { ...cost(stampAt(2_000, HERE), 900), body: { amount: euro(900), vendor: 'Miller' } },
  ];
  const beginnings = createBeginnings();
  beginnings.note({ ...mine, _deleted: false }, { ...base, _deleted: false });
  const { out } = await meet(theirs, mine, { beginnings });
  expect(out).toMatchObject({ body: { amount: euro(700), vendor: 'Miller' }, past: {} });
  expect((await meet(theirs, mine, { beginnings })).out.past.contested).toHaveLength(1);
});

test('another’s write under a stamp that was written over here is no earlier state: what they say under it is merged', async () => {
  const began = { ...cost(stampAt(1_000, HERE), 500), by: MILLER };
  const theirs = { ...began, body: { ...began.body, amount: euro(900) } };
  const mine = cost(stampAt(2_000, HERE), 700);
  // To a store that came back with less it was never sent.
  expect((await meet(theirs, mine)).out.past).toEqual({});
  const { out } = await meet(theirs, mine, { assumed: began });
  expect(out.past.contested).toMatchObject([{ field: 'amount', values: [{ value: euro(900) }, { value: euro(700) }] }]);
});

test('what was refused of a write over one’s own is not written again, and the rest of it is', async () => {
  const theirs = cost(stampAt(1_000, HERE), 900);
  const refusedOf = async (vendor: string) => {
    const mine = { ...theirs, stamp: stampAt(2_000, HERE), body: { amount: euro(700), vendor } };
    const refusals = createRefusals();
    refusals.refuse({ ...mine, _deleted: false }, ['amount']);
    return (await meet(theirs, mine, { refusals })).out;
  };
  expect(await refusedOf('')).toMatchObject({ body: theirs.body, stamp: theirs.stamp });
  expect(await refusedOf('Miller')).toMatchObject({ body: { amount: euro(900), vendor: 'Miller' }, past: {} });
});
