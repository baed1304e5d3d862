// The roles a person can have towards a space.
export const ROLES = ['owner', 'family', 'contractor', 'viewer'] as const;
export type Role = (typeof ROLES)[number];
