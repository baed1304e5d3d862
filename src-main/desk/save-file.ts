// Saves what the page made where the person says: the page names a file, never a folder.
import { writeFile } from 'node:fs/promises';
import path from 'node:path';

import { dialog, type BrowserWindow } from 'electron';

import { err, ok, type Result } from '../../domain/kernel/result.ts';
import type { Failure } from '../../protocol/failures.ts';
import { diskFailure } from '../files/disk-failure.ts';
import { fileName } from './file-name.ts';

export type SaveFile = (name: string, content: Uint8Array) => Promise<Result<{ saved: boolean }, Failure>>;

/** @param saveFolder written into without asking, for tests and the demo; null asks the person */
export const createSaveFile =
  (window: () => BrowserWindow | null, saveFolder: string | null): SaveFile =>
  async (name, content) => {
    const file = saveFolder === null ? await asked(window(), fileName(name)) : path.join(saveFolder, fileName(name));
    if (file === null) return ok({ saved: false });
    try {
      await writeFile(file, content);
      return ok({ saved: true });
    } catch (problem) {
      return err(diskFailure(problem));
    }
  };

const asked = async (window: BrowserWindow | null, name: string): Promise<string | null> => {
  const options = { defaultPath: name };
  const { canceled, filePath } =
    window === null ? await dialog.showSaveDialog(options) : await dialog.showSaveDialog(window, options);
  return canceled || filePath === '' ? null : filePath;
};
