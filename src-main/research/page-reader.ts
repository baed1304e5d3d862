// Looks at a web page for the person: fetches it under guard, and has it read in a process of its own.
import { err, ok, type Result } from '../../domain/kernel/result.ts';
import type { Failure } from '../../protocol/failures.ts';
import type { LookedPage } from '../../protocol/ipc/research.ts';
import type { Log } from '../log/log.ts';
import { createJobLine } from '../processes/job-line.ts';
import type { Fork } from '../processes/link.ts';
import type { FetchPage } from './fetch-page.ts';
import { pageRead, type FromPageReader, type ToPageReader } from './page-messages.ts';

/** Milliseconds for one page. */
const LIMIT = 15_000;

export interface PageReader {
  readonly look: (url: string) => Promise<Result<LookedPage, Failure>>;
}

export interface PageReaderParts {
  readonly fetchPage: FetchPage;
  readonly fork: Fork;
  readonly log: Log;
  /** Overridden by tests only; ms. */
  readonly limit?: number;
}

export const createPageReader = ({ fetchPage, fork, log, limit = LIMIT }: PageReaderParts): PageReader => {
  const line = createJobLine<Omit<ToPageReader, 'job'>, FromPageReader>({ fork, limit });

  /** The log learns that a page could not be read, and not which. */
  const failed = (failure: Failure, reason: string): Result<never, Failure> => {
    log.write({ level: 'warn', code: failure.type, detail: `page ${reason}`.slice(0, 300) });
    return err(failure);
  };

  return {
    look: async (url) => {
      const fetched = await fetchPage(url);
      if (!fetched.ok) return fetched;
      const answer = await line.ask(fetched.value);
      if (answer === 'late') return failed({ type: 'PageNoText' }, 'took too long');
      if (answer === 'ended') return failed({ type: 'PageNoText' }, 'the process ended');
      if (answer.kind === 'refused') return failed({ type: 'PageNoText' }, answer.reason);
      const parsed = pageRead.safeParse(answer);
      return parsed.success
        ? ok({ url: fetched.value.url, ...parsed.data })
        : failed({ type: 'PageNoText' }, 'made no sense');
    },
  };
};
