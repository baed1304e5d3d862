// What the server itself can say of a person: which keys it was brought for them, and what they may do in a space now. What somebody
// else says of them, in a record that comes back to a store which lost it, is held against this.
import type { PersonId, SpaceId } from '../../domain/kernel/ids.ts';
import type { Role } from '../../domain/spaces/roles.ts';
import { journeyOfSpace, partySpace, spaceKind } from '../../domain/spaces/space.ts';
import type { AccessReader } from './access.ts';
import type { Join, Registry } from './registry.ts';

export interface KnownPerson {
  /** Public keys that their account brought for them, former ones too. */
  readonly keys: readonly string[];
  /** In the space that was asked about, null when they may not read it now. */
  readonly role: Role | null;
  /** Those that they were let in with besides: a contractor who joined the household was one before. */
  readonly otherRoles?: readonly Role[];
}

/** Null for a person whom no account here has. */
export type LookUpPerson = (person: PersonId, space: SpaceId) => Promise<KnownPerson | null>;

export const createLookUpPerson =
  (registry: Pick<Registry, 'claims'>, accessReader: Pick<AccessReader, 'of'>): LookUpPerson =>
  async (person, space) => {
    const claim = await registry.claims.get(person);
    const access = claim === null ? null : await accessReader.of(claim.account, space);
    // A claim without its account is what a sign-up leaves behind that was never finished.
    if (access === null || !access.people.includes(person)) return null;
    const { keys = [], joins } = access.account;
    const role = access.roleIn(space);
    return {
      keys: keys.filter((brought) => brought.person === person).map(({ key }) => key),
      role,
      otherRoles: joins.filter(isInto(space)).map((join) => join.role),
    };
  };

const isInto =
  (space: SpaceId) =>
  ({ journey, party }: Join): boolean =>
    spaceKind(space) === 'party'
      ? party !== null && partySpace(journey, party) === space
      : journey === journeyOfSpace(space);
