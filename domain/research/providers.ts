// The search providers there are: how each is asked and how its answer is read. Pure: the network is the caller's.
// Sources: https://docs.searxng.org/dev/search_api.html, https://api-dashboard.search.brave.com/app/documentation/web-search/get-started,
// https://docs.tavily.com/documentation/api-reference/endpoint/search
import { z } from 'zod';
import { exhaustive } from '../kernel/exhaustive.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { MOST_RESULTS, webResult, type WebResult } from '../records/research.ts';
import { plainWords } from './plain-words.ts';

export const PROVIDERS = ['searxng', 'brave', 'tavily'] as const;
export const providerName = z.enum(PROVIDERS);
export type ProviderName = z.infer<typeof providerName>;

/** What is written on the door. */
export const PROVIDER_TITLES: Readonly<Record<ProviderName, string>> = {
  searxng: 'SearXNG',
  brave: 'Brave Search',
  tavily: 'Tavily',
};

/** Where each is reached when no address is given; SearXNG is wherever a person runs it. */
export const PROVIDER_ADDRESSES: Readonly<Record<ProviderName, string | null>> = {
  searxng: null,
  brave: 'https://api.search.brave.com',
  tavily: 'https://api.tavily.com',
};

export interface Provider {
  readonly name: ProviderName;
  /** Without a slash at its end. */
  readonly address: string;
  /** '' for SearXNG, which needs none. */
  readonly key: string;
}

export interface ProviderRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What is typed is all that is sent: no place, no language, no name. */
export const providerRequest = ({ name, address, key }: Provider, text: string): ProviderRequest => {
  const accept = { accept: 'application/json' };
  const words = encodeURIComponent(text);
  switch (name) {
    case 'searxng':
      return { method: 'GET', url: `${address}/search?q=${words}&format=json`, headers: accept };
    case 'brave':
      return {
        method: 'GET',
        url: `${address}/res/v1/web/search?q=${words}&count=${MOST_RESULTS}`,
        headers: { ...accept, 'x-subscription-token': key },
      };
    case 'tavily':
      return {
        method: 'POST',
        url: `${address}/search`,
        headers: { ...accept, 'content-type': 'application/json', authorization: `Bearer ${key}` },
        body: JSON.stringify({ query: text, max_results: MOST_RESULTS }),
      };
    default:
      return exhaustive(name);
  }
};

export interface ProviderFailure {
  readonly type: 'ProviderRefused' | 'ProviderBusy' | 'ProviderNonsense' | 'ProviderUnreachable';
}

/** Characters of an answer; twenty results are a fiftieth of it. */
export const MOST_ANSWER = 2_000_000;

/** Reads what came back. A result that makes no sense is left out; an answer that makes none is a failure. */
export const readProviderAnswer = (
  name: ProviderName,
  { status, text }: { readonly status: number; readonly text: string },
): Result<readonly WebResult[], ProviderFailure> => {
  if (status !== 200) return err({ type: failureByStatus(status) });
  const items = itemsOf(name, parseJson(text));
  return items === null ? err({ type: 'ProviderNonsense' }) : ok(distinct(items.flatMap(readResult)));
};

const failureByStatus = (status: number): ProviderFailure['type'] => {
  // Brave answers 422 to a key it does not know; Tavily 432 and 433 when a plan is used up.
  if ([401, 403, 422].includes(status)) return 'ProviderRefused';
  if ([429, 432, 433].includes(status)) return 'ProviderBusy';
  return status >= 500 ? 'ProviderUnreachable' : 'ProviderNonsense';
};

const listed = z.object({ results: z.array(z.unknown()) });
/** Brave leaves `web` out where it found nothing. */
const ofBrave = z.object({ type: z.string().optional(), web: listed.optional() });

const itemsOf = (name: ProviderName, answer: unknown): readonly unknown[] | null => {
  if (name !== 'brave') return listed.safeParse(answer).data?.results ?? null;
  const parsed = ofBrave.safeParse(answer);
  if (!parsed.success || (parsed.data.web === undefined && parsed.data.type !== 'search')) return null;
  return parsed.data.web?.results ?? [];
};

const item = z.object({
  url: z.string().max(2_000),
  title: z.string(),
  content: z.string().nullish(),
  description: z.string().nullish(),
});

const readResult = (raw: unknown): readonly WebResult[] => {
  const read = item.safeParse(raw);
  if (!read.success) return [];
  const { url, title, content, description } = read.data;
  const result = webResult.safeParse({
    url,
    title: plainWords(title, 300) || url.slice(0, 300),
    snippet: plainWords(content ?? description ?? '', 1_000),
  });
  return result.success ? [result.data] : [];
};

const distinct = (results: readonly WebResult[]): readonly WebResult[] =>
  results.filter(({ url }, at) => results.findIndex((other) => other.url === url) === at).slice(0, MOST_RESULTS);

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};
