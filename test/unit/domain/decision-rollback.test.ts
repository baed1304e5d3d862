// Rolling a decision back and applying it again: both together change nothing, and what is newer is never lost by either.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CommandInput, CommandName } from '../../../domain/commands/registry.ts';
import { awardKey } from '../../../domain/commands/quote.ts';
import { rollbackEvents } from '../../../domain/commands/rollback.ts';
import {
  impactOf,
  keysToTakeBack,
  standingParts,
  wholeParts,
  type DeedKeys,
} from '../../../domain/decisions/impact.ts';
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import { recordAs } from '../../../domain/records/registry.ts';
import { eur } from '../../support/amounts.ts';
import { aJourney, addStep, costInput } from '../../support/a-journey.ts';
import { type DeedWorld, seenIn, type WorldDeed } from '../../support/deed-world.ts';
import { JOURNEY, PRIVATE } from '../../support/records.ts';

const readsOf = (world: DeedWorld) => ({
  get: (key: RecordKey) => world.records.get(key),
  list: world.all,
});

const setUp = () => {
  const world = aJourney({ template: 'repaint', budget: eur(80_000) });
  const a = addStep(world, 'a', { startDate: '2026-07-01', durationDays: 2 });
  const b = addStep(world, 'b', { startDate: '2026-07-05', durationDays: 3 });
  const [cost = ''] = world.done('cost.add', costInput({ state: 'due' })).keys;
  const [quote = ''] = world.done('quote.add', {
    journey: JOURNEY,
    vendor: 'Miller',
    total: eur(500_000),
    party: null,
    step: null,
    date: null,
  }).keys;
  const [other = ''] = world.done('decision.add', {
    journey: JOURNEY,
    question: 'Which tap?',
    alternatives: ['Brass', 'Steel'],
    step: null,
  }).keys;
  const [decision = ''] = world.done('decision.add', {
    journey: JOURNEY,
    question: 'Which floor?',
    alternatives: ['Oak', 'Slate'],
    step: a,
  }).keys;
  world.done('decision.vote', { key: decision, choice: 'a1' });
  world.done('decision.take', { key: decision, choice: 'a1', why: 'Warm' });
  return { world, a, b, cost, quote, other, decision, last: { cost: '', step: '' } };
};
type Place = ReturnType<typeof setUp>;

const link = ({ world, decision }: Place, deed: WorldDeed): void =>
  void world.done('decision.link', { key: decision, deed: deed.deed, records: [...deed.keys] });

const standing = ({ world, decision }: Place): DeedKeys =>
  keysToTakeBack(standingParts(world.one('decision', decision), readsOf(world)));
const rolled = ({ world, decision }: Place): DeedKeys =>
  keysToTakeBack(wholeParts(rollbackEvents(world.one('decision', decision), readsOf(world)), decision));
const asInput = (place: Place, { events, records }: DeedKeys, take: readonly RecordKey[]) => ({
  key: place.decision,
  events: [...events],
  records: [...records],
  take: [...take],
});
const rollback = (place: Place, take: readonly RecordKey[] = []) =>
  place.world.run('decision.rollback', { ...asInput(place, standing(place), take), why: 'Too dear' });
const reapply = (place: Place, take: readonly RecordKey[] = []) =>
  place.world.run('decision.reapply', asInput(place, rolled(place), take));
const impact = ({ world, decision }: Place) => impactOf(world.one('decision', decision), readsOf(world));

type Case = (place: Place) => WorldDeed;
let counted = 0;
const done = <C extends CommandName>({ world }: Place, command: C, input: CommandInput<C>) =>
  world.done(command, input);

