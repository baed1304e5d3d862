// The local log: JSON lines in a file that is turned over at 1 MB, without a word that a person wrote.
import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';

/** Size at which a file is turned over, in bytes, and how many files are kept, the current one included. */
const FILE_BYTES = 1_000_000;
const FILES_KEPT = 3;

export type LogLevel = 'error' | 'warn' | 'info';

/**
 * Only codes, ids, sizes and the machine's own words go in: never names, amounts, texts, addresses or paths of a person's
 * files. `detail` of an error is its message and stack, whose home folder is struck out.
 */
export interface LogEntry {
  readonly level: LogLevel;
  readonly code: string;
  readonly detail?: string | undefined;
}

export interface Log {
  readonly write: (entry: LogEntry) => void;
  /** Logs a bug and answers the short id under which it is found in the log. */
  readonly bug: (where: string, problem: unknown) => string;
  readonly folder: string;
  /** Everything kept, oldest first. */
  readonly read: () => string;
}

export interface LogOptions {
  readonly folder: string;
  /** Struck out of every detail: a home folder names its person. */
  readonly home: string;
  readonly now: () => Date;
  readonly newId: () => string;
}

export const createLog = ({ folder, home, now, newId }: LogOptions): Log => {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch {
    // Without a place for its log the app runs all the same; see `write`.
  }
  const file = (n: number): string => path.join(folder, n === 0 ? 'plumbline.log' : `plumbline.${n}.log`);

  const turnOver = (): void => {
    if (!existsSync(file(0)) || statSync(file(0)).size < FILE_BYTES) return;
    rmSync(file(FILES_KEPT - 1), { force: true });
    for (let n = FILES_KEPT - 2; n >= 0; n--) if (existsSync(file(n))) renameSync(file(n), file(n + 1));
  };

  // A log that cannot be written (a full disk) must not take the app down with it.
  const write = ({ level, code, detail }: LogEntry): void => {
    const line = JSON.stringify({
      at: now().toISOString(),
      level,
      code,
      ...(detail === undefined ? {} : { detail: strike(detail, home) }),
    });
    try {
      turnOver();
      appendFileSync(file(0), `${line}\n`, { mode: 0o600 });
    } catch {
      return;
    }
  };

  return {
    write,
    bug: (where, problem) => {
      const id = newId();
      write({ level: 'error', code: 'Unexpected', detail: `${id} in ${where}: ${describe(problem)}` });
      return id;
    },
    folder,
    read: () =>
      Array.from({ length: FILES_KEPT }, (_, n) => file(FILES_KEPT - 1 - n))
        .filter((one) => existsSync(one))
        .map((one) => readFileSync(one, 'utf8'))
        .join(''),
  };
};

const describe = (problem: unknown): string =>
  problem instanceof Error ? (problem.stack ?? problem.message) : String(problem);

const strike = (text: string, home: string): string =>
  (home.length > 1 ? text.replaceAll(home, '~') : text).slice(0, 4_000);
