// What every edit keeps to: only the listed fields, only live records, nothing lost that this build does not know.
import { describe, expect, it } from 'vitest';
import { aJourney, addPhoto, addStep, costInput } from '../../support/a-journey.ts';
import { JOURNEY } from '../../support/records.ts';

describe('edits', () => {
  it('change the fields said and keep all others, unknown ones included', () => {
    const world = aJourney();
    const key = addStep(world, 'Tiles', { notes: 'white' });
    const step = world.one('step', key);
    world.records.set(key, { ...step, v: 7, body: { ...step.body, fromTomorrow: { kept: true } } });
    world.done('step.edit', { key, set: { durationDays: 4 } });
    expect(world.one('step', key)).toMatchObject({
      v: 7,
      body: { name: 'Tiles', notes: 'white', durationDays: 4, fromTomorrow: { kept: true } },
    });
  });

  it('are not stopped by an odd value in a field they do not touch', () => {
    const world = aJourney();
    const key = addStep(world, 'Tiles');
    const step = world.one('step', key);
    world.records.set(key, { ...step, body: { ...step.body, startDate: 'next spring' } });
    world.done('step.edit', { key, set: { name: 'Wall tiles' } });
    expect(world.records.get(key)?.body).toMatchObject({ name: 'Wall tiles', startDate: 'next spring' });
  });

  it('refuse fields that are not theirs, and name them', () => {
    const world = aJourney();
    const key = addStep(world, 'Tiles');
    const set = { name: 'x', state: 'done' };
    expect(world.run('step.edit', { key, set })).toMatchObject({ error: { type: 'InputInvalid', fields: ['state'] } });
    expect(world.run('step.edit', { key, set: { durationDays: -1 } })).toMatchObject({
      error: { type: 'InputInvalid', fields: ['durationDays'] },
    });
  });

  it('refuse what no server would take, with a code, and let it be made shorter', () => {
    const world = aJourney();
    const [key = ''] = world.done('decision.add', {
      journey: JOURNEY,
      question: 'Floor?',
      alternatives: [],
      step: null,
    }).keys;
    const alternatives = (count: number, name: string) =>
      Object.fromEntries(Array.from({ length: count }, (_, at) => [`a${at}`, { name, notes: 'x'.repeat(30_000) }]));
    const decision = world.one('decision', key);
    // Brought together by a merge; the event of an edit holds what was and what is.
    world.records.set(key, { ...decision, body: { ...decision.body, alternatives: alternatives(60, 'Oak') } });
    expect(world.run('decision.offer', { key, name: 'Slate' })).toMatchObject({ error: { type: 'RecordTooLarge' } });
    world.done('decision.edit', { key, set: { question: 'Which floor?' } });
    world.done('decision.offer', { key, place: 'a1', name: 'O' });
    expect(world.one('decision', key).body.alternatives['a1']?.name).toBe('O');
  });

  it('write nothing when nothing changes', () => {
    const world = aJourney();
    const key = addStep(world, 'Tiles');
    const before = world.one('step', key);
    expect(world.done('step.edit', { key, set: { name: 'Tiles', dependsOn: [] } })).toMatchObject({
      keys: [],
      events: [],
    });
    expect(world.one('step', key)).toBe(before);
  });

  it('refuse what is not there, of another type, or in the trash', () => {
    const world = aJourney();
    const key = addStep(world, 'Tiles');
    expect(world.run('step.edit', { key: `${JOURNEY}|step_gone`, set: { name: 'x' } })).toMatchObject({
      error: { type: 'RecordNotFound' },
    });
    expect(world.run('cost.edit', { key, set: { vendor: 'x' } })).toMatchObject({ error: { type: 'RecordNotFound' } });
    world.done('record.trash', { key });
    expect(world.run('step.edit', { key, set: { name: 'x' } })).toMatchObject({ error: { type: 'RecordTrashed' } });
    world.done('record.restore', { key });
    world.done('step.edit', { key, set: { name: 'x' } });
    expect(world.one('step', key).body.name).toBe('x');
  });
});

describe('tasks and comments', () => {
  it('a task keeps when it was first checked off', () => {
    const world = aJourney();
    const [key = ''] = world.done('task.add', {
      space: JOURNEY,
      journey: JOURNEY,
      parent: '',
      title: 'Call Miller',
    }).keys;
    world.done('task.check', { key, done: true });
    const at = world.now();
    world.done('task.check', { key, done: true });
    expect(world.one('task', key).body.doneAt).toBe(at);
    world.done('task.check', { key, done: false });
    expect(world.one('task', key).body.doneAt).toBeNull();
  });

  it('a comment says something', () => {
    const world = aJourney();
    const parent = addStep(world, 'Tiles');
    expect(world.run('comment.add', { space: JOURNEY, journey: JOURNEY, parent, text: '  ' })).toMatchObject({
      error: { type: 'InputInvalid', fields: ['text'] },
    });
  });
});

describe('where a record may start', () => {
  it('is never wider than its type, nor another journey’s space', () => {
    const world = aJourney();
    const other = 'journey_01890000-0000-7000-8000-0000000000ff';
    const refused = { ok: false, error: { type: 'NotAllowed', fields: ['space'] } };
    expect(world.run('cost.add', costInput({ space: JOURNEY }))).toMatchObject(refused);
    expect(world.run('task.add', { space: other, journey: JOURNEY, parent: '', title: 'x' })).toMatchObject(refused);
    expect(world.all('cost')).toEqual([]);
  });
});

describe('media.link', () => {
  it('moves a photo, and nothing that is no file', () => {
    const world = aJourney();
    const step = addStep(world, 'Tiles');
    const photo = addPhoto(world);
    world.done('media.link', { key: photo, parent: step });
    expect(world.one('photo', photo).parent).toBe(step);
    expect(world.run('media.link', { key: step, parent: '' })).toMatchObject({ error: { type: 'RecordNotFound' } });
  });
});

describe('costs', () => {
  it('are private unless a space is named, and may be in another currency', () => {
    const world = aJourney();
    const [key = ''] = world.done('cost.add', costInput({ amount: { minor: 100, currency: 'USD' } })).keys;
    expect(world.one('cost', key).space.startsWith('private_')).toBe(true);
    expect(world.run('cost.edit', { key, set: { amount: { minor: 1.5, currency: 'EUR' } } })).toMatchObject({
      error: { type: 'InputInvalid', fields: ['amount'] },
    });
  });
});
