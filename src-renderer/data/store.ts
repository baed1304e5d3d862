// The page's one way to its data: run commands, watch queries, keep local settings. Components see this and no database.
import type { CommandInput, CommandName } from '../../domain/commands/registry.ts';
import type { PersonId, RecordId, RecordKey, SpaceId } from '../../domain/kernel/ids.ts';
import type { Result } from '../../domain/kernel/result.ts';
import type { AnyRecord } from '../../domain/records/envelope.ts';
import type { RecordOf, RecordType } from '../../domain/records/registry.ts';
import type { Role } from '../../domain/spaces/roles.ts';
import type { Failure } from '../../protocol/failures.ts';
import type { FurtherSteps } from './further-steps.ts';
import type { OpenOffers } from './open-offers.ts';

/** Records of one type, in one journey or under one parent. Without either: all of the type this device holds. */
export interface RecordQuery<T extends RecordType> {
  readonly type: T;
  readonly journey?: RecordId;
  readonly parent?: RecordKey;
  /** The trash is left out unless asked for; `find` with it also answers private originals of what was shown more widely. */
  readonly trash?: 'without' | 'only' | 'with';
  /** Only so many of the newest by `createdAt`. Cheap within a journey or under a parent, however many there are. */
  readonly latest?: number;
}

/** What a command did: the deed's id and the keys of the records it wrote (events left out), in the order planned. */
export interface Deed {
  readonly deed: RecordId;
  readonly command: CommandName;
  readonly keys: readonly RecordKey[];
  /** Keys of the event records, for undo. */
  readonly events: readonly RecordKey[];
}

/** Small things kept on this device only: the place left, unsent drafts, choices of view. Encrypted like the rest. */
export interface Settings {
  readonly get: (name: string) => unknown;
  readonly set: (name: string, value: unknown) => Promise<void>;
  readonly watch: (name: string, listener: () => void) => () => void;
}

export interface Store {
  readonly me: PersonId;
  /** The household's space on this device; minted at first start. */
  readonly home: SpaceId;
  readonly run: <C extends CommandName>(command: C, input: CommandInput<C>) => Promise<Result<Deed, Failure>>;
  readonly get: (key: RecordKey) => Promise<AnyRecord | null>;
  readonly find: <T extends RecordType>(query: RecordQuery<T>) => Promise<readonly RecordOf<T>[]>;
  /** Calls the listener with the result now and after each change that touches it. Answers how to stop. */
  readonly watch: <T extends RecordType>(
    query: RecordQuery<T>,
    listener: (records: readonly RecordOf<T>[]) => void,
  ) => () => void;
  /** Suggested costs that wait for an answer: cheaper than to watch the readings, which hold all words of all pages. */
  readonly offers: OpenOffers;
  readonly furtherSteps: FurtherSteps;
  readonly watchKey: (key: RecordKey, listener: (record: AnyRecord | null) => void) => () => void;
  /** The role in a space: `owner` until a server says otherwise. */
  readonly roleIn: (space: SpaceId) => Role;
  /** Whether what is in the space is shown: what was shared with a guest is locked after a time without the server. */
  readonly isShown: (space: SpaceId) => boolean;
  readonly settings: Settings;
  readonly previews: Previews;
  readonly close: () => Promise<void>;
}

/** Previews of pictures and document pages (at most 300 KB each), in PouchDB on IndexedDB, encrypted. Named by the original's hash. */
export interface Previews {
  readonly put: (sha: string, preview: Blob) => Promise<void>;
  readonly get: (sha: string) => Promise<Blob | null>;
  /** Calls when a preview of that original has come to be here. Answers how to stop. */
  readonly watch: (sha: string, listener: () => void) => () => void;
  readonly remove: (shas: readonly string[]) => Promise<void>;
  /** Which previews are here and how many bytes each takes: all, or of those that are asked for. */
  readonly sizes: (shas?: readonly string[]) => Promise<ReadonlyMap<string, number>>;
}
