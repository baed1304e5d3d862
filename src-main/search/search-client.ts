// Main's side of the search: opens the index once the vault is open, and starts its process again if it dies.
import { err, ok, type Result } from '../../domain/kernel/result.ts';
import type { RelatedHit, SearchDoc, SearchHit } from '../../protocol/ipc/channels.ts';
import type { Failure } from '../../protocol/failures.ts';
import type { Log } from '../log/log.ts';
import type { Fork, Link } from '../processes/link.ts';
import type { Gone } from './search-index.ts';
import type { FromSearch, IndexQuestion, SearchAnswer, SearchAsk, ToSearch } from './search-messages.ts';

export interface SearchClient {
  readonly put: (docs: readonly SearchDoc[]) => Promise<Result<null, Failure>>;
  readonly remove: (gone: Gone) => Promise<Result<null, Failure>>;
  /** Forgets everything, to be filled anew. */
  readonly clear: () => Promise<Result<null, Failure>>;
  readonly query: (question: IndexQuestion) => Promise<Result<SearchHit[], Failure>>;
  readonly related: (
    keys: readonly string[],
    limit: number,
    without: readonly string[],
  ) => Promise<Result<RelatedHit[], Failure>>;
  readonly count: () => Promise<Result<number, Failure>>;
}

export interface SearchParts {
  readonly fork: Fork;
  readonly file: string;
  readonly key: () => Result<Buffer | null, Failure>;
  readonly log: Log;
}

export const createSearchClient = ({ fork, file, key, log }: SearchParts): SearchClient => {
  const pending = new Map<number, (answer: SearchAnswer) => void>();
  let link: Link | null = null;
  let lastId = 0;

  const start = (sealing: Buffer | null): Link => {
    const started = fork({
      message: (message) => {
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- both ends are of one build
        const { id, answer } = message as FromSearch;
        pending.get(id)?.(answer);
        pending.delete(id);
      },
      exit: () => {
        link = null;
        for (const answer of pending.values()) answer({ kind: 'failed', code: 'ProcessEnded' });
        pending.clear();
      },
    });
    link = started;
    // Messages are answered in order, so nothing needs to wait for this one.
    post(started, { kind: 'open', file, key: sealing === null ? null : new Uint8Array(sealing) }, () => undefined);
    return started;
  };

  const post = (to: Link, ask: SearchAsk, answer: (answer: SearchAnswer) => void): void => {
    const id = ++lastId;
    pending.set(id, answer);
    to.post({ id, ask } satisfies ToSearch);
  };

  const ask = async <T>(question: SearchAsk, read: (answer: SearchAnswer) => T | null): Promise<Result<T, Failure>> => {
    const opening = key();
    if (!opening.ok) return opening;
    const answer = await new Promise<SearchAnswer>((resolve) => post(link ?? start(opening.value), question, resolve));
    if (answer.kind === 'failed') {
      log.write({ level: 'error', code: 'SearchFailed', detail: `${question.kind} ${answer.code}` });
      return err({ type: answer.code === 'SQLITE_FULL' ? 'DiskFull' : 'StorageFailed', detail: answer.code });
    }
    const value = read(answer);
    return value === null ? err({ type: 'StorageFailed' }) : ok(value);
  };

  const done = async (question: SearchAsk): Promise<Result<null, Failure>> => {
    const answer = await ask(question, ({ kind }) => (kind === 'done' ? true : null));
    return answer.ok ? ok(null) : answer;
  };

  return {
    put: (docs) => done({ kind: 'put', docs }),
    remove: (gone) => done({ kind: 'remove', gone }),
    clear: () => done({ kind: 'clear' }),
    query: (question) =>
      ask({ kind: 'query', question }, (answer) => (answer.kind === 'hits' ? [...answer.hits] : null)),
    related: (keys, limit, without) =>
      ask({ kind: 'related', keys, limit, without }, (answer) => (answer.kind === 'related' ? [...answer.hits] : null)),
    count: () => ask({ kind: 'count' }, (answer) => (answer.kind === 'count' ? answer.count : null)),
  };
};
