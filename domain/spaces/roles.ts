// The roles a person can have towards a space.
export const ROLES = ['owner', 'family', 'contractor', 'viewer'] as const;
export type Role = (typeof ROLES)[number];

/** Whether it is a role of the household, which reads and changes everything of its journeys; nobody without a role is. */
export const isFamilyRole = (role: Role | null | undefined): role is 'owner' | 'family' =>
  role === 'owner' || role === 'family';

const roles: ReadonlySet<unknown> = new Set(ROLES);
export const isRole = (value: unknown): value is Role => roles.has(value);
