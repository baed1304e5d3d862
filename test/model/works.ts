// Random deeds about the work: tasks done and proven, days written down, the plan moved and kept, decisions and selections.
import { rollbackEvents } from '../../domain/commands/rollback.ts';
import type { Reads } from '../../domain/commands/command.ts';
import { eventKeysOf, keysToTakeBack, standingParts, wholeParts } from '../../domain/decisions/impact.ts';
import type { AnyRecord } from '../../domain/records/envelope.ts';
import type { RecordOf } from '../../domain/records/registry.ts';
import type { OpenStore } from '../../src-renderer/data/open-store.ts';
import type { Picks } from './picks.ts';
import type { DeedMaker } from './random-deed.ts';

const NO_PHOTO = 'photo_00000000-0000-7000-8000-000000000001';

const stepPlan: DeedMaker = [
  6,
  async ({ one, prng, day }) => {
    const step = await one('step');
    if (step === null) return null;
    const set = prng.pick([{ startDate: day() }, { durationDays: 1 + prng.below(30) }]);
    return { name: 'step.plan', input: { key: step.key, ...set, along: prng.chance(0.6), today: day() } };
  },
];

/** Two devices add to one list, tick in it and take out of it. */
const stepDeliver: DeedMaker = [
  6,
  async ({ one, prng, words, day }) => {
    const step = await one('step');
    if (step === null) return null;
    const { key } = step;
    const ids = Object.keys(step.body.deliveries ?? {});
    if (ids.length === 0 || prng.chance(0.4))
      return { name: 'step.deliver', input: { key, set: { what: words(), promised: day() } } };
    const set = prng.pick([{ arrived: day() }, { promised: day() }, { what: words() }, null]);
    return { name: 'step.deliver', input: { key, id: prng.pick(ids), set } };
  },
];

const stepWeek: DeedMaker = [
  1,
  async ({ prng }, journey) => ({
    name: 'step.week',
    input: { journey, workDays: prng.pick([null, [1, 2, 3, 4, 5], [6, 7]]) },
  }),
];

const baselineKeep: DeedMaker = [
  2,
  async ({ words, day }, journey) => ({ name: 'baseline.keep', input: { journey, name: words(), day: day() } }),
];

const taskAdd: DeedMaker = [
  6,
  async ({ one, aSpace, words, day, prng }, journey) => {
    const party = prng.chance(0.4) ? ((await one('party'))?.key ?? null) : null;
    const item = (text: string) => ({ text, photoRequired: prng.chance(0.2) });
    return {
      name: 'task.add',
      input: {
        space: await aSpace(journey),
        journey,
        parent: '',
        title: words(),
        due: day(),
        party,
        list: prng.chance(0.3) ? 'punch' : null,
        checklist: { item_1: item(words()), item_2: item(words()) },
      },
    };
  },
];

const taskWork: DeedMaker = [
  16,
  async ({ one, prng, words, store }) => {
    const task = await one('task');
    if (task === null) return null;
    const { key, space, body } = task;
    const proof = `${space}|${NO_PHOTO}`;
    const item = prng.pick(['item_1', 'item_2', ...Object.keys(body.checklist ?? {})]);
    switch (prng.below(8)) {
      case 0:
        return {
          name: 'task.item',
          input: { key, items: { [`item_${prng.below(6)}`]: { text: words(), photoRequired: prng.chance(0.2) } } },
        };
      case 1:
        return { name: 'task.item', input: { key, items: { [item]: null } } };
      case 2:
      case 3:
        return {
          name: 'task.tick',
          input: { key, item, done: prng.chance(0.8), photo: prng.chance(0.4) ? proof : null },
        };
      case 4:
        return {
          name: 'task.prove',
          input: { key, add: [`${proof}${prng.below(5)}`], ...(prng.chance(0.2) ? { remove: [proof] } : {}) },
        };
      case 5:
      case 6:
        if (body.doneAt === null) return { name: 'task.check', input: { key, done: true } };
        return prng.chance(0.5)
          ? { name: 'task.verify', input: { key } }
          : { name: 'task.sendBack', input: { key, why: words() } };
      default:
        return { name: 'task.edit', input: { key, set: { assignee: store.me, list: prng.pick(['punch', null]) } } };
    }
  },
];

const logAdd: DeedMaker = [
  4,
  async ({ aSpace, day, words, prng }, journey) => ({
    name: 'log.add',
    input: {
      space: await aSpace(journey),
      journey,
      day: day(),
      done: `${words()}\n${words()}`,
      minutes: prng.below(600),
    },
  }),
];

const logEdit: DeedMaker = [
  5,
  async ({ one, words, prng }) => {
    const log = await one('log');
    if (log === null) return null;
    const set = prng.pick([
      { done: `${log.body.done}\n${words()}` },
      { notes: `${words()}\n${log.body.notes}` },
      { minutes: prng.below(600) },
      { weather: words() },
    ]);
    return { name: 'log.edit', input: { key: log.key, set } };
  },
];

