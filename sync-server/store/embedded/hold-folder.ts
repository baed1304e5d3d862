// Holds a store's folder for one process: a second server on it is refused at once instead of tripping over single databases.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import leveldown from 'leveldown';

/** The name begins with a dot, so that no space can have it. */
const HELD = '.held';

/**
 * An empty LevelDB kept open: the operating system frees its lock however the process ends, so that a kill leaves nothing
 * behind. Throws when another process, or another store of this one, holds the folder. Answers how to let go.
 */
export const holdFolder = async (folder: string): Promise<() => Promise<void>> => {
  mkdirSync(folder, { recursive: true });
  const lock = leveldown(path.join(folder, HELD));
  await new Promise<void>((resolve, reject) =>
    lock.open({}, (error) => (error == null ? resolve() : reject(new StoreHeld(folder, error)))),
  );
  return () => new Promise((resolve) => lock.close(() => resolve()));
};

/** Thrown when the folder can't be held; its message may be shown to who starts the server. */
export class StoreHeld extends Error {
  constructor(folder: string, cause: Error) {
    super(`another sync server uses ${folder}, or it can't be written`, { cause });
    this.name = 'StoreHeld';
  }
}
