// The reading line on the page's real store: rebuilt from records, read once, suggestions for receipts only.
import { afterEach, describe, expect, test } from 'vitest';
import { idOfKey } from '../../../domain/kernel/ids.ts';
import { ok } from '../../../domain/kernel/result.ts';
import type { MediaPorts } from '../../../src-renderer/media/desk-ports.ts';
import { TookTooLongError } from '../../../src-renderer/workers/took-too-long.ts';
import { createImportQueue } from '../../../src-renderer/media/import-queue.ts';
import { createReadingQueue } from '../../../src-renderer/media/reading-queue.ts';
import { startSearchFeed } from '../../../src-renderer/data/search-feed.ts';
import type { Bridge, SearchDoc } from '../../../protocol/ipc/channels.ts';
import { fixture, openTestDesk, type TestDesk } from '../../support/media-desk.ts';
import { closeTestStores } from '../../support/open-test-store.ts';

const RECEIPT = {
  width: 100,
  height: 100,
  source: 'ocr' as const,
  text: 'KITCHEN TAP OUTLET\n21/05/2026\nTOTAL 42.10',
  words: [],
};

const desks: TestDesk[] = [];
const deskWithPhoto = async (fail = new Set<string>()): Promise<TestDesk & { readonly photo: string }> => {
  const desk = await openTestDesk({ fail });
  desks.push(desk);
  const [added] = await createImportQueue(desk.ports, () => {}).add([fixture('picture.png')], desk.landing);
  if (added?.key == null) throw new Error('not added');
  return { ...desk, photo: added.key };
};
afterEach(async () => {
  await closeTestStores();
  for (const desk of desks.splice(0)) await desk.end();
});

const readingsIn = (desk: TestDesk) => desk.store.find({ type: 'reading' });