/** What may follow from a decision, and what people do besides: they often touch the same things. */
const deeds: Readonly<Record<string, Case>> = {
  'cost.add': (place) => {
    const deed = done(place, 'cost.add', costInput({ step: place.a, amount: eur((counted += 1)) }));
    place.last.cost = deed.keys[0] ?? '';
    return deed;
  },
  'cost.edit': (place) =>
    done(place, 'cost.edit', { key: place.cost, set: { amount: eur((counted += 1)), description: `c${counted}` } }),
  'cost.edit the last': (place) =>
    done(place, 'cost.edit', { key: place.last.cost, set: { vendor: `v${(counted += 1)}` } }),
  'cost.edit to the last step': (place) =>
    done(place, 'cost.edit', { key: place.cost, set: { step: place.last.step } }),
  'step.add': (place) => {
    const deed = done(place, 'step.add', { journey: JOURNEY, name: `s${(counted += 1)}` });
    place.last.step = deed.keys[0] ?? '';
    return deed;
  },
  'step.edit': (place) =>
    done(place, 'step.edit', { key: place.b, set: { startDate: `2026-08-${10 + ((counted += 1) % 20)}` } }),
  'step.edit longer': (place) =>
    done(place, 'step.edit', { key: place.b, set: { durationDays: (counted += 1), startDate: '2026-09-01' } }),
  'step.edit waits': (place) => done(place, 'step.edit', { key: place.b, set: { dependsOn: [place.a] } }),
  'step.edit waits for nothing': (place) => done(place, 'step.edit', { key: place.b, set: { dependsOn: [] } }),
  'step.edit the other way': (place) => done(place, 'step.edit', { key: place.a, set: { dependsOn: [place.b] } }),
  'step.change': (place) => done(place, 'step.change', { key: place.a, move: 'start' }),
  'step.change to done': (place) => done(place, 'step.change', { key: place.a, move: 'complete' }),
  'task.add': (place) =>
    done(place, 'task.add', { space: JOURNEY, journey: JOURNEY, parent: place.last.step, title: 'Sand it' }),
  'budget.set': (place) => done(place, 'budget.set', { journey: JOURNEY, total: eur((counted += 1)) }),
  'quote.accept': (place) => done(place, 'quote.accept', { key: place.quote }),
  'change.add': (place) =>
    done(place, 'change.add', {
      journey: JOURNEY,
      space: PRIVATE,
      title: 'Oil twice',
      why: '',
      amount: eur((counted += 1)),
      days: 1,
      lines: [],
      step: place.last.step === '' ? null : place.last.step,
      against: null,
    }),
  'decision.add': (place) =>
    done(place, 'decision.add', { journey: JOURNEY, question: 'Which oil?', alternatives: [], step: place.last.step }),
  'decision.take': (place) =>
    done(place, 'decision.take', {
      key: place.other,
      choice: counted % 2 === 0 ? 'a1' : 'a2',
      why: `w${(counted += 1)}`,
    }),
  'selection.add': (place) =>
    done(place, 'selection.add', { journey: JOURNEY, title: 'Oil', allowance: eur(900), deadline: null, step: null }),
  'record.trash': (place) => done(place, 'record.trash', { key: place.cost }),
  'record.restore': (place) => done(place, 'record.restore', { key: place.cost }),
  'record.trash the step': (place) => done(place, 'record.trash', { key: place.last.step }),
};

interface Played {
  readonly deed: WorldDeed;
  readonly isLinked: boolean;
}

/** A deed that an earlier one made impossible is left out, as the window would refuse it; so is one that changed nothing. */
const play = (place: Place, picked: readonly (readonly [string, boolean])[]): readonly Played[] =>
  picked.flatMap(([name, isLinked]) => {
    let deed: WorldDeed | undefined;
    try {
      deed = deeds[name]?.(place);
    } catch {
      return [];
    }
    if (deed === undefined || deed.keys.length === 0) return [];
    if (isLinked) link(place, deed);
    return [{ deed, isLinked }];
  });

const run = (name: fc.Arbitrary<boolean>) =>
  fc.array(fc.tuple(fc.constantFrom(...Object.keys(deeds)), name), { maxLength: 12 });
const SEEDED = { seed: 20_261_126, numRuns: 120 };

/** The fields that somebody else's deed wrote last, with the value, and whether it is there. */
const lastWrittenByOthers = (world: DeedWorld, played: readonly Played[]) => {
  const lastBy = new Map<string, { readonly isLinked: boolean; readonly key: RecordKey; readonly field: string }>();
  for (const { deed, isLinked } of played)
    for (const event of deed.events.map((key) => world.one('event', key)))
      for (const { key, kind, fields } of event.body.changes) {
        for (const field of Object.keys(fields)) lastBy.set(`${key} ${field}`, { isLinked, key, field });
        if (kind !== 'changed') lastBy.set(`${key} life`, { isLinked, key, field: 'life' });
      }
  return [...lastBy.values()].filter(({ isLinked }) => !isLinked);
};

const valueAt = (world: DeedWorld, key: RecordKey, field: string): unknown =>
  field === 'life' ? world.records.get(key)?.trashedAt === 0 : (world.records.get(key)?.body[field] ?? null);

