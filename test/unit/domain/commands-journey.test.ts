// Journeys: begun from a template, edited, archived; only a sample can be purged.
import { describe, expect, it } from 'vitest';
import { privateSpace } from '../../../domain/spaces/space.ts';
import { kitchenTemplate } from '../../../domain/templates/kitchen.ts';
import { eur } from '../../support/amounts.ts';
import { aJourney, addStep, costInput, journeyInput } from '../../support/a-journey.ts';
import { createWorld } from '../../support/deed-world.ts';
import { JOURNEY, UUID } from '../../support/records.ts';

const KEY = `${JOURNEY}|${JOURNEY}`;

describe('journey.start', () => {
  it('makes the template’s steps in order, each waiting for the right ones', () => {
    const world = aJourney({ template: 'kitchen' });
    const steps = world.all('step').toSorted((a, b) => (a.body.order < b.body.order ? -1 : 1));
    expect(steps.map(({ body }) => body.slug)).toEqual(kitchenTemplate.steps.map(({ slug }) => slug));
    const slugByKey = new Map(steps.map(({ key, body }) => [key, body.slug]));
    expect(steps.map(({ body }) => body.dependsOn.map((key) => slugByKey.get(key)))).toEqual(
      kitchenTemplate.steps.map(({ after }) => after),
    );
    expect(
      steps.every(
        ({ space, body }) =>
          space === JOURNEY && body.state === 'todo' && body.startDate === null && body.durationDays !== null,
      ),
    ).toBe(true);
  });

  it('splits the budget over the template’s categories to the last cent, in the private space', () => {
    const world = aJourney({ template: 'bathroom', budget: eur(1_234_567) });
    const budget = world.one('budget', `private_${UUID}|budget_${UUID}`);
    expect(budget.space).toBe(privateSpace(JOURNEY));
    expect(Object.values(budget.body.categories).reduce((sum, { minor }) => sum + minor, 0)).toBe(1_234_567);
  });

  it('refuses a journey that is there, an unknown template, and a budget in another currency', () => {
    const world = aJourney();
    expect(world.run('journey.start', journeyInput())).toMatchObject({ ok: false, error: { type: 'AlreadyThere' } });
    const fresh = createWorld();
    expect(fresh.run('journey.start', journeyInput({ template: 'castle' }))).toMatchObject({
      error: { type: 'InputInvalid', fields: ['template'] },
    });
    expect(fresh.run('journey.start', journeyInput({ budget: { minor: 1, currency: 'USD' } }))).toMatchObject({
      error: { type: 'CurrencyMismatch', fields: ['budget'] },
    });
    expect(fresh.records.size).toBe(0);
  });

  it('names the fields of input that does not fit', () => {
    const refused = createWorld().run(
      'journey.start',
      journeyInput({ name: '  ', startDate: '2026-02-30', currency: 'euro' }),
    );
    expect(refused).toMatchObject({ error: { type: 'InputInvalid', fields: ['name', 'currency', 'startDate'] } });
  });
});

describe('journey.archive', () => {
  it('goes there and back, and a second time changes nothing', () => {
    const world = aJourney();
    world.done('journey.archive', { key: KEY });
    expect(world.one('journey', KEY).body.state).toBe('archived');
    expect(world.done('journey.archive', { key: KEY }).keys).toEqual([]);
    world.done('journey.unarchive', { key: KEY });
    expect(world.one('journey', KEY).body.state).toBe('active');
  });
});

describe('journey.purge', () => {
  it('never purges what a person made', () => {
    const world = aJourney();
    expect(world.run('journey.purge', { journey: JOURNEY })).toMatchObject({ error: { type: 'NotAllowed' } });
    expect(world.records.has(KEY)).toBe(true);
  });

  it('removes every record of the sample, and nothing of another journey', () => {
    const world = aJourney({ sample: true, template: 'repaint', budget: eur(50_000) });
    addStep(world, 'One more');
    world.done('cost.add', costInput());
    const other = 'journey_01890000-0000-7000-8000-0000000000ff';
    world.done('journey.start', journeyInput({ journey: other, template: 'repaint' }));
    const kept = world.all('step').filter(({ journey }) => journey === other).length;
    world.done('journey.purge', { journey: JOURNEY });
    const left = [...world.records.values()].filter(({ journey, type }) => journey === JOURNEY && type !== 'event');
    expect(left).toEqual([]);
    expect(world.all('step').filter(({ journey }) => journey === other)).toHaveLength(kept);
    // What remains is that it went: no word of what it held.
    const events = world.all('event').filter(({ journey }) => journey === JOURNEY);
    expect(
      events.every(
        ({ body }) =>
          body.command === 'journey.purge' &&
          body.changes.every(({ kind, fields }) => kind === 'removed' && Object.keys(fields).length === 0),
      ),
    ).toBe(true);
  });
});

describe('budget.set', () => {
  it('makes the budget, changes only what is said, and keeps to the journey’s currency', () => {
    const world = aJourney();
    const key = `private_${UUID}|budget_${UUID}`;
    world.done('budget.set', { journey: JOURNEY, total: eur(100_000) });
    world.done('budget.set', { journey: JOURNEY, categories: { tiling: eur(20_000) } });
    expect(world.one('budget', key).body).toMatchObject({ total: eur(100_000), categories: { tiling: eur(20_000) } });
    expect(world.run('budget.set', { journey: JOURNEY, total: { minor: 1, currency: 'USD' } })).toMatchObject({
      error: { type: 'CurrencyMismatch', fields: ['total'] },
    });
  });
});
