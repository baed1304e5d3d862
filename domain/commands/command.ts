// What a command is: the only way data changes. It names what it must read, then plans the change without touching a thing.
import type { z } from 'zod';
import type { PersonId, RecordId, RecordKey, SpaceId } from '../kernel/ids.ts';
import type { Result } from '../kernel/result.ts';
import type { Instant } from '../kernel/time.ts';
import type { AnyRecord, Past } from '../records/envelope.ts';
import type { RecordOf, RecordType } from '../records/registry.ts';

/** What a command asks to see before it plans: one record, or all of a type in a journey or under a parent (trash included). */
export type Need =
  | { readonly key: RecordKey }
  | { readonly type: RecordType; readonly journey: RecordId }
  | { readonly type: RecordType; readonly parent: RecordKey };

/** The records a command asked for, read under the write lock, so none is stale. */
export interface Reads {
  readonly get: (key: RecordKey) => AnyRecord | undefined;
  /** Every record of the type among those asked for, trash included. */
  readonly list: <T extends RecordType>(type: T) => readonly RecordOf<T>[];
}

/** Time, author, ids and order come from outside, so that a retry is the same deed and a test is repeatable. */
export interface CommandContext {
  readonly at: Instant;
  readonly by: PersonId;
  readonly newId: (type: string) => RecordId;
  /** A fractional index between two others; null is an end. */
  readonly orderBetween: (before: string | null, after: string | null) => string;
}

/** A record as a command wants it to be. The envelope's stamp, author and times are added when it is committed. */
export interface Draft {
  readonly space: SpaceId;
  readonly id: RecordId;
  readonly type: RecordType;
  /** `''` for what belongs to the household. */
  readonly journey: RecordId;
  /** `''` for what hangs on nothing. */
  readonly parent: RecordKey;
  readonly trashedAt: Instant;
  readonly body: Readonly<Record<string, unknown>>;
}

export type Change =
  | {
      readonly kind: 'put';
      readonly before: AnyRecord | null;
      readonly draft: Draft;
      /** The contests that shall be open afterwards; absent, those of the fields that this does not change. */
      readonly contested?: NonNullable<Past['contested']>;
    }
  /** Blank and tombstone: only for purge (removing the sample, emptying the trash, narrowing). */
  | { readonly kind: 'remove'; readonly before: AnyRecord };

/** Why a command would not: plain words for the window are in protocol/failures.ts under the same name. */
export interface CommandFailure {
  readonly type:
    | 'RecordNotFound'
    | 'RecordTrashed'
    | 'InputInvalid'
    | 'StepTransitionRefused'
    | 'DependencyCycle'
    | 'NotAllowed'
    | 'CurrencyMismatch'
    | 'NothingToUndo'
    | 'ChangedSince'
    | 'AlreadyThere'
    | 'SettledAlready'
    | 'ProofMissing'
    | 'ListFull'
    | 'RecordTooLarge'
    | 'NotProposed';
  readonly fields?: readonly string[];
  readonly detail?: string;
}

export interface CommandDefinition<Name extends string, Input extends z.ZodType> {
  readonly name: Name;
  readonly input: Input;
  readonly needs: (input: z.infer<Input>) => readonly Need[];
  readonly plan: (
    reads: Reads,
    input: z.infer<Input>,
    context: CommandContext,
  ) => Result<readonly Change[], CommandFailure>;
}

/** Any command, its input unsaid: what a runner holds before it has parsed. */
export interface AnyCommand {
  readonly name: string;
  readonly input: z.ZodType;
  readonly needs: (input: never) => readonly Need[];
  readonly plan: (reads: Reads, input: never, context: CommandContext) => Result<readonly Change[], CommandFailure>;
}

export const defineCommand = <const Name extends string, Input extends z.ZodType>(
  definition: CommandDefinition<Name, Input>,
): CommandDefinition<Name, Input> => definition;
