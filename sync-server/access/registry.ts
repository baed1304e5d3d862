// The registry: one database that says who has which account, household and journey. Everything about access is derived from it.
// The account's own document is the truth about what it may read; lists in households and journeys only say where to look.
import { setTimeout as sleep } from 'node:timers/promises';
import type { PersonId, RecordId, SpaceId } from '../../domain/kernel/ids.ts';
import { exhaustive } from '../../domain/kernel/exhaustive.ts';
import { err, ok, type Result } from '../../domain/kernel/result.ts';
import type { DocStore, Stored } from '../store/doc-store.ts';
import type { Withdrawal } from './registry-merge.ts';
import { readConfirmed, readSettled, REGISTRY } from './settle.ts';

/** Belonging to a household: its home space, and every space of every journey it holds. */
export interface Membership {
  readonly home: SpaceId;
  readonly role: 'owner' | 'family';
  readonly person: PersonId;
  /** Random per grant: whoever is let in again begins from zero. */
  readonly epoch: string;
}

/** Being on one journey from outside the household. `party` is the contractor's party record, null for a viewer. */
export interface Join {
  readonly journey: RecordId;
  readonly role: 'contractor' | 'viewer';
  readonly party: RecordId | null;
  readonly person: PersonId;
  readonly epoch: string;
}

export interface Account {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  /** argon2id, in its own text form. */
  readonly passwordHash: string;
  readonly people: readonly PersonId[];
  readonly memberships: readonly Membership[];
  readonly joins: readonly Join[];
  /** Epochs of grants that were taken back: a device that was away is told so, and is never left to guess. */
  readonly ended: readonly string[];
  /** What its devices sign with, and since when it is known; absent in accounts from before there were any. */
  readonly keys?: readonly AccountKey[];
}

export interface AccountKey {
  readonly person: PersonId;
  /** Ed25519 public key in base64url. */
  readonly key: string;
  readonly at: number;
}

export interface Household {
  readonly id: SpaceId;
  readonly owner: string;
  /** When it was claimed: of two claims that a cluster took at once the earlier one stands. */
  readonly at: number;
  readonly journeys: readonly RecordId[];
  /** Accounts that were ever let in: where to look for members, not who is one. */
  readonly accounts: readonly string[];
}

export interface ClaimedJourney {
  readonly id: RecordId;
  readonly home: SpaceId;
  readonly at: number;
  /** Party spaces that were ever used. */
  readonly partySpaces: readonly SpaceId[];
  readonly accounts: readonly string[];
}

export interface Invite {
  readonly id: string;
  readonly inviterAccount: string;
  readonly into: 'household' | 'journey';
  readonly home: SpaceId;
  readonly journey: RecordId | null;
  readonly role: 'family' | 'contractor' | 'viewer';
  readonly party: RecordId | null;
  readonly label: string;
  readonly inviter: string;
  readonly expiresAt: number;
  readonly usedBy: string | null;
  /** Of the grant that its user gets by it: should another have been first, exactly that one is taken back. */
  readonly epoch: string | null;
  /** False between taking the invitation and being let in; a crash there may be finished by the same account. */
  readonly granted: boolean;
}

/** A name that belongs to one account only: an e-mail (hashed) or a person id. */
export interface Claim {
  readonly id: string;
  readonly account: string;
  readonly at: number;
}

/** A calendar address: one per account and journey. `secretHash` is null once it has ended. */
export interface CalendarLink {
  readonly id: string;
  readonly account: string;
  readonly journey: RecordId;
  readonly person: PersonId;
  readonly at: number;
  /** Of the grant it was made under: it ends with that. */
  readonly epoch: string;
  readonly secretHash: string | null;
  /** IANA name of the time zone whose days it tells; UTC where absent. */
  readonly zone?: string;
}

export interface Session {
  readonly id: string;
  readonly account: string;
  readonly device: string;
  readonly createdAt: number;
}

/** One kind of document in the registry. `id` is the document's id, kept out of its value. */
export interface Shelf<T extends { readonly id: string }> {
  /** As it stands; branches that a cluster made are merged first. */
  readonly get: (id: string) => Promise<T | null>;
  /** The same once a cluster had time to show a simultaneous write: before something is promised to one only. */
  readonly confirm: (id: string) => Promise<T | null>;
  /** To look where to look: a moment old perhaps, and branches not merged. */
  readonly getMany: (ids: readonly string[]) => Promise<readonly T[]>;
  /** False when the id is taken already. */
  readonly add: (entry: T) => Promise<boolean>;
  /** Reads, changes and writes until no one came between; null when there is no such entry. */
  readonly change: (id: string, edit: (entry: T) => T) => Promise<T | null>;
  /** The same where the edit may find a reason not to. */
  readonly tryChange: <E>(id: string, edit: (entry: T) => Result<T, E>) => Promise<Result<T | null, E>>;
  readonly remove: (id: string, isIt?: (entry: T) => boolean) => Promise<void>;
}

