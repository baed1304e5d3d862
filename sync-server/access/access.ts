// What one account may read and write right now. The account, which is what takes access away, is read afresh each time; only the lists
// of where to look may be from a moment ago, and only where someone who finds too little there looks again.
import type { PersonId, RecordId, SpaceId } from '../../domain/kernel/ids.ts';
import type { Role } from '../../domain/spaces/roles.ts';
import { journeyOfSpace, journeySpace, partySpace, privateSpace, spaceKind } from '../../domain/spaces/space.ts';
import type { GrantedSpace } from '../../protocol/sync/hello.ts';
import { createListCache } from './list-cache.ts';
import type { Account, ClaimedJourney, Registry } from './registry.ts';

export interface Access {
  readonly account: Account;
  readonly people: readonly PersonId[];
  /** Every space the account may read now. */
  readonly grants: readonly GrantedSpace[];
  /** The role in a space, null when it may not be read. A party space that nobody has used yet counts as the family's. */
  readonly roleIn: (space: SpaceId) => Role | null;
  /** Epochs, as they were handed out, of grants that were taken back. */
  readonly endedEpochs: ReadonlySet<string>;
  /** On the journey at all: then even a space that may not be read is known to be there. */
  readonly isOn: (journey: RecordId | null) => boolean;
  /** Ids of the registry's documents that all this was read from: when one of them changes, look again. */
  readonly readFrom: ReadonlySet<string>;
}

export interface AccessReader {
  /** `asked` is a space that must not be missed because a cluster read a list from before its journey was in it. */
  readonly of: (accountId: string, asked?: SpaceId) => Promise<Access | null>;
  /** To see that what was granted a moment ago still is: holds back too much perhaps, never too little. */
  readonly again: (accountId: string) => Promise<Access | null>;
  /** Forgets lists that changed; null: all. */
  readonly drop: (changed: ReadonlySet<string> | null) => void;
}

/** The store's id is part of each epoch, so that a cursor from a restored or wiped store is never mistaken for one of this. */
export const createAccessReader = (registry: Registry, storeId: string): AccessReader => {
  const households = createListCache(registry.households.getMany);
  const journeys = createListCache(registry.journeys.getMany);
  const toAccess = accessFrom(storeId);
  return {
    of: async (accountId, asked) => {
      const account = await registry.accounts.get(accountId);
      if (account === null) return null;
      const homes = await registry.households.getMany(account.memberships.map(({ home }) => home));
      const listed = await registry.journeys.getMany(homes.flatMap((home) => home.journeys));
      const wanted = asked === undefined || account.memberships.length === 0 ? null : journeyOfSpace(asked);
      const unlisted =
        wanted === null || listed.some(({ id }) => id === wanted) ? null : await registry.journeys.get(wanted);
      return toAccess(account, unlisted === null ? listed : [...listed, unlisted]);
    },
    again: async (accountId) => {
      const account = await registry.accounts.get(accountId);
      if (account === null) return null;
      const homes = await households.getMany(account.memberships.map(({ home }) => home));
      return toAccess(account, await journeys.getMany(homes.flatMap((home) => home.journeys)));
    },
    drop: (changed) => {
      households.drop(changed);
      journeys.drop(changed);
    },
  };
};

const accessFrom =
  (storeId: string) =>
  (account: Account, journeys: readonly ClaimedJourney[]): Access => {
    const grantBySpace = new Map<SpaceId, GrantedSpace>();
    const grant = (space: SpaceId, role: Role, epoch: string): void => {
      // A member of the household who was also invited to a journey keeps the wider role.
      if (!grantBySpace.has(space)) grantBySpace.set(space, { space, role, epoch: `${storeId}-${epoch}` });
    };

    const membershipByJourney = new Map<RecordId, { readonly role: Role }>();
    for (const membership of account.memberships) {
      grant(membership.home, membership.role, membership.epoch);
      // A journey counts for the household that its own document names, whatever a list says.
      for (const journey of journeys.filter(({ home }) => home === membership.home)) {
        membershipByJourney.set(journey.id, membership);
        for (const space of [journeySpace(journey.id), privateSpace(journey.id), ...journey.partySpaces])
          grant(space, membership.role, membership.epoch);
      }
    }
    for (const join of account.joins) {
      grant(journeySpace(join.journey), join.role, join.epoch);
      if (join.role === 'contractor' && join.party !== null)
        grant(partySpace(join.journey, join.party), join.role, join.epoch);
    }

    return {
      account,
      people: account.people,
      grants: [...grantBySpace.values()],
      roleIn: (space) => {
        const granted = grantBySpace.get(space);
        if (granted !== undefined) return granted.role;
        if (spaceKind(space) !== 'party') return null;
        return membershipByJourney.get(journeyOfSpace(space) ?? '')?.role ?? null;
      },
      endedEpochs: new Set(account.ended.map((epoch) => `${storeId}-${epoch}`)),
      isOn: (journey) =>
        journey !== null &&
        (membershipByJourney.has(journey) || account.joins.some((join) => join.journey === journey)),
      readFrom: new Set([account.id, ...account.memberships.map(({ home }) => home), ...journeys.map(({ id }) => id)]),
    };
  };
