// The text of an answer's body: unpacked, in whatever letters it was written, and never more than it may be.
import type { IncomingMessage } from 'node:http';
import { pipeline, type Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';

/** Null when it is larger than `most` bytes, packed or not. Throws when it is cut short. */
export const readText = async (answer: IncomingMessage, most: number): Promise<string | null> => {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of unpacked(answer) as AsyncIterable<Buffer>) {
    parts.push(part);
    size += part.length;
    if (size > most) {
      answer.destroy();
      return null;
    }
  }
  const bytes = Buffer.concat(parts);
  return decoded(answer.headers['content-type'] ?? '', bytes);
};

const unpacked = (answer: IncomingMessage): Readable => {
  switch (answer.headers['content-encoding']?.trim().toLowerCase() ?? '') {
    case 'gzip':
    case 'x-gzip':
      return pipeline(answer, createGunzip(), ignore);
    case 'deflate':
      return pipeline(answer, createInflate(), ignore);
    case 'br':
      return pipeline(answer, createBrotliDecompress(), ignore);
    default:
      return answer;
  }
};

/** Who reads the end of the pipe meets its failure there. */
const ignore = (): void => {};

/** A page names its letters within its first bytes, https://html.spec.whatwg.org/#charset. */
const NAMED_WITHIN = 1_024;

const decoded = (type: string, bytes: Buffer): string => {
  const head = bytes.subarray(0, NAMED_WITHIN).toString('latin1');
  const named =
    /charset\s*=\s*["']?([\w-]+)/i.exec(type)?.[1] ?? /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1];
  try {
    return new TextDecoder(named ?? 'utf-8').decode(bytes);
  } catch {
    return new TextDecoder('utf-8').decode(bytes);
  }
};
