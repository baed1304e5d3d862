// What one account may read and write right now: read afresh from the registry for every request, never from a cache.
import type { PersonId, RecordId, SpaceId } from '../../domain/kernel/ids.ts';
import type { Role } from '../../domain/spaces/roles.ts';
import { journeyOfSpace, journeySpace, partySpace, privateSpace, spaceKind } from '../../domain/spaces/space.ts';
import type { GrantedSpace } from '../../protocol/sync/hello.ts';
import type { Account, Registry } from './registry.ts';

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
  readonly of: (accountId: string) => Promise<Access | null>;
}

/** The store's id is part of each epoch, so that a cursor from a restored or wiped store is never mistaken for one of this. */
export const createAccessReader = (registry: Registry, storeId: string): AccessReader => ({
  of: async (accountId) => {
    const account = await registry.accounts.get(accountId);
    if (account === null) return null;
    const households = await registry.households.getMany(account.memberships.map(({ home }) => home));
    const journeys = await registry.journeys.getMany(households.flatMap((household) => household.journeys));
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
  },
});
