// Keeps passwords as argon2id, and takes the same time over one that can't be right.
import { hash, verify } from '@node-rs/argon2';

export interface Passwords {
  readonly hash: (password: string) => Promise<string>;
  /** False for a wrong password, and for no hash at all after as much work. */
  readonly verify: (passwordHash: string | null, password: string) => Promise<boolean>;
}

/**
 * argon2id with 19 MiB, 2 passes, 1 lane: the first of the sets in OWASP's Password Storage Cheat Sheet, and the
 * library's own default; written down here so that a change of that default is not a change of ours.
 */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export const createPasswords = (): Passwords => {
  const decoy = hash('a password that nobody has', COST);
  return {
    hash: (password) => hash(password, COST),
    verify: async (passwordHash, password) => {
      const right = await verify(passwordHash ?? (await decoy), password);
      return passwordHash !== null && right;
    },
  };
};
