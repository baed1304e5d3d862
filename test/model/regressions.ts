// Runs that once failed, shortened and kept with a note of what was wrong: replayed before anything else.
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { action } from './actions.ts';
import type { FuzzRun } from './play-fuzz.ts';

/** `note` says what was lost, and how it was mended. A file that does not fit fails the run. */
const regression = z.strictObject({
  note: z.string().min(20),
  seed: z.int(),
  devices: z.int().min(2).max(8),
  actions: z.array(action),
});

const folder = path.join(import.meta.dirname, 'regressions');

export const readRegressions = async (): Promise<readonly { readonly file: string; readonly run: FuzzRun }[]> => {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).toSorted();
  return Promise.all(
    names.map(async (file) => ({
      file,
      run: regression.parse(JSON.parse(await readFile(path.join(folder, file), 'utf8'))),
    })),
  );
};
