// Asks one search provider over the network: no redirects, a limit on time and size, every failure a code.
import { setTimeout as sleep } from 'node:timers/promises';
import { err, type Result } from '../../domain/kernel/result.ts';
import type { WebResult } from '../../domain/records/research.ts';
import { MOST_ANSWER, providerRequest, readProviderAnswer, type Provider } from '../../domain/research/providers.ts';
import type { Failure } from '../../protocol/failures.ts';

/** Milliseconds for a whole answer. SearXNG waits for the slowest of its engines. */
const LIMIT = 15_000;

export type AskProvider = (text: string) => Promise<Result<readonly WebResult[], Failure>>;

export const createAskProvider =
  (provider: Provider, limit = LIMIT): AskProvider =>
  async (text) => {
    const { method, url, headers, body } = providerRequest(provider, text);
    const ending = new AbortController();
    const late = sleep(limit, 'late' as const, { ref: false, signal: ending.signal }).catch(() => 'late' as const);
    const asking = (async (): Promise<Result<readonly WebResult[], Failure>> => {
      const answer = await fetch(url, {
        method,
        headers: { ...headers },
        redirect: 'manual',
        signal: ending.signal,
        ...(body === undefined ? {} : { body }),
      });
      const read = await readText(answer);
      return read === null
        ? err({ type: 'ProviderNonsense' })
        : readProviderAnswer(provider.name, { status: answer.status, text: read });
    })().catch((): Result<never, Failure> => err({ type: 'ProviderUnreachable' }));
    const first = await Promise.race([asking, late]);
    ending.abort();
    return first === 'late' ? err({ type: 'ProviderSlow' }) : first;
  };

/** Null for what does not end. One that is cut in the middle throws. */
const readText = async ({ body }: Response): Promise<string | null> => {
  if (body === null) return '';
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > MOST_ANSWER) return null;
  }
  return text + decoder.decode();
};
