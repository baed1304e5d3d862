// Which photos stand beside one as the same picture or the same view, and what a person's word changes of it.
import { expect, test } from 'vitest';
import { saidById } from '../../../domain/pictures/photo-pairs.ts';
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
