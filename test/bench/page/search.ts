// The search as the window drives it: its own feed, its own reading of what is typed, main's index behind it.
import { parseQuestion } from '../../../domain/search/question.ts';
import type { OpenStore } from '../../../src-renderer/data/open-store.ts';
import { startSearchFeed, type SearchFeed } from '../../../src-renderer/data/search-feed.ts';
import { filtersOf } from '../../../src-renderer/features/search/filters-of.ts';
import { desktop } from '../../../src-renderer/ports/desktop.ts';
import { paperWords, searchQuestions } from '../library.ts';
import { paperRecords } from './papers.ts';

export interface SearchTime {
  readonly name: string;
  readonly ms: number;
  readonly found: number;
}

export interface SearchBench {
  /** Documents of so many words, each with the text that was read from it. */
  readonly addPapers: (count: number, words: number) => Promise<void>;
  /** From an empty index until everything is in it, ms. */
  readonly build: () => Promise<number>;
  /** The first question of a fresh process: started, opened, asked, ms. */
  readonly load: () => Promise<number>;
  /** Until the words that slips are compared with have been taken in, as they are when nobody asks anything for a moment. */
  readonly rest: (ms: number) => Promise<void>;
  readonly ask: (runs: number, words: number) => Promise<readonly SearchTime[]>;
  /** Each: a paper's text is written anew, then until the index has it, without the feed's wait for more, ms. */
  readonly update: (runs: number, words: number) => Promise<readonly number[]>;
}

/** As many hits as the search screen asks for. */
const MOST_HITS = 100;
/** Rows a write. */
const BATCH = 50;

export const createSearchBench = (store: OpenStore): SearchBench => {
  let feed: SearchFeed | null = null;
  const started = (): SearchFeed => (feed ??= startSearchFeed(store, desktop().ask));

  const ask = async (typed: string): Promise<number> => {
    const question = parseQuestion(typed.trim(), '2026-11-26');
    const filters = await filtersOf(question, store);
    const answer = await desktop().ask('search.query', {
      text: typed.endsWith(' ') ? `${question.text} ` : question.text,
      journey: null,
      ...(filters === null ? {} : { filters }),
      limit: MOST_HITS,
    });
    if (!answer.ok) throw new Error(answer.error.type);
    return answer.value.length;
  };

  return {
    addPapers: async (count, words) => {
      const [journey] = await store.find({ type: 'journey' });
      if (journey === undefined) throw new Error('no journey to put papers into');
      for (let at = 0; at < count; at += BATCH) {
        const records = Array.from({ length: Math.min(BATCH, count - at) }, (_, n) =>
          paperRecords(store, journey, paperWords(at + n, words)),
        ).flat();
        const written = await store.commitRows(records.map((after) => ({ before: null, after, removed: false })));
        if (!written.ok) throw new Error(written.error.type);
      }
    },
    build: async () => {
      const from = performance.now();
      await started().settled();
      return performance.now() - from;
    },
    load: async () => {
      const from = performance.now();
      await ask('tile');
      return performance.now() - from;
    },
    rest: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    ask: async (runs, words) => {
      const times: SearchTime[] = [];
      for (const { name, typed } of searchQuestions(runs, words)) {
        const from = performance.now();
        const found = await ask(typed);
        times.push({ name, ms: performance.now() - from, found });
      }
      return times;
    },
    update: async (runs, words) => {
      const running = started();
      await running.settled();
      const readings = await store.find({
        type: 'reading',
        journey: (await store.find({ type: 'journey' }))[0]?.id ?? '',
      });
      const times: number[] = [];
      for (const before of readings.slice(-runs)) {
        const text = paperWords(1_000_000 + times.length, words).join(' ');
        const pages = before.body.pages.map((page, at) => (at === 0 ? { ...page, text } : page));
        const after = { ...before, stamp: store.mint(), body: { ...before.body, pages } };
        const written = await store.commitRows([{ before, after, removed: false }]);
        if (!written.ok) throw new Error(written.error.type);
        const from = performance.now();
        await running.settled();
        times.push(performance.now() - from);
      }
      return times;
    },
  };
};
