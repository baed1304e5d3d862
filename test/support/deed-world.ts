// A whole journey in memory: runs commands as the store does (read, plan, seal, write), with a clock and ids that repeat.
import { generateKeyBetween } from 'fractional-indexing';
import type { CommandFailure, Need, Reads } from '../../domain/commands/command.ts';
import { sealDeed } from '../../domain/commands/deed.ts';
import { needsOf, planCommand } from '../../domain/commands/plan.ts';
import type { CommandInput, CommandName } from '../../domain/commands/registry.ts';
import type { RecordId, RecordKey } from '../../domain/kernel/ids.ts';
import { err, ok, type Result } from '../../domain/kernel/result.ts';
import { mintStamp, startClock } from '../../domain/kernel/stamp.ts';
import type { AnyRecord } from '../../domain/records/envelope.ts';
import { recordAs, type RecordOf, type RecordType } from '../../domain/records/registry.ts';
import { ANNA } from './records.ts';

export interface WorldDeed {
  readonly deed: RecordId;
  readonly keys: readonly RecordKey[];
  readonly events: readonly RecordKey[];
}

export interface DeedWorld {
  readonly records: Map<RecordKey, AnyRecord>;
  readonly run: <C extends CommandName>(command: C, input: CommandInput<C>) => Result<WorldDeed, CommandFailure>;
  /** Like `run`, but a refusal fails the test. */
  readonly done: <C extends CommandName>(command: C, input: CommandInput<C>) => WorldDeed;
  readonly all: <T extends RecordType>(type: T) => readonly RecordOf<T>[];
  readonly one: <T extends RecordType>(type: T, key: RecordKey | undefined) => RecordOf<T>;
  readonly wait: (ms: number) => void;
  readonly now: () => number;
}

/** 2026-06-01T12:00:00Z */
export const START = 1_780_315_200_000;

export const createWorld = ({
  by = ANNA,
  start = START,
}: { readonly by?: string; readonly start?: number } = {}): DeedWorld => {
  const records = new Map<RecordKey, AnyRecord>();
  let at = start;
  let clock = startClock('aaaaaaaa');
  let minted = 0;
  const mint = (): string => {
    const next = mintStamp(clock, at);
    clock = next.clock;
    return next.stamp;
  };
  const newId = (type: string): RecordId => {
    minted += 1;
    return `${type}_01890000-0000-7000-8000-${minted.toString(16).padStart(12, '0')}`;
  };
  const all = <T extends RecordType>(type: T): readonly RecordOf<T>[] =>
    [...records.values()].flatMap((row) => recordAs(type, row) ?? []);
  const readsFor = (needs: readonly Need[]): Reads => {
    const asked = [...records.values()].filter((row) => needs.some((need) => isAsked(need, row)));
    // Strict like the store: what a command did not ask for it does not see.
    return {
      get: (key) => asked.find((row) => row.key === key),
      list: (type) => asked.flatMap((row) => recordAs(type, row) ?? []),
    };
  };
  const run: DeedWorld['run'] = (command, input) => {
    at += 1_000;
    const needs = needsOf(command, input);
    if (!needs.ok) return needs;
    const planned = planCommand(command, input, {
      reads: readsFor(needs.value),
      context: { at, by, newId, orderBetween: generateKeyBetween },
    });
    if (!planned.ok) return err(planned.error);
    const deed = newId('deed');
    const rows = sealDeed(planned.value, { deed, command, at, by, mint });
    for (const { after, removed } of rows) {
      if (removed) records.delete(after.key);
      else records.set(after.key, after);
    }
    const keys = rows.map(({ after }) => after.key);
    const isEvent = (key: RecordKey): boolean =>
      key.includes('|event_') &&
      !planned.value.some((change) => change.kind === 'put' && key.endsWith(change.draft.id));
    return ok({ deed, keys: keys.filter((key) => !isEvent(key)), events: keys.filter(isEvent) });
  };
  const done: DeedWorld['done'] = (command, input) => {
    const result = run(command, input);
    if (!result.ok) throw new Error(`${command} was refused: ${JSON.stringify(result.error)}`);
    return result.value;
  };
  const one: DeedWorld['one'] = (type, key) => {
    const record = recordAs(type, records.get(key ?? ''));
    if (record === null) throw new Error(`no ${type} at ${key}`);
    return record;
  };
  return { records, run, done, all, one, wait: (ms) => void (at += ms), now: () => at };
};

/** Takes a deed back as a person does right after it. */
export const undoIn = (world: DeedWorld, { events, keys }: WorldDeed): Result<WorldDeed, CommandFailure> =>
  world.run('deed.undo', { events: [...events], records: [...keys] });

/** What a person sees: live records, their place and their words. */
export const seenIn = (world: DeedWorld): ReadonlyMap<RecordKey, unknown> =>
  new Map(
    [...world.records.values()]
      .filter(({ type, trashedAt }) => type !== 'event' && trashedAt === 0)
      .map(({ key, parent, body }) => [
        key,
        structuredClone({
          parent,
          body: Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null)),
        }),
      ]),
  );

const isAsked = (need: Need, row: AnyRecord): boolean => {
  if ('key' in need) return row.key === need.key;
  if (row.type !== need.type) return false;
  return 'journey' in need ? row.journey === need.journey : row.parent === need.parent;
};
