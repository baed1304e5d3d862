// The role a person has in a space, as the sync client last heard it from the server and keeps in the settings.
import { z } from 'zod';
import type { SpaceId } from '../../domain/kernel/ids.ts';
import { journeyOfSpace, journeySpace, spaceKind } from '../../domain/spaces/space.ts';
import { isFamilyRole, ROLES, type Role } from '../../domain/spaces/roles.ts';
import type { Settings } from './store.ts';

/** Names of the settings: a list of grants, and the spaces that were taken away and not granted again since. */
export const ACCESS = 'access';
export const LEFT = 'left';
const access = z.array(z.object({ space: z.string(), epoch: z.string(), role: z.enum(ROLES) }));

export interface Roles {
  /**
   * `owner` until a server says otherwise: what was made on this device is one's own. Who was only invited to a journey is no
   * more than that in its private space and in others' party spaces either, which no server names to them.
   */
  readonly roleIn: (space: SpaceId) => Role;
  /** Whether a space of a journey, or the journey itself, was taken away: no window would show what is written there, and no server take it. */
  readonly hasLeft: (space: SpaceId) => boolean;
}

export const createRoles = (settings: Settings): Roles => {
  let read: unknown;
  let roleBySpace: ReadonlyMap<SpaceId, Role> = new Map();
  const rolesNow = (): typeof roleBySpace => {
    const value = settings.get(ACCESS);
    if (value !== read) {
      const parsed = access.safeParse(value);
      roleBySpace = new Map(parsed.success ? parsed.data.map((grant) => [grant.space, grant.role]) : []);
      read = value;
    }
    return roleBySpace;
  };
  const granted = (space: SpaceId): Role | undefined => {
    const journey = journeyOfSpace(space);
    return rolesNow().get(space) ?? (journey === null ? undefined : rolesNow().get(journeySpace(journey)));
  };
  return {
    roleIn: (space) => granted(space) ?? 'owner',
    hasLeft: (space) => {
      const journey = journeyOfSpace(space);
      if (journey === null || rolesNow().has(space)) return false;
      // Opened by its first record: the family of a journey may write there before the server has said so.
      if (spaceKind(space) === 'party' && isFamilyRole(granted(space))) return false;
      const left = z.array(z.string()).catch([]).parse(settings.get(LEFT));
      return left.includes(space) || left.includes(journeySpace(journey));
    },
  };
};
