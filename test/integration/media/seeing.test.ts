// Photos are looked at in the background: found by the records, one at a time, only while nothing else goes on; what a person says stands.
import { afterEach, describe, expect, test } from 'vitest';
import { readingKey } from '../../../domain/commands/reading.ts';
import { seenStanding } from '../../../domain/pictures/seen.ts';
import { recordAs, type BodyOf } from '../../../domain/records/registry.ts';
import { journeySpace } from '../../../domain/spaces/space.ts';
import { createImportQueue } from '../../../src-renderer/media/import-queue.ts';
import { createReadingQueue } from '../../../src-renderer/media/reading-queue.ts';
import { KEEP_PLACES } from '../../../src-renderer/media/kept-places.ts';
import { createSeeingQueue, type Quiet } from '../../../src-renderer/media/seeing-queue.ts';
import { fixture, openTestDesk, TEST_LOOK, type TestDesk } from '../../support/media-desk.ts';
import { closeTestStores } from '../../support/open-test-store.ts';

const desks: TestDesk[] = [];
afterEach(async () => {
  await closeTestStores();
  for (const desk of desks.splice(0)) await desk.end();
});

const ALWAYS: Quiet = { isBusy: () => false, watch: () => () => {} };

/** Photos as an older build brought them in: read, and never looked at. */
const deskWithPhotos = async (
  ...names: readonly string[]
): Promise<TestDesk & { readonly photos: readonly string[] }> => {
  const desk = await openTestDesk();
  desks.push(desk);
  const added = await createImportQueue(desk.ports, () => {}).add(names.map(fixture), desk.landing);
  await createReadingQueue(desk.ports).start();
  return { ...desk, photos: added.map(({ key }) => key ?? '') };
};

const settled = async (queue: ReturnType<typeof createSeeingQueue>): Promise<void> => {
  const stop = queue.start();
  await expect.poll(() => queue.line().waiting.length + (queue.line().now === null ? 0 : 1)).toBe(0);
  stop();
};
/** That so many are looked at: looking through the records takes a moment before, and writing what was seen a moment after. */
const looked = async (desk: TestDesk, count: number): Promise<void> => {
  await expect.poll(() => desk.log.filter((entry) => entry === 'reading.see').length).toBe(count);
};
const readingOf = async (desk: TestDesk, photo: string): Promise<BodyOf<'reading'>> => {
  const reading = recordAs('reading', (await desk.store.get(readingKey(photo))) ?? undefined);
  if (reading === null) throw new Error('not read');
  return reading.body;
};

