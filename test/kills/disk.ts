// What a start must have cleared away or left whole in the folder of originals, seen from outside.
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** Files that are still on their way in, or that are not named as an original is. */
export const leftovers = (blobs: string): readonly string[] => {
  const files = filesBelow(blobs);
  return files
    .filter((file) => !/^[0-9a-f]{2}\/[0-9a-f]{64}$/.test(file))
    .map((file) => `left in the folder of originals: ${file}`);
};

const filesBelow = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true, recursive: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    : [];

/** Originals that no record names, by hash. Not a loss: room on the disk that nobody gets back. */
export const orphans = (blobs: string, named: ReadonlySet<string>): readonly string[] =>
  filesBelow(blobs)
    .map((file) => path.basename(file))
    .filter((sha) => !named.has(sha));
