// Asks a search provider from the sync server, over the network of Node.
import type { Result } from '../../domain/kernel/result.ts';
import type { WebResult } from '../../domain/records/research.ts';
import type { Provider } from '../../domain/research/providers.ts';
import type { Failure } from '../../protocol/failures.ts';
import { askProvider, type Platform } from '../../protocol/research/ask-provider.ts';

export type AskProvider = (text: string) => Promise<Result<readonly WebResult[], Failure>>;

export const createAskProvider =
  (provider: Provider, limit?: number): AskProvider =>
  (text) =>
    askProvider(text, { provider, platform: NODE, ...(limit === undefined ? {} : { limit }) });

const NODE: Platform<AbortSignal> = {
  fetch,
  newEnding: () => new AbortController(),
  newDecoder: () => new TextDecoder(),
  later: (ms, then) => {
    const timer = setTimeout(then, ms);
    // A question that nobody waits for keeps no server from ending.
    timer.unref();
    return () => clearTimeout(timer);
  },
};
