// Asks a search provider straight from this device: no redirects, a limit on time and size, every failure a code.
import { err, type Result } from '../../domain/kernel/result.ts';
import type { WebResult } from '../../domain/records/research.ts';
import { MOST_ANSWER, providerRequest, readProviderAnswer, type Provider } from '../../domain/research/providers.ts';
import type { Failure } from '../../protocol/failures.ts';
import type { Fetch } from '../session/server-session.ts';

/** Milliseconds for a whole answer. SearXNG waits for the slowest of its engines. */
const LIMIT = 15_000;

export interface Asking {
  readonly fetch: Fetch;
  readonly provider: Provider;
  /** Overridden by tests only; ms. */
  readonly limit?: number;
}

export const askProvider = async (
  text: string,
  { fetch, provider, limit = LIMIT }: Asking,
): Promise<Result<readonly WebResult[], Failure>> => {
  const { method, url, headers, body } = providerRequest(provider, text);
  const ending = new AbortController();
  const asking = (async (): Promise<Result<readonly WebResult[], Failure>> => {
    const answer = await fetch(url, {
      method,
      headers: { ...headers },
      redirect: 'manual',
      credentials: 'omit',
      signal: ending.signal,
      ...(body === undefined ? {} : { body }),
    });
    const read = await readText(answer);
    return read === null
      ? err({ type: 'ProviderNonsense' })
      : readProviderAnswer(provider.name, { status: answer.status, text: read });
  })().catch((): Result<never, Failure> => err({ type: 'ProviderUnreachable' }));
  let timer: NodeJS.Timeout | undefined;
  // Not every network ends a body when it is told to: the person is answered in time all the same.
  const late = new Promise<Result<never, Failure>>((resolve) => {
    timer = setTimeout(() => resolve(err({ type: 'ProviderSlow' })), limit);
  });
  const first = await Promise.race([asking, late]);
  clearTimeout(timer);
  ending.abort();
  return first;
};

/** Null for what does not end. One that is cut in the middle throws. */
const readText = async ({ body }: Response): Promise<string | null> => {
  if (body === null) return '';
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of body) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > MOST_ANSWER) return null;
  }
  return text + decoder.decode();
};