describe('the line of photos to look at', () => {
  test('is of photos: a document that comes in does not make it longer', async () => {
    const desk = await deskWithPhotos('picture.png');
    const queue = createSeeingQueue(desk.ports, { isBusy: () => true, watch: () => () => {} });
    void queue.see(`${desk.landing.space}|document_0198c0de-0000-7000-8000-000000000001`);
    expect(queue.line().waiting).toEqual([]);
    const [photo = ''] = desk.photos;
    void queue.see(photo);
    expect(queue.line().waiting).toEqual([photo]);
  });

  test('gives every photo without one a look and a kind, and does nothing at the next start', async () => {
    const desk = await deskWithPhotos('picture.png', 'picture.webp');
    const first = createSeeingQueue(desk.ports, ALWAYS);
    first.start();
    await looked(desk, 2);
    for (const key of desk.photos) {
      expect((await desk.store.get(key))?.body['look']).toEqual(TEST_LOOK);
      await expect
        .poll(async () => (await readingOf(desk, key)).seen)
        .toEqual({ v: 2, kind: 'room', colours: ['#aa5522'], objects: [{ is: 'sink', sure: 83 }] });
    }
    await settled(createSeeingQueue(desk.ports, ALWAYS));
    expect(desk.log.filter((entry) => entry === 'measure')).toHaveLength(2);
  });

  test('what an older build measured is kept, and what it did not measure is added', async () => {
    const desk = await deskWithPhotos('picture.png');
    const [key = ''] = desk.photos;
    const { turned, ...older } = TEST_LOOK;
    await desk.store.run('photo.look', { key, look: { ...older, sharpness: 7 } });
    createSeeingQueue(desk.ports, ALWAYS).start();
    await looked(desk, 1);
    expect((await desk.store.get(key))?.body['look']).toEqual({ ...older, sharpness: 7, turned });
  });

  test('a photo that was looked at before things were told is looked at again; one without them at every start until they are', async () => {
    const desk = await deskWithPhotos('picture.png');
    const key = readingKey(desk.photos[0] ?? '');
    const old = { v: 1, kind: 'plan' as const, colours: [] };
    await desk.store.run('photo.look', { key: desk.photos[0] ?? '', look: TEST_LOOK });
    await desk.store.run('reading.see', { key, seen: old });
    desk.findsObjects(false);
    await settled(createSeeingQueue(desk.ports, ALWAYS));
    await looked(desk, 1);
    expect((await readingOf(desk, desk.photos[0] ?? '')).seen).toEqual({ v: 2, kind: 'room', colours: ['#aa5522'] });
    desk.findsObjects(true);
    createSeeingQueue(desk.ports, ALWAYS).start();
    await looked(desk, 2);
    await expect
      .poll(async () => (await readingOf(desk, desk.photos[0] ?? '')).seen?.objects)
      .toEqual([{ is: 'sink', sure: 83 }]);
  });

  test('a photo that a person turned is looked at as it is shown, once', async () => {
    const desk = await deskWithPhotos('picture.png');
    const [key = ''] = desk.photos;
    await settled(createSeeingQueue(desk.ports, ALWAYS));
    await looked(desk, 1);
    await desk.store.run('photo.edit', { key, set: { turn: 90 } });
    createSeeingQueue(desk.ports, ALWAYS).start();
    await looked(desk, 2);
    await expect.poll(async () => (await readingOf(desk, key)).seen?.turn).toBe(90);
    await settled(createSeeingQueue(desk.ports, ALWAYS));
    expect(desk.log.filter((entry) => entry === 'measure turned by 90')).toHaveLength(1);
  });

  test('what a kill left undone is done at the next start, and what was done is not done again', async () => {
    const desk = await deskWithPhotos('picture.png', 'picture.webp', 'receipt.jpg');
    // Dies after the first: nothing more of this queue ever runs.
    let busy = false;
    const killed = createSeeingQueue(desk.ports, { isBusy: () => busy, watch: () => () => {} });
    killed.start();
    desk.onMeasure(() => {
      busy = true;
    });
    await looked(desk, 1);
    expect(killed.line().waiting).toHaveLength(2);
    createSeeingQueue(desk.ports, ALWAYS).start();
    await looked(desk, 3);
    expect(desk.log.filter((entry) => entry === 'measure')).toHaveLength(3);
  });

  test('waits while something is read or brought in, and says how many are left', async () => {
    const desk = await deskWithPhotos('picture.png', 'picture.webp');
    let busy = true;
    const listeners = new Set<() => void>();
    const queue = createSeeingQueue(desk.ports, {
      isBusy: () => busy,
      watch: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    });
    void queue.see(desk.photos[0] ?? '');
    expect(queue.line()).toMatchObject({ now: null, waiting: [desk.photos[0]] });
    expect(desk.log).not.toContain('measure');
    busy = false;
    for (const listener of listeners) listener();
    await looked(desk, 1);
  });

  test('a photo that can’t be looked at holds up no other', async () => {
    const desk = await deskWithPhotos('picture.png', 'picture.webp');
    desk.onMeasure(() => {
      desk.onMeasure(() => {});
      throw new Error('the worker stopped');
    });
    const queue = createSeeingQueue(desk.ports, ALWAYS);
    queue.start();
    await looked(desk, 1);
    await expect.poll(() => queue.line()).toEqual({ now: null, waiting: [] });
    expect(desk.log.filter((entry) => entry === 'measure')).toHaveLength(2);
  });
});

describe('a correction', () => {
  test('stands over what is seen later', async () => {
    const desk = await deskWithPhotos('picture.png');
    const [photo = ''] = desk.photos;
    createSeeingQueue(desk.ports, ALWAYS).start();
    await looked(desk, 1);
    const key = readingKey(photo);
    await desk.store.run('reading.correct', { key, set: { kind: 'plan' } });
    await desk.store.run('reading.correct', { key, set: { colours: [] } });
    await desk.store.run('reading.correct', { key, objects: { sink: false } });
    await desk.store.run('reading.correct', { key, objects: { bed: true } });
    await desk.store.run('reading.correct', { key, set: { roomKind: 'bathroom' } });
    const objects = [
      { is: 'sink', sure: 99 },
      { is: 'oven', sure: 99 },
    ];
    await desk.store.run('reading.see', {
      key,
      seen: { v: 2, kind: 'label', colours: ['#000000'], objects, place: null },
    });
    expect(seenStanding(await readingOf(desk, photo))).toEqual({
      kind: 'plan',
      kindIsSure: true,
      objects: [{ is: 'bed', sure: 100, isSaid: true }],
      roomKind: 'bathroom',
      roomKindIsSure: true,
      colours: [],
      place: null,
    });
    // Reading the words again leaves it alone as well.
    desk.reads({ width: 10, height: 10, source: 'ocr', text: 'new', words: [] });
    createReadingQueue(desk.ports).read(photo);
    await expect.poll(async () => (await readingOf(desk, photo)).pages[0]?.text).toBe('new');
    expect(seenStanding(await readingOf(desk, photo))).toMatchObject({
      kind: 'plan',
      colours: [],
      roomKind: 'bathroom',
    });
    expect((await readingOf(desk, photo)).objectFixes).toEqual({ sink: false, bed: true });
  });
});

