// The data key and what is derived from it: one key for each purpose, so that no two uses ever share one.
import { createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** 32 random bytes that open everything on this device. Never written but wrapped. */
export type DataKey = Uint8Array;

/** `records` goes to the page, for bodies and previews; the others never leave main. */
export type Purpose = 'records' | 'blobs' | 'index' | 'session' | 'research' | 'signing';

export const newDataKey = (): DataKey => randomBytes(32);

/** HKDF-SHA256 (RFC 5869) without salt: the data key is random already. 32 bytes. */
export const subkey = (key: DataKey, purpose: Purpose): Buffer =>
  Buffer.from(hkdfSync('sha256', key, new Uint8Array(0), `plumbline ${purpose} v1`, 32));

/**
 * Tells the right data key from a wrong one. A keyring's cipher has no seal: with a keyring that was made anew, decrypting
 * can "work" and give nonsense, and data written under nonsense would be lost.
 */
export const keyCheck = (key: DataKey): string =>
  createHmac('sha256', key).update('plumbline key check v1').digest('base64').slice(0, 22);
