// Activity: what people did, newest first, one sitting's edits as one entry.
import { describe, expect, it } from 'vitest';
import { journeyActivity, SITTING_MS } from '../../../domain/journey/activity.ts';
import { aJourney, addPhoto, addStep } from '../../support/a-journey.ts';
import { JOURNEY, MILLER } from '../../support/records.ts';

describe('journeyActivity', () => {
  it('is one entry per deed, newest first, though a deed has an event in each space', () => {
    const world = aJourney({ budget: { minor: 100, currency: 'EUR' } });
    const photo = addPhoto(world);
    const { deed } = world.done('record.share', { key: photo, to: JOURNEY });
    const entries = journeyActivity(world.all('event'));
    expect(entries.map(({ command }) => command)).toEqual(['record.share', 'photo.add', 'journey.start']);
    expect(entries[0]).toMatchObject({ deed, events: { length: 2 }, changes: [{ kind: 'made' }, { kind: 'changed' }] });
  });

  it('keeps apart what two people say of one deed', () => {
    const world = aJourney();
    addStep(world, 'a');
    const [own] = world.all('event').slice(-1);
    if (own === undefined) throw new Error('no event');
    const hung = { ...own, key: `${own.key}x`, createdBy: MILLER };
    const entries = journeyActivity([...world.all('event'), hung]).filter(({ deed }) => deed === own.body.deed);
    expect(entries.map(({ by, events }) => [by, events])).toEqual(
      expect.arrayContaining([
        [own.createdBy, [own.key]],
        [MILLER, [hung.key]],
      ]),
    );
  });

  it('folds edits of one field in one sitting, from the first value to the last', () => {
    const world = aJourney();
    const key = addStep(world, 'a');
    for (const name of ['ab', 'abc', 'abcd']) world.done('step.edit', { key, set: { name } });
    const [newest, ...rest] = journeyActivity(world.all('event'));
    expect(newest).toMatchObject({
      deeds: 3,
      changes: [{ key, fields: [{ name: 'name', was: 'a', is: 'abcd' }] }],
      events: { length: 1 },
    });
    expect(rest.map(({ command }) => command)).toEqual(['step.add', 'journey.start']);
  });

  it('tells every move of a step by itself, so that why it was blocked stays in the history', () => {
    const world = aJourney();
    const key = addStep(world, 'a');
    world.done('step.change', { key, move: 'start' });
    world.done('step.change', { key, move: 'block', reason: 'no tiles' });
    world.done('step.change', { key, move: 'resume' });
    const moves = journeyActivity(world.all('event')).filter(({ command }) => command === 'step.change');
    expect(moves.map(({ changes }) => changes[0]?.fields.find(({ name }) => name === 'state')?.is)).toEqual([
      'doing',
      'blocked',
      'doing',
    ]);
  });

  it('does not fold over a pause, another field, or another person’s hand', () => {
    const world = aJourney();
    const key = addStep(world, 'a');
    world.done('step.edit', { key, set: { name: 'b' } });
    world.wait(SITTING_MS);
    world.done('step.edit', { key, set: { name: 'c' } });
    world.done('step.edit', { key, set: { notes: 'n' } });
    world.done('step.edit', { key, set: { name: 'd' } });
    expect(
      journeyActivity(world.all('event'))
        .filter(({ command }) => command === 'step.edit')
        .map(({ deeds }) => deeds),
    ).toEqual([1, 1, 1, 1]);
  });

  it('marks what was undone and hides the marking itself', () => {
    const world = aJourney();
    const key = addStep(world, 'a');
    const deed = world.done('step.edit', { key, set: { name: 'b' } });
    world.done('deed.undo', { events: [...deed.events], records: [...deed.keys] });
    const entries = journeyActivity(world.all('event'));
    expect(
      entries.slice(0, 2).map(({ command, undone, changes }) => [command, undone, changes.map(({ type }) => type)]),
    ).toEqual([
      ['deed.undo', false, ['step']],
      ['step.edit', true, ['step']],
    ]);
  });
});
