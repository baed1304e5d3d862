// Asks a search provider straight from this device, over the network of Electron.
import type { Result } from '../../domain/kernel/result.ts';
import type { WebResult } from '../../domain/records/research.ts';
import type { Provider } from '../../domain/research/providers.ts';
import type { Failure } from '../../protocol/failures.ts';
import { askProvider as askWith } from '../../protocol/research/ask-provider.ts';
import type { Fetch } from '../session/server-session.ts';

export interface Asking {
  readonly fetch: Fetch;
  readonly provider: Provider;
  /** Overridden by tests only; ms. */
  readonly limit?: number;
}

export const askProvider = (
  text: string,
  { fetch, ...asking }: Asking,
): Promise<Result<readonly WebResult[], Failure>> =>
  askWith(text, {
    ...asking,
    platform: {
      fetch,
      newEnding: () => new AbortController(),
      newDecoder: () => new TextDecoder(),
      later: (ms, then) => {
        const timer = setTimeout(then, ms);
        return () => clearTimeout(timer);
      },
    },
  });
