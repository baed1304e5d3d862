// A command as a person might give it now, on what this device shows: mostly small edits, often of what others edit too.
import type { CommandInput, CommandName } from '../../domain/commands/registry.ts';
import { idOfKey } from '../../domain/kernel/ids.ts';
import type { AnyRecord } from '../../domain/records/envelope.ts';
import { spaceKind } from '../../domain/spaces/space.ts';
import type { OpenStore } from '../../src-renderer/data/open-store.ts';
import { createPicks } from './picks.ts';
import type { Prng } from './prng.ts';

export type Given = { readonly [C in CommandName]: { readonly name: C; readonly input: CommandInput<C> } }[CommandName];

const WEIGHTS: readonly (readonly [CommandName, number])[] = [
  ['step.edit', 24],
  ['step.change', 10],
  ['step.place', 6],
  ['step.add', 8],
  ['cost.add', 6],
  ['cost.edit', 10],
  ['budget.set', 5],
  ['comment.add', 8],
  ['comment.edit', 6],
  ['task.add', 4],
  ['task.edit', 4],
  ['task.check', 4],
  ['record.trash', 4],
  ['record.restore', 3],
  ['record.share', 3],
  ['journey.edit', 3],
  ['journey.start', 1],
  ['household.set', 1],
  ['record.settle', 4],
  ['record.takeBack', 3],
];

const CATEGORIES = ['tiling', 'plumbing', 'labour'] as const;

/** Null where there is nothing yet to give it on. */
export const randomCommand = async (store: OpenStore, prng: Prng): Promise<Given | null> => {
  const { journey, words, euro, one, aSpace } = await createPicks(store, prng);
  const anyRecord = async (trash: 'only' | 'without'): Promise<Pick<AnyRecord, 'key' | 'space'> | null> =>
    one(prng.pick(['step', 'cost', 'comment', 'task'] as const), trash);
  const costsAndBudgets = async () => [
    ...(await store.find({ type: 'cost' })),
    ...(await store.find({ type: 'budget' })),
  ];

  let at = prng.below(WEIGHTS.reduce((sum, [, weight]) => sum + weight, 0));
  const name = WEIGHTS.find(([, weight]) => (at -= weight) < 0)?.[0] ?? 'step.edit';
  if (name === 'journey.start')
    return {
      name,
      input: {
        name: words(),
        area: 'Bath',
        address: '',
        currency: 'EUR',
        startDate: null,
        template: null,
        budget: prng.chance(0.5) ? euro() : null,
      },
    };
  if (name === 'household.set') return { name, input: { home: store.home, name: words() } };
  if (journey === null) return null;
  // oxlint-disable-next-line typescript/switch-exhaustiveness-check -- only some commands are made by chance
  switch (name) {
    case 'step.add':
      return { name, input: { journey, name: words(), notes: `${words()}\n${words()}\n` } };
    case 'cost.add':
      return {
        name,
        input: {
          journey,
          description: words(),
          amount: euro(),
          category: prng.pick(CATEGORIES),
          vendor: '',
          step: null,
          state: 'due',
          date: null,
          receipt: null,
          ...(store.roleIn(journey) === 'contractor' ? { space: await aSpace(journey) } : {}),
        },
      };
    case 'budget.set':
      return prng.chance(0.5)
        ? { name, input: { journey, total: euro() } }
        : { name, input: { journey, categories: { [prng.pick(CATEGORIES)]: euro() } } };
    case 'comment.add': {
      const step = await one('step');
      if (step === null) return null;
      const text = `${words()}\n${words()}`;
      return { name, input: { space: await aSpace(step.journey), journey: step.journey, parent: step.key, text } };
    }
    case 'task.add':
      return { name, input: { space: await aSpace(journey), journey, parent: '', title: words() } };
    case 'journey.edit': {
      const found = await one('journey');
      return found === null ? null : { name, input: { key: found.key, set: { address: words() } } };
    }
    case 'record.trash':
    case 'record.restore': {
      const found = await anyRecord(name === 'record.trash' ? 'without' : 'only');
      return found === null ? null : { name, input: { key: found.key } };
    }
    case 'record.share': {
      const found = await one(prng.pick(['comment', 'task'] as const));
      if (found === null || spaceKind(found.space) !== 'private') return null;
      return { name, input: { key: found.key, to: found.journey } };
    }
    case 'record.settle': {
      const open = (await costsAndBudgets()).find(({ past }) => past.contested !== undefined);
      const contest = open?.past.contested?.[0];
      if (open === undefined || contest === undefined) return null;
      return { name, input: { key: open.key, field: contest.field, value: prng.pick(contest.values).value } };
    }
    case 'record.takeBack': {
      const merged = [...(await store.find({ type: 'step' })), ...(await costsAndBudgets())];
      const lost = merged.filter(({ past }) => past.superseded !== undefined);
      if (lost.length === 0) return null;
      const { key, past } = prng.pick(lost);
      const { field, stamp } = prng.pick(past.superseded ?? []);
      return { name, input: { key, field, stamp } };
    }
    case 'cost.edit': {
      const found = await one('cost');
      if (found === null) return null;
      const set = prng.pick([
        { amount: euro() },
        { description: words() },
        { vendor: words() },
        { state: found.body.state === 'due' ? ('paid' as const) : ('due' as const) },
      ]);
      return { name, input: { key: found.key, set } };
    }
    case 'comment.edit': {
      const found = await one('comment');
      return found === null ? null : { name, input: { key: found.key, text: withNewLine(found.body.text, words()) } };
    }
    case 'task.edit': {
      const found = await one('task');
      return found === null ? null : { name, input: { key: found.key, set: { title: words() } } };
    }
    case 'task.check': {
      const found = await one('task');
      return found === null ? null : { name, input: { key: found.key, done: prng.chance(0.7) } };
    }
    default:
      return stepCommand(name);
  }

  async function stepCommand(command: CommandName): Promise<Given | null> {
    const step = await one('step');
    if (step === null) return null;
    if (command === 'step.change')
      return {
        name: 'step.change',
        input: {
          key: step.key,
          move: prng.pick(['start', 'block', 'resume', 'complete', 'reopen'] as const),
          reason: words(),
        },
      };
    if (command === 'step.place') {
      const other = await one('step');
      if (other === null || idOfKey(other.key) === idOfKey(step.key)) return null;
      return { name: 'step.place', input: { key: step.key, before: other.key, after: null } };
    }
    const other = await one('step');
    const set = prng.pick([
      { name: words() },
      { notes: withNewLine(step.body.notes, words()) },
      { durationDays: prng.below(3_000) },
      { startDate: `2027-0${1 + prng.below(9)}-1${prng.below(10)}` },
      ...(other === null || other.key === step.key ? [] : [{ dependsOn: [...step.body.dependsOn, other.key] }]),
    ]);
    return { name: 'step.edit', input: { key: step.key, set } };
  }

  function withNewLine(text: string, line: string): string {
    const lines = text.split('\n').slice(0, 40);
    return lines.toSpliced(prng.below(lines.length + 1), 0, line).join('\n');
  }
};
