// Who may bring files into a space: rule BL4 of protocol/SYNC.md, asked by the page before it sends and by the server again.
import { isFamilyRole, type Role } from './roles.ts';
import { spaceKind } from './space.ts';
import type { SpaceId } from '../kernel/ids.ts';

/** A contractor brings files into their own party space only, a viewer none. */
export const mayBringFiles = (role: Role, space: SpaceId): boolean =>
  isFamilyRole(role) || (role === 'contractor' && spaceKind(space) === 'party');
