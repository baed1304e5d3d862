// Templates make sense, and the sample kitchen can be played from start to end.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dayNumber, dayOfInstant } from '../../../domain/kernel/calendar.ts';
import { commitmentsOf } from '../../../domain/money/commitments.ts';
import { journeyOverview } from '../../../domain/journey/overview.ts';
import { isOpen } from '../../../domain/journey/schedule.ts';
import { entriesOf } from '../../../domain/money/entries.ts';
import { standings } from '../../../domain/money/standing.ts';
import { journeyReport } from '../../../domain/report/journey-report.ts';
import type { SamplePlace } from '../../../domain/templates/sample-act.ts';
import { sampleDays } from '../../../domain/templates/sample-days.ts';
import { sampleKitchen, stepKeyBySlug } from '../../../domain/templates/sample-kitchen.ts';
import { sampleManifest } from '../../../domain/templates/sample-media.ts';
import { templates } from '../../../domain/templates/templates.ts';
import { COST_CATEGORIES } from '../../../domain/records/cost.ts';
import { addPhoto } from '../../support/a-journey.ts';
import { createWorld } from '../../support/deed-world.ts';
import { JOURNEY } from '../../support/records.ts';

describe.each(templates.map((template) => [template.id, template] as const))('template %s', (_id, template) => {
  it('names each step once and waits only for earlier steps', () => {
    const slugs = template.steps.map(({ slug }) => slug);
    expect(new Set(slugs).size).toBe(slugs.length);
    for (const [place, step] of template.steps.entries())
      for (const slug of step.after) expect(slugs.indexOf(slug), `${step.slug} after ${slug}`).toBeLessThan(place);
    expect(template.steps.filter(({ after }) => after.some((slug) => !slugs.includes(slug)))).toEqual([]);
  });

  it('shares out all of the budget over known categories', () => {
    expect(Object.values(template.shares).reduce((sum, share) => sum + share, 0)).toBe(100);
    expect(
      Object.keys(template.shares).filter((name) => !COST_CATEGORIES.some((category) => category === name)),
    ).toEqual([]);
  });
});

/** Plays every act, the files imported after the journey has begun, as the window does. */
const playSample = (at?: number) => {
  const world = createWorld(at === undefined ? {} : { start: at });
  const media = sampleManifest.parse(
    JSON.parse(readFileSync('src-renderer/public/sample/manifest.json', 'utf8')),
  ).files;
  const keyByFile = new Map<string, string>();
  const keyByName = new Map<string, string>();
  const place: SamplePlace = {
    journey: JOURNEY,
    stepKey: (slug) => {
      const key = stepKeyBySlug(world.all('step')).get(slug);
      if (key === undefined) throw new Error(`no step ${slug}`);
      return key;
    },
    mediaKey: (file) => keyByFile.get(file) ?? null,
    made: (name) => {
      const key = keyByName.get(name);
      if (key === undefined) throw new Error(`nothing made ${name}`);
      return key;
    },
  };
  const days = sampleDays(world.now());
  const [start, ...acts] = sampleKitchen(media, world.now());
  start?.perform(world.done, place);
  for (const { file, step, caption, takenAt } of media)
    keyByFile.set(file, addPhoto(world, { parent: place.stepKey(step), caption, takenAt: days.moment(takenAt) }));
  for (const act of acts) {
    const [made = ''] = act.perform(world.done, place).keys;
    if (act.as !== undefined) keyByName.set(act.as, made);
  }
  const input = {
    journey: world.one('journey', `${JOURNEY}|${JOURNEY}`),
    steps: world.all('step'),
    costs: world.all('cost'),
    budget: world.all('budget')[0] ?? null,
    tasks: world.all('task'),
    photos: world.all('photo'),
    pairs: world.all('pair'),
    today: '2026-06-01',
  };
  return { world, media, keyByFile, input };
};

