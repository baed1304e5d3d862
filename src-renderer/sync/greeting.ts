// Greets the server: whether both speak alike, which spaces there are, and the mark that tells a store put back from a backup.
import type { Failure } from '../../protocol/failures.ts';
import { helloReply, storeMark, type HelloReply } from '../../protocol/sync/hello.ts';
import type { Spoken } from '../../protocol/version.ts';
import type { OpenStore } from '../data/open-store.ts';
import type { ServerPort } from '../ports/server.ts';

export interface Greeting {
  readonly hello: () => Promise<HelloReply | Failure>;
  /** Keeps a mark that came along with something else. */
  readonly keepMark: (mark: string | undefined) => void;
}

interface GreetingOptions {
  readonly server: Pick<ServerPort, 'ask'>;
  readonly settings: OpenStore['settings'];
  readonly spoken: Spoken;
}

/** Setting: the newest mark that a server gave this device. */
const MARK = 'storeMark';

export const createGreeting = ({ server, settings, spoken }: GreetingOptions): Greeting => {
  const keepMark = (mark: string | undefined): void => {
    if (mark !== undefined && mark !== settings.get(MARK)) void settings.set(MARK, mark);
  };
  return {
    hello: async () => {
      const mark = storeMark.safeParse(settings.get(MARK));
      const query = new URLSearchParams({
        protocol: String(spoken.version),
        ...(mark.success ? { mark: mark.data } : {}),
      });
      const reply = await server.ask({ method: 'GET', path: `/sync/hello?${query}`, reply: helloReply });
      if (!reply.ok) return reply.error;
      if (reply.value.oldest > spoken.version) return { type: 'UpdateNeeded' };
      if (reply.value.protocol < spoken.oldest) return { type: 'ServerOutdated' };
      keepMark(reply.value.mark);
      return reply.value;
    },
    keepMark,
  };
};
