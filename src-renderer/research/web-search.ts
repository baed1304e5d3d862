// Asks the web in the way this device was told to: through the sync server, or straight from here. What is typed is all that is sent.
import { siteOf } from '../../domain/research/site.ts';
import { PROVIDER_TITLES } from '../../domain/research/providers.ts';
import { exhaustive } from '../../domain/kernel/exhaustive.ts';
import { err, ok, type Result } from '../../domain/kernel/result.ts';
import type { Failure } from '../../protocol/failures.ts';
import type { Bridge } from '../../protocol/ipc/channels.ts';
import type { ResearchStatus } from '../../protocol/ipc/research.ts';
import { offeredReply, RESEARCH_PATHS, searchReply, type SearchReply } from '../../protocol/research/search.ts';
import type { ServerPort } from '../ports/server.ts';

/** Where a question goes, to be said before it is asked. */
export type Destination =
  | { readonly way: 'off' }
  /** `provider` is '' where the server could not be asked or offers none. */
  | { readonly way: 'server'; readonly provider: string }
  | { readonly way: 'direct'; readonly provider: string; readonly site: string };

export interface WebSearch {
  /** Any part of the window, and the assistant, may ask; the question is 1 to 400 characters. */
  readonly search: (text: string) => Promise<Result<SearchReply, Failure>>;
  readonly destination: () => Promise<Destination>;
}

export interface WebPorts {
  readonly ask: Bridge['ask'];
  readonly server: Pick<ServerPort, 'ask'>;
}

export const createWebSearch = ({ ask, server }: WebPorts): WebSearch => {
  const status = async (): Promise<ResearchStatus | null> => {
    const now = await ask('research.status', {});
    return now.ok ? now.value : null;
  };
  return {
    search: async (text) => {
      const way = (await status())?.way ?? 'off';
      switch (way) {
        case 'direct':
          return ask('research.search', { text });
        case 'server':
          return server.ask({ method: 'POST', path: RESEARCH_PATHS.search, body: { text }, reply: searchReply });
        case 'off':
          return err({ type: 'ResearchOff' });
        default:
          return exhaustive(way);
      }
    },
    destination: async () => {
      const now = await status();
      if (now === null || now.way === 'off') return { way: 'off' };
      if (now.way === 'direct')
        return { way: 'direct', provider: PROVIDER_TITLES[now.provider], site: siteOf(now.address) };
      const offered = await offeredBy(server);
      return { way: 'server', provider: offered.ok && offered.value !== null ? offered.value : '' };
    },
  };
};

/** The name of whom the server asks; null where it asks nobody. */
export const offeredBy = async (server: Pick<ServerPort, 'ask'>): Promise<Result<string | null, Failure>> => {
  const answer = await server.ask({ method: 'GET', path: RESEARCH_PATHS.offered, reply: offeredReply });
  if (!answer.ok) return answer;
  const { provider } = answer.value;
  return ok(provider === null ? null : PROVIDER_TITLES[provider]);
};
