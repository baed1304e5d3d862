// model.json: which language model, where, and its key.
import { z } from 'zod';

import { modelSettings } from '../../protocol/ipc/model.ts';
import { createSealedFile, type SealedFile, type SealedFileParts } from '../files/sealed-file.ts';

const kept = modelSettings.omit({ hasKey: true }).extend({ key: z.string() });
export type KeptModel = z.infer<typeof kept>;

const NONE: KeptModel = { on: false, endpoint: '', model: '', price: null, key: '' };

export const createModelFile = (parts: Pick<SealedFileParts<KeptModel>, 'file' | 'key'>): SealedFile<KeptModel> =>
  createSealedFile({ ...parts, shape: kept, nothing: NONE });