const mention: DeedMaker = [
  4,
  async ({ one, aSpace, words, store }) => {
    const step = await one('step');
    const person = await one('person');
    if (step === null) return null;
    return {
      name: 'comment.add',
      input: {
        space: await aSpace(step.journey),
        journey: step.journey,
        parent: step.key,
        text: words(),
        mentions: [person?.id ?? store.me],
      },
    };
  },
];

const decisionAdd: DeedMaker = [
  4,
  async ({ aSpace, words, day, prng, store }, journey) => ({
    name: 'decision.add',
    input: {
      journey,
      space: await aSpace(journey),
      question: words(),
      alternatives: [words(), words()],
      step: null,
      ...(prng.chance(0.5) ? { deadline: day(), agree: [store.me] } : {}),
    },
  }),
];

const decisionWork: DeedMaker = [
  22,
  async (picks) => {
    const { one, prng, words, euro } = picks;
    const decision = await one('decision');
    if (decision === null) return null;
    const { key, body } = decision;
    const places = Object.keys(body.alternatives);
    const place = places.length === 0 ? 'a1' : prng.pick(places);
    const take = { name: 'decision.take' as const, input: { key, choice: place, why: words() } };
    switch (prng.below(12)) {
      case 0:
      case 1:
        return { name: 'decision.vote', input: { key, choice: prng.chance(0.85) ? place : null } };
      case 2:
      case 3:
        return take;
      case 4:
        return { name: 'decision.offer', input: { key, name: words(), set: { pros: words(), days: prng.below(30) } } };
      case 5:
        return {
          name: 'decision.offer',
          input: { key, place, set: prng.pick([{ cost: euro() }, { pros: words() }, { cons: words() }]) },
        };
      case 6:
        return { name: 'decision.drop', input: { key, place } };
      case 7:
      case 8:
        return body.decided === null ? take : decisionLink(picks, decision);
      case 9:
      case 10:
        return body.decided === null ? take : rollback(picks, decision);
      default:
        return reapply(picks, decision);
    }
  },
];

/** One of the last deeds of this person followed from it. */
const decisionLink = async ({ store, prng }: Picks, { key, journey }: RecordOf<'decision'>) => {
  const own = (await store.find({ type: 'event', journey, latest: 40 })).filter(
    ({ createdBy }) => createdBy === store.me,
  );
  if (own.length === 0) return null;
  const { deed, changes } = prng.pick(own).body;
  const records = changes.map((change) => change.key).slice(0, 200);
  return { name: 'decision.link' as const, input: { key, deed, records } };
};

const rollback = async (picks: Picks, decision: RecordOf<'decision'>) => {
  const { follows = {} } = decision.body;
  const named = Object.entries(follows).flatMap(([deed, { records }]) => eventKeysOf(deed, records));
  const parts = standingParts(decision, await readsOf(picks.store, named));
  return { name: 'decision.rollback' as const, input: { ...takenBack(picks, decision, parts), why: picks.words() } };
};

const reapply = async (picks: Picks, decision: RecordOf<'decision'>) => {
  const { back } = decision.body;
  if (back == null) return null;
  const reads = await readsOf(picks.store, eventKeysOf(back.deed, [decision.key, ...back.records]));
  const parts = wholeParts(rollbackEvents(decision, reads), decision.key);
  return { name: 'decision.reapply' as const, input: takenBack(picks, decision, parts) };
};

const takenBack = ({ prng }: Picks, { key }: RecordOf<'decision'>, parts: ReturnType<typeof standingParts>) => {
  const { events, records } = keysToTakeBack(parts);
  return { key, events: [...events], records: [...records], take: records.filter(() => prng.chance(0.3)) };
};

const readsOf = async (store: OpenStore, keys: readonly string[]): Promise<Reads> => {
  const found = new Map<string, AnyRecord>();
  for (const key of keys) {
    const record = await store.get(key);
    if (record !== null) found.set(key, record);
  }
  return { get: (key) => found.get(key), list: () => [] };
};

const selectionAdd: DeedMaker = [
  3,
  async ({ aDealSpace, words, euro, day }, journey) => {
    const space = await aDealSpace(journey);
    if (space === null) return null;
    return {
      name: 'selection.add',
      input: { journey, space, title: words(), allowance: euro(), deadline: day(), step: null },
    };
  },
];

const selectionWork: DeedMaker = [
  6,
  async ({ one, prng, words, euro }) => {
    const selection = await one('selection');
    if (selection === null) return null;
    const { key } = selection;
    return prng.chance(0.5)
      ? { name: 'selection.edit', input: { key, set: prng.pick([{ allowance: euro() }, { title: words() }]) } }
      : {
          name: 'selection.choose',
          input: { key, chosen: prng.chance(0.2) ? null : { name: words(), price: euro(), finding: null } },
        };
  },
];

export const WORKS: readonly DeedMaker[] = [
  stepPlan,
  stepDeliver,
  stepWeek,
  baselineKeep,
  taskAdd,
  taskWork,
  logAdd,
  logEdit,
  mention,
  decisionAdd,
  decisionWork,
  selectionAdd,
  selectionWork,
];
