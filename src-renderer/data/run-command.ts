// Runs a command: under one lock it reads what the command needs, plans, asks whether it may, seals the deed and writes it.
import type { Change, CommandContext, Need, Reads } from '../../domain/commands/command.ts';
import { sealDeed, type CommitRow } from '../../domain/commands/deed.ts';
import { needsOf, planCommand } from '../../domain/commands/plan.ts';
import type { CommandInput, CommandName } from '../../domain/commands/registry.ts';
import type { PersonId, RecordKey } from '../../domain/kernel/ids.ts';
import { err, ok, type Result } from '../../domain/kernel/result.ts';
import type { AnyRecord } from '../../domain/records/envelope.ts';
import { recordAs } from '../../domain/records/registry.ts';
import { may } from '../../domain/spaces/may.ts';
import { spaceKind } from '../../domain/spaces/space.ts';
import { v7 } from 'uuid';
import type { Failure } from '../../protocol/failures.ts';
import type { WriteRows } from './commit.ts';
import { isDamaged } from './encrypted-storage.ts';
import { orderBetween } from './order-between.ts';
import type { RecordReader } from './record-reader.ts';
import { blameDisk, storageFailure, type HasRoom } from './storage-failures.ts';
import type { Roles } from './roles.ts';
import type { StampMint } from './stamp-mint.ts';
import type { Deed, Store } from './store.ts';
import type { WriteLock } from './write-lock.ts';

export interface Runner extends Roles {
  readonly lock: WriteLock;
  readonly reader: RecordReader;
  readonly write: WriteRows;
  readonly stamps: StampMint;
  readonly clock: () => number;
  readonly me: PersonId;
  /** Opens the database again where its connection was cut; throws why it does not open. */
  readonly mend: () => Promise<void>;
  readonly hasRoom: HasRoom | undefined;
}

export const newId = (type: string): string => `${type}_${v7()}`;

export const createRun =
  (runner: Runner): Store['run'] =>
  (command, input) =>
    runner.lock.run(async () => {
      try {
        await runner.mend();
      } catch (thrown) {
        return err(await blameDisk(storageFailure(thrown), runner.hasRoom));
      }
      try {
        const result = await runLocked(command, input, runner);
        return result.ok ? result : err(await blameDisk(result.error, runner.hasRoom));
      } catch (thrown) {
        // A bug. Nothing was written; the window must hear of it all the same.
        return err({
          type: 'Unexpected',
          detail: thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : 'unknown',
        });
      }
    });

const runLocked = async <C extends CommandName>(
  command: C,
  input: CommandInput<C>,
  runner: Runner,
): Promise<Result<Deed, Failure>> => {
  const context: CommandContext = { at: runner.clock(), by: runner.me, newId, orderBetween };
  const planned = await plan(command, input, { context, reader: runner.reader });
  if (!planned.ok) return planned;

  // A new write must sort after the one it replaces, even when this device's clock went back meanwhile.
  for (const { before } of planned.value) if (before !== null) runner.stamps.see(before.stamp);
  const deed = newId('deed');
  const rows = sealDeed(planned.value, { deed, command, at: context.at, by: runner.me, mint: runner.stamps.mint });
  const refusal = firstRefusal(rows, runner);
  if (refusal !== null) return err(refusal);

  const written = await runner.write(rows);
  // Under the lock nothing can have changed between reading and writing.
  if (!written.ok)
    return err(written.error.type === 'ChangedSince' ? { ...written.error, type: 'Unexpected' } : written.error);
  return ok({ deed, command, keys: keysOf(rows, false), events: keysOf(rows, true) });
};

/** Reads what the command asks for, and lets it plan. An empty plan is a command that has nothing to change. */
const plan = async <C extends CommandName>(
  command: C,
  input: CommandInput<C>,
  { context, reader }: { readonly context: CommandContext; readonly reader: RecordReader },
): Promise<Result<readonly Change[], Failure>> => {
  const needs = needsOf(command, input);
  if (!needs.ok) return needs;
  const found = await readNeeds(needs.value, reader).catch(storageFailure);
  if ('type' in found) return err(found);
  // Planning on a body that did not open would write the loss down as if it were meant.
  const damaged = [...found.values()].filter(isDamaged);
  if (damaged.length > 0)
    return err({ type: 'DatabaseDamaged', detail: damaged.map((record) => record.key).join(' ') });
  return planCommand(command, input, { reads: readsOf(found), context });
};

const readNeeds = async (needs: readonly Need[], reader: RecordReader): Promise<ReadonlyMap<RecordKey, AnyRecord>> => {
  const keys = needs.filter((need) => 'key' in need).map((need) => need.key);
  const [single, ...lists] = await Promise.all([
    reader.byKeys(keys),
    ...needs.filter((need) => !('key' in need)).map((need) => reader.byNeed(need)),
  ]);
  const found = new Map(single);
  for (const record of lists.flat()) found.set(record.key, record);
  return found;
};

const readsOf = (found: ReadonlyMap<RecordKey, AnyRecord>): Reads => ({
  get: (key) => found.get(key),
  list: (type) => [...found.values()].map((record) => recordAs(type, record)).filter((record) => record !== null),
});

/** Why one of the rows may not be written; null when all may. One refused row refuses the deed. */
const firstRefusal = (rows: readonly CommitRow[], { roleIn, hasLeft, me }: Runner): Failure | null => {
  for (const { before, after, removed } of rows) {
    const kind = spaceKind(after.space);
    if (kind === null || hasLeft(after.space)) return { type: 'NotAllowed', fields: ['space'] };
    const answer = may({ role: roleIn(after.space), kind, type: after.type, before, after, removed, caller: [me] });
    if (!answer.ok) return { type: 'NotAllowed', fields: answer.fields };
  }
  return null;
};

const keysOf = (rows: readonly CommitRow[], events: boolean): readonly RecordKey[] =>
  rows
    .filter(({ before, after }) => (after.type === 'event' && before === null) === events)
    .map(({ after }) => after.key);
