// Which photos belong to which pair, which are of one place over time, and what is proposed beside them.
import { expect, test } from 'vitest';
import { pairId } from '../../../domain/commands/pair.ts';
import { idOfKey } from '../../../domain/kernel/ids.ts';
import { laidOf, turnedRound } from '../../../domain/pictures/laid.ts';
import { saidById } from '../../../domain/pictures/photo-pairs.ts';
import { privateSpace } from '../../../domain/spaces/space.ts';
import { inOrder, pairsShown, proposalsOf, seriesOf } from '../../../src-renderer/features/photos/pairs.ts';
import { aJourney, addPhoto, addStep } from '../../support/a-journey.ts';
import { JOURNEY } from '../../support/records.ts';

const taken = (day: number): string => `2026-03-${String(day).padStart(2, '0')}T10:00:00`;
const look = { sharpness: 500, light: 'good' as const, likeness: '0'.repeat(16) };

test('pairs follow their photos when these are shared, and hang together to a series', () => {
  const world = aJourney();
  const [first, second, third] = [1, 2, 3].map((day) => addPhoto(world, { takenAt: taken(day) }));
  if (first === undefined || second === undefined || third === undefined) throw new Error('no photos');
  world.done('pair.say', { before: first, after: second, isPair: true });
  world.done('pair.say', { before: second, after: third, isPair: true });
  world.done('pair.say', { before: first, after: third, isPair: false });
  world.done('record.share', { key: third, to: JOURNEY });
  // As lists show them: of a shared photo the copy.
  const photos = world.all('photo').filter(({ body }) => body.movedTo == null);
  const pairs = pairsShown(saidById(world.all('pair')), photos);
  expect(pairs.map(({ before, after }) => [before.id, after.id])).toEqual([
    [idOfKey(second), idOfKey(third)],
    [idOfKey(first), idOfKey(second)],
  ]);
  const [anyOne] = photos;
  if (anyOne === undefined) throw new Error('no photo');
  expect(seriesOf(anyOne, pairs).photos.map(({ body }) => body.takenAt)).toEqual([1, 2, 3].map(taken));
  expect(seriesOf(anyOne, pairs).pairs).toHaveLength(2);
  expect(seriesOf(anyOne, []).photos.map(({ id }) => id)).toEqual([anyOne.id]);
  expect(inOrder(world.one('photo', second), world.one('photo', first)).map(({ key }) => key)).toEqual([first, second]);
});

test('of a pair that was said of twice, in private and with all, the later word counts', () => {
  const world = aJourney();
  const [before, after] = [addPhoto(world, { takenAt: taken(1) }), addPhoto(world, { takenAt: taken(2) })];
  world.done('pair.say', { before, after, isPair: true });
  for (const key of [before, after]) world.done('record.share', { key, to: JOURNEY });
  const shared = (key: string): string => key.replace(privateSpace(JOURNEY), JOURNEY);
  world.done('pair.say', { before: shared(before), after: shared(after), isPair: false });
  expect(world.all('pair')).toHaveLength(2);
  expect(pairsShown(saidById(world.all('pair')), world.all('photo'))).toEqual([]);
});

test('a proposal goes once a person has said what it is', () => {
  const world = aJourney();
  const step = addStep(world, 'Tiles');
  const [before, after] = [
    addPhoto(world, { takenAt: taken(1), look, parent: step }),
    addPhoto(world, { takenAt: taken(9), look, parent: step }),
  ];
  const proposed = () => proposalsOf(saidById(world.all('pair')), world.all('photo'), world.all('step'));
  expect(proposed()).toMatchObject([{ id: pairId(idOfKey(after), idOfKey(before)), why: 'view' }]);
  world.done('step.change', { key: step, move: 'start', at: Date.parse('2026-03-02T08:00:00Z') });
  world.done('step.change', { key: step, move: 'complete', at: Date.parse('2026-03-08T08:00:00Z') });
  expect(proposed()).toMatchObject([{ why: 'step' }]);
  world.done('pair.say', { before, after, isPair: false });
  expect(proposed()).toEqual([]);
});

test('of a pair whose dates were put right the other one is the earlier, laid the other way round', () => {
  const world = aJourney();
  const size = { width: 4_000, height: 3_000 };
  const [before, after] = [
    addPhoto(world, { ...size, takenAt: taken(1) }),
    addPhoto(world, { width: 3_000, height: 4_000, takenAt: taken(2) }),
  ];
  const align = { x: 0.05, y: -0.02, scale: 1.1 };
  world.done('pair.say', { before, after, isPair: true, align });
  const shown = () => pairsShown(saidById(world.all('pair')), world.all('photo'))[0];
  expect(shown()).toMatchObject({ before: { key: before }, after: { key: after }, align });
  world.done('photo.edit', { key: before, set: { takenFix: '2026-04-01T10:00:00' } });
  const turned = shown();
  expect(turned).toMatchObject({ before: { key: after }, after: { key: before } });
  if (turned === undefined) throw new Error('no pair');
  // What is in the middle of the one is where it was in the other.
  const there = laidOf({ width: 3_000, height: 4_000 }, size, turned.align);
  const back = turnedRound(laidOf(size, { width: 3_000, height: 4_000 }, align));
  expect(there.x).toBeCloseTo(back.x, 6);
  expect(there.y).toBeCloseTo(back.y, 6);
  expect(there.scale).toBeCloseTo(back.scale, 9);
  // Proposals ask for the date that stands, too.
  expect(inOrder(world.one('photo', before), world.one('photo', after)).map(({ key }) => key)).toEqual([after, before]);
});
