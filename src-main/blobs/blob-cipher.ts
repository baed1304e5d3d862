// How bytes lie on the disk: sealed with AES-256-GCM when there is a key, as they are when the person chose no encryption.
//
//   sealed file   "PLB1"  iv (12)  ciphertext (as long as the plain bytes)  tag (16)
//   plain file    the bytes
import { createCipheriv, createDecipheriv, randomBytes, type CipherGCM } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const MAGIC = Buffer.from('PLB1');
const IV_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = MAGIC.length + IV_BYTES;

/** Turns plain bytes into what is written: `head`, then each `update`, then `tail`. */
export interface Sealer {
  readonly head: Buffer;
  readonly update: (plain: Uint8Array) => Uint8Array;
  readonly tail: () => Buffer;
}

export const createSealer = (key: Buffer | null): Sealer => {
  if (key === null) return { head: Buffer.alloc(0), update: (plain) => plain, tail: () => Buffer.alloc(0) };
  const iv = randomBytes(IV_BYTES);
  const cipher: CipherGCM = createCipheriv('aes-256-gcm', key, iv);
  return {
    head: Buffer.concat([MAGIC, iv]),
    update: (plain) => cipher.update(plain),
    tail: () => Buffer.concat([cipher.final(), cipher.getAuthTag()]),
  };
};

/** A whole small thing at once, such as a chunk on its way in. */
export const sealBytes = (key: Buffer | null, plain: Uint8Array): Buffer => {
  const sealer = createSealer(key);
  return Buffer.concat([sealer.head, sealer.update(plain), sealer.tail()]);
};

/** Size in bytes of what is sealed in a file of this size; null when the file is too short to be one. */
export const plainSize = (fileBytes: number, key: Buffer | null): number | null => {
  if (key === null) return fileBytes;
  const size = fileBytes - HEAD_BYTES - TAG_BYTES;
  return size < 0 ? null : size;
};

/**
 * The plain bytes of a file as a stream. It ends with an error when the seal is broken, and bytes that came before that must
 * not be believed: see `verifyBlob`, which reads a file to its end before anyone is shown it. Null: no sealed file at all.
 */
export const unsealFile = async (file: string, key: Buffer | null): Promise<Readable | null> => {
  if (key === null) return createReadStream(file);
  const { size } = await stat(file);
  const plain = plainSize(size, key);
  if (plain === null) return null;
  const handle = await open(file, 'r');
  const head = Buffer.alloc(HEAD_BYTES);
  const tag = Buffer.alloc(TAG_BYTES);
  try {
    await handle.read(head, 0, HEAD_BYTES, 0);
    await handle.read(tag, 0, TAG_BYTES, size - TAG_BYTES);
  } finally {
    await handle.close();
  }
  if (!head.subarray(0, MAGIC.length).equals(MAGIC)) return null;
  const decipher = createDecipheriv('aes-256-gcm', key, head.subarray(MAGIC.length), {
    authTagLength: TAG_BYTES,
  }).setAuthTag(tag);
  if (plain === 0) return null;
  const sealed = createReadStream(file, { start: HEAD_BYTES, end: size - TAG_BYTES - 1, highWaterMark: 256 * 1024 });
  const opened = new Transform({
    transform: (chunk: Buffer, _, next) => next(null, decipher.update(chunk)),
    flush: (next) => {
      try {
        next(null, decipher.final());
      } catch (problem) {
        next(problem instanceof Error ? problem : new Error('unsealing failed'));
      }
    },
  });
  // The error comes out at `opened`, which is destroyed by it; the promise only says so a second time.
  pipeline(sealed, opened).catch(() => undefined);
  return opened;
};

/** All plain bytes of a file, or null when its seal is broken. */
export const unsealBytes = (sealed: Buffer, key: Buffer | null): Buffer | null => {
  if (key === null) return sealed;
  if (sealed.length < HEAD_BYTES + TAG_BYTES || !sealed.subarray(0, MAGIC.length).equals(MAGIC)) return null;
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(MAGIC.length, HEAD_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(HEAD_BYTES, -TAG_BYTES)), decipher.final()]);
  } catch {
    return null;
  }
};
