// How a record type is declared: its schema, its version, where it may live, and how two edits of one field meet.
import type { z } from 'zod';
import type { SpaceKind } from '../spaces/space.ts';
import type { AnyRecord, Envelope } from './envelope.ts';

/**
 * How two concurrent edits of one field become one value:
 * `latest` the later stamp wins, the other goes to `superseded`; `contested` both stand until a person settles it;
 * `text` is merged line by line (diff3), both kept where they overlap; `set` is merged element by element;
 * `map` is merged member by member (votes).
 */
export type MergeRule = 'latest' | 'contested' | 'text' | 'set' | 'map';

export interface RecordDefinition<Type extends string, Body extends z.ZodType> {
  readonly type: Type;
  /** Bumped when the shape of the body changes; `upcast` brings an older body up. */
  readonly version: number;
  /** Kinds of space it may live in; the first is where it starts. */
  readonly spaces: readonly [SpaceKind, ...SpaceKind[]];
  readonly body: Body;
  /** Fields not named here are `latest`. */
  readonly merge: Readonly<Record<string, MergeRule>>;
  /**
   * Members of a field that people fill one by one: a command adds no more. Nothing is refused where it is read, since a merge may
   * bring together what two devices added.
   */
  readonly most?: Readonly<Record<string, number>>;
  /** Fields made by the app from an original, which it can make again: history leaves them out. */
  readonly derived?: readonly string[];
  /** What holds of the fields together, put right where a merge field by field broke it. */
  readonly afterMerge?: (body: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;
  readonly upcast?: (body: Readonly<Record<string, unknown>>, from: number) => Readonly<Record<string, unknown>>;
}

export const defineRecord = <const Type extends string, Body extends z.ZodType>(
  definition: RecordDefinition<Type, Body>,
): RecordDefinition<Type, Body> => definition;

/** A record of one type, its body parsed. */
export type TypedRecord<Type extends string, Body extends z.ZodType> = Omit<Envelope, 'type'> & {
  readonly type: Type;
  readonly body: Readonly<z.infer<Body>>;
};

export type RecordFrom<D> = D extends RecordDefinition<infer Type, infer Body> ? TypedRecord<Type, Body> : never;
export type { AnyRecord };
