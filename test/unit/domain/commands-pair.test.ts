// What is said of two photos lives where both are read, once, and is never wider than its photos.
import { describe, expect, it } from 'vitest';
import { pairKey, pairSpace } from '../../../domain/commands/pair.ts';
import { spaceOfKey } from '../../../domain/kernel/ids.ts';
import { partySpace, privateSpace } from '../../../domain/spaces/space.ts';
import { aJourney, addPhoto } from '../../support/a-journey.ts';
import { JOURNEY, PARTY } from '../../support/records.ts';

const PRIVATE = privateSpace(JOURNEY);
const OTHER_PARTY = partySpace(JOURNEY, 'party_01890000-0000-7000-8000-0000000000e2');

describe('where a pair lives', () => {
  it.each([
    ['both private', PRIVATE, PRIVATE, PRIVATE],
    ['one shared with all', PRIVATE, JOURNEY, PRIVATE],
    ['both shared with all', JOURNEY, JOURNEY, JOURNEY],
    ['one with a contractor, one with all', PARTY, JOURNEY, PARTY],
    ['both with a contractor', PARTY, PARTY, PARTY],
    ['with two contractors', PARTY, OTHER_PARTY, PRIVATE],
  ])('%s', (_how, first, second, space) => {
    const world = aJourney();
    const [before, after] = [addPhoto(world, { space: first }), addPhoto(world, { space: second })];
    expect(pairSpace(before, after)).toBe(space);
    expect(pairSpace(after, before)).toBe(space);
    const [key] = world.done('pair.say', { before, after, isPair: true }).keys;
    expect(key).toBe(pairKey(before, after));
    expect(spaceOfKey(key ?? '')).toBe(space);
    expect(world.one('pair', key)).toMatchObject({ parent: '', body: { before, after, isPair: true } });
  });

  it('not across journeys, and not of a photo with itself', () => {
    const world = aJourney();
    const here = addPhoto(world);
    const there = here.replaceAll('8000-000000000001', '8000-0000000000ff');
    expect(pairSpace(here, there)).toBeNull();
    expect(world.run('pair.say', { before: here, after: here, isPair: true })).toMatchObject({
      error: { type: 'NotAllowed' },
    });
  });
});

it('is one record whichever photo is named first, and what is not said again stays', () => {
  const world = aJourney();
  const [before, after] = [addPhoto(world), addPhoto(world)];
  const align = { x: 0.05, y: -0.02, scale: 1.1 };
  world.done('pair.say', { before, after, isTwice: false });
  world.done('pair.say', { before: after, after: before, isPair: true, align });
  world.done('pair.say', { before, after });
  expect(world.all('pair').map(({ body }) => body)).toEqual([{ before, after, isPair: true, isTwice: false, align }]);
});

it('a word taken back is said again in the same record; a photo in the trash is no half of a pair', () => {
  const world = aJourney();
  const [before, after] = [addPhoto(world), addPhoto(world)];
  const made = world.done('pair.say', { before, after, isPair: true });
  world.done('deed.undo', { events: [...made.events], records: [...made.keys] });
  expect(world.one('pair', made.keys[0]).trashedAt).toBeGreaterThan(0);
  world.done('pair.say', { before, after, isPair: false });
  expect(world.one('pair', made.keys[0])).toMatchObject({ trashedAt: 0, body: { isPair: false } });
  world.done('record.trash', { key: before });
  expect(world.run('pair.say', { before, after, isPair: true })).toMatchObject({ error: { type: 'RecordTrashed' } });
});
