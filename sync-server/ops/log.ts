// The server's log: one JSON line an entry, without personal content: route patterns, codes and times, never a body, a name or a code.

export type LogLevel = 'error' | 'warn' | 'info';
export type LogFields = Readonly<Record<string, string | number | boolean>>;

export interface Log {
  readonly write: (level: LogLevel, event: string, fields?: LogFields) => void;
}

const RANK: Readonly<Record<LogLevel, number>> = { error: 0, warn: 1, info: 2 };

/** Writes entries up to `most` to standard error, so that standard output stays for the one line that says it is ready. */
export const createLog = (
  most: LogLevel,
  write: (line: string) => void = (line) => void process.stderr.write(line),
): Log => ({
  write: (level, event, fields = {}) => {
    if (RANK[level] <= RANK[most])
      write(`${JSON.stringify({ at: new Date().toISOString(), level, event, ...fields })}\n`);
  },
});

/** An error as the log may know it: its kind and where it was thrown, not its message, which may quote what someone wrote. */
export const errorToFields = (error: unknown): LogFields => {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const places = (error.stack ?? '')
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, 6)
    .map((line) => line.trim());
  return { error: error.name, code, stack: places.join(' < ') };
};
