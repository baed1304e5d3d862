// Reads an original for showing or sending: checked to its end before its first byte is handed out.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';

import { plainSize, readPlain, unsealBytes } from './blob-cipher.ts';
import { sizeOf, verifyBlob } from './blob-files.ts';
import { sniff, SNIFF_BYTES } from './sniff.ts';

/** Up to here a file is read once and held; a larger one is read twice, so that a 200 MB PDF needs no 200 MB of memory. */
const MEMORY_BYTES = 32 * 1024 * 1024;

export type Original =
  | { readonly state: 'missing' }
  /** The seal is broken or the hash is another: nothing of it is handed out. */
  | { readonly state: 'damaged' }
  | { readonly state: 'whole'; readonly body: Uint8Array | Readable; readonly bytes: number; readonly mime: string };

/** @param file where it lies, by the name `sha` */
export const readOriginal = async (file: string, sha: string, key: Buffer | null): Promise<Original> => {
  const fileBytes = await sizeOf(file);
  if (fileBytes === null) return { state: 'missing' };
  const bytes = plainSize(fileBytes, key);
  if (bytes === null) return { state: 'damaged' };
  if (bytes <= MEMORY_BYTES) {
    const body = unsealBytes(await readFile(file), key);
    if (body === null || createHash('sha256').update(body).digest('hex') !== sha) return { state: 'damaged' };
    return { state: 'whole', body, bytes, mime: await typeOf(body.subarray(0, SNIFF_BYTES)) };
  }
  if (!(await verifyBlob(file, sha, key))) return { state: 'damaged' };
  const body = Readable.from(readPlain(file, key), { objectMode: false });
  return { state: 'whole', body, bytes, mime: await typeOf(await startOf(file, key)) };
};

/** Sniffed anew each time: a type kept in a second file could be torn from the first. */
const typeOf = async (start: Uint8Array): Promise<string> => (await sniff(start)) ?? 'application/octet-stream';

const startOf = async (file: string, key: Buffer | null): Promise<Uint8Array> => {
  for await (const part of readPlain(file, key)) return part.subarray(0, SNIFF_BYTES);
  return new Uint8Array(0);
};
