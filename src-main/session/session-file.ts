// session.json: which server, which account, and the token, sealed with a key from the vault.
import { readFile } from 'node:fs/promises';
import { z } from 'zod';

import { accountView } from '../../protocol/account/account.ts';
import { sealBytes, unsealBytes } from '../blobs/blob-cipher.ts';
import { writeWhole } from '../files/write-whole.ts';

const kept = z.object({
  server: z.string(),
  /** Null after signing out, or after the server refused the token: the data stays and the address is remembered. */
  token: z.string().nullable(),
  account: accountView.nullable(),
});
export type KeptSession = z.infer<typeof kept>;

/** Without a key (the person chose no encryption) the file is plain, and readable by this person only. */
export const readSessionFile = async (file: string, key: Buffer | null): Promise<KeptSession | null> => {
  try {
    const plain = unsealBytes(await readFile(file), key);
    // Damaged, or sealed by another key: signing in again costs a minute and loses nothing.
    return plain === null ? null : kept.parse(JSON.parse(plain.toString('utf8')));
  } catch {
    return null;
  }
};

export const writeSessionFile = async (file: string, session: KeptSession, key: Buffer | null): Promise<void> =>
  writeWhole(file, sealBytes(key, Buffer.from(JSON.stringify(session))));
