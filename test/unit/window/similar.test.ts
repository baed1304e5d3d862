// Which photos stand beside one as the same picture or the same view, and what a person's word changes of it.
import { expect, test } from 'vitest';
import { saidById } from '../../../domain/pictures/photo-pairs.ts';
import { proposalsOf } from '../../../src-renderer/features/photos/pairs.ts';
import { similarTo } from '../../../src-renderer/features/photos/similar.ts';
import { photoTwins } from '../../../src-renderer/features/photos/twins.ts';
import { aJourney, addPhoto } from '../../support/a-journey.ts';

const look = { sharpness: 500, light: 'good' as const, likeness: '00ff00ff00ff00ff' };

test('a copy is here twice until a person says that they are two photos; then they show the same view', () => {
  const world = aJourney();
  const [first, second] = [addPhoto(world, { look }), addPhoto(world, { look })];
  const how = () =>
    similarTo(world.one('photo', first), world.all('photo'), saidById(world.all('pair'))).map((one) => one.how);
  const twins = () => photoTwins(world.all('photo'), saidById(world.all('pair')));
  expect([how(), twins().length]).toEqual([['same'], 1]);
  world.done('pair.say', { before: first, after: second, isTwice: false });
  expect([how(), twins().length]).toEqual([['view'], 0]);
});

test('what a camera took on its side shows the same view once a person has turned it', () => {
  const world = aJourney();
  const upright = {
    ...look,
    likeness: '0123456789abcdef',
    turned: three('1'.repeat(16), '2'.repeat(16), '3'.repeat(16)),
  };
  const onItsSide = {
    ...look,
    likeness: 'f0f0f0f0f0f0f0f0',
    turned: three('0123456789abcd00', 'ffff0000ffff0000', '0f'.repeat(8)),
  };
  const day = (n: number): string => `2026-03-0${n}T10:00:00`;
  const [before, after] = [
    addPhoto(world, { look: upright, takenAt: day(1) }),
    addPhoto(world, { sha: 'b'.repeat(64), look: onItsSide, takenAt: day(9) }),
  ];
  const similar = () => similarTo(world.one('photo', before), world.all('photo'), saidById([])).map(({ how }) => how);
  const proposed = () =>
    proposalsOf(saidById([]), world.all('photo'), []).map((pair) => [pair.before.key, pair.after.key]);
  expect([similar(), proposed()]).toEqual([[], []]);
  world.done('photo.edit', { key: after, set: { turn: 90 } });
  expect([similar(), proposed()]).toEqual([['view'], [[before, after]]]);
  world.done('photo.edit', { key: after, set: { turn: 270 } });
  expect([similar(), proposed()]).toEqual([[], []]);
});

const three = (a: string, b: string, c: string): [string, string, string] => [a, b, c];
