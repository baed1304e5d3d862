// What the server is told when it starts: flags first, then the environment, then defaults.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { err, ok, type Result } from '../../domain/kernel/result.ts';
import { PROVIDER_ADDRESSES, providerName, type Provider } from '../../domain/research/providers.ts';
import { readTrustedProxies, type TrustedProxies } from '../http/trusted-proxies.ts';
import type { LogLevel } from './log.ts';

export interface Settings {
  readonly port: number;
  readonly host: string;
  readonly data: string;
  readonly couch: { readonly url: string } | null;
  /** A Redis that several servers share; null without one. */
  readonly redis: string | null;
  /** `--restored`: the store was put back from a backup. */
  readonly restored: boolean;
  readonly logLevel: LogLevel;
  /** How long an invitation is good, ms. */
  readonly inviteTtl: number;
  /** Whose word on a caller's address is believed; null: nobody's, the address is that of the connection. */
  readonly trustProxy: TrustedProxies | null;
  /** Whom people's questions to the web are put to; null for nobody. */
  readonly provider: Provider | null;
}

/** `migrate --to URL [--data FOLDER]`: the embedded store in the folder goes to the CouchDB. */
export interface Migration {
  readonly to: string;
  readonly data: string;
}

const WEEK_MS = 7 * 24 * 60 * 60_000;
const HELP =
  'Flags: --port 8787 --host 127.0.0.1 --data FOLDER --restored. Environment: PLUMBLINE_PORT, PLUMBLINE_HOST, PLUMBLINE_DATA, COUCHDB_URL, REDIS_URL, PLUMBLINE_INVITE_TTL_MS, PLUMBLINE_TRUST_PROXY, PLUMBLINE_RESEARCH, PLUMBLINE_RESEARCH_URL, PLUMBLINE_RESEARCH_KEY, PLUMBLINE_LOG.';

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
  const trustProxy = readTrustedProxies(env['PLUMBLINE_TRUST_PROXY'] ?? '');
  if (!trustProxy.ok)
    return err(`PLUMBLINE_TRUST_PROXY is a number of proxies from 1 to 10, or their addresses with commas. ${HELP}`);
  const provider = readProvider(env);
  if (!provider.ok) return err(`${provider.error} ${HELP}`);
  const couch = env['COUCHDB_URL'] ?? '';
  const redis = env['REDIS_URL'] ?? '';
  if (redis !== '' && !/^rediss?:$/.test(URL.parse(redis)?.protocol ?? ''))
    return err(`REDIS_URL is an address like redis://name:password@host:6379. ${HELP}`);
  return ok({
    port,
    host: flags.host ?? env['PLUMBLINE_HOST'] ?? '127.0.0.1',
    data: folderOf(flags.data, env),
    couch: couch === '' ? null : { url: couch },
    redis: redis === '' ? null : redis,
    restored: flags.restored ?? false,
    logLevel: logLevelOf(env['PLUMBLINE_LOG']),
    inviteTtl,
    trustProxy: trustProxy.value,
    provider: provider.value,
  });
};

const MIGRATE_HELP =
  'Say where to: migrate --to http://name:password@host:5984 [--data FOLDER]. Without --to it is COUCHDB_URL.';

/** COUCHDB_URL in place of the flag keeps the password out of the list of processes. */
export const readMigration = (
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Result<Migration, string> => {
  try {
    const { values } = parseArgs({ args: [...args], options: { to: { type: 'string' }, data: { type: 'string' } } });
    const to = values.to ?? env['COUCHDB_URL'] ?? '';
    if (!URL.canParse(to)) return err(MIGRATE_HELP);
    return ok({ to, data: folderOf(values.data, env) });
  } catch {
    return err(MIGRATE_HELP);
  }
};

const readProvider = (env: Readonly<Record<string, string | undefined>>): Result<Provider | null, string> => {
  const named = env['PLUMBLINE_RESEARCH'] ?? '';
  if (named === '') return ok(null);
  const name = providerName.safeParse(named);
  if (!name.success) return err('PLUMBLINE_RESEARCH is searxng, brave or tavily.');
  const address = (env['PLUMBLINE_RESEARCH_URL'] ?? PROVIDER_ADDRESSES[name.data] ?? '').replace(/\/+$/, '');
  if (!/^https?:$/.test(URL.parse(address)?.protocol ?? ''))
    return err('PLUMBLINE_RESEARCH_URL is the address of the search provider, such as http://searxng:8080.');
  const key = env['PLUMBLINE_RESEARCH_KEY'] ?? '';
  if (key === '' && name.data !== 'searxng') return err(`PLUMBLINE_RESEARCH_KEY is the key for ${name.data}.`);
  return ok({ name: name.data, address, key });
};

const folderOf = (flag: string | undefined, env: Readonly<Record<string, string | undefined>>): string =>
  path.resolve(flag ?? env['PLUMBLINE_DATA'] ?? '.plumbline/server');

const logLevelOf = (named: string | undefined): LogLevel => (named === 'error' || named === 'info' ? named : 'warn');