const hangingOnNothing = (world: DeedWorld): readonly string[] =>
  [...world.records.values()]
    .filter(({ type, trashedAt }) => trashedAt === 0 && type !== 'event')
    .flatMap(({ key, parent, body }) => [parent, body['step'], body['quote']].map((named) => [key, named] as const))
    .filter(([, named]) => typeof named === 'string' && world.records.get(named)?.trashedAt !== 0)
    .filter(([, named]) => named !== '' && named !== null && named !== undefined)
    .map(([key, named]) => `${key} names ${String(named)}`);

describe('a rollback', () => {
  it('takes back all that followed, in money, orders and days, where nothing is newer', () => {
    fc.assert(
      fc.property(run(fc.constant(true)), (picked) => {
        const place = setUp();
        const { decision, world } = place;
        const before = new Map(seenIn(world));
        play(place, picked);
        expect(rollback(place).ok).toBe(true);
        const after = new Map(seenIn(world));
        before.delete(decision);
        after.delete(decision);
        expect(after).toEqual(before);
        expect(world.one('decision', decision).body).toMatchObject({ decided: null, back: { name: 'Oak' } });
        expect(impact(place).hanging).toEqual([]);
      }),
      SEEDED,
    );
  });

  it('is undone whole by applying again, whatever others did before, and whatever of theirs was taken along', () => {
    fc.assert(
      fc.property(run(fc.boolean()), fc.boolean(), (picked, takesAll) => {
        const place = setUp();
        play(place, picked);
        const before = seenIn(place.world);
        const hanging = impact(place);
        const take = takesAll ? hanging.asked.map(({ key }) => key) : [];
        expect(rollback(place, take)).toMatchObject({ ok: true });
        expect(reapply(place)).toMatchObject({ ok: true });
        expect(seenIn(place.world)).toEqual(before);
        expect(impact(place)).toEqual(hanging);
        // And once more.
        expect(rollback(place, take)).toMatchObject({ ok: true });
        expect(reapply(place)).toMatchObject({ ok: true });
        expect(seenIn(place.world)).toEqual(before);
      }),
      SEEDED,
    );
  });

  it('loses nothing newer: what others wrote last stands, and nothing living is left hanging on what went', () => {
    fc.assert(
      fc.property(run(fc.boolean()), (picked) => {
        const place = setUp();
        const { world } = place;
        const played = play(place, picked);
        const written = lastWrittenByOthers(world, played);
        const before = written.map(({ key, field }) => valueAt(world, key, field));
        const hung = hangingOnNothing(world);
        expect(rollback(place).ok).toBe(true);
        expect(written.map(({ key, field }) => valueAt(world, key, field))).toEqual(before);
        expect(hangingOnNothing(world).filter((line) => !hung.includes(line))).toEqual([]);
      }),
      SEEDED,
    );
  });

  it('loses nothing newer when it is applied again either', () => {
    fc.assert(
      fc.property(run(fc.boolean()), run(fc.constant(false)), (picked, since) => {
        const place = setUp();
        const { world } = place;
        play(place, picked);
        expect(rollback(place).ok).toBe(true);
        const written = lastWrittenByOthers(world, play(place, since));
        const before = written.map(({ key, field }) => valueAt(world, key, field));
        expect(reapply(place).ok).toBe(true);
        expect(written.map(({ key, field }) => valueAt(world, key, field))).toEqual(before);
      }),
      SEEDED,
    );
  });

  it('asks about what is newer, and takes it along only where it is told to', () => {
    const place = setUp();
    const { world, b } = place;
    link(place, done(place, 'step.edit', { key: b, set: { startDate: '2026-08-01', durationDays: 9 } }));
    world.done('step.edit', { key: b, set: { durationDays: 10 } });
    expect(impact(place).asked).toMatchObject([{ key: b, group: 'plan', newer: ['durationDays'] }]);
    expect(rollback(place).ok).toBe(true);
    expect(world.one('step', b).body).toMatchObject({ startDate: '2026-07-05', durationDays: 10 });
    expect(reapply(place).ok).toBe(true);
    expect(rollback(place, [b]).ok).toBe(true);
    expect(world.one('step', b).body).toMatchObject({ startDate: '2026-07-05', durationDays: 3 });
  });

  it('keeps what something living hangs on', () => {
    const place = setUp();
    const { world, last } = place;
    const add = deeds['step.add'];
    if (add !== undefined) link(place, add(place));
    const { keys } = world.done('cost.add', costInput({ step: last.step }));
    expect(impact(place).asked).toMatchObject([{ key: last.step, newer: [], needed: keys }]);
    expect(rollback(place).ok).toBe(true);
    expect(world.one('step', last.step).trashedAt).toBe(0);
  });

  it('takes an award back whatever was said of how it counts, which waits for it', () => {
    const place = setUp();
    const { world, quote } = place;
    const award = awardKey(quote);
    link(place, done(place, 'quote.accept', { key: quote }));
    const { keys } = world.done('allocation.set', { of: award, categories: { '': 'flooring' } });
    expect(impact(place).asked).toEqual([]);
    expect(rollback(place).ok).toBe(true);
    expect(world.one('award', award).trashedAt).not.toBe(0);
    expect(world.one('allocation', keys[0]).trashedAt).toBe(0);
    expect(reapply(place).ok).toBe(true);
    expect(world.one('award', award).trashedAt).toBe(0);
  });

  it('makes no steps wait for each other', () => {
    const place = setUp();
    const { world, a, b } = place;
    world.done('step.edit', { key: b, set: { dependsOn: [a] } });
    link(place, done(place, 'step.edit', { key: b, set: { dependsOn: [] } }));
    world.done('step.edit', { key: a, set: { dependsOn: [b] } });
    expect(impact(place).asked).toMatchObject([{ key: b, newer: ['dependsOn'] }]);
    expect(rollback(place, [b]).ok).toBe(true);
    expect(world.one('step', b).body.dependsOn).toEqual([]);
  });

  it('takes back of a deed that did more only what was linked, and leaves that deed standing', () => {
    const place = setUp();
    const { world, decision, a, b } = place;
    // One of the template's, which no other waits for.
    const awaited = new Set(world.all('step').flatMap(({ body }) => body.dependsOn));
    const step = world.all('step').find(({ key }) => ![a, b].includes(key) && !awaited.has(key))?.key ?? '';
    const made = world.all('event').find(({ body }) => body.changes.some(({ key }) => key === step));
    world.done('decision.link', { key: decision, deed: made?.body.deed ?? '', records: [step] });
    const before = new Map(seenIn(world));
    expect(rollback(place).ok).toBe(true);
    expect(world.one('step', step).trashedAt).not.toBe(0);
    const after = new Map(seenIn(world));
    for (const key of [step, decision]) before.delete(key);
    after.delete(decision);
    expect(after).toEqual(before);
    expect(world.one('event', made?.key).body.undoneBy).toBeNull();
    expect(reapply(place).ok).toBe(true);
    expect(world.one('step', step).trashedAt).toBe(0);
  });

  it('is an event of its own, and what it took back is marked by it', () => {
    const place = setUp();
    const { world } = place;
    const deed = done(place, 'cost.add', costInput());
    link(place, deed);
    const back = rollback(place);
    if (!back.ok) throw new Error('refused');
    expect(deed.events.map((key) => world.one('event', key).body.undoneBy)).toEqual([back.value.deed]);
    expect(back.value.events.map((key) => world.one('event', key).body.command)).toEqual(['decision.rollback']);
    expect(world.one('decision', place.decision).body.back).toMatchObject({ deed: back.value.deed, why: 'Too dear' });
  });

  it('is not applied again over a decision taken since, and not at all where there is none', () => {
    const place = setUp();
    expect(reapply(place)).toMatchObject({ error: { type: 'NothingToUndo' } });
    expect(rollback(place).ok).toBe(true);
    expect(rollback(place)).toMatchObject({ error: { type: 'NothingToUndo' } });
    place.world.done('decision.take', { key: place.decision, choice: 'a2' });
    expect(reapply(place)).toMatchObject({ error: { type: 'ChangedSince', fields: ['decided'] } });
  });

  it('waits until it is known what was decided', () => {
    const place = setUp();
    const { world, decision } = place;
    const record = world.one('decision', decision);
    world.records.set(decision, { ...record, past: { contested: [{ field: 'decided', values: [] }] } });
    expect(rollback(place)).toMatchObject({ error: { type: 'NotAllowed', fields: ['decided'] } });
  });

  it('tells a contractor’s space nothing of the decision', () => {
    const place = setUp();
    link(place, done(place, 'step.edit', { key: place.b, set: { startDate: '2026-08-01' } }));
    rollback(place);
    reapply(place);
    const told = [...place.world.records.values()].filter(({ space }) => space === JOURNEY);
    expect(told.some((record) => recordAs('event', record)?.body.command === 'decision.rollback')).toBe(true);
    expect(JSON.stringify(told)).not.toContain(PRIVATE);
    expect(JSON.stringify(told)).not.toContain('Too dear');
  });
});
