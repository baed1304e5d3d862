// What an original is called by: the hash of its bytes.
import { createHash } from 'node:crypto';

export const shaOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
