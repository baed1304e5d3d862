// The search index follows the records: what is written is found, what is trashed is not, and nothing is passed over by a restart.
import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { privateSpace } from '../../../domain/spaces/space.ts';
import { channels, type Bridge, type SearchDoc } from '../../../protocol/ipc/channels.ts';
import type { Gone } from '../../../src-main/search/search-index.ts';
import { leftBehind } from '../../../src-renderer/sync/access/left-behind.ts';
import { startSearchFeed, type SearchFeed } from '../../../src-renderer/data/search-feed.ts';
import type { OpenStore } from '../../../src-renderer/data/open-store.ts';
import { aJourneyId, aRecord, made } from '../../support/a-record.ts';
import { closeTestStores, openTestStore } from '../../support/open-test-store.ts';

const feeds: SearchFeed[] = [];
afterEach(async () => {
  for (const feed of feeds.splice(0)) feed.stop();
  await closeTestStores();
});

interface Index {
  readonly docs: Map<string, SearchDoc>;
  readonly puts: number[];
  readonly trashed: string[];
  readonly forever: string[];
  broken: boolean;
  readonly ask: Bridge['ask'];
}

/** Electron main's side as far as the feed knows it. */
const anIndex = (): Index => {
  const failed = { ok: false, error: { type: 'StorageFailed' } };
  const none: readonly string[] = [];
  const index: Index = {
    docs: new Map(),
    puts: [],
    trashed: [],
    forever: [],
    broken: false,
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- answers what the feed asks, no more
    ask: (async (channel: string, args: Partial<Gone> & { docs?: readonly SearchDoc[] }) => {
      if (index.broken) return failed;
      if (channel === 'search.count') return { ok: true, value: index.docs.size };
      if (channel === 'search.clear') index.docs.clear();
      // As main does with arguments that do not fit.
      if (args.docs !== undefined) channels['search.put'].args.parse(args);
      for (const doc of args.docs ?? []) index.docs.set(doc.key, doc);
      if (args.docs !== undefined) index.puts.push(args.docs.length);
      const { keys = none, trashed = none, forever = none } = args;
      for (const key of [...keys, ...forever]) index.docs.delete(key);
      index.trashed.push(...trashed);
      index.forever.push(...forever);
      return { ok: true, value: null };
    }) as Bridge['ask'],
  };
  return index;
};

const feed = (store: OpenStore, index: Index): SearchFeed => {
  const started = startSearchFeed(store, index.ask);
  feeds.push(started);
  return started;
};

const titles = (index: Index): readonly string[] =>
  [...index.docs.values()].map(({ title, text }) => title || text).toSorted();

