// Tasks from given to found good: what is ticked off with which proof, what a contractor may not say, what is sent back with a reason.
import { describe, expect, it } from 'vitest';
import { checkItems, isVerified, missingPhotos, myTasks, pinsOn, taskState } from '../../../domain/journey/tasks.ts';
import { taskBody, type TaskBody } from '../../../domain/records/task.ts';
import { may } from '../../../domain/spaces/may.ts';
import { privateSpace } from '../../../domain/spaces/space.ts';
import { mergeRecords } from '../../../domain/sync/merge.ts';
import { aJourney, addPhoto } from '../../support/a-journey.ts';
import { ANNA, aRecord, BEN, JOURNEY, MILLER, stampAt, PARTY } from '../../support/records.ts';

const PARTY_KEY = `${PARTY}|party_01890000-0000-7000-8000-0000000000e1`;

const aPunch = (world: ReturnType<typeof aJourney>, more: object = {}) => {
  const photo = addPhoto(world, { space: PARTY });
  const [key = ''] = world.done('task.add', {
    space: PARTY,
    journey: JOURNEY,
    parent: '',
    title: 'Scratch on the door',
    assignee: MILLER,
    party: PARTY_KEY,
    list: 'punch',
    pin: { on: photo, x: 0.25, y: 0.5 },
    ...more,
  }).keys;
  return { key, photo };
};
const standing = (body: TaskBody): string => taskState(body);

describe('a task on a punch list', () => {
  it('is done with proof, looked at, sent back with the reason, done again and found good', () => {
    const world = aJourney();
    const { key } = aPunch(world);
    const proof = addPhoto(world, { space: PARTY });
    const now = () => world.one('task', key).body;
    expect(standing(now())).toBe('open');
    world.done('task.prove', { key, add: [proof] });
    world.done('task.check', { key, done: true });
    expect(now()).toMatchObject({ proof: [proof], doneBy: ANNA });
    expect(standing(now())).toBe('toVerify');
    world.done('task.sendBack', { key, why: 'Still to be felt' });
    expect(now()).toMatchObject({ doneAt: null, sentBack: { why: 'Still to be felt', by: ANNA } });
    expect(standing(now())).toBe('sentBack');
    expect(world.run('task.verify', { key })).toMatchObject({ error: { type: 'ChangedSince' } });
    world.wait(1_000);
    world.done('task.check', { key, done: true });
    const deed = world.done('task.verify', { key });
    expect(standing(now())).toBe('verified');
    world.done('deed.undo', { events: [...deed.events], records: [key] });
    expect(standing(now())).toBe('toVerify');
  });

  it('is not found good for what was done before it was opened again', () => {
    const world = aJourney();
    const { key } = aPunch(world);
    world.done('task.check', { key, done: true });
    world.done('task.verify', { key });
    world.done('task.check', { key, done: false });
    expect(isVerified(world.one('task', key).body)).toBe(false);
    world.wait(1_000);
    world.done('task.check', { key, done: true });
    expect(standing(world.one('task', key).body)).toBe('toVerify');
  });

  it('wants the photos of its checklist before it is done, and a point is ticked off with its photo', () => {
    const world = aJourney();
    const { key } = aPunch(world, { checklist: { item_a: { text: 'Tap tight', photoRequired: true } } });
    world.done('task.item', { key, items: { item_b: { text: 'Swept', photoRequired: false } } });
    const body = () => world.one('task', key).body;
    expect(checkItems(body()).map(({ text }) => text)).toEqual(['Tap tight', 'Swept']);
    expect(world.run('task.check', { key, done: true })).toMatchObject({ error: { type: 'ProofMissing' } });
    expect(world.run('task.tick', { key, item: 'item_a', done: true })).toMatchObject({
      error: { type: 'ProofMissing', fields: ['item_a'] },
    });
    const photo = addPhoto(world, { space: PARTY });
    world.done('task.tick', { key, item: 'item_a', done: true, photo });
    world.done('task.tick', { key, item: 'item_b', done: true });
    expect(missingPhotos(body())).toEqual([]);
    world.done('task.check', { key, done: true });
    world.done('task.tick', { key, item: 'item_b', done: false });
    world.done('task.item', { key, items: { item_b: null } });
    expect(checkItems(body()).map(({ text, done }) => [text, done])).toEqual([['Tap tight', true]]);
  });

  it('names no photo that its readers can’t see, in its spot, its points and its proof', () => {
    const world = aJourney();
    const hidden = addPhoto(world);
    const refused = { ok: false, error: { type: 'NotAllowed' } };
    expect(
      world.run('task.add', {
        space: PARTY,
        journey: JOURNEY,
        parent: '',
        title: 'x',
        pin: { on: hidden, x: 0, y: 0 },
      }),
    ).toMatchObject(refused);
    const { key } = aPunch(world, { checklist: { item_a: { text: 'Tap', photoRequired: true } } });
    expect(world.run('task.prove', { key, add: [hidden] })).toMatchObject(refused);
    expect(world.run('task.tick', { key, item: 'item_a', done: true, photo: hidden })).toMatchObject(refused);
    expect(world.run('log.add', { space: PARTY, journey: JOURNEY, day: '2026-06-01', photos: [hidden] })).toMatchObject(
      refused,
    );
  });

  it('keeps its spot, its points and its proof when the photo is one that is here twice', () => {
    const world = aJourney();
    const [keep, other] = [addPhoto(world), addPhoto(world)];
    const place = { space: privateSpace(JOURNEY), journey: JOURNEY };
    const [key = ''] = world.done('task.add', {
      ...place,
      parent: other,
      title: 'Scratch',
      pin: { on: other, x: 0.1, y: 0.2 },
      proof: [other, keep],
      checklist: { item_a: { text: 'Tap', photoRequired: true } },
      checked: { item_a: { at: 1, by: ANNA, photo: other } },
    }).keys;
    const [log = ''] = world.done('log.add', { ...place, day: '2026-06-01', photos: [other] }).keys;
    world.done('photo.merge', { keep, other });
    expect(world.one('task', key)).toMatchObject({
      parent: keep,
      body: { pin: { on: keep, x: 0.1 }, proof: [keep], checked: { item_a: { photo: keep } } },
    });
    expect(world.one('log', log).body.photos).toEqual([keep]);
  });

  it('loses the spot and the proof that its readers can’t see when a private one is shown to them', () => {
    const world = aJourney();
    const space = privateSpace(JOURNEY);
    const [party = ''] = world.done('party.add', { journey: JOURNEY, name: 'Miller', trade: '' }).keys;
    const photo = addPhoto(world);
    const [key = ''] = world.done('task.add', {
      space,
      journey: JOURNEY,
      parent: photo,
      title: 'Scratch',
      pin: { on: photo, x: 0.1, y: 0.2 },
      proof: [photo],
      checklist: { item_a: { text: 'Tap', photoRequired: false } },
      checked: { item_a: { at: 1, by: ANNA, photo } },
    }).keys;
    const to = world.one('party', party).body.space;
    world.done('record.share', { key, to });
    const copy = world.all('task').find((task) => task.space === to);
    expect(copy).toMatchObject({ parent: '', body: { title: 'Scratch', pin: null, proof: [], checked: {} } });
    expect(JSON.stringify(copy)).not.toContain('private_');
  });
});

