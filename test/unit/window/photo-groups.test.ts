// Photos in groups: by step, by day, by room and by who brought them.
import { expect, test } from 'vitest';
import { groupPhotos, gridRows, photosInOrder } from '../../../src-renderer/features/photos/photo-groups.ts';
import { aJourney, addPhoto, addStep } from '../../support/a-journey.ts';
import { ANNA, BEN } from '../../support/records.ts';

const taken = (day: number): string => `2026-03-0${day}T10:00:00`;
const nameOf = (id: string): string => (id === ANNA ? 'Zoe' : 'Ben');

const someGroups = () => {
  const world = aJourney();
  const [tiles, paint] = [addStep(world, 'Tiles'), addStep(world, 'Paint')];
  const a = addPhoto(world, { parent: paint, takenAt: taken(2), name: 'a' });
  const b = addPhoto(world, { parent: tiles, takenAt: taken(1), name: 'b' });
  const c = addPhoto(world, { takenAt: taken(2), name: 'c' });
  world.done('photo.edit', { key: a, set: { room: 'Kitchen', steps: [tiles] } });
  world.done('photo.edit', { key: b, set: { room: 'Bathroom' } });
  const mine = world.one('photo', c);
  world.records.set(c, { ...mine, createdBy: BEN });
  const groups = (by: Parameters<typeof groupPhotos>[2]) =>
    groupPhotos(world.all('photo'), { steps: world.all('step'), nameOf }, by);
  const said = (by: Parameters<typeof groupPhotos>[2]) =>
    groups(by).map(({ name, id, photos }) => [name || id, photos.map(({ body }) => body.name).join('')]);
  return { groups, said };
};

test('by step in the journey’s order, a photo at each step it shows, those on no step last', () => {
  const { groups, said } = someGroups();
  expect(said('step')).toEqual([
    ['Tiles', 'ba'],
    ['Paint', 'a'],
    ['', 'c'],
  ]);
  expect(photosInOrder(groups('step')).map(({ body }) => body.name)).toEqual(['b', 'a', 'c']);
});

test('by day newest first, by room and by person by name, those without a room last', () => {
  const { groups, said } = someGroups();
  expect(said('day')).toEqual([
    ['2026-03-02', 'ac'],
    ['2026-03-01', 'b'],
  ]);
  expect(said('room')).toEqual([
    ['Bathroom', 'b'],
    ['Kitchen', 'a'],
    ['', 'c'],
  ]);
  expect(said('person')).toEqual([
    ['Ben', 'c'],
    ['Zoe', 'ba'],
  ]);
  for (const by of ['day', 'room', 'person'] as const) {
    const rows = gridRows(groups(by), 3);
    expect(rows.flatMap((row) => row.flatMap(({ photos }) => photos))).toHaveLength(3);
  }
});

test('a day that was put right counts over the camera’s, is taken back, and is a day', () => {
  const world = aJourney();
  const [wrong, right] = [addPhoto(world, { takenAt: taken(1), name: 'a' }), addPhoto(world, { takenAt: taken(3) })];
  world.done('photo.edit', { key: wrong, set: { takenFix: '2026-03-05T08:30:00' } });
  const days = () =>
    groupPhotos(world.all('photo'), { steps: [], nameOf }, 'day').map(({ id, photos }) => [id, photos[0]?.key]);
  expect(days()).toEqual([
    ['2026-03-05', wrong],
    ['2026-03-03', right],
  ]);
  world.done('photo.edit', { key: wrong, set: { takenFix: null } });
  expect(days()[1]).toEqual(['2026-03-01', wrong]);
  expect(world.one('photo', wrong).body.takenAt).toBe(taken(1));
  const refused = { error: { type: 'InputInvalid' } };
  for (const takenFix of ['yesterday', '2026-02-30T10:00:00', '2026-03-05T08:30:00Z'])
    expect(world.run('photo.edit', { key: wrong, set: { takenFix } })).toMatchObject(refused);
});
