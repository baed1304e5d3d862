// Undo: what was, is again; and what came after is never lost by it.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CommandInput } from '../../../domain/commands/registry.ts';
import { aJourney, addPhoto, addStep, costInput } from '../../support/a-journey.ts';
import { seenIn, undoIn, type WorldDeed } from '../../support/deed-world.ts';
import { JOURNEY } from '../../support/records.ts';

const setUp = () => {
  const world = aJourney({ template: 'repaint', budget: { minor: 80_000, currency: 'EUR' } });
  const a = addStep(world, 'a');
  const b = addStep(world, 'b');
  const photo = addPhoto(world, { parent: a });
  const [cost = ''] = world.done('cost.add', costInput()).keys;
  const [trashed = ''] = world.done('task.add', { space: JOURNEY, journey: JOURNEY, parent: a, title: 'Old' }).keys;
  world.done('record.trash', { key: trashed });
  return { world, a, b, photo, cost, trashed };
};

type Case = (place: ReturnType<typeof setUp>) => WorldDeed;
const deeds: Readonly<Record<string, Case>> = {
  'step.add': ({ world }) => world.done('step.add', { journey: JOURNEY, name: 'new' }),
  'step.edit': ({ world, a, b }) =>
    world.done('step.edit', { key: b, set: { name: 'renamed', dependsOn: [a], startDate: '2026-07-01' } }),
  'step.place': ({ world, a, b }) => world.done('step.place', { key: b, before: null, after: a }),
  'step.change': ({ world, a }) => world.done('step.change', { key: a, move: 'block', reason: 'no paint' }),
  'cost.edit': ({ world, cost }) =>
    world.done('cost.edit', { key: cost, set: { amount: { minor: 1, currency: 'EUR' }, state: 'due' } }),
  'budget.set': ({ world }) => world.done('budget.set', { journey: JOURNEY, total: { minor: 5, currency: 'EUR' } }),
  'media.link': ({ world, photo, b }) => world.done('media.link', { key: photo, parent: b }),
  'record.trash': ({ world, a }) => world.done('record.trash', { key: a }),
  'record.restore': ({ world, trashed }) => world.done('record.restore', { key: trashed }),
  'record.share': ({ world, photo }) => world.done('record.share', { key: photo, to: JOURNEY }),
  'party.add': ({ world }) => world.done('party.add', { journey: JOURNEY, name: 'Miller', trade: '' }),
};

describe('deed.undo', () => {
  it.each(Object.entries(deeds))(
    '%s: afterwards everything reads as before; undone again it is done again',
    (_name, play) => {
      const place = setUp();
      const before = seenIn(place.world);
      const deed = play(place);
      const after = seenIn(place.world);
      expect(after).not.toEqual(before);
      const undone = undoIn(place.world, deed);
      expect(undone.ok).toBe(true);
      expect(seenIn(place.world)).toEqual(before);
      for (const key of deed.events) expect(place.world.one('event', key).body.undoneBy).not.toBeNull();
      if (!undone.ok) return;
      expect(undoIn(place.world, undone.value).ok).toBe(true);
      expect(seenIn(place.world)).toEqual(after);
      for (const key of deed.events) expect(place.world.one('event', key).body.undoneBy).toBeNull();
    },
  );

  it('is the identity for any run of deeds taken back in reverse', () => {
    const names = Object.keys(deeds);
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...names), { maxLength: 6 }), (picked) => {
        const place = setUp();
        const before = seenIn(place.world);
        // A deed that an earlier one made impossible (a trashed step) is left out, as the window would refuse it.
        const played = picked.flatMap((name) => {
          try {
            return deeds[name]?.(place) ?? [];
          } catch {
            return [];
          }
        });
        for (const deed of played.toReversed()) expect(undoIn(place.world, deed)).toMatchObject({ ok: true });
        expect(seenIn(place.world)).toEqual(before);
      }),
      { seed: 20_261_122, numRuns: 60 },
    );
  });

  it('names the undoing deed on the event', () => {
    const place = setUp();
    const deed = place.world.done('step.edit', { key: place.a, set: { name: 'renamed' } });
    const undone = undoIn(place.world, deed);
    if (!undone.ok) throw new Error('refused');
    expect(deed.events.map((key) => place.world.one('event', key).body.undoneBy)).toEqual([undone.value.deed]);
  });

  it('refuses where someone has changed the same field since, and changes nothing then', () => {
    const place = setUp();
    const set: CommandInput<'step.edit'>['set'] = { name: 'mine', notes: 'mine' };
    const deed = place.world.done('step.edit', { key: place.a, set });
    place.world.done('step.edit', { key: place.a, set: { notes: 'theirs' } });
    const before = seenIn(place.world);
    expect(undoIn(place.world, deed)).toMatchObject({ ok: false, error: { type: 'ChangedSince', fields: ['notes'] } });
    expect(seenIn(place.world)).toEqual(before);
  });

  it('keeps another field that was changed since', () => {
    const place = setUp();
    const deed = place.world.done('step.edit', { key: place.a, set: { name: 'mine' } });
    place.world.done('step.edit', { key: place.a, set: { notes: 'theirs' } });
    expect(undoIn(place.world, deed).ok).toBe(true);
    expect(place.world.one('step', place.a).body).toMatchObject({ name: 'a', notes: 'theirs' });
  });

  it('takes nothing back that an event tells of another space than its own', () => {
    const place = setUp();
    const deed = place.world.done('step.edit', { key: place.a, set: { name: 'mine' } });
    const [key = ''] = deed.events;
    const event = place.world.one('event', key);
    const foreign = { key: place.cost, type: 'cost', kind: 'made', fields: {} } as const;
    place.world.records.set(key, { ...event, body: { ...event.body, changes: [...event.body.changes, foreign] } });
    expect(undoIn(place.world, { ...deed, keys: [...deed.keys, place.cost] }).ok).toBe(true);
    expect(place.world.one('step', place.a).body.name).toBe('a');
    expect(place.world.one('cost', place.cost).trashedAt).toBe(0);
  });

  it('undoes once, and not what is not there', () => {
    const place = setUp();
    const deed = place.world.done('step.edit', { key: place.a, set: { name: 'mine' } });
    undoIn(place.world, deed);
    expect(undoIn(place.world, deed)).toMatchObject({ error: { type: 'NothingToUndo' } });
    expect(place.world.run('deed.undo', { events: [`${JOURNEY}|event_gone`], records: [] })).toMatchObject({
      error: { type: 'RecordNotFound' },
    });
  });
});