describe('the search feed', () => {
  it('puts in what a deed wrote, takes out what went to the trash, and puts it back', async () => {
    const store = await openTestStore();
    const index = anIndex();
    const { settled } = feed(store, index);
    const journey = aJourneyId();
    await store.run('journey.start', {
      journey,
      name: 'Kitchen',
      area: 'Below',
      address: '',
      currency: 'EUR',
      startDate: null,
      template: null,
      budget: null,
    });
    const step = await store.run('step.add', { journey, name: 'Tiles', notes: 'white ones' });
    const cost = await store.run('cost.add', {
      journey,
      description: 'Grout',
      amount: { minor: 4210, currency: 'EUR' },
      category: 'tiling',
      vendor: 'Depot',
      step: null,
      state: 'paid',
      date: null,
      receipt: null,
    });
    if (!step.ok || !cost.ok) throw new Error('not written');
    await settled();
    expect(titles(index)).toEqual(['Grout', 'Kitchen', 'Tiles']);
    expect(index.docs.get(cost.value.keys[0] ?? '')).toMatchObject({
      space: privateSpace(journey),
      journey,
      type: 'cost',
      text: expect.stringContaining('42.10 42,10 EUR'),
    });
    await store.run('record.trash', { key: step.value.keys[0] ?? '' });
    await settled();
    expect(titles(index)).toEqual(['Grout', 'Kitchen']);
    expect(index.trashed).toEqual(step.value.keys);
    await store.run('record.restore', { key: step.value.keys[0] ?? '' });
    await settled();
    expect(titles(index)).toEqual(['Grout', 'Kitchen', 'Tiles']);
  });

  it('sends what was written at one time together, by itself', async () => {
    const store = await openTestStore();
    const index = anIndex();
    feed(store, index);
    const space = aJourneyId();
    for (let at = 0; at < 30; at += 1)
      await store.commitRows([made(aRecord(store, { space, body: { text: `number ${at}` } }))]);
    await expect.poll(() => index.docs.size).toBe(30);
    expect(index.puts.length).toBeLessThan(5);
  });

  it('goes on after a restart with what was written meanwhile, and does not send the rest again', async () => {
    const name = `feed-${randomUUID()}`;
    const index = anIndex();
    const first = await openTestStore({ name });
    const space = aJourneyId();
    await first.commitRows(
      Array.from({ length: 450 }, (_, at) => made(aRecord(first, { space, body: { text: `number ${at}` } }))),
    );
    await feed(first, index).settled();
    expect(index.docs.size).toBe(450);
    feeds.splice(0).forEach((one) => one.stop());
    await first.commitRows([made(aRecord(first, { space, body: { text: 'unseen' } }))]);
    await closeTestStores();

    index.puts.length = 0;
    const second = await openTestStore({ name });
    await feed(second, index).settled();
    expect(index.docs.size).toBe(451);
    expect(index.puts).toEqual([1]);
  });

  it('fills an index that lost something again, and loses nothing while the index can not be reached', async () => {
    const store = await openTestStore();
    const index = anIndex();
    const { settled } = feed(store, index);
    const space = aJourneyId();
    await store.commitRows(
      Array.from({ length: 10 }, (_, at) => made(aRecord(store, { space, body: { text: `number ${at}` } }))),
    );
    await settled();
    index.broken = true;
    await store.commitRows([made(aRecord(store, { space, body: { text: 'while broken' } }))]);
    await settled();
    index.broken = false;
    await settled();
    expect(index.docs.size).toBe(11);
    index.docs.clear();
    await settled();
    expect(index.docs.size).toBe(11);
  });

  it('takes out for ever what went with a space that was left', async () => {
    const store = await openTestStore();
    const index = anIndex();
    const { settled } = feed(store, index);
    const space = aJourneyId();
    await store.commitRows([made(aRecord(store, { space, body: { text: 'theirs' } }))]);
    await settled();
    const [before] = await store.inSpace(space);
    if (before === undefined) throw new Error('not written');
    await store.commitRows([{ before, removed: true, after: leftBehind(before, store.mint()) }]);
    await settled();
    expect([index.docs.size, index.forever]).toEqual([0, [before.key]]);
  });

  it('an index that another database has filled holds nothing of it afterwards', async () => {
    const index = anIndex();
    const first = await openTestStore();
    await first.commitRows([made(aRecord(first, { space: aJourneyId(), body: { text: 'of the old one' } }))]);
    await feed(first, index).settled();
    expect(titles(index)).toEqual(['of the old one']);
    const fresh = await openTestStore();
    await fresh.commitRows([made(aRecord(fresh, { space: aJourneyId(), body: { text: 'of the new one' } }))]);
    await feed(fresh, index).settled();
    expect(titles(index)).toEqual(['of the new one']);
  });

  it('a record that makes no sense keeps no other from being found, nor does one from a clock that is thousands of years ahead', async () => {
    const store = await openTestStore();
    const index = anIndex();
    const { settled } = feed(store, index);
    const space = aJourneyId();
    const budget = { total: { minor: 1, currency: 'no currency' }, categories: {} };
    await store.commitRows(
      [
        aRecord(store, { space: privateSpace(space), type: 'budget', body: budget }),
        aRecord(store, { space: privateSpace(space), type: 'photo', body: { caption: 7, name: [], takenAt: 12 } }),
        aRecord(store, { space, createdAt: 8_640_000_000_000_000, body: { text: 'From the year 275760' } }),
        aRecord(store, { space, body: { text: 'From today' } }),
      ].map(made),
    );
    await settled();
    // Of a currency that nobody knows the figure is still found.
    expect(titles(index)).toEqual(['0.01 0,01 no currency', 'From the year 275760', 'From today']);
  });

  it('holds every type that has words, with what filters ask about; a person once', async () => {
    const store = await openTestStore();
    const index = anIndex();
    const { settled } = feed(store, index);
    const journey = aJourneyId();
    const own = privateSpace(journey);
    const person = { name: 'Anna Weber', role: 'family' };
    const money = (minor: number) => ({ minor, currency: 'EUR' });
    const paper = { sha: 'a'.repeat(64), bytes: 1, mime: 'image/jpeg', name: '' };
    const rows = [
      aRecord(store, { type: 'person', space: journey, body: person }),
      aRecord(store, { type: 'person', space: store.home, body: person }),
      aRecord(store, {
        type: 'budget',
        space: own,
        body: { total: money(9_000_00), categories: { tiling: money(1_500_00) } },
      }),
      aRecord(store, {
        type: 'photo',
        space: own,
        body: {
          ...paper,
          caption: '',
          takenAt: '2026-03-04T10:00:00',
          room: 'Cellar',
          marks: { mark_1: { kind: 'measure', text: '62 cm to the valve' } },
        },
      }),
      aRecord(store, {
        type: 'reading',
        space: own,
        body: {
          pages: [{ text: 'Invoice of Miller' }, { text: 'second page' }],
          guess: { kind: 'quote', total: money(100), date: '2026-02-03', vendor: 'Miler' },
          fixes: { kind: 'invoice', vendor: 'Miller', total: money(4_710_50) },
          offer: 'open',
        },
      }),
    ];
    await store.commitRows(rows.map(made));
    await settled();
    const docs = new Map([...index.docs.values()].map((doc) => [`${doc.type} ${doc.space}`, doc]));
    expect([...docs.keys()].toSorted()).toEqual(
      [`budget ${own}`, `person ${journey}`, `photo ${own}`, `reading ${own}`].toSorted(),
    );
    expect(docs.get(`budget ${own}`)?.text).toContain('tiling 1500.00 1500,00 EUR');
    expect(docs.get(`photo ${own}`)).toMatchObject({
      title: '',
      text: 'Cellar\n62 cm to the valve',
      day: '2026-03-04',
    });
    expect(docs.get(`reading ${own}`)).toMatchObject({
      text: 'Invoice of Miller\nsecond page',
      kind: 'invoice',
      vendor: 'Miller',
      amount: 4710.5,
      day: '2026-02-03',
    });
  });
});
