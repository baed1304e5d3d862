// Runs a command: under one lock it reads what the command needs, plans, asks whether it may, seals the deed and writes it.
import type { Change, CommandContext, CommandDefinition, Need, Reads } from '../../domain/commands/command.ts';
import { sealDeed, type CommitRow } from '../../domain/commands/deed.ts';
import { commands, type CommandName } from '../../domain/commands/registry.ts';
import type { PersonId, RecordKey, SpaceId } from '../../domain/kernel/ids.ts';
import { err, ok, type Result } from '../../domain/kernel/result.ts';
import type { AnyRecord } from '../../domain/records/envelope.ts';
import { isRecordType, parseBody, recordAs } from '../../domain/records/registry.ts';
import { may } from '../../domain/spaces/may.ts';
import type { Role } from '../../domain/spaces/roles.ts';
import { spaceKind } from '../../domain/spaces/space.ts';
import { generateKeyBetween } from 'fractional-indexing';
import { v7 } from 'uuid';
import type { z } from 'zod';
import type { Failure } from '../../protocol/failures.ts';
import type { WriteRows } from './commit.ts';
import { isDamaged } from './encrypted-storage.ts';
import type { RecordReader } from './record-reader.ts';
import type { StampMint } from './stamp-mint.ts';
import type { Deed } from './store.ts';
import type { WriteLock } from './write-lock.ts';

export interface Runner {
  readonly lock: WriteLock;
  readonly reader: RecordReader;
  readonly write: WriteRows;
  readonly stamps: StampMint;
  readonly roleIn: (space: SpaceId) => Role;
  readonly clock: () => number;
  readonly me: PersonId;
}

type AnyCommand = CommandDefinition<string, z.ZodType>;

export const newId = (type: string): string => `${type}_${v7()}`;

export const createRun =
  (runner: Runner) =>
  (command: CommandName, input: unknown): Promise<Result<Deed, Failure>> =>
    runner.lock.run(async () => {
      const definition = (commands as Readonly<Record<string, AnyCommand>>)[command];
      if (definition === undefined) throw new Error(`no command ${command}`);
      const context: CommandContext = { at: runner.clock(), by: runner.me, newId, orderBetween: generateKeyBetween };
      const planned = await plan(definition, input, context, runner.reader);
      if (!planned.ok) return planned;

      // A new write must sort after the one it replaces, even when this device's clock went back meanwhile.
      for (const { before } of planned.value) if (before !== null) runner.stamps.see(before.stamp);
      const deed = newId('deed');
      const rows = sealDeed(planned.value, { deed, command, at: context.at, by: runner.me, mint: runner.stamps.mint });
      const refusal = firstRefusal(rows, runner);
      if (refusal !== null) return err(refusal);

      const written = await runner.write(rows);
      // Under the lock nothing can have changed between reading and writing.
      if (!written.ok) return err(written.error.type === 'ChangedSince' ? { ...written.error, type: 'Unexpected' } : written.error);
      return ok({ deed, command, keys: keysOf(rows, false), events: keysOf(rows, true) });
    });

/** Parses the input, reads what the command asks for, and lets it plan. */
const plan = async (command: AnyCommand, input: unknown, context: CommandContext, reader: RecordReader): Promise<Result<readonly Change[], Failure>> => {
  const parsed = command.input.safeParse(input);
  if (!parsed.success) return err({ type: 'InputInvalid', fields: [...new Set(parsed.error.issues.map((issue) => issue.path.join('.')))] });
  const found = await readNeeds(command.needs(parsed.data), reader);
  const damaged = [...found.values()].filter(isDamaged);
  if (damaged.length > 0) return err({ type: 'DatabaseDamaged', detail: damaged.map((record) => record.key).join(' ') });
  return command.plan(readsOf(found), parsed.data, context);
};

const readNeeds = async (needs: readonly Need[], reader: RecordReader): Promise<ReadonlyMap<RecordKey, AnyRecord>> => {
  const keys = needs.filter((need) => 'key' in need).map((need) => need.key);
  const lists = await Promise.all([reader.byKeys(keys), ...needs.filter((need) => !('key' in need)).map((need) => reader.byNeed(need))]);
  return new Map(lists.flatMap((list) => [...list.values()]).map((record) => [record.key, record]));
};

const readsOf = (found: ReadonlyMap<RecordKey, AnyRecord>): Reads => ({
  get: (key) => found.get(key),
  list: (type) => [...found.values()].map((record) => recordAs(type, record)).filter((record) => record !== null),
});

/** Why one of the rows may not be written; null when all may. One refused row refuses the deed. */
const firstRefusal = (rows: readonly CommitRow[], { roleIn, me }: Runner): Failure | null => {
  for (const { before, after, removed } of rows) {
    const misfit = removed ? [] : fieldsThatDoNotFit(after);
    if (misfit.length > 0) return { type: 'InputInvalid', fields: misfit };
    const kind = spaceKind(after.space);
    if (kind === null) return { type: 'NotAllowed', fields: ['space'] };
    const answer = may({ role: roleIn(after.space), kind, type: after.type, before, after, removed, caller: [me] });
    if (!answer.ok) return { type: 'NotAllowed', fields: answer.fields };
  }
  return null;
};

/** The last net: a body that does not fit its schema never reaches the disk. */
const fieldsThatDoNotFit = ({ type, body, v }: AnyRecord): readonly string[] => {
  if (!isRecordType(type)) return [];
  const parsed = parseBody(type, body, v);
  return parsed.ok ? [] : parsed.error.fields;
};

const keysOf = (rows: readonly CommitRow[], events: boolean): readonly RecordKey[] =>
  rows.filter(({ before, after }) => (after.type === 'event' && before === null) === events).map(({ after }) => after.key);
