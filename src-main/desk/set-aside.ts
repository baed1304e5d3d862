// Puts what cannot be read aside, without deleting a byte of it, so that the app can start.
//
// While the app runs, Chromium holds the database open. So the wish is only noted, the app starts again, and the folders are
// moved before a window is opened.
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** What is moved: the page's databases and the index made from them. Keys, originals and the session stay. */
const DATA = ['IndexedDB', 'index'] as const;
/** Without its keys all that they seal is of no use where it is, and would be in the way of what comes from the server. */
const WITH_KEYS = [...DATA, 'IndexedDB.before', 'blobs', 'session.json', 'keys.json', 'keys.copy.json'] as const;
const NOTE = 'set-aside.wanted';
const KEYS_TOO = 'keys';

/** @param keysToo the keys can't be read: everything that they open goes with them */
export const wishSetAside = (userData: string, keysToo = false): Promise<void> =>
  writeFile(path.join(userData, NOTE), keysToo ? KEYS_TOO : '');

/** Called before anything opens these folders. Answers the folder they were moved to, null when nothing was wished. */
export const carryOutSetAside = async (userData: string, now: Date): Promise<string | null> => {
  const note = path.join(userData, NOTE);
  if (!existsSync(note)) return null;
  const aside = path.join(userData, 'kept-aside', now.toISOString().replaceAll(/[:.]/g, '-'));
  await mkdir(aside, { recursive: true });
  const moved = (await readFile(note, 'utf8')) === KEYS_TOO ? WITH_KEYS : DATA;
  for (const name of moved) {
    if (existsSync(path.join(userData, name))) await rename(path.join(userData, name), path.join(aside, name));
  }
  // Last: after a kill in between, the next start moves the rest.
  await rm(note);
  return aside;
};
