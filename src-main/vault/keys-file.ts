// keys.json: how this device's data is protected, and the data key in its wraps. Nothing in it opens anything alone.
import { readFile } from 'node:fs/promises';
import { z } from 'zod';

import { writeWhole } from '../files/write-whole.ts';
import { passphraseWrap, recoveryWrap } from './wrap.ts';

const wrapped = { version: z.literal(1), check: z.string().max(40), recovery: recoveryWrap };

export const keysFile = z.discriminatedUnion('mode', [
  /** `keyring` is what the operating system's keyring encrypted, in base64. */
  z.object({ ...wrapped, mode: z.literal('keyring'), keyring: z.string().max(4_000) }),
  z.object({ ...wrapped, mode: z.literal('passphrase'), passphrase: passphraseWrap }),
  z.object({ version: z.literal(1), mode: z.literal('none') }),
]);
export type KeysFile = z.infer<typeof keysFile>;
export type WrappedKeys = Exclude<KeysFile, { readonly mode: 'none' }>;

/**
 * Null when there is no file: nothing was chosen yet. A file that cannot be understood throws: taking it for "nothing chosen"
 * would let new keys overwrite the only way to the data.
 */
export const readKeysFile = async (file: string): Promise<KeysFile | null> => {
  let content: string;
  try {
    content = await readFile(file, 'utf8');
  } catch (problem) {
    if (problem instanceof Error && 'code' in problem && problem.code === 'ENOENT') return null;
    throw problem;
  }
  return keysFile.parse(JSON.parse(content));
};

export const writeKeysFile = (file: string, keys: KeysFile): Promise<void> =>
  writeWhole(file, `${JSON.stringify(keys, null, 2)}\n`);