describe('the sample kitchen', () => {
  it('plays without a refusal to a journey near its end, within its budget, with one step stuck', () => {
    const { world, media, keyByFile, input } = playSample();
    const { progress, money, blocked, tasks } = journeyOverview(input);
    expect(input.journey.body).toMatchObject({ name: 'Sample kitchen', sample: true });
    expect(progress).toMatchObject({ done: 13, doing: 1, blocked: 1, skipped: 1, todo: 1 });
    expect(blocked[0]?.reason).toContain('front');
    expect(money.budget).toEqual({ minor: 1_850_000, currency: 'EUR' });
    expect(money.spent.minor + money.due.minor).toBeLessThan(1_850_000);
    expect(money.due.minor).toBeGreaterThan(0);
    expect(tasks.open).toBeGreaterThan(2);
    // Every paper but the one left to be accepted is the proof of a cost.
    const proofs = new Set(world.all('cost').flatMap(({ body }) => body.receipt ?? []));
    const papers = media.filter(({ paper }) => paper !== undefined).map(({ file }) => file);
    expect(papers.filter((file) => !proofs.has(keyByFile.get(file) ?? ''))).toEqual(['receipt-elektro-haus.jpg']);
  });

  it('shows what the product does: quotes beside each other, awards with something open, decisions, payments and a change to answer', () => {
    const { world, media, input } = playSample();
    const totalByFile = new Map(media.map(({ file, total }) => [file, total]));
    const papers = world.all('quote').filter(({ body }) => body.document !== null);
    // What a quote says is what its paper says, to the cent.
    const sums = papers.map(({ body }) => body.total?.minor).toSorted((a = 0, b = 0) => a - b);
    const printed = ['quote-miller-plumbing.pdf', 'quote-nordlicht-elektro.pdf', 'quote-hartmann-kitchens.pdf'];
    expect(sums).toEqual(printed.map((file) => totalByFile.get(file)?.minor));
    expect(world.all('quote').filter(({ body }) => body.step === papers[0]?.body.step)).toHaveLength(2);
    const { costs } = input;
    const commitments = commitmentsOf({
      awards: world.all('award'),
      quotes: world.all('quote'),
      allocations: [],
      costs,
    });
    expect(Object.fromEntries(commitments.map(({ vendor, open }) => [vendor, open.minor]))).toEqual({
      'Hartmann Kitchens': 0,
      'Malerei Osten': 61_999,
      'Miller Plumbing': 0,
      'Nordlicht Elektro': 0,
    });
    expect(world.all('payment').reduce((sum, { body }) => sum + body.amount.minor, 0)).toBe(61_999);
    expect(world.all('decision').map(({ body }) => body.decided?.name ?? null)).toEqual(['Oak, oiled', null]);
    expect(world.all('selection').map(({ body }) => body.chosen === null)).toEqual([false, true]);
    expect(world.all('baseline')).toHaveLength(1);
    expect(world.all('log')).toHaveLength(2);
    expect(world.all('task').filter(({ body }) => body.pin != null)).toHaveLength(2);
    // Nobody signed anything: a signed word stays when the sample is removed.
    expect(world.all('change')).toHaveLength(1);
    expect(world.all('approval')).toEqual([]);
    // One forecast: what the finished steps left of their budgets is not planned by category either.
    const { byCategory, byStep } = standings({
      currency: 'EUR',
      entries: entriesOf(costs, 'EUR').entries,
      budget: input.budget,
      commitments,
      closed: new Set(input.steps.filter((step) => !isOpen(step)).map(({ key }) => key)),
    });
    expect([byCategory.total.forecast.minor, byStep.total.forecast.minor]).toEqual([1_810_230, 1_810_230]);
    // Every part of the budget sums to the whole.
    const { categories = {} } = input.budget?.body ?? {};
    expect(Object.values(categories).reduce((sum, { minor }) => sum + minor, 0)).toBe(1_850_000);
  });

  it.each([
    ['2026-06-01', Date.UTC(2026, 5, 1, 12)],
    ['a winter evening', Date.UTC(2027, 0, 14, 22)],
    ['a leap day', Date.UTC(2028, 1, 29, 1)],
    ['before it was drawn', Date.UTC(2025, 10, 3, 8)],
  ])('lies in the week that ends before the day it is opened, and on the weekdays of its photos: %s', (_when, at) => {
    const { world, media } = playSample(at);
    const today = dayOfInstant(at);
    const lastWalk = sampleDays(at).day('2026-05-29');
    expect(today - dayNumber(lastWalk)).toBeGreaterThanOrEqual(1);
    expect(today - dayNumber(lastWalk)).toBeLessThanOrEqual(7);
    const weekdays = (days: readonly string[]): readonly number[] => days.map((day) => (dayNumber(day) + 4) % 7);
    const taken = world.all('photo').map(({ body }) => (body.takenAt ?? '').slice(0, 10));
    expect(weekdays(taken)).toEqual(weekdays(media.map(({ takenAt }) => takenAt.slice(0, 10))));
    expect(taken.every((day) => dayNumber(day) <= today)).toBe(true);
    const paid = world.all('cost').flatMap(({ body }) => body.date ?? []);
    expect(paid.every((day) => dayNumber(day) <= today)).toBe(true);
    expect(world.all('step').every(({ body }) => (body.finishedAt ?? 0) <= world.now())).toBe(true);
    // What is still wanted lies ahead, or a few days back at most.
    const wanted = world.all('payment').flatMap(({ body }) => body.dueBy ?? []);
    expect(wanted.every((day) => dayNumber(day) >= today)).toBe(true);
  });

  it('can be played on a device whose clock is early', () => {
    const { world } = playSample(Date.UTC(2026, 2, 1));
    expect(world.all('step').every(({ body }) => (body.finishedAt ?? 0) <= world.now())).toBe(true);
  });

  it('is gone without rest when purged', () => {
    const { world } = playSample();
    world.done('journey.purge', { journey: JOURNEY });
    expect([...world.records.values()].filter(({ type }) => type !== 'event')).toEqual([]);
  });

  it('makes a report that holds its steps, photos and costs', () => {
    const { input, media } = playSample();
    const report = journeyReport(input);
    expect(report.steps.map(({ number }) => number)).toEqual(input.steps.map((_step, place) => place + 1));
    expect(report.steps.find(({ name }) => name === 'First-fix plumbing')).toMatchObject({
      state: 'done',
      start: '2026-03-17',
      end: '2026-03-19',
      projected: false,
    });
    expect(report.steps.flatMap(({ photos }) => photos)).toHaveLength(media.length);
    expect(report.costs).toHaveLength(input.costs.length);
    expect(report.otherPhotos).toEqual([]);
    expect(report.costs.map(({ date }) => date ?? '9')).toEqual(report.costs.map(({ date }) => date ?? '9').toSorted());
    expect(journeyReport({ ...input, steps: [] }).otherPhotos).toHaveLength(media.length);
  });
});
