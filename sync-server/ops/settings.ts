// What the server is told when it starts: flags first, then the environment, then defaults.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { err, ok, type Result } from '../../domain/kernel/result.ts';
import type { LogLevel } from './log.ts';

export interface Settings {
  readonly port: number;
  readonly host: string;
  readonly data: string;
  readonly couch: { readonly url: string } | null;
  /** `--restored`: the store was put back from a backup. */
  readonly restored: boolean;
  readonly logLevel: LogLevel;
  /** How long an invitation is good, ms. */
  readonly inviteTtl: number;
}

const WEEK_MS = 7 * 24 * 60 * 60_000;
const HELP =
  'Flags: --port 8787 --host 127.0.0.1 --data FOLDER --restored. Environment: PLUMBLINE_PORT, PLUMBLINE_HOST, PLUMBLINE_DATA, COUCHDB_URL, PLUMBLINE_INVITE_TTL_MS, PLUMBLINE_LOG.';

export const readSettings = (
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Result<Settings, string> => {
  let flags: { readonly port?: string; readonly host?: string; readonly data?: string; readonly restored?: boolean };
  try {
    flags = parseArgs({
      args: [...args],
      options: {
        port: { type: 'string' },
        host: { type: 'string' },
        data: { type: 'string' },
        restored: { type: 'boolean' },
      },
    }).values;
  } catch {
    return err(`The sync server does not understand: ${args.join(' ')}. ${HELP}`);
  }
  const port = Number(flags.port ?? env['PLUMBLINE_PORT'] ?? '8787');
  if (!Number.isInteger(port) || port < 0 || port > 65_535) return err(`A port is a number from 0 to 65535. ${HELP}`);
  const inviteTtl = Number(env['PLUMBLINE_INVITE_TTL_MS'] ?? WEEK_MS);
  if (!Number.isInteger(inviteTtl) || inviteTtl < 0)
    return err(`PLUMBLINE_INVITE_TTL_MS is a whole number of milliseconds. ${HELP}`);
  const couch = env['COUCHDB_URL'] ?? '';
  return ok({
    port,
    host: flags.host ?? env['PLUMBLINE_HOST'] ?? '127.0.0.1',
    data: path.resolve(flags.data ?? env['PLUMBLINE_DATA'] ?? '.plumbline/server'),
    couch: couch === '' ? null : { url: couch },
    restored: flags.restored ?? false,
    logLevel: logLevelOf(env['PLUMBLINE_LOG']),
    inviteTtl,
  });
};

const logLevelOf = (named: string | undefined): LogLevel => (named === 'error' || named === 'info' ? named : 'warn');
