// Takes torn writes out of the page's database before Chromium opens it. A full disk or a power cut tears the last write of
// a log; Chromium goes on writing behind the tear, and at the start after that finds the log damaged and deletes everything.
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

import { codeOf } from '../files/disk-failure.ts';
import { writeWhole } from '../files/write-whole.ts';
import { frameLog, readLog } from './log-records.ts';

/** LevelDB's two files of that form: what was written since the last table, and the list of tables. */
const IN_LOG_FORM = /^(?:\d+\.log|MANIFEST-\d+)$/;

/** Answers how many files were mended. What was torn off was never acknowledged; all whole writes stay, also those behind it. */
export const mendLogs = async (databases: string): Promise<number> => {
  let mended = 0;
  for (const file of await logsIn(databases)) {
    const { whole, isTorn } = readLog(await readFile(file));
    if (!isTorn) continue;
    await writeWhole(file, frameLog(whole));
    mended += 1;
  }
  return mended;
};

const logsIn = async (folder: string): Promise<readonly string[]> => {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile() && IN_LOG_FORM.test(entry.name))
      .map((entry) => path.join(entry.parentPath, entry.name));
  } catch (problem) {
    if (codeOf(problem) === 'ENOENT') return [];
    throw problem;
  }
};
