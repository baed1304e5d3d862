// The role a person has in a space, as the sync client last heard it from the server and keeps in the setting `access`.
import { z } from 'zod';
import type { SpaceId } from '../../domain/kernel/ids.ts';
import { journeyOfSpace, journeySpace } from '../../domain/spaces/space.ts';
import { ROLES, type Role } from '../../domain/spaces/roles.ts';
import type { Settings } from './store.ts';

/** Name of the setting; its value is a list of grants. */
export const ACCESS = 'access';
const access = z.array(z.object({ space: z.string(), epoch: z.string(), role: z.enum(ROLES) }));

/**
 * `owner` until a server says otherwise: what was made on this device is one's own. Who was only invited to a journey is no
 * more than that in its private space and in others' party spaces either, which no server names to them.
 */
export const createRoles = (settings: Settings): ((space: SpaceId) => Role) => {
  let read: unknown;
  let roleBySpace: ReadonlyMap<SpaceId, Role> = new Map();
  return (space) => {
    const value = settings.get(ACCESS);
    if (value !== read) {
      const parsed = access.safeParse(value);
      roleBySpace = new Map(parsed.success ? parsed.data.map((grant) => [grant.space, grant.role]) : []);
      read = value;
    }
    const journey = journeyOfSpace(space);
    return roleBySpace.get(space) ?? (journey === null ? undefined : roleBySpace.get(journeySpace(journey))) ?? 'owner';
  };
};
