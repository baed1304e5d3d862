// Templates make sense, and the sample kitchen can be played from start to end.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { journeyOverview } from '../../../domain/journey/overview.ts';
import { journeyReport } from '../../../domain/report/journey-report.ts';
import { sampleKitchen, stepKeyBySlug, type SamplePlace } from '../../../domain/templates/sample-kitchen.ts';
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
  const place: SamplePlace = {
    journey: JOURNEY,
    stepKey: (slug) => {
      const key = stepKeyBySlug(world.all('step')).get(slug);
      if (key === undefined) throw new Error(`no step ${slug}`);
      return key;
    },
    mediaKey: (file) => keyByFile.get(file) ?? null,
  };
  const [start, ...acts] = sampleKitchen(media, world.now());
  start?.perform(world.done, place);
  for (const { file, step, caption } of media)
    keyByFile.set(file, addPhoto(world, { parent: place.stepKey(step), caption }));
  for (const act of acts) act.perform(world.done, place);
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
