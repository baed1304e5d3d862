// Commands of all the kinds that a day on site brings, one after another, while the screens they change are looked at.
import type { CommandInput, CommandName } from '../../../domain/commands/registry.ts';
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { privateSpace } from '../../../domain/spaces/space.ts';
import type { OpenStore } from '../../../src-renderer/data/open-store.ts';
import { words } from '../words.ts';

/** One command that was run, and its milliseconds: asked for until it is committed. */
export interface WriteTime {
  readonly command: CommandName;
  readonly ms: number;
}

export const measureWrites = async (store: OpenStore, commands: number): Promise<readonly WriteTime[]> => {
  const [journey] = await store.find({ type: 'journey' });
  if (journey === undefined) throw new Error('the house has no journey');
  // What Overview, Steps, Money and Activity show: a write is not done for the person until these have heard of it.
  const watched = (['step', 'cost', 'task', 'budget', 'event'] as const).map((type) =>
    store.watch({ type, journey: journey.id }, () => {}),
  );
  const times: WriteTime[] = [];
  const run = async <C extends CommandName>(command: C, input: CommandInput<C>): Promise<readonly RecordKey[]> => {
    const from = performance.now();
    const done = await store.run(command, input);
    times.push({ command, ms: performance.now() - from });
    if (!done.ok) throw new Error(`${command}: ${done.error.type}`);
    return done.value.keys;
  };
  for (let n = 0; times.length < commands; n += 1) await dayOnSite(run, journey, n);
  for (const stop of watched) stop();
  return times.slice(0, commands);
};

type Run = <C extends CommandName>(command: C, input: CommandInput<C>) => Promise<readonly RecordKey[]>;

/** Eleven commands of ten kinds. */
const dayOnSite = async (run: Run, { id: journey, space }: RecordOf<'journey'>, n: number): Promise<void> => {
  const own = privateSpace(journey);
  const amount = { minor: 4_210 + n, currency: 'EUR' };
  const [step = ''] = await run('step.add', { journey, name: words(4, n) });
  await run('step.edit', { key: step, set: { notes: words(40, n + 1), durationDays: 3 } });
  await run('step.change', { key: step, move: 'start' });
  const [cost = ''] = await run('cost.add', {
    journey,
    description: words(4, n + 2),
    amount,
    category: 'tiling',
    vendor: words(2, n),
    step,
    state: 'due',
    date: '2026-05-12',
    receipt: null,
  });
  await run('cost.edit', { key: cost, set: { state: 'paid' } });
  const [task = ''] = await run('task.add', { space, journey, parent: step, title: words(5, n + 3) });
  await run('task.check', { key: task, done: true });
  await run('comment.add', { space, journey, parent: step, text: words(25, n + 4) });
  const sha = n.toString(16).padStart(64, '0');
  await run('photo.add', {
    space: own,
    journey,
    parent: step,
    sha,
    bytes: 4_200_000,
    mime: 'image/jpeg',
    name: `IMG_${n}.jpg`,
    width: 4_032,
    height: 3_024,
    takenAt: null,
    thumb: '',
  });
  await run('step.change', { key: step, move: 'complete' });
  await run('record.trash', { key: cost });
};