describe('the reading line', () => {
  test('at start finds what was added and not read, and reads it once', async () => {
    const desk = await deskWithPhoto();
    desk.reads(RECEIPT);
    await createReadingQueue(desk.ports).start();
    await createReadingQueue(desk.ports).start();
    expect(desk.log.filter((entry) => entry === 'ocr.read')).toHaveLength(1);
    const [reading, ...more] = await readingsIn(desk);
    expect(more).toEqual([]);
    expect(reading?.parent).toBe(desk.photo);
    expect(reading?.space).toBe(desk.landing.space);
    expect(reading?.body).toMatchObject({ offer: 'open', guess: { total: { minor: 4_210 } } });
  });

  test('reads one whose words are still those of a copy of it, once, and keeps what a person answered', async () => {
    const desk = await deskWithPhoto();
    const read = { sha: 'b'.repeat(64), language: 'eng', pages: [RECEIPT], guess: null };
    await desk.store.run('reading.save', { of: desk.photo, ...read });
    const [taken] = await readingsIn(desk);
    await desk.store.run('reading.dismiss', { key: taken?.key ?? '' });
    desk.reads(RECEIPT);
    await createReadingQueue(desk.ports).start();
    await createReadingQueue(desk.ports).start();
    expect(desk.log.filter((entry) => entry === 'ocr.read')).toHaveLength(1);
    const [reading] = await readingsIn(desk);
    expect(reading?.body).toMatchObject({ offer: 'dismissed', pages: [{ text: RECEIPT.text }] });
    expect(reading?.body.sha).toBe((await desk.store.get(desk.photo))?.body['sha']);
  });

  test('offers nothing for a receipt that a cost names already', async () => {
    const desk = await deskWithPhoto();
    desk.reads(RECEIPT);
    const cost = {
      description: 'Tap',
      amount: { minor: 4_210, currency: 'EUR' },
      category: 'plumbing',
      vendor: '',
      step: null,
      state: 'paid' as const,
      date: null,
    };
    await desk.store.run('cost.add', { ...cost, journey: desk.landing.journey, receipt: desk.photo });
    await createReadingQueue(desk.ports).start();
    expect((await readingsIn(desk))[0]?.body.offer).toBe('none');
  });

  test('keeps the picture and the reason when it cannot be read, and reads it when asked again', async () => {
    const fail = new Set<string>();
    const desk = await deskWithPhoto(fail);
    const queue = createReadingQueue(desk.ports);
    fail.add('ocr.read');
    await queue.start();
    expect(queue.line()).toMatchObject({ now: [], waiting: [] });
    expect(queue.line().failed.get(desk.photo)?.type).toBe('StorageFailed');
    expect(await desk.store.get(desk.photo)).not.toBeNull();
    fail.clear();
    queue.read(desk.photo);
    await expect.poll(async () => (await readingsIn(desk)).length).toBe(1);
    expect(queue.line().failed.size).toBe(0);
  });

  test('one broken page costs the others nothing; one that never ends leaves those before it', async () => {
    const desk = await openTestDesk();
    desks.push(desk);
    const added = await desk.store.run('document.add', {
      ...desk.landing,
      sha: 'c'.repeat(64),
      bytes: 10,
      mime: 'application/pdf',
      name: 'Spec.pdf',
      title: 'Spec',
      pages: 4,
    });
    if (!added.ok) throw new Error('not added');
    const asked: number[] = [];
    const ask = async (_name: string, { page }: { readonly page: number }) => {
      asked.push(page);
      if (page === 2) throw new Error('Page dictionary kid reference points to wrong type of object.');
      if (page === 4) throw new TookTooLongError('readPage took too long');
      return ok({ kind: 'words', page: { ...RECEIPT, source: 'embedded', text: `Page ${page}` } });
    };
    const queue = createReadingQueue({
      ...desk.ports,
      original: async () => new Blob(['x']),
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- answers the one question that is asked
      pdfs: { ask: ask as MediaPorts['pdfs']['ask'] },
    });
    queue.read(added.value.keys[0] ?? '');
    await expect.poll(async () => (await readingsIn(desk)).length).toBe(1);
    const [reading] = await readingsIn(desk);
    expect(reading?.body.pages.map(({ text }) => text)).toEqual(['Page 1', '', 'Page 3']);
    expect(asked).toEqual([1, 2, 3, 4]);
  });

  test('what takes the window down whenever it is read is left alone after three times, until a person asks', async () => {
    const desk = await deskWithPhoto();
    let asked = 0;
    const dying = () => {
      asked += 1;
      return new Promise<never>(() => {});
    };
    for (let start = 1; start <= 3; start += 1) {
      void createReadingQueue({ ...desk.ports, pictures: { ask: dying } }).start();
      await expect.poll(() => asked).toBe(start);
    }
    const queue = createReadingQueue(desk.ports);
    await queue.start();
    expect(queue.line().failed.get(desk.photo)?.type).toBe('FileTakesTooLong');
    expect(await readingsIn(desk)).toEqual([]);
    queue.read(desk.photo);
    await expect.poll(async () => (await readingsIn(desk)).length).toBe(1);
    await createReadingQueue(desk.ports).start();
    expect(queue.line().failed.size).toBe(0);
  });

  test('two are on their way at once, no more, and what is asked for again while it is read is read again after that', async () => {
    const desk = await deskWithPhoto();
    const more = [fixture('picture.webp'), fixture('receipt.jpg')];
    const added = await createImportQueue(desk.ports, () => {}).add(more, desk.landing);
    const keys = [desk.photo, ...added.map(({ key }) => key ?? '')];
    const queue = createReadingQueue(desk.ports);
    const seen: number[] = [];
    queue.watch(() => seen.push(queue.line().now.length));
    for (const key of keys) queue.read(key);
    const [first = ''] = keys;
    expect(queue.line().now).toContain(first);
    queue.read(first);
    expect(queue.line().waiting).toContain(first);
    await expect.poll(() => queue.line()).toMatchObject({ now: [], waiting: [] });
    expect(Math.max(...seen)).toBe(2);
    expect(desk.log.filter((entry) => entry === 'ocr.read')).toHaveLength(keys.length + 1);
    expect(queue.line().failed.size).toBe(0);
  });

  test('of a paper of several photos the first says what it is, whichever page is read last', async () => {
    const desk = await deskWithPhoto();
    const queue = createReadingQueue(desk.ports);
    desk.reads({ ...RECEIPT, text: 'KITCHEN TAP OUTLET\nQUOTATION\nDate: 21/05/2026' });
    await queue.start();
    const [added] = await createImportQueue(desk.ports, () => {}).add([fixture('picture.webp')], desk.landing);
    const [first, second] = [idOfKey(desk.photo), idOfKey(added?.key ?? '')];
    await desk.store.run('photo.pages', { key: desk.photo, pages: [first, second], guesses: { [first]: null } });
    desk.reads({ ...RECEIPT, text: 'TOTAL 42.10' });
    await queue.start();
    const offers = async () =>
      new Map((await readingsIn(desk)).map(({ parent, body }) => [idOfKey(parent), [body.offer, body.guess?.kind]]));
    expect(await offers()).toEqual(
      new Map([
        [first, ['open', 'quote']],
        [second, ['none', undefined]],
      ]),
    );
  });

  test('leaves alone what went to the trash while it waited', async () => {
    const desk = await deskWithPhoto();
    await desk.store.run('record.trash', { key: desk.photo });
    const queue = createReadingQueue(desk.ports);
    queue.read(desk.photo);
    await expect.poll(() => queue.line().now).toEqual([]);
    expect(desk.log).not.toContain('ocr.read');
  });
});

