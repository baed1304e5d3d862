// Writes a small file so that after a kill or a power cut there is the old one or the new one, never half of one.
import { open, rename } from 'node:fs/promises';
import path from 'node:path';

/** Temp file, fsync, rename, fsync of the folder. Readable by this person only. */
export const writeWhole = async (file: string, content: string | Uint8Array): Promise<void> => {
  const temporary = `${file}.new`;
  const handle = await open(temporary, 'w', 0o600);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(temporary, file);
  await syncFolder(path.dirname(file));
};

/** Makes a rename last. Windows has no such call on folders and does not need it. */
export const syncFolder = async (folder: string): Promise<void> => {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};
