// A copy of the page's database as it was before this start. Chromium silently deletes a database whose files are damaged and
// hands out an empty one: then what could still be rescued is here, and nothing was lost by looking.
import { copyFile, link, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';

import { codeOf } from '../files/disk-failure.ts';

/** Chromium's folder of the page's databases. */
export const DATABASES = 'IndexedDB';
/** Where the copy lies, beside the database. */
export const COPY = 'IndexedDB.before';
const KEPT_ASIDE = 'kept-aside';

/** LevelDB never changes a table once it is written: a second name for it costs nothing. Log and manifest go on changing. */
const NEVER_CHANGES = /\.(?:ldb|sst)$/;
/** A database that shrank by more than this was damaged and begun anew, not tidied up: the copy of it as it was is kept. */
const SHRUNK = 0.5;
/** Below this there is nothing yet that could be missed, bytes. */
const WORTH_KEEPING = 64 * 1024;

/** Called before a window is opened. A copy that can't be made is no reason not to start: it answers whether it was made. */
export const makeSafetyCopy = async (userData: string, now: Date): Promise<boolean> => {
  const from = path.join(userData, DATABASES);
  const to = path.join(userData, COPY);
  const [size, sizeBefore] = [await bytesIn(from), await bytesIn(to)];
  if (sizeBefore > WORTH_KEEPING && size < sizeBefore * SHRUNK) {
    const aside = path.join(userData, KEPT_ASIDE, now.toISOString().replaceAll(/[:.]/g, '-'));
    await mkdir(aside, { recursive: true });
    await rename(to, path.join(aside, DATABASES));
  }
  if (size === 0) return false;
  const making = `${to}.new`;
  await rm(making, { recursive: true, force: true });
  await copyTree(from, making);
  await rm(to, { recursive: true, force: true });
  await rename(making, to);
  return true;
};

const bytesIn = async (folder: string): Promise<number> => {
  let sum = 0;
  for (const file of await filesIn(folder)) sum += (await stat(path.join(folder, file))).size;
  return sum;
};

const filesIn = async (folder: string): Promise<readonly string[]> => {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
  } catch (problem) {
    if (codeOf(problem) === 'ENOENT') return [];
    throw problem;
  }
};

const copyTree = async (from: string, to: string): Promise<void> => {
  await mkdir(to, { recursive: true });
  for (const file of await filesIn(from)) {
    const target = path.join(to, file);
    await mkdir(path.dirname(target), { recursive: true });
    // A disk without hard links gets a second copy.
    if (NEVER_CHANGES.test(file))
      await link(path.join(from, file), target).catch(() => copyFile(path.join(from, file), target));
    else await copyFile(path.join(from, file), target);
  }
};
