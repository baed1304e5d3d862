// model.json: which language model, where, and its key, sealed with a key from the vault.
import { readFile } from 'node:fs/promises';
import { z } from 'zod';

import { modelSettings } from '../../protocol/ipc/model.ts';
import { sealBytes, unsealBytes } from '../blobs/blob-cipher.ts';
import { writeWhole } from '../files/write-whole.ts';

const kept = modelSettings.omit({ hasKey: true }).extend({ key: z.string() });
export type KeptModel = z.infer<typeof kept>;

const NONE: KeptModel = { on: false, endpoint: '', model: '', price: null, key: '' };

/** Off, with nothing entered, where there is no such file or it can't be read: it is entered again in a minute. */
export const readModelFile = async (file: string, key: Buffer | null): Promise<KeptModel> => {
  try {
    const plain = unsealBytes(await readFile(file), key);
    return plain === null ? NONE : kept.parse(JSON.parse(plain.toString('utf8')));
  } catch {
    return NONE;
  }
};

export const writeModelFile = async (file: string, model: KeptModel, key: Buffer | null): Promise<void> =>
  writeWhole(file, sealBytes(key, Buffer.from(JSON.stringify(model))));
