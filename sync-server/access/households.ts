// Households: whose journeys these are. The first claim makes the household; after that only its members claim for it.
import { spaceId, type PersonId, type RecordId, type SpaceId } from '../../domain/kernel/ids.ts';
import { err, ok, type Result } from '../../domain/kernel/result.ts';
import { isFamilyRole } from '../../domain/spaces/roles.ts';
import { journeyOfSpace, spaceKind } from '../../domain/spaces/space.ts';
import type { ClaimReply, ClaimRequest } from '../../protocol/account/claim.ts';
import type { MembersReply, RevokeRequest } from '../../protocol/account/invite.ts';
import type { Failure } from '../../protocol/failures.ts';
import type { Access } from './access.ts';
import { withElement, withoutGrants, type Account, type Household, type Registry } from './registry.ts';
import { newEpoch } from './secrets.ts';

export interface Households {
  readonly claim: (access: Access, request: ClaimRequest) => Promise<Result<ClaimReply, Failure>>;
  /** Takes someone out of a household or off a journey. Repeating it changes nothing. */
  readonly revoke: (access: Access, request: RevokeRequest) => Promise<Result<null, Failure>>;
  readonly membersOfHome: (access: Access, home: SpaceId) => Promise<Result<MembersReply, Failure>>;
  readonly membersOfJourney: (access: Access, journey: RecordId) => Promise<Result<MembersReply, Failure>>;
  /** Remembers that a party space is in use, so that every family member is granted it. */
  readonly noteParty: (space: SpaceId) => Promise<void>;
}

type Member = MembersReply['members'][number];

const NOT_ALLOWED: Failure = { type: 'NotAllowed' };

export const createHouseholds = (registry: Registry, now: () => number): Households => {
  const ensureHousehold = async (account: Account, home: SpaceId): Promise<boolean> => {
    const person = account.people[0];
    if (person === undefined) return false;
    const made: Household = { id: home, owner: account.id, at: now(), journeys: [], accounts: [account.id] };
    const household = (await registry.households.add(made))
      ? await registry.households.confirm(home)
      : await registry.households.get(home);
    if (account.memberships.some((membership) => membership.home === home)) return true;
    if (household?.owner !== account.id) return false;
    // Made just now, or a server stopped between making it and saying so in the account.
    await registry.accounts.change(account.id, (held) =>
      held.memberships.some((membership) => membership.home === home)
        ? held
        : { ...held, memberships: [...held.memberships, { home, role: 'owner', person, epoch: newEpoch() }] },
    );
    return true;
  };

  const claimJourney = async (home: SpaceId, journey: RecordId): Promise<boolean> => {
    await registry.journeys.add({ id: journey, home, at: now(), partySpaces: [], accounts: [] });
    return (await registry.journeys.get(journey))?.home === home;
  };

  const familyOf = async (home: SpaceId): Promise<readonly Member[]> => {
    const household = await registry.households.get(home);
    const accounts = await registry.accounts.getMany(household?.accounts ?? []);
    return accounts.flatMap(({ memberships }) =>
      memberships
        .filter((membership) => membership.home === home)
        .map(({ person, role }) => ({ person, role, party: null })),
    );
  };

  const accountOf = async (person: PersonId): Promise<Account | null> => {
    const claimed = await registry.claims.get(person);
    return claimed === null ? null : registry.accounts.get(claimed.account);
  };

  return {
    claim: async ({ account }, { home, journeys }) => {
      if (spaceKind(home) !== 'home') return err({ type: 'Malformed', fields: ['home'] });
      if (!journeys.every(isJourneyId)) return err({ type: 'Malformed', fields: ['journeys'] });
      if (!(await ensureHousehold(account, home))) return err(NOT_ALLOWED);
      const claimed: RecordId[] = [];
      for (const journey of new Set(journeys)) if (await claimJourney(home, journey)) claimed.push(journey);
      await registry.households.change(home, (held) => {
        const all = claimed.reduce(withElement, held.journeys);
        return all === held.journeys ? held : { ...held, journeys: all };
      });
      return ok({ claimed, refused: journeys.filter((journey) => !claimed.includes(journey)) });
    },

    revoke: async (access, request) => {
      const target = await accountOf(request.person);
      return request.from === 'household' ? revokeFamily(access, request, target) : revokeJoin(access, request, target);
    },

    membersOfHome: async (access, home) =>
      access.roleIn(home) === null ? err(NOT_ALLOWED) : ok({ members: [...(await familyOf(home))] }),

    membersOfJourney: async (access, journey) => {
      const claimed = isJourneyId(journey) ? await registry.journeys.get(journey) : null;
      const role = access.roleIn(journey);
      if (claimed === null || role === null) return err(NOT_ALLOWED);
      const isFamily = isFamilyRole(role);
      const joined = (await registry.accounts.getMany(claimed.accounts)).flatMap(({ id, joins }) =>
        joins
          .filter((join) => join.journey === journey)
          .map((join): Member => ({
            // Which party space is whose is the family's business, and one's own.
            person: join.person,
            role: join.role,
            party: isFamily || id === access.account.id ? join.party : null,
          })),
      );
      return ok({ members: [...(await familyOf(claimed.home)), ...joined] });
    },

    noteParty: async (space) => {
      await registry.journeys.change(journeyOfSpace(space) ?? '', (held) => {
        const partySpaces = withElement(held.partySpaces, space);
        return partySpaces === held.partySpaces ? held : { ...held, partySpaces };
      });
    },
  };

  /** The owner takes anyone out but themself; a member may leave. */
  async function revokeFamily(
    access: Access,
    { home, person }: { readonly home: SpaceId; readonly person: PersonId },
    target: Account | null,
  ): Promise<Result<null, Failure>> {
    const role = access.roleIn(home);
    const isOneself = access.people.includes(person);
    if (role === null || (role !== 'owner' && !isOneself)) return err(NOT_ALLOWED);
    if (target === null) return ok(null);
    if (target.memberships.some((membership) => membership.home === home && membership.role === 'owner'))
      return err(NOT_ALLOWED);
    await endGrants(target, (grant) => 'home' in grant && grant.home === home);
    return ok(null);
  }

  /** Family takes contractors and viewers off; those may leave by themselves. */
  async function revokeJoin(
    access: Access,
    { journey, person }: { readonly journey: RecordId; readonly person: PersonId },
    target: Account | null,
  ): Promise<Result<null, Failure>> {
    const role = access.roleIn(journey);
    if (role === null || (!isFamilyRole(role) && !access.people.includes(person))) return err(NOT_ALLOWED);
    if (target === null) return ok(null);
    await endGrants(target, (grant) => 'journey' in grant && grant.journey === journey);
    return ok(null);
  }

  /**
   * Answered only when no node of a cluster can read the account as it was: a write of it that another node took at the same moment
   * stands beside this one, and hides it until both are merged.
   */
  async function endGrants({ id }: Account, ends: Parameters<typeof withoutGrants>[1]): Promise<void> {
    await registry.accounts.change(id, (held) => withoutGrants(held, ends));
    await registry.accounts.confirm(id);
  }
};

/**
 * A journey's id is its shared space's name, and so in time a database's: nothing but the exact form will do. In the registry the
 * document of another kind lies under any other.
 */
export const isJourneyId = (id: RecordId): boolean => spaceId.safeParse(id).success && spaceKind(id) === 'journey';
