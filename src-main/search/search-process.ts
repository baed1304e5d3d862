// Keeps the search index in a process of its own, so that neither main nor the page ever waits for SQLite.
import { exhaustive } from '../../domain/kernel/exhaustive.ts';
import { openSearchIndex, type SearchIndex } from './search-index.ts';
import type { FromSearch, SearchAnswer, SearchAsk, ToSearch } from './search-messages.ts';

let index: SearchIndex | null = null;

process.parentPort.on('message', ({ data }: { readonly data: ToSearch }) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a process's port, not a window
  process.parentPort.postMessage({ id: data.id, answer: answerTo(data.ask) } satisfies FromSearch);
});

function answerTo(ask: SearchAsk): SearchAnswer {
  try {
    if (ask.kind === 'open') {
      index?.close();
      index = openSearchIndex(ask.file, ask.key);
      return { kind: 'done' };
    }
    return index === null ? { kind: 'failed', code: 'NotOpen' } : carryOut(index, ask);
  } catch (problem) {
    return { kind: 'failed', code: problem instanceof Error && 'code' in problem ? String(problem.code) : 'Unknown' };
  }
}

function carryOut(on: SearchIndex, ask: Exclude<SearchAsk, { kind: 'open' }>): SearchAnswer {
  switch (ask.kind) {
    case 'put':
      on.put(ask.docs);
      return { kind: 'done' };
    case 'remove':
      on.remove(ask.keys, ask.spaces);
      return { kind: 'done' };
    case 'query':
      return { kind: 'hits', hits: on.query(ask.question) };
    case 'count':
      return { kind: 'count', count: on.count() };
    default:
      return exhaustive(ask);
  }
}
