// How bytes lie on the disk: sealed with AES-256-GCM when there is a key, as they are when the person chose no encryption.
//
//   sealed file   "PLB1", then the plain bytes in segments of 256 KiB (the last may be shorter), each sealed by itself:
//                 iv (12)  ciphertext (as long as the segment)  tag (16)
//   plain file    the bytes
//
// A segment's number, and whether it is the last, are sealed with it: none can change places, and none can be missing at the end.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { open, stat, type FileHandle } from 'node:fs/promises';

const MAGIC = Buffer.from('PLB1');
const IV_BYTES = 12;
const TAG_BYTES = 16;
const SEALED_BYTES = IV_BYTES + TAG_BYTES;
export const SEGMENT_BYTES = 256 * 1024;

/** Turns plain bytes into what is written: `head`, then each `update`, then `tail`. */
export interface Sealer {
  readonly head: Buffer;
  readonly update: (plain: Uint8Array) => readonly Uint8Array[];
  readonly tail: () => readonly Uint8Array[];
}

export interface SealerStart {
  /** How many segments are written already. */
  readonly from?: number;
  /** Plain bytes of the whole, where they are known: then no segment is held back because it could be the last. */
  readonly total?: number;
}

export const createSealer = (key: Buffer | null, { from = 0, total = 0 }: SealerStart = {}): Sealer => {
  if (key === null) return { head: Buffer.alloc(0), update: (plain) => [plain], tail: () => [] };
  let number = from;
  let held: Uint8Array[] = [];
  let heldBytes = 0;
  const seal = (isLast: boolean): Buffer => {
    const sealed = sealSegment(key, { number, isLast }, held);
    number += 1;
    held = [];
    heldBytes = 0;
    return sealed;
  };
  return {
    head: MAGIC,
    update: (plain) => {
      const out: Buffer[] = [];
      for (let at = 0; at < plain.length;) {
        // Of unknown length it is sealed only when more comes: the last segment is known at the end.
        if (heldBytes === SEGMENT_BYTES) out.push(seal(false));
        const part = plain.subarray(at, at + SEGMENT_BYTES - heldBytes);
        at += part.length;
        heldBytes += part.length;
        const isFollowed = heldBytes === SEGMENT_BYTES && (number + 1) * SEGMENT_BYTES < total;
        // What outlives this call must not be the caller's.
        held.push(at < plain.length || isFollowed ? part : Buffer.from(part));
        if (isFollowed) out.push(seal(false));
      }
      return out;
    },
    tail: () => [seal(true)],
  };
};

interface Place {
  readonly number: number;
  readonly isLast: boolean;
}

const placeBytes = ({ number, isLast }: Place): Buffer => {
  const bytes = Buffer.alloc(5);
  bytes.writeUInt32BE(number);
  bytes[4] = isLast ? 1 : 0;
  return bytes;
};

const sealSegment = (key: Buffer, place: Place, plain: readonly Uint8Array[]): Buffer => {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(placeBytes(place));
  const sealed = plain.map((part) => cipher.update(part));
  return Buffer.concat([iv, ...sealed, cipher.final(), cipher.getAuthTag()]);
};

/** The plain bytes of a segment, null when its seal is broken. */
const openSegment = (key: Buffer, place: Place, sealed: Buffer): Buffer | null => {
  if (sealed.length < SEALED_BYTES) return null;
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES })
    .setAAD(placeBytes(place))
    .setAuthTag(sealed.subarray(-TAG_BYTES));
  try {
    const plain = decipher.update(sealed.subarray(IV_BYTES, -TAG_BYTES));
    decipher.final();
    return plain;
  } catch {
    return null;
  }
};

/** A whole small thing at once, such as who is signed in. */
export const sealBytes = (key: Buffer | null, plain: Uint8Array): Buffer => {
  const sealer = createSealer(key);
  return Buffer.concat([sealer.head, ...sealer.update(plain), ...sealer.tail()]);
};

