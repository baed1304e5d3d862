// Steps: their order, their states, and who waits for whom.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextStepState, STEP_MOVES } from '../../../domain/commands/step-state.ts';
import { liveSteps } from '../../../domain/journey/steps.ts';
import { STEP_STATES } from '../../../domain/records/step.ts';
import { aJourney, addStep } from '../../support/a-journey.ts';
import type { DeedWorld } from '../../support/deed-world.ts';
import { JOURNEY } from '../../support/records.ts';

const names = (world: DeedWorld): readonly string[] => liveSteps(world.all('step')).map(({ body }) => body.name);

describe('step order', () => {
  it('adds at the end, or right after another', () => {
    const world = aJourney();
    const a = addStep(world, 'a');
    addStep(world, 'c');
    addStep(world, 'b', { after: a });
    expect(names(world)).toEqual(['a', 'b', 'c']);
  });

  it('places a step where it was dropped, whatever was moved before, and writes that step only', () => {
    const move = fc.record({ from: fc.nat(), to: fc.nat() });
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 7 }), fc.array(move, { maxLength: 25 }), (count, moves) => {
        const world = aJourney();
        let expected = Array.from({ length: count }, (_, place) => addStep(world, `step ${place}`));
        for (const { from, to } of moves) {
          const moved = expected[from % count];
          if (moved === undefined) continue;
          const others = expected.filter((key) => key !== moved);
          const place = to % count;
          const deed = world.done('step.place', {
            key: moved,
            before: others[place - 1] ?? null,
            after: others[place] ?? null,
          });
          expect(deed.keys.every((key) => key === moved)).toBe(true);
          expected = [...others.slice(0, place), moved, ...others.slice(place)];
        }
        expect(liveSteps(world.all('step')).map(({ key }) => key)).toEqual(expected);
      }),
      { seed: 20_261_122, numRuns: 60 },
    );
  });

  it('finds room beside steps that got the same index on two devices', () => {
    const world = aJourney();
    const a = addStep(world, 'a');
    const b = addStep(world, 'b');
    const c = addStep(world, 'c');
    const twin = world.one('step', b);
    world.records.set(b, { ...twin, body: { ...twin.body, order: world.one('step', a).body.order } });
    world.done('step.place', { key: c, before: a, after: b });
    addStep(world, 'd', { after: a });
    expect(names(world).slice(0, 2)).toEqual(['a', 'b']);
    expect(names(world).toSorted()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('refuses a neighbour that is not there', () => {
    const world = aJourney();
    const a = addStep(world, 'a');
    expect(world.run('step.place', { key: a, before: `${JOURNEY}|step_gone`, after: null })).toMatchObject({
      error: { type: 'RecordNotFound', fields: ['before'] },
    });
    expect(world.run('step.add', { journey: JOURNEY, name: 'b', after: `${JOURNEY}|step_gone` })).toMatchObject({
      error: { type: 'RecordNotFound', fields: ['after'] },
    });
  });
});

describe('step.change', () => {
  it('does exactly what the table of states says', () => {
    for (const state of STEP_STATES) {
      for (const move of STEP_MOVES) {
        const world = aJourney();
        const key = addStep(world, 'a');
        const step = world.one('step', key);
        world.records.set(key, { ...step, body: { ...step.body, state } });
        const result = world.run('step.change', { key, move, reason: 'no tiles' });
        const next = nextStepState[state][move];
        const { body } = world.one('step', key);
        const refused = { state, blockedReason: '', error: 'StepTransitionRefused' };
        const moved = { state: next, blockedReason: next === 'blocked' ? 'no tiles' : '', error: null };
        const seen = {
          state: body.state,
          blockedReason: body.blockedReason,
          error: result.ok ? null : result.error.type,
        };
        expect(seen, `${state} ${move}`).toEqual(next === null ? refused : moved);
      }
    }
  });

  it('wants a reason for a block, and forgets it on resume', () => {
    const world = aJourney();
    const key = addStep(world, 'a');
    expect(world.run('step.change', { key, move: 'block', reason: '  ' })).toMatchObject({
      error: { type: 'InputInvalid', fields: ['reason'] },
    });
    world.done('step.change', { key, move: 'block', reason: 'no tiles' });
    world.done('step.change', { key, move: 'resume' });
    expect(world.one('step', key).body).toMatchObject({ state: 'doing', blockedReason: '' });
  });

  it('keeps when work began and ended, and says so again after reopening', () => {
    const world = aJourney();
    const key = addStep(world, 'a');
    world.done('step.change', { key, move: 'start' });
    const began = world.now();
    world.wait(60_000);
    world.done('step.change', { key, move: 'complete' });
    expect(world.one('step', key).body).toMatchObject({ startedAt: began, finishedAt: world.now() });
    world.done('step.change', { key, move: 'reopen' });
    expect(world.one('step', key).body).toMatchObject({ state: 'doing', startedAt: began, finishedAt: null });
    world.done('step.change', { key, move: 'reopen' });
    expect(world.one('step', key).body).toMatchObject({ state: 'todo', startedAt: null, finishedAt: null });
  });

  it('may say that it happened earlier, never later', () => {
    const world = aJourney();
    const key = addStep(world, 'a');
    const earlier = world.now() - 86_400_000;
    world.done('step.change', { key, move: 'complete', at: earlier });
    expect(world.one('step', key).body.finishedAt).toBe(earlier);
    expect(world.run('step.change', { key, move: 'reopen', at: world.now() + 86_400_000 })).toMatchObject({
      error: { type: 'InputInvalid', fields: ['at'] },
    });
  });
});

describe('dependencies', () => {
  it('refuses a circle, short or long, and takes what is none', () => {
    const world = aJourney();
    const [a, b, c] = [addStep(world, 'a'), addStep(world, 'b'), addStep(world, 'c')];
    world.done('step.edit', { key: b, set: { dependsOn: [a] } });
    world.done('step.edit', { key: c, set: { dependsOn: [a, b] } });
    expect(world.run('step.edit', { key: a, set: { dependsOn: [a] } })).toMatchObject({
      error: { type: 'DependencyCycle', fields: ['dependsOn'] },
    });
    expect(world.run('step.edit', { key: a, set: { dependsOn: [c] } })).toMatchObject({
      error: { type: 'DependencyCycle' },
    });
    expect(world.run('step.edit', { key: a, set: { dependsOn: [`${JOURNEY}|step_gone`] } })).toMatchObject({
      error: { type: 'RecordNotFound' },
    });
    expect(world.one('step', a).body.dependsOn).toEqual([]);
  });
});
