// What more people read may not name what only fewer read, whichever command writes it.
import { describe, expect, it } from 'vitest';
import { partySpace, privateSpace } from '../../../domain/spaces/space.ts';
import { isHiddenIn } from '../../../domain/spaces/readable.ts';
import { aJourney, addPhoto, addStep, costInput } from '../../support/a-journey.ts';
import { JOURNEY, UUID, PARTY } from '../../support/records.ts';

const OTHER_PARTY = partySpace(JOURNEY, 'party_01890000-0000-7000-8000-0000000000e2');
const PRIVATE_STEP = `${privateSpace(JOURNEY)}|step_1`;
const refused = (field: string) => ({ ok: false, error: { type: 'NotAllowed', fields: [field] } });

describe.each([
  ['the journey', JOURNEY],
  ['a contractor', PARTY],
])('what %s reads', (_who, space) => {
  it('is not hung on what is private or another contractor’s, at first or later', () => {
    const world = aJourney();
    const hidden = [addPhoto(world), addPhoto(world, { space: OTHER_PARTY }), PRIVATE_STEP];
    const step = addStep(world, 'Tiles');
    const shown = addPhoto(world, { space, parent: step });
    for (const parent of hidden) {
      const place = { space, journey: JOURNEY, parent };
      expect(world.run('comment.add', { ...place, text: 'Nice' })).toMatchObject(refused('parent'));
      expect(world.run('task.add', { ...place, title: 'Call' })).toMatchObject(refused('parent'));
      expect(world.run('media.link', { key: shown, parent })).toMatchObject(refused('parent'));
      expect(() => addPhoto(world, place)).toThrow('NotAllowed');
    }
    expect(world.one('photo', shown).parent).toBe(step);
    for (const parent of [shown, step]) world.done('comment.add', { space, journey: JOURNEY, parent, text: 'Nice' });
  });
});

it('a contractor’s cost names no private receipt or step; the family’s own cost names all', () => {
  const world = aJourney();
  const receipt = addPhoto(world);
  const theirs = addPhoto(world, { space: PARTY });
  const step = addStep(world, 'Tiles');
  expect(world.run('cost.add', { ...costInput({ receipt }), space: PARTY })).toMatchObject(refused('receipt'));
  const [cost = ''] = world.done('cost.add', { ...costInput({ receipt: theirs, step }), space: PARTY }).keys;
  expect(world.run('cost.edit', { key: cost, set: { receipt } })).toMatchObject(refused('receipt'));
  expect(world.run('cost.edit', { key: cost, set: { step: PRIVATE_STEP } })).toMatchObject(refused('step'));
  world.done('cost.edit', { key: cost, set: { receipt: null } });
  for (const named of [receipt, theirs]) world.done('cost.add', costInput({ receipt: named, step }));
});

it('a name that stands there already does not lock the record for other edits, and can be taken out', () => {
  const world = aJourney();
  const [key = ''] = world.done('cost.add', { ...costInput(), space: PARTY }).keys;
  const cost = world.one('cost', key);
  world.records.set(key, { ...cost, body: { ...cost.body, receipt: addPhoto(world) } });
  world.done('cost.edit', { key, set: { vendor: 'Miller' } });
  world.done('cost.edit', { key, set: { receipt: null } });
  expect(world.one('cost', key).body).toMatchObject({ vendor: 'Miller', receipt: null });
});

it('a list names nothing hidden either', () => {
  const world = aJourney();
  const key = addStep(world, 'Tiles');
  const step = world.one('step', key);
  const hidden = { ...step, key: PRIVATE_STEP, space: privateSpace(JOURNEY), id: 'step_1' };
  world.records.set(PRIVATE_STEP, hidden);
  expect(world.run('step.edit', { key, set: { dependsOn: [PRIVATE_STEP] } })).toMatchObject(refused('dependsOn'));
});

it('words that only look like a key are words', () => {
  expect(isHiddenIn(JOURNEY, `private_${UUID}|photo_1`)).toBe(true);
  for (const words of ['left|right_side', 'a|b_c', '', 4, null]) expect(isHiddenIn(JOURNEY, words)).toBe(false);
});
