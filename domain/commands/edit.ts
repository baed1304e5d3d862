// One factory for every "change these fields" command: only the listed fields, only of a record that is there and not in the trash.
import { z } from 'zod';
import { recordKey, type RecordKey } from '../kernel/ids.ts';
import { err, ok } from '../kernel/result.ts';
import type { RecordOf, RecordType } from '../records/registry.ts';
import { edited, findLive } from './changes.ts';
import { defineCommand, type CommandDefinition, type CommandFailure, type Need, type Reads } from './command.ts';

type EditInput<Shape extends z.core.$ZodLooseShape> = z.ZodObject<{
  key: typeof recordKey;
  set: z.ZodObject<{ [F in keyof Shape]: z.ZodOptional<Shape[F]> }, z.core.$strict>;
}>;

interface EditDefinition<Name extends string, T extends RecordType, Shape extends z.core.$ZodLooseShape> {
  readonly name: Name;
  readonly type: T;
  /** The fields that may be set, each with its schema. Any other field is refused as input. */
  readonly fields: Shape;
  /** What else must be read to judge the edit. */
  readonly needs?: (key: RecordKey) => readonly Need[];
  /** A rule beyond the field's own schema; null when it holds. */
  readonly check?: (reads: Reads, record: RecordOf<T>, set: Readonly<Record<string, unknown>>) => CommandFailure | null;
}

export const defineEdit = <const Name extends string, T extends RecordType, Shape extends z.core.$ZodLooseShape>({
  name,
  type,
  fields,
  needs,
  check,
}: EditDefinition<Name, T, Shape>): CommandDefinition<Name, EditInput<Shape>> =>
  defineCommand({
    name,
    input: z.object({ key: recordKey, set: z.strictObject(fields).partial() }),
    needs: ({ key }) => [{ key }, ...(needs?.(key) ?? [])],
    plan: (reads, { key, set }) => {
      const found = findLive(reads, type, key);
      if (!found.ok) return found;
      const said = set as Readonly<Record<string, unknown>>;
      const failure = check?.(reads, found.value, said) ?? null;
      return failure === null ? ok(edited(found.value, { body: said })) : err(failure);
    },
  });