describe('what a contractor may say of a task', () => {
  const before = aRecord({ type: 'task', id: 'task_1', space: PARTY, body: { title: 'Door', doneAt: null } });
  const ask = (body: object, made: Partial<typeof before> = {}) =>
    may({
      role: 'contractor',
      kind: 'party',
      type: 'task',
      before: { ...before, ...made },
      after: { ...before, ...made, by: MILLER, body: { ...before.body, ...body } },
      removed: false,
      caller: [MILLER],
    });
  const verified = { at: 5, by: MILLER, of: 4 };

  it('that it is done, with proof, and nothing of what is wanted', () => {
    expect(ask({ doneAt: 4, doneBy: MILLER, proof: [PARTY_KEY], checked: { item_a: null } })).toEqual({ ok: true });
    for (const field of ['title', 'due', 'assignee', 'pin', 'list', 'checklist'])
      expect(ask({ [field]: 'x' })).toMatchObject({ ok: false, fields: [field] });
  });

  it('never that it is good, not even of a task of their own', () => {
    const own = { createdBy: MILLER };
    for (const made of [{}, own]) {
      expect(ask({ doneAt: 4, verified }, made)).toEqual({ ok: false, code: 'FieldsRefused', fields: ['verified'] });
      expect(ask({ sentBack: { ...verified, why: 'x' } }, made)).toMatchObject({ ok: false, fields: ['sentBack'] });
    }
    expect(ask({ title: 'Mine' }, own)).toEqual({ ok: true });
    const born = { ...before, by: MILLER, createdBy: MILLER };
    const question = { role: 'contractor', kind: 'party', type: 'task', before: null, removed: false } as const;
    expect(may({ ...question, caller: [MILLER], after: born })).toEqual({ ok: true });
    expect(may({ ...question, caller: [MILLER], after: { ...born, body: { ...born.body, verified } } })).toEqual({
      ok: false,
      code: 'NotAllowed',
      fields: ['verified'],
    });
  });

  it('and a daily log is theirs', () => {
    const log = aRecord({ type: 'log', id: 'log_1', space: PARTY, by: MILLER, createdBy: MILLER });
    for (const kind of ['party', 'journey'] as const) {
      const asked = { role: 'contractor', kind, type: 'log', removed: false, caller: [MILLER] } as const;
      expect(may({ ...asked, before: null, after: log }).ok).toBe(true);
      const hers = { ...log, createdBy: ANNA };
      expect(may({ ...asked, before: hers, after: { ...hers, body: { done: 'x' } } }).ok).toBe(false);
    }
    expect(
      may({ role: 'viewer', kind: 'journey', type: 'log', before: null, after: log, removed: false, caller: [MILLER] })
        .ok,
    ).toBe(false);
  });
});