describe('the search index', () => {
  /** Main's side as far as this needs it. */
  const anIndex = () => {
    const docs = new Map<string, SearchDoc>();
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- answers what the feed asks, no more
    const ask = (async (channel: string, args: { docs: SearchDoc[]; keys: string[] }) => {
      if (channel === 'search.count') return { ok: true, value: docs.size };
      if (channel === 'search.put') for (const doc of args.docs) docs.set(doc.key, doc);
      if (channel === 'search.remove') for (const key of args.keys) docs.delete(key);
      if (channel === 'search.clear') docs.clear();
      return { ok: true, value: null };
    }) as unknown as Bridge['ask'];
    return { docs, ask };
  };

  test('an empty index is filled from the records, and follows what is read, edited and thrown away', async () => {
    const desk = await deskWithPhoto();
    const { docs, ask } = anIndex();
    const { stop } = startSearchFeed(desk.store, ask);
    await expect.poll(() => docs.has(desk.photo)).toBe(true);
    desk.reads(RECEIPT);
    await createReadingQueue(desk.ports).start();
    await expect.poll(() => [...docs.values()].find(({ type }) => type === 'reading')?.text).toContain('KITCHEN TAP');
    await desk.store.run('photo.edit', { key: desk.photo, set: { caption: 'Under the sink' } });
    await expect.poll(() => docs.get(desk.photo)?.title).toBe('Under the sink');
    await desk.store.run('record.trash', { key: desk.photo });
    await expect.poll(() => docs.has(desk.photo)).toBe(false);
    stop();
  });

  test('what was written while nobody listened is found at the next start', async () => {
    const desk = await deskWithPhoto();
    const { docs, ask } = anIndex();
    const { stop } = startSearchFeed(desk.store, ask);
    await expect.poll(() => docs.has(desk.photo)).toBe(true);
    stop();
    await desk.store.run('photo.edit', { key: desk.photo, set: { caption: 'Behind the wall' } });
    const again = startSearchFeed(desk.store, ask);
    await expect.poll(() => docs.get(desk.photo)?.title).toBe('Behind the wall');
    again.stop();
  });
});
