// Commands on the real store: what a deed writes, what it refuses, and what the windows watching see of it.
import { afterEach, describe, expect, it } from 'vitest';
import { definitionByType, recordAs } from '../../../domain/records/registry.ts';
import { privateSpace } from '../../../domain/spaces/space.ts';
import type { AnyRecord } from '../../../domain/records/envelope.ts';
import type { CommandInput } from '../../../domain/commands/registry.ts';
import type { OpenStore } from '../../../src-renderer/data/open-store.ts';
import { aJourneyId, aRecord, changed, made } from '../../support/a-record.ts';
import { aKey, closeTestStores, openTestStore } from '../../support/open-test-store.ts';

afterEach(closeTestStores);

const kitchen = (journey: string): CommandInput<'journey.start'> => ({
  journey,
  name: 'Kitchen',
  area: 'Ground floor',
  address: '',
  currency: 'EUR',
  startDate: null,
  template: null,
  budget: { minor: 1_000_000, currency: 'EUR' },
});

const startKitchen = async (store: OpenStore): Promise<string> => {
  const journey = aJourneyId();
  const started = await store.run('journey.start', kitchen(journey));
  expect(started).toMatchObject({ ok: true });
  return journey;
};

describe('a deed', () => {
  it('writes its records and one event per space it touched, all by the person of this device', async () => {
    const store = await openTestStore({ pageKey: await aKey() });
    const journey = aJourneyId();
    const started = await store.run('journey.start', kitchen(journey));
    if (!started.ok) throw new Error(started.error.type);
    const { keys, events } = started.value;
    expect(keys).toContain(`${journey}|${journey}`);
    expect(events.map((key) => key.slice(0, key.indexOf('|'))).toSorted()).toEqual(
      [journey, privateSpace(journey)].toSorted(),
    );
    for (const key of [...keys, ...events])
      expect(await store.get(key)).toMatchObject({ key, by: store.me, createdBy: store.me });
    const private_ = recordAs(
      'event',
      (await store.get(events.find((key) => key.startsWith('private_')) ?? '')) ?? undefined,
    );
    expect(private_?.body.changes.map((change) => change.type)).toEqual(['budget']);
  });

  it('reaches a live query once, whatever it wrote', async () => {
    const store = await openTestStore();
    const journey = aJourneyId();
    const seen: number[] = [];
    store.watch({ type: 'step' }, (steps) => seen.push(steps.length));
    await expect.poll(() => seen).toEqual([0]);
    await store.run('journey.start', { ...kitchen(journey), template: 'kitchen' });
    expect(seen).toHaveLength(2);
    expect(seen[1]).toBeGreaterThan(3);
    await store.run('journey.edit', { key: `${journey}|${journey}`, set: { name: 'The kitchen' } });
    expect(seen).toHaveLength(2);
  });

  it('plans on what stands: many at once do not overwrite each other', async () => {
    const store = await openTestStore();
    const journey = await startKitchen(store);
    const added = await store.run('step.add', { journey, name: 'Tiles' });
    if (!added.ok) throw new Error(added.error.type);
    const [key = ''] = added.value.keys;
    const results = await Promise.all([
      store.run('step.edit', { key, set: { name: 'Tiles and grout' } }),
      store.run('step.edit', { key, set: { durationDays: 3 } }),
      store.run('step.change', { key, move: 'start' }),
      store.run('step.edit', { key, set: { notes: 'white' } }),
    ]);
    expect(results.map((result) => result.ok)).toEqual([true, true, true, true]);
    expect((await store.get(key))?.body).toMatchObject({
      name: 'Tiles and grout',
      durationDays: 3,
      state: 'doing',
      notes: 'white',
    });
  });

  it('sorts after what it replaces, also when the clock of this computer went back', async () => {
    let time = 1_800_000_000_000;
    const store = await openTestStore({ clock: () => time });
    const journey = await startKitchen(store);
    const before = await store.get(`${journey}|${journey}`);
    time -= 86_400_000;
    await store.run('journey.edit', { key: `${journey}|${journey}`, set: { name: 'Later' } });
    const after = await store.get(`${journey}|${journey}`);
    expect((after?.stamp ?? '') > (before?.stamp ?? 'z')).toBe(true);
  });

  it('is taken back by undo', async () => {
    const store = await openTestStore();
    const journey = await startKitchen(store);
    const edited = await store.run('journey.edit', { key: `${journey}|${journey}`, set: { name: 'Wrong' } });
    if (!edited.ok) throw new Error(edited.error.type);
    expect(
      (await store.run('deed.undo', { events: [...edited.value.events], records: [...edited.value.keys] })).ok,
    ).toBe(true);
    expect((await store.get(`${journey}|${journey}`))?.body).toMatchObject({ name: 'Kitchen' });
  });
});

