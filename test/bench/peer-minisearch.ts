// The peer of `bench search`: MiniSearch with the same papers and the same words looked for, in this process, with nothing around it.
import MiniSearch from 'minisearch';
import { paperWords, searchQuestions } from './library.ts';

export interface MiniSearchFigures {
  readonly buildMs: number;
  readonly times: readonly number[];
}

/** It has no snippets, no filters of this kind and no file; what it is asked is its ranked list. */
export const measureMiniSearch = ({
  papers,
  words,
  runs,
}: {
  readonly papers: number;
  readonly words: number;
  readonly runs: number;
}): MiniSearchFigures => {
  const mini = new MiniSearch<{ id: number; title: string; text: string }>({ fields: ['title', 'text'] });
  let buildMs = 0;
  for (let id = 0; id < papers; id += 1) {
    const said = paperWords(id, words);
    const paper = { id, title: said.slice(0, 4).join(' '), text: said.join(' ') };
    const from = performance.now();
    mini.add(paper);
    buildMs += performance.now() - from;
  }
  const times = searchQuestions(runs, words)
    .filter(({ name }) => name !== 'filters')
    .map(({ name, typed }) => {
      const from = performance.now();
      mini.search(typed, {
        prefix: name === 'prefix',
        fuzzy: name === 'typo' ? 0.2 : false,
        combineWith: 'AND',
        boost: { title: 5 },
      });
      return performance.now() - from;
    });
  return { buildMs, times };
};
