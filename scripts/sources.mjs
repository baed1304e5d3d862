// The source files of a checkout, and how a check says what it found: shared by the check-*.mjs scripts.
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const programs = ['domain', 'protocol', 'src-main', 'src-renderer', 'sync-server'];

/** The checkout to look at: the one named on the command line, or the one this script lies in. */
export function rootOf(argument) {
  return path.resolve(argument ?? path.join(path.dirname(fileURLToPath(import.meta.url)), '..'));
}

/** Those of the folders that hold TypeScript which are there. */
export function folders(root) {
  return [...programs, 'test'].filter((folder) => existsSync(path.join(root, folder)));
}

/** All TypeScript files below the given folders (default: the programs and their tests), as paths with forward slashes. */
export function sourcesIn(root, among = folders(root)) {
  return among
    .flatMap((folder) => filesBelow(path.join(root, folder)))
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
    .map((file) => path.relative(root, file).replaceAll('\\', '/'))
    .filter((file) => !file.startsWith('test/fixtures/'))
    .toSorted();
}

/** All files below a folder, or none if it is not there. */
export function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name));
}

/** Prints the problems and ends with 1, or says that there are none. */
export function report(problems, looked = '') {
  for (const problem of problems) console.log(problem);
  console.log(problems.length === 0 ? `no problem in ${looked}` : `${problems.length} problems in ${looked}`);
  process.exit(problems.length === 0 ? 0 : 1);
}
