// For which side somebody speaks: it follows from their role, and what was said keeps its side when the role becomes another.
import type { Side } from '../records/approval.ts';
import type { Role } from './roles.ts';

export const sideOfRole = (role: Role): Side | null => {
  if (role === 'viewer') return null;
  return role === 'contractor' ? 'contractor' : 'family';
};

/** The side that a name card's person is on, and each that it says they were on. */
export const sidesOfCard = ({
  role,
  sides = [],
}: {
  readonly role: Role;
  readonly sides?: readonly Side[] | undefined;
}): readonly Side[] => {
  const now = sideOfRole(role);
  return now === null || sides.includes(now) ? sides : [...sides, now];
};