describe('the place', () => {
  const placeOf = async (desk: TestDesk, photo: string) => (await readingOf(desk, photo)).seen?.place;

  test('is kept only once the person allowed it, and goes when they no longer do', async () => {
    const desk = await deskWithPhotos('picture.png');
    const [photo = ''] = desk.photos;
    createSeeingQueue(desk.ports, ALWAYS).start();
    await looked(desk, 1);
    await expect.poll(async () => (await readingOf(desk, photo)).seen).toBeDefined();
    expect(await placeOf(desk, photo)).toBeUndefined();
    await desk.store.settings.set(KEEP_PLACES, true);
    await looked(desk, 2);
    await expect.poll(() => placeOf(desk, photo)).toEqual({ lat: 52.52163, lon: 13.4131 });
    await desk.store.settings.set(KEEP_PLACES, false);
    await looked(desk, 3);
    await expect.poll(() => placeOf(desk, photo)).toBeUndefined();
    // Taken out once: what another device of theirs keeps after that is left alone, here and at the next start.
    const key = readingKey(photo);
    const place = { lat: 1, lon: 2 };
    await desk.store.run('reading.see', { key, seen: { v: 2, kind: 'room', colours: [], objects: [], place } });
    await settled(createSeeingQueue(desk.ports, ALWAYS));
    expect(await placeOf(desk, photo)).toEqual(place);
    // Nor does it live on in the history.
    const events = await desk.store.find({ type: 'event' });
    expect(JSON.stringify(events)).not.toContain('52.52163');
  });

  test('goes from a photo in the trash as well when it is no longer allowed', async () => {
    const desk = await deskWithPhotos('picture.png');
    const [photo = ''] = desk.photos;
    await desk.store.settings.set(KEEP_PLACES, true);
    createSeeingQueue(desk.ports, ALWAYS).start();
    await looked(desk, 1);
    await expect.poll(() => placeOf(desk, photo)).toBeDefined();
    await desk.store.run('record.trash', { key: photo });
    await desk.store.settings.set(KEEP_PLACES, false);
    await looked(desk, 2);
    await expect.poll(() => placeOf(desk, photo)).toBeUndefined();
  });

  test('is gone for good once a person took it off one photo', async () => {
    const desk = await deskWithPhotos('picture.png');
    const [photo = ''] = desk.photos;
    await desk.store.settings.set(KEEP_PLACES, true);
    createSeeingQueue(desk.ports, ALWAYS).start();
    await looked(desk, 1);
    const key = readingKey(photo);
    await desk.store.run('reading.correct', { key, set: { noPlace: true } });
    expect(await placeOf(desk, photo)).toBeNull();
    await desk.store.run('reading.see', {
      key,
      seen: { v: 2, kind: 'room', colours: [], place: { lat: 52.52163, lon: 13.4131 } },
    });
    expect(await placeOf(desk, photo)).toBeNull();
    expect(JSON.stringify(await desk.store.find({ type: 'event' }))).not.toContain('52.52163');
  });

  test('that an older build’s merge kept though a person does not want it goes at the next start', async () => {
    const desk = await deskWithPhotos('picture.png');
    const [photo = ''] = desk.photos;
    await settled(createSeeingQueue(desk.ports, ALWAYS));
    await looked(desk, 1);
    const before = await desk.store.get(readingKey(photo));
    if (before === null) throw new Error('not read');
    const seen = { v: 2, kind: 'room', colours: [], objects: [], place: { lat: 1, lon: 2 } };
    const after = { ...before, stamp: desk.store.mint(), body: { ...before.body, seen, seenFixes: { noPlace: true } } };
    expect(await desk.store.commitRows([{ before, removed: false, after }])).toMatchObject({ ok: true });
    expect(await placeOf(desk, photo)).toEqual({ lat: 1, lon: 2 });
    createSeeingQueue(desk.ports, ALWAYS).start();
    await expect.poll(() => placeOf(desk, photo)).toBeNull();
  });

  test('does not go along when the photo is shared, nor is it kept beside a photo of another space', async () => {
    const desk = await deskWithPhotos('picture.png');
    const [photo = ''] = desk.photos;
    await desk.store.settings.set(KEEP_PLACES, true);
    createSeeingQueue(desk.ports, ALWAYS).start();
    await looked(desk, 1);
    expect(await desk.store.run('record.share', { key: photo, to: journeySpace(desk.landing.journey) })).toMatchObject({
      ok: true,
    });
    const everything = [...(await desk.store.find({ type: 'photo' })), ...(await desk.store.find({ type: 'reading' }))];
    const shown = everything.filter(({ space }) => !space.startsWith('private_'));
    expect(shown).toHaveLength(1);
    expect(JSON.stringify(shown)).not.toContain('52.52163');
  });
});
