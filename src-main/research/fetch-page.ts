// Fetches a web page for the person, and nothing that is not on the public web: every address that a name stands for is checked, and
// the connection goes to a checked address and not to the name, so that a name cannot mean one thing when asked and another when called.
import { lookup } from 'node:dns/promises';
import { request as askHttp, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as askHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';

import { err, ok, type Result } from '../../domain/kernel/result.ts';
import type { Failure } from '../../protocol/failures.ts';
import { readText } from './body-text.ts';
import { hostOf, pageAddress, urlOf } from './page-address.ts';
import { isPublicAddress } from './public-address.ts';

export interface FetchedPage {
  /** Where it was in the end. */
  readonly url: string;
  readonly html: string;
}

export type FetchPage = (url: string) => Promise<Result<FetchedPage, Failure>>;

/** One address a name stands for. */
export interface Target {
  readonly address: string;
  readonly family: number;
  /** Another port than the address names: a test's server. */
  readonly port?: number;
}

export interface PageFetchParts {
  /** All addresses of a name. */
  readonly resolve?: (host: string) => Promise<readonly Target[]>;
  readonly isAllowed?: (target: Target) => boolean;
  readonly limits?: Partial<PageLimits>;
}

export interface PageLimits {
  /** For all of it, redirects included, ms. */
  readonly ms: number;
  /** Of the page, unpacked. */
  readonly bytes: number;
  readonly redirects: number;
}

const LIMITS: PageLimits = { ms: 20_000, bytes: 5 * 1024 * 1024, redirects: 5 };

export const createFetchPage = ({
  resolve = resolveByDns,
  isAllowed = ({ address }) => isPublicAddress(address),
  limits = {},
}: PageFetchParts = {}): FetchPage => {
  const { ms, bytes, redirects } = { ...LIMITS, ...limits };

  /** Refused as soon as one of its addresses is not allowed: an honest name has none. */
  const targetsOf = async (url: URL, signal: AbortSignal): Promise<Result<readonly Target[], Failure>> => {
    const host = hostOf(url);
    const family = isIP(host);
    const targets = family === 0 ? await Promise.race([resolve(host), endOf(signal)]) : [{ address: host, family }];
    if (targets.length === 0) return err({ type: 'PageUnreachable' });
    return targets.every(isAllowed) ? ok(targets) : err({ type: 'PageRefused' });
  };

  const follow = async (typed: string, left: number, signal: AbortSignal): Promise<Result<FetchedPage, Failure>> => {
    const url = pageAddress(typed);
    if (url === null) return err({ type: 'PageRefused' });
    const targets = await targetsOf(url, signal);
    if (!targets.ok) return targets;
    const answer = await call(url, targets.value, signal);
    const onward = redirectOf(answer, url);
    if (onward !== null) {
      answer.destroy();
      return left === 0 ? err({ type: 'PageUnreachable' }) : follow(onward, left - 1, signal);
    }
    const unfit = whyNot(answer);
    if (unfit !== null) {
      answer.destroy();
      return err(unfit);
    }
    const html = await readText(answer, bytes);
    return html === null ? err({ type: 'PageTooLarge' }) : ok({ url: url.href, html });
  };

  return (url) => follow(url, redirects, AbortSignal.timeout(ms)).catch(() => err({ type: 'PageUnreachable' }));
};

/** Rejects when the time is up: the system looks a name up for as long as it likes. */
const endOf = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    const end = (): void => reject(new Error('the time is up'));
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });

export const resolveByDns = async (host: string): Promise<readonly Target[]> => lookup(host, { all: true });

/** Says what asks, and nothing of who: no cookie, no place it came from. */
const HEADERS = {
  'user-agent': 'Mozilla/5.0 (compatible; Plumbline/0.1)',
  accept: 'text/html,application/xhtml+xml',
  'accept-encoding': 'gzip, deflate, br',
} as const;

const call = (url: URL, targets: readonly Target[], signal: AbortSignal): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const ask = url.protocol === 'https:' ? askHttps : askHttp;
    const port = targets[0]?.port ?? url.port;
    const options: RequestOptions = {
      hostname: hostOf(url),
      ...(port === '' ? {} : { port }),
      path: `${url.pathname}${url.search}`,
      headers: { ...HEADERS, host: url.host },
      // A connection of its own: one that is kept would be used for a name that was not asked again.
      agent: false,
      lookup: toTargets(targets),
      signal,
    };
    const request = ask(options, resolve);
    request.once('error', reject);
    request.end();
  });

/** In place of a second look-up: the addresses that were checked. */
const toTargets =
  (targets: readonly Target[]): LookupFunction =>
  (_host, { all }, answer) => {
    const [first] = targets;
    if (all === true) answer(null, [...targets]);
    else answer(null, first?.address ?? '', first?.family ?? 4);
  };

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

const redirectOf = ({ statusCode = 0, headers }: IncomingMessage, from: URL): string | null =>
  REDIRECTS.has(statusCode) ? (urlOf(headers.location ?? '', from)?.href ?? '') : null;

const PAGES = /^(?:text\/html|application\/xhtml\+xml)\s*(?:;|$)/i;

const whyNot = ({ statusCode = 0, headers }: IncomingMessage): Failure | null => {
  if (statusCode === 429 || statusCode >= 500) return { type: 'PageUnreachable' };
  if (statusCode !== 200) return { type: 'PageGone' };
  return PAGES.test(headers['content-type'] ?? '') ? null : { type: 'PageNoText' };
};
