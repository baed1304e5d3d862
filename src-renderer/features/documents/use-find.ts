// What is looked for in an open paper: where it stands, which place is shown, and the page of the first one as soon as it is known.
import { useMemo, useState } from 'react';
import type { ReadPage } from '../../../domain/records/media.ts';
import { bestOf, findWords, type FoundWord } from '../../media/find-words.ts';

export interface Find {
  readonly looked: string;
  readonly setLooked: (looked: string) => void;
  readonly found: readonly FoundWord[];
  /** Which of them is shown, from 0. */
  readonly at: number;
  readonly next: () => void;
  /** How many times it stands on each page, by page number. */
  readonly byPage: ReadonlyMap<number, number>;
}

const NO_PAGES: readonly ReadPage[] = [];

export const useFind = (
  first: string,
  { pages, toPage }: { readonly pages: readonly ReadPage[] | null; readonly toPage: (number: number) => void },
): Find => {
  const [looked, setLooked] = useState(first);
  const [at, setAt] = useState(0);
  const found = useMemo(() => findWords(pages ?? NO_PAGES, looked), [pages, looked]);
  const byPage = useMemo(() => countByPage(found), [found]);
  const [shownFor, setShownFor] = useState<string | null>(null);
  if (looked !== shownFor && pages !== null) {
    setShownFor(looked);
    const best = bestOf(found);
    setAt(best);
    const there = found[best];
    if (there !== undefined) toPage(there.page);
  }
  const next = (): void => {
    const to = found.length === 0 ? 0 : (at + 1) % found.length;
    setAt(to);
    const there = found[to];
    if (there !== undefined) toPage(there.page);
  };
  return { looked, setLooked, found, at, next, byPage };
};

const countByPage = (found: readonly FoundWord[]): ReadonlyMap<number, number> => {
  const count = new Map<number, number>();
  for (const { page } of found) count.set(page, (count.get(page) ?? 0) + 1);
  return count;
};
