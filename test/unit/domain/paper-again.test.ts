// A paper of several photos that was refused and is added once more, photo by photo in any order, is one paper again.
import { expect, it } from 'vitest';
import { photoPapers } from '../../../domain/documents/photo-pages.ts';
import { idOfKey, type RecordKey } from '../../../domain/kernel/ids.ts';
import { addPhoto, aJourney } from '../../support/a-journey.ts';
import { retryOf } from '../../../src-renderer/features/sync/tray-retry.ts';
import type { DeedWorld } from '../../support/deed-world.ts';

/** Adds a refused photo once more, as the tray does; answers its key. */
const again = (world: DeedWorld, key: RecordKey): RecordKey => {
  const record = world.one('photo', key);
  world.records.delete(key);
  const retry = retryOf({ record, fields: [] }, { standing: null, mayWrite: true });
  if (retry?.command !== 'photo.add') throw new Error('no photo is added');
  return world.done(retry.command, retry.input).keys[0] ?? '';
};

const aPaper = () => {
  const world = aJourney();
  const [first, second, third] = [addPhoto(world), addPhoto(world), addPhoto(world)];
  const pages = [first, second, third].map((key) => idOfKey(key));
  world.done('photo.pages', { key: first, pages, guesses: {} });
  return { world, first, second, third };
};

const paperIn = (world: DeedWorld): readonly RecordKey[] | undefined =>
  photoPapers(world.all('photo'))[0]?.pages.map(({ key }) => key);

it.each([
  ['the photo that names the pages first', [0, 1, 2]],
  ['the photo that names the pages last', [2, 1, 0]],
] as const)('%s', (_name, order) => {
  const { world, first, second, third } = aPaper();
  const old = [first, second, third];
  const fresh: RecordKey[] = [];
  for (const at of order) fresh[at] = again(world, old[at] ?? '');
  expect(paperIn(world)).toEqual(fresh);
});

it('pages that had been kept stay its pages', () => {
  const { world, first, second, third } = aPaper();
  const fresh = again(world, first);
  expect(paperIn(world)).toEqual([fresh, second, third]);
});

it('a page that comes back after the others is a page again', () => {
  const { world, first, second, third } = aPaper();
  const fresh = again(world, first);
  const late = again(world, second);
  expect(paperIn(world)).toEqual([fresh, late, third]);
});
