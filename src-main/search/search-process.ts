// Keeps the search index in a process of its own, so that neither main nor the page ever waits for SQLite.
import { exhaustive } from '../../domain/kernel/exhaustive.ts';
import { removeIndexFile } from './index-file.ts';
import { openSearchIndex, type SearchIndex } from './search-index.ts';
import type { FromSearch, SearchAnswer, SearchAsk, ToSearch } from './search-messages.ts';

/** How long nothing must be asked before what can wait is done, ms. */
const IDLE_MS = 1_000;

type Opening = Extract<SearchAsk, { kind: 'open' }>;
let opening: Opening | null = null;
let index: SearchIndex | null = null;
let idle: ReturnType<typeof setTimeout> | undefined;

process.parentPort.on('message', ({ data }: { readonly data: ToSearch }) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a process's port, not a window
  process.parentPort.postMessage({ id: data.id, answer: answerTo(data.ask) } satisfies FromSearch);
  clearTimeout(idle);
  idle = setTimeout(whenIdle, IDLE_MS);
});

function answerTo(ask: SearchAsk): SearchAnswer {
  try {
    if (ask.kind === 'open') {
      index?.close();
      opening = ask;
      index = openSearchIndex(ask.file, ask.key);
      return { kind: 'done' };
    }
    return index === null ? { kind: 'failed', code: 'NotOpen' } : carryOut(index, ask);
  } catch (problem) {
    return { kind: 'failed', code: failed(problem) };
  }
}

/** SQLite's code. A broken index is made anew, empty: whoever asks for its count sees that it has to be filled. */
function failed(problem: unknown): string {
  const code = problem instanceof Error && 'code' in problem ? String(problem.code) : 'Unknown';
  if (/^SQLITE_(?:CORRUPT|NOTADB)/.test(code)) anew();
  return code;
}

function anew(): void {
  if (opening === null) return;
  try {
    index?.close();
  } catch {
    // It is thrown away.
  }
  removeIndexFile(opening.file);
  index = openSearchIndex(opening.file, opening.key);
}

function carryOut(on: SearchIndex, ask: Exclude<SearchAsk, { kind: 'open' }>): SearchAnswer {
  switch (ask.kind) {
    case 'put':
      on.put(ask.docs);
      return { kind: 'done' };
    case 'remove':
      on.remove(ask.gone);
      return { kind: 'done' };
    case 'clear':
      anew();
      return { kind: 'done' };
    case 'query':
      return { kind: 'hits', hits: on.query(ask.question) };
    case 'related':
      return { kind: 'related', hits: on.related(ask.keys, ask.limit, ask.without) };
    case 'count':
      return { kind: 'count', count: on.count() };
    default:
      return exhaustive(ask);
  }
}

/** In small pieces, so that whoever asks meanwhile waits for one of them at most; writing it anew is one large piece, and rare. */
function whenIdle(): void {
  try {
    if (index?.mustScrub() === true) index.scrub();
    if (index?.warm() === true) idle = setTimeout(whenIdle, 0);
  } catch (problem) {
    failed(problem);
  }
}
