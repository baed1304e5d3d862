// Wraps the data key with something a person knows: a passphrase (slow on purpose) or the recovery code (random enough).
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, scrypt } from 'node:crypto';
import { z } from 'zod';

import type { DataKey } from './keys.ts';

const base64 = z
  .string()
  .regex(/^[A-Za-z0-9+/]+=*$/)
  .max(200);
const sealed = { salt: base64, iv: base64, tag: base64, box: base64 };

/** The cost is written beside the wrap, so that it can be raised later. Its bounds keep a forged file from eating the memory. */
export const passphraseWrap = z.object({
  ...sealed,
  n: z.int().min(16_384).max(1_048_576),
  r: z.literal(8),
  p: z.literal(1),
});
export type PassphraseWrap = z.infer<typeof passphraseWrap>;
export const recoveryWrap = z.object(sealed);
export type RecoveryWrap = z.infer<typeof recoveryWrap>;

/** scrypt (RFC 7914) with 128 MiB: about a third of a second, a thousandfold more for who guesses. */
const COST = { n: 131_072, r: 8, p: 1 } as const;

export const wrapWithPassphrase = async (key: DataKey, passphrase: string): Promise<PassphraseWrap> => {
  const salt = randomBytes(16);
  return { ...COST, ...seal(key, { wrapping: await stretched(passphrase, salt, COST), salt, kind: 'passphrase' }) };
};

/** Null when the passphrase is another one or the wrap was tampered with: nobody can tell these apart. */
export const unwrapWithPassphrase = async (wrap: PassphraseWrap, passphrase: string): Promise<DataKey | null> =>
  unseal(wrap, await stretched(passphrase, Buffer.from(wrap.salt, 'base64'), wrap), 'passphrase');

/** @param code the 28 symbols without hyphens, as `readRecoveryCode` answers them */
export const wrapWithRecoveryCode = (key: DataKey, code: string): RecoveryWrap => {
  const salt = randomBytes(16);
  return seal(key, { wrapping: fromCode(code, salt), salt, kind: 'recovery' });
};

export const unwrapWithRecoveryCode = (wrap: RecoveryWrap, code: string): DataKey | null =>
  unseal(wrap, fromCode(code, Buffer.from(wrap.salt, 'base64')), 'recovery');

/** 135 random bits need no stretching; a person who types it need not wait. */
const fromCode = (code: string, salt: Uint8Array): Buffer =>
  Buffer.from(hkdfSync('sha256', code, salt, 'plumbline recovery v1', 32));

/** Normalised, so that the same passphrase typed on another keyboard has the same bytes. */
const stretched = (
  passphrase: string,
  salt: Uint8Array,
  { n, r, p }: Pick<PassphraseWrap, 'n' | 'r' | 'p'>,
): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFKC'), salt, 32, { N: n, r, p, maxmem: 256 * n * r }, (problem, key) =>
      problem === null ? resolve(key) : reject(problem),
    );
  });

interface Wrapping {
  readonly wrapping: Uint8Array;
  readonly salt: Uint8Array;
  readonly kind: 'passphrase' | 'recovery';
}

const seal = (key: DataKey, { wrapping, salt, kind }: Wrapping): RecoveryWrap => {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', wrapping, iv).setAAD(Buffer.from(`plumbline ${kind} v1`));
  const box = Buffer.concat([cipher.update(key), cipher.final()]);
  return { salt: text(salt), iv: text(iv), tag: text(cipher.getAuthTag()), box: text(box) };
};

const unseal = ({ iv, tag, box }: RecoveryWrap, wrapping: Uint8Array, kind: string): DataKey | null => {
  try {
    const decipher = createDecipheriv('aes-256-gcm', wrapping, Buffer.from(iv, 'base64'), { authTagLength: 16 })
      .setAAD(Buffer.from(`plumbline ${kind} v1`))
      .setAuthTag(Buffer.from(tag, 'base64'));
    return Buffer.concat([decipher.update(Buffer.from(box, 'base64')), decipher.final()]);
  } catch {
    return null;
  }
};

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