/** Size in bytes of what is sealed in a file of this size; null when no sealed file has it. */
export const plainSize = (fileBytes: number, key: Buffer | null): number | null => {
  if (key === null) return fileBytes;
  const sealed = fileBytes - MAGIC.length;
  const segments = Math.ceil(sealed / (SEGMENT_BYTES + SEALED_BYTES));
  const size = sealed - segments * SEALED_BYTES;
  return segments < 1 || size < 0 ? null : size;
};

/** Where a segment begins in the file. */
const placeOf = (number: number): number => MAGIC.length + number * (SEGMENT_BYTES + SEALED_BYTES);

/** Bytes of a file that holds so many whole segments and nothing behind them. */
export const bytesOfSegments = (count: number, key: Buffer | null): number =>
  key === null ? count * SEGMENT_BYTES : placeOf(count);

/** Thrown when a seal is broken: what came before it was true, and the rest can't be had. */
export class SealBroken extends Error {
  constructor() {
    super('a seal is broken');
    this.name = 'SealBroken';
  }
}

/**
 * The plain bytes of a file, a segment at a time; each is handed out only when its own seal holds. Throws SealBroken.
 * That all are there and are those that the name promises is known only at the end: see `verifyBlob`.
 */
export async function* readPlain(file: string, key: Buffer | null): AsyncGenerator<Buffer> {
  const size = plainSize((await stat(file)).size, key);
  const handle = await open(file, 'r');
  try {
    if (size === null || size === 0 || !(await hasHead(handle, key))) throw new SealBroken();
    const segments = Math.ceil(size / SEGMENT_BYTES);
    const into = key === null ? undefined : Buffer.allocUnsafeSlow(SEGMENT_BYTES + SEALED_BYTES);
    for (let number = 0; number < segments; number += 1) {
      const plain = await readSegment(handle, { number, isLast: number === segments - 1 }, { key, into });
      if (plain === null) throw new SealBroken();
      yield plain;
    }
  } finally {
    await handle.close();
  }
}

export const hasHead = async (handle: FileHandle, key: Buffer | null): Promise<boolean> => {
  if (key === null) return true;
  const { buffer } = await handle.read(Buffer.alloc(MAGIC.length), 0, MAGIC.length, 0);
  return buffer.equals(MAGIC);
};

interface SegmentReading {
  readonly key: Buffer | null;
  /** Where sealed bytes may be read into; what is handed out is another buffer. */
  readonly into?: Buffer | undefined;
}

/** Null when it is not there, or its seal is broken. A file without seals answers what it has there. */
export const readSegment = async (
  handle: FileHandle,
  place: Place,
  { key, into = Buffer.allocUnsafeSlow(key === null ? SEGMENT_BYTES : SEGMENT_BYTES + SEALED_BYTES) }: SegmentReading,
): Promise<Buffer | null> => {
  const { buffer, bytesRead } = await handle.read(into, 0, into.length, bytesOfSegments(place.number, key));
  const bytes = buffer.subarray(0, bytesRead);
  if (key === null) return bytesRead === 0 ? null : bytes;
  return openSegment(key, place, bytes);
};

/** All plain bytes of something small or held in memory, or null when a seal is broken. */
export const unsealBytes = (sealed: Buffer, key: Buffer | null): Buffer | null => {
  if (key === null) return sealed;
  const size = plainSize(sealed.length, key);
  if (size === null || !sealed.subarray(0, MAGIC.length).equals(MAGIC)) return null;
  const segments = Math.ceil((sealed.length - MAGIC.length) / (SEGMENT_BYTES + SEALED_BYTES));
  const plain: Buffer[] = [];
  for (let number = 0; number < segments; number += 1) {
    const part = openSegment(
      key,
      { number, isLast: number === segments - 1 },
      sealed.subarray(placeOf(number), placeOf(number + 1)),
    );
    if (part === null) return null;
    plain.push(part);
  }
  return Buffer.concat(plain);
};
