// Makes and hashes what must not be guessed: session tokens, invitation codes, ids, epochs.
import { createHash, randomBytes, randomUUID } from 'node:crypto';

export const sha256Hex = (text: string): string => createHash('sha256').update(text).digest('hex');

/** 32 random bytes; only its hash is kept. */
export const newToken = (): string => randomBytes(32).toString('base64url');

export const newAccountId = (): string => `account_${randomUUID()}`;

/** Random, not counted: an epoch says nothing about how often someone was let in. Letters and digits only. */
export const newEpoch = (): string => randomBytes(8).toString('hex');

/** Crockford's base 32: no I, L, O or U, so that a code can be read out on the telephone. */
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LENGTH = 10;

/** `XXXXX-XXXXX`: 50 random bits. 256 is a multiple of 32, so each byte's rest is fair. */
export const newInviteCode = (): string => {
  const letters = [...randomBytes(CODE_LENGTH)].map((byte) => CROCKFORD[byte % CROCKFORD.length]).join('');
  return `${letters.slice(0, CODE_LENGTH / 2)}-${letters.slice(CODE_LENGTH / 2)}`;
};

/** The code as it was meant, however it was typed: small letters, spaces, O for 0, I or L for 1. */
export const plainInviteCode = (typed: string): string =>
  typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