describe('a command that may not', () => {
  it('writes nothing and names the fields', async () => {
    const store = await openTestStore();
    const journey = await startKitchen(store);
    const added = await store.run('step.add', { journey, name: 'Tiles' });
    if (!added.ok) throw new Error(added.error.type);
    const [key = ''] = added.value.keys;
    await store.settings.set('access', [{ space: journey, epoch: 'one', role: 'contractor' }]);
    expect(store.roleIn(journey)).toBe('contractor');
    // A guest is no more than that in the journey's private space, which no server names to them; at home one is the owner.
    expect(store.roleIn(privateSpace(journey))).toBe('contractor');
    expect(store.roleIn(store.home)).toBe('owner');
    // The step was made by this person; a contractor's own steps are not theirs to rename either.
    const before = await store.get(key);
    expect(await store.run('step.edit', { key, set: { name: 'Mine' } })).toMatchObject({
      ok: false,
      error: { type: 'NotAllowed', fields: ['name'] },
    });
    expect(await store.run('step.add', { journey, name: 'Another' })).toMatchObject({
      ok: false,
      error: { type: 'NotAllowed' },
    });
    expect(await store.get(key)).toEqual(before);
    expect((await store.run('step.change', { key, move: 'start' })).ok).toBe(true);
  });

  it('answers what does not fit, or is not there', async () => {
    const store = await openTestStore();
    const journey = await startKitchen(store);
    expect(await store.run('journey.edit', { key: `${journey}|${journey}`, set: { name: '' } })).toMatchObject({
      ok: false,
      error: { type: 'InputInvalid', fields: ['name'] },
    });
    expect(await store.run('step.edit', { key: `${journey}|step_none`, set: { name: 'x' } })).toMatchObject({
      ok: false,
      error: { type: 'RecordNotFound' },
    });
  });
});

describe('records of another build', () => {
  it('pass through untouched, and an edit here keeps their version and fields', async () => {
    const store = await openTestStore();
    const space = await startKitchen(store);
    const added = await store.run('step.add', { journey: space, name: 'Tiles' });
    if (!added.ok) throw new Error(added.error.type);
    const step = await store.get(added.value.keys[0] ?? '');
    if (step === null) throw new Error('no step');
    const v = definitionByType.step.version + 1;
    const newer = changed(store, step, { v, body: { ...step.body, moonPhase: 'full' } });
    const unknown = aRecord(store, {
      space,
      type: 'moonbase',
      id: 'moonbase_1',
      v: 9,
      body: { anything: [1, { a: null }] },
    });
    await store.commitRows([newer, made(unknown)]);
    expect(await store.get(unknown.key)).toEqual(unknown);
    expect((await store.run('step.edit', { key: step.key, set: { name: 'Floor' } })).ok).toBe(true);
    expect(await store.get(step.key)).toMatchObject({ v, body: { moonPhase: 'full', name: 'Floor' } });
  });
});

describe('what a query answers', () => {
  it('leaves out the trash unless asked, and the original of what was widened while its copy is here', async () => {
    const store = await openTestStore();
    const journey = await startKitchen(store);
    const seen: (readonly AnyRecord[])[] = [];
    store.watch({ type: 'comment', journey }, (records) => seen.push(records));
    await expect.poll(() => seen.length).toBe(1);
    const own = await store.run('comment.add', {
      space: privateSpace(journey),
      journey,
      parent: `${journey}|${journey}`,
      text: 'just us',
    });
    if (!own.ok) throw new Error(own.error.type);
    const [key = ''] = own.value.keys;
    const shared = await store.run('record.share', { key, to: journey });
    if (!shared.ok) throw new Error(shared.error.type);
    const wide = `${journey}|${key.slice(key.indexOf('|') + 1)}`;
    const keys = async (trash: 'with' | 'only' | 'without'): Promise<readonly string[]> =>
      (await store.find({ type: 'comment', journey, trash })).map((record) => record.key);
    expect(await keys('without')).toEqual([wide]);
    await expect.poll(() => seen.at(-1)?.map((record) => record.key)).toEqual([wide]);

    await store.run('record.trash', { key: wide });
    expect(await keys('only')).toEqual([wide]);
    const [copy] = await store.find({ type: 'comment', journey, trash: 'only' });
    if (copy === undefined) throw new Error('no copy');
    await store.commitRows([{ before: copy, removed: true, after: { ...copy, body: {}, stamp: store.mint() } }]);
    expect(await keys('with')).toEqual([key]);
    await expect.poll(() => seen.at(-1)?.map((record) => record.key)).toEqual([key]);
  });

  it('keeps to the newest when only so many are wanted, also when one of them goes', async () => {
    const store = await openTestStore();
    const space = aJourneyId();
    const records = Array.from({ length: 6 }, (_, at) => aRecord(store, { space, createdAt: 1_000 + at }));
    const [, , , fourth, fifth, sixth] = records;
    if (fourth === undefined || fifth === undefined || sixth === undefined) throw new Error('six were made');
    await store.commitRows(records.slice(0, 5).map(made));
    let seen: readonly AnyRecord[] = [];
    store.watch({ type: 'comment', journey: space, latest: 2 }, (found) => {
      seen = found;
    });
    await expect.poll(() => seen).toEqual([fourth, fifth]);
    await store.commitRows([made(sixth)]);
    expect(seen).toEqual([fifth, sixth]);
    const trashed = changed(store, sixth, { trashedAt: 5 });
    await store.commitRows([trashed]);
    await expect.poll(() => seen).toEqual([fourth, fifth]);
    expect(await store.find({ type: 'comment', journey: space, latest: 2 })).toEqual([fourth, fifth]);
    expect(await store.find({ type: 'comment', journey: space, latest: 2, trash: 'with' })).toEqual([
      fifth,
      trashed.after,
    ]);
    expect(await store.find({ type: 'comment', latest: 1 })).toEqual([fifth]);
  });

  it('follows one record by its key, from before it is made until after it is removed', async () => {
    const store = await openTestStore();
    const record = aRecord(store, { space: aJourneyId() });
    const seen: (AnyRecord | null)[] = [];
    const stop = store.watchKey(record.key, (one) => seen.push(one));
    await expect.poll(() => seen).toEqual([null]);
    await store.commitRows([made(record)]);
    await store.commitRows([{ before: record, removed: true, after: { ...record, body: {}, stamp: store.mint() } }]);
    stop();
    expect(seen).toEqual([null, record, null]);
  });
});
