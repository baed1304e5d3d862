// LevelDB's log: whole writes cut into fragments, each with a checksum, in blocks of 32 KiB.
// Format: https://github.com/google/leveldb/blob/main/doc/log_format.md

const BLOCK = 32_768;
/** Checksum (4 bytes), length (2), kind (1). */
const HEAD = 7;
const [FULL, FIRST, MIDDLE, LAST] = [1, 2, 3, 4] as const;

export interface LogRecords {
  /** The writes that are whole, in their order. */
  readonly whole: readonly Buffer[];
  /** Something in it is no whole write. */
  readonly isTorn: boolean;
}

export const readLog = (log: Buffer): LogRecords => {
  const whole: Buffer[] = [];
  let isTorn = false;
  let parts: Buffer[] | null = null;
  for (let at = 0; at < log.length;) {
    const left = BLOCK - (at % BLOCK);
    if (left < HEAD || isPadding(log, at)) {
      at += left;
      continue;
    }
    const fragment = fragmentAt(log, at);
    if (fragment === null) {
      // Behind a tear the next write begins at any byte; a checksum that fits is not there by chance.
      isTorn = true;
      parts = null;
      at += 1;
      continue;
    }
    const { kind, data } = fragment;
    at += HEAD + data.length;
    if (kind === FULL || kind === FIRST) isTorn ||= parts !== null;
    else if (parts === null) {
      isTorn = true;
      continue;
    }
    parts = kind === FULL || kind === FIRST ? [data] : [...(parts ?? []), data];
    if (kind === FIRST || kind === MIDDLE) continue;
    whole.push(Buffer.concat(parts));
    parts = null;
  }
  return { whole, isTorn: isTorn || parts !== null };
};

/** The writes as a log of their own. */
export const frameLog = (writes: readonly Buffer[]): Buffer => {
  const out: Buffer[] = [];
  let size = 0;
  const put = (bytes: Buffer): void => {
    out.push(bytes);
    size += bytes.length;
  };
  for (const write of writes) {
    let from = 0;
    do {
      const left = BLOCK - (size % BLOCK);
      if (left < HEAD) put(Buffer.alloc(left));
      const room = BLOCK - (size % BLOCK) - HEAD;
      const data = write.subarray(from, from + room);
      const isFirst = from === 0;
      from += data.length;
      const isLast = from === write.length;
      put(head(isFirst ? (isLast ? FULL : FIRST) : isLast ? LAST : MIDDLE, data));
      put(data);
    } while (from < write.length);
  }
  return Buffer.concat(out);
};

interface Fragment {
  readonly kind: number;
  readonly data: Buffer;
}

const fragmentAt = (log: Buffer, at: number): Fragment | null => {
  if (at + HEAD > log.length) return null;
  const kind = log.readUInt8(at + 6);
  const end = at + HEAD + log.readUInt16LE(at + 4);
  if (kind < FULL || kind > LAST || end > log.length || end - at > BLOCK - (at % BLOCK)) return null;
  const data = log.subarray(at + HEAD, end);
  return log.readUInt32LE(at) === checksum(kind, data) ? { kind, data } : null;
};

/** Zeros to the end of the block: room that was set aside and not used. */
const isPadding = (log: Buffer, at: number): boolean =>
  log.subarray(at, at + BLOCK - (at % BLOCK)).every((byte) => byte === 0);

const head = (kind: number, data: Buffer): Buffer => {
  const bytes = Buffer.alloc(HEAD);
  bytes.writeUInt32LE(checksum(kind, data), 0);
  bytes.writeUInt16LE(data.length, 4);
  bytes.writeUInt8(kind, 6);
  return bytes;
};

/** CRC-32C (Castagnoli), reflected. */
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0x82_f6_3b_78 : crc >>> 1;
  return crc >>> 0;
});

/** Of kind and data, rotated and added to as LevelDB does with checksums that are stored. */
const checksum = (kind: number, data: Buffer): number => {
  let crc = 0xff_ff_ff_ff;
  const take = (byte: number): void => {
    crc = ((TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8)) >>> 0;
  };
  take(kind);
  for (const byte of data) take(byte);
  crc = (crc ^ 0xff_ff_ff_ff) >>> 0;
  return (((crc >>> 15) | (crc << 17)) + 0xa2_82_ea_d8) >>> 0;
};
