// Asks one search provider: no redirects, a limit on time and size, every failure a code. The network is that of whoever asks, a
// device or the sync server; how a provider is asked and understood is domain/research/providers.ts.
import { err, type Result } from '../../domain/kernel/result.ts';
import type { WebResult } from '../../domain/records/research.ts';
import { MOST_ANSWER, providerRequest, readProviderAnswer, type Provider } from '../../domain/research/providers.ts';
import type { Failure } from '../failures.ts';

/** What each program brings along; nothing here names a global. */
export interface Platform<Signal> {
  readonly fetch: (
    url: string,
    init: {
      readonly method: string;
      readonly headers: Record<string, string>;
      readonly redirect: 'manual';
      /** Nobody's cookies go along. */
      readonly credentials: 'omit';
      readonly signal: Signal;
      readonly body?: string;
    },
  ) => Promise<{ readonly status: number; readonly body: AsyncIterable<Uint8Array> | null }>;
  readonly newEnding: () => { readonly signal: Signal; readonly abort: () => void };
  readonly newDecoder: () => {
    readonly decode: (chunk?: Uint8Array, options?: { readonly stream: boolean }) => string;
  };
  /** Calls back after so many ms; answers how to take it back. */
  readonly later: (ms: number, then: () => void) => () => void;
}

/** Milliseconds for a whole answer. SearXNG waits for the slowest of its engines. */
const LIMIT = 15_000;

export interface Asking<Signal> {
  readonly provider: Provider;
  readonly platform: Platform<Signal>;
  /** Overridden by tests only; ms. */
  readonly limit?: number;
}

export const askProvider = async <Signal>(
  text: string,
  { provider, platform, limit = LIMIT }: Asking<Signal>,
): Promise<Result<readonly WebResult[], Failure>> => {
  const { method, url, headers, body } = providerRequest(provider, text);
  const ending = platform.newEnding();
  const asking = (async (): Promise<Result<readonly WebResult[], Failure>> => {
    const answer = await platform.fetch(url, {
      method,
      headers: { ...headers },
      redirect: 'manual',
      credentials: 'omit',
      signal: ending.signal,
      ...(body === undefined ? {} : { body }),
    });
    const read = await readText(answer.body, platform.newDecoder());
    return read === null
      ? err({ type: 'ProviderNonsense' })
      : readProviderAnswer(provider.name, { status: answer.status, text: read });
  })().catch((): Result<never, Failure> => err({ type: 'ProviderUnreachable' }));
  // Not every network ends a body when it is told to: the person is answered in time all the same.
  const late = Promise.withResolvers<Result<never, Failure>>();
  const cancel = platform.later(limit, () => late.resolve(err({ type: 'ProviderSlow' })));
  const first = await Promise.race([asking, late.promise]);
  cancel();
  ending.abort();
  return first;
};

/** Null for what does not end. One that is cut in the middle throws. */
const readText = async (
  body: AsyncIterable<Uint8Array> | null,
  decoder: ReturnType<Platform<unknown>['newDecoder']>,
): Promise<string | null> => {
  if (body === null) return '';
  let text = '';
  for await (const chunk of body) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > MOST_ANSWER) return null;
  }
  return text + decoder.decode();
};