export interface Registry {
  readonly accounts: Shelf<Account>;
  readonly households: Shelf<Household>;
  readonly journeys: Shelf<ClaimedJourney>;
  readonly invites: Shelf<Invite>;
  readonly claims: Shelf<Claim>;
  readonly sessions: Shelf<Session>;
  readonly calendars: Shelf<CalendarLink>;
  /** Merges the branches of any of its documents. */
  readonly settle: (id: string) => Promise<void>;
}

export const createRegistry = (store: DocStore): Registry => {
  const withdraw = async (withdrawal: Withdrawal): Promise<void> => {
    await accounts.change(withdrawal.account, (account) => withoutWithdrawn(account, withdrawal));
  };
  const shelf = <T extends { readonly id: string }>(): Shelf<T> => createShelf<T>(store, withdraw);
  const accounts = shelf<Account>();
  return {
    accounts,
    households: shelf(),
    journeys: shelf(),
    invites: shelf(),
    claims: shelf(),
    sessions: shelf(),
    calendars: shelf(),
    settle: async (id) => void (await readSettled(store, id, withdraw)),
  };
};

const withoutWithdrawn = (account: Account, withdrawal: Withdrawal): Account => {
  switch (withdrawal.type) {
    case 'person':
      return account.people.includes(withdrawal.person)
        ? { ...account, people: account.people.filter((person) => person !== withdrawal.person) }
        : account;
    case 'ownership':
      return withoutGrants(
        account,
        (grant) => 'home' in grant && grant.home === withdrawal.home && grant.role === 'owner',
      );
    case 'grant':
      return withoutGrants(account, ({ epoch }) => epoch === withdrawal.epoch);
    default:
      return exhaustive(withdrawal);
  }
};

/** The account less the grants that end, whose epochs are remembered; the same account when there are none. */
export const withoutGrants = (account: Account, ends: (grant: Membership | Join) => boolean): Account => {
  const ended = [...account.memberships, ...account.joins].filter(ends).map(({ epoch }) => epoch);
  if (ended.length === 0) return account;
  const memberships = account.memberships.filter((grant) => !ends(grant));
  const joins = account.joins.filter((grant) => !ends(grant));
  return { ...account, memberships, joins, ended: [...account.ended, ...ended] };
};

/** How often a change is tried again when someone else's came between. */
const TRIES = 30;
const LONGEST_PAUSE_MS = 10;

const createShelf = <T extends { readonly id: string }>(
  store: DocStore,
  withdraw: (withdrawal: Withdrawal) => Promise<void>,
): Shelf<T> => {
  const tryChange = async <E>(id: string, edit: (entry: T) => Result<T, E>): Promise<Result<T | null, E>> => {
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const stored = await readSettled(store, id, withdraw);
      if (stored === null) return ok(null);
      const before = entryOf<T>(stored);
      const edited = edit(before);
      if (!edited.ok) return err(edited.error);
      if (edited.value === before) return ok(before);
      const [rev] = await store.write(REGISTRY, [{ id, rev: stored.rev, value: valueOf(edited.value) }]);
      if (rev != null) return ok(edited.value);
      // Beaten, or on a cluster the read came from before another node's write: that one catches up in milliseconds.
      if (attempt > 0) await sleep(Math.min(attempt, LONGEST_PAUSE_MS));
    }
    throw new Error(`registry: too many changes at once to ${id.slice(0, id.indexOf('_'))}`);
  };
  const toEntry = (stored: Stored | null): T | null => (stored === null ? null : entryOf<T>(stored));
  return {
    get: async (id) => toEntry(await readSettled(store, id, withdraw)),
    confirm: async (id) => toEntry(await readConfirmed(store, id, withdraw)),
    getMany: async (ids) =>
      (await store.getMany(REGISTRY, ids)).flatMap((stored) => (stored === null ? [] : [entryOf<T>(stored)])),
    add: async (entry) =>
      (await store.write(REGISTRY, [{ id: entry.id, rev: null, value: valueOf(entry) }]))[0] != null,
    change: async (id, edit) => {
      const changed = await tryChange<never>(id, (entry) => ok(edit(entry)));
      return changed.ok ? changed.value : null;
    },
    tryChange,
    remove: async (id, isIt = () => true) => {
      for (let attempt = 0; attempt < TRIES; attempt += 1) {
        const stored = await readSettled(store, id, withdraw);
        if (stored === null || !isIt(entryOf<T>(stored))) return;
        if (await store.remove(REGISTRY, id, stored.rev)) return;
      }
    },
  };
};

// oxlint-disable-next-line typescript/no-unnecessary-type-parameters, typescript/no-unsafe-type-assertion -- shelves write only what they read
const entryOf = <T>(stored: Stored): T => ({ ...stored.value, id: stored.id }) as T;

const valueOf = (entry: { readonly id: string }): Readonly<Record<string, unknown>> => {
  const { id: _id, ...value } = entry;
  return value;
};

/** Adds to a list that is a set; the same list when it is there already, so that nothing is written for nothing. */
export const withElement = <T>(list: readonly T[], element: T): readonly T[] =>
  list.includes(element) ? list : [...list, element];
