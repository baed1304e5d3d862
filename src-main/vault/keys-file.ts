// keys.json and its copy: how this device's data is protected, and the data key in its wraps. Nothing in it opens anything alone.
import { readFile } from 'node:fs/promises';
import { z } from 'zod';

import { sameValue } from '../../domain/kernel/same-value.ts';
import { codeOf } from '../files/disk-failure.ts';
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

/** Where the same stands a second time: these few bytes are the only way to all that is encrypted, and disks lose bytes. */
export const copyOfKeys = (file: string): string => file.replace(/(\.json)?$/, '.copy.json');

/**
 * Null when there is neither file: nothing was chosen yet. `damaged` when what is there cannot be understood: taking it for
 * "nothing chosen" would let new keys overwrite the only way to the data. A copy that can be read mends the other.
 */
export const readKeysFile = async (file: string): Promise<KeysFile | 'damaged' | null> => {
  const [first, second] = [await readOne(file), await readOne(copyOfKeys(file))];
  const keys = isKeys(first) ? first : second;
  if (!isKeys(keys)) return first ?? second;
  if (!sameValue(first, second)) {
    // A disk that takes no writes is no reason not to open what can be read.
    await writeKeysFile(file, keys).catch(() => undefined);
  }
  return keys;
};

const isKeys = (read: KeysFile | 'damaged' | null): read is KeysFile => read !== null && read !== 'damaged';

const readOne = async (file: string): Promise<KeysFile | 'damaged' | null> => {
  try {
    return keysFile.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (problem) {
    return codeOf(problem) === 'ENOENT' ? null : 'damaged';
  }
};

/** The copy last: whatever is cut off, one of the two is whole. */
export const writeKeysFile = async (file: string, keys: KeysFile): Promise<void> => {
  const content = `${JSON.stringify(keys, null, 2)}\n`;
  await writeWhole(file, content);
  await writeWhole(copyOfKeys(file), content);
};