describe('two devices that tick, prove and judge offline', () => {
  const base = aRecord({
    type: 'task',
    id: 'task_1',
    space: PARTY,
    body: { title: 'Door', doneAt: 4, checklist: { item_a: {}, item_b: {} }, checked: {}, proof: [`${PARTY}|photo_1`] },
  });
  const side = (by: string, ms: number, body: object) => ({
    ...base,
    by,
    stamp: stampAt(ms),
    body: { ...base.body, ...body },
  });
  const merged = (theirs: typeof base, mine: typeof base) =>
    mergeRecords({ base, theirs, mine, mint: () => stampAt(9_000), mergeText: (_b, t) => t }).body;

  it('keep every tick and every proof', () => {
    const [a, b] = [
      { at: 5, by: MILLER, photo: null },
      { at: 6, by: BEN, photo: null },
    ];
    const theirs = side(MILLER, 2_000, { checked: { item_a: a }, proof: [`${PARTY}|photo_1`, `${PARTY}|photo_2`] });
    const mine = side(BEN, 3_000, { checked: { item_b: b }, proof: [`${PARTY}|photo_1`, `${PARTY}|photo_3`] });
    for (const [one, other] of [
      [theirs, mine],
      [mine, theirs],
    ] as const) {
      const { checked, proof } = merged(one, other);
      expect(checked).toEqual({ item_a: a, item_b: b });
      expect(new Set(taskBody.shape.proof.parse(proof))).toEqual(
        new Set([1, 2, 3].map((at) => `${PARTY}|photo_${at}`)),
      );
    }
  });

  it('leave what one sends back open, whatever the other finds of it and whoever was later', () => {
    for (const [good, back] of [
      [2_000, 3_000],
      [3_000, 2_000],
    ] as const) {
      const verified = side(ANNA, good, { verified: { at: 5, by: ANNA, of: 4 } });
      const sent = side(BEN, back, { doneAt: null, sentBack: { at: 5, by: BEN, of: 4, why: 'Drips' } });
      for (const [one, other] of [
        [verified, sent],
        [sent, verified],
      ] as const)
        expect(taskState(taskBody.parse({ assignee: null, due: null, ...merged(one, other), checklist: {} }))).toBe(
          'sentBack',
        );
    }
  });
});

describe('whose turn it is', () => {
  const world = aJourney();
  const day = { today: '2026-06-03', weekEnd: '2026-06-07' };
  const [done, late, unnamed] = [
    aPunch(world),
    aPunch(world, { due: '2026-06-01' }),
    aPunch(world, { assignee: null }),
  ];
  world.done('task.check', { key: done.key, done: true });
  world.done('task.add', { space: privateSpace(JOURNEY), journey: JOURNEY, parent: '', title: 'Call', assignee: ANNA });
  const titles = (me: string, family: boolean) => {
    const groups = myTasks({ me, tasks: world.all('task'), ...day, isFamily: () => family });
    return Object.fromEntries(Object.entries(groups).map(([group, tasks]) => [group, tasks.map(({ key }) => key)]));
  };

  it('is the family’s where something waits to be looked at, and the contractor’s where it waits to be done', () => {
    const own = world.all('task').find(({ body }) => body.title === 'Call');
    expect(titles(ANNA, true)).toMatchObject({ toVerify: [done.key], overdue: [], someday: [own?.key] });
    expect(titles(MILLER, false)).toMatchObject({ toVerify: [], overdue: [late.key], someday: [unnamed.key] });
  });

  it('pins are numbered in the order in which they were made, on the copy that was shared as well', () => {
    const at = world.one('photo', done.photo);
    expect(pinsOn(world.all('task'), at.id).map(({ number, task }) => [number, task.key])).toEqual([[1, done.key]]);
  });
});
