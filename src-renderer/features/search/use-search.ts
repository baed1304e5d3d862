// Asks main's index as one types; an answer that comes after a later question is dropped.
import { useEffect, useState } from 'react';
import { spaceOfKey, type RecordId } from '../../../domain/kernel/ids.ts';
import { parseQuestion } from '../../../domain/search/question.ts';
import type { Failure } from '../../../protocol/failures.ts';
import type { SearchHit } from '../../../protocol/ipc/channels.ts';
import { useStore } from '../../data/hooks.ts';
import { desktop } from '../../ports/desktop.ts';
import { today } from '../../ui/dates.ts';
import { filtersOf } from './filters-of.ts';
import { onIndexed } from '../../data/index-news.ts';

const PAUSE_MS = 80;
/** A space may be locked or opened meanwhile. */
const AGAIN_MS = 5_000;
const MOST = 100;
/** As many as the index takes; the field takes no more. */
export const MOST_LETTERS = 500;

export interface Found {
  /** Null until the first answer; an earlier answer stays until the next one. */
  readonly hits: readonly SearchHit[] | null;
  readonly failure: Failure | null;
}

const NOTHING: Found = { hits: null, failure: null };

export const useSearch = (text: string, journey: RecordId | null): Found => {
  const store = useStore();
  const [found, setFound] = useState<Found>(NOTHING);
  const question = text.trim();
  useEffect(() => {
    let late = false;
    const ask = async (): Promise<void> => {
      const parsed = parseQuestion(question, today());
      const filters = await filtersOf(parsed, store);
      if (late) return;
      const answer = await desktop().ask('search.query', {
        text: parsed.text.slice(0, MOST_LETTERS),
        journey,
        ...(filters === null ? {} : { filters }),
        limit: MOST,
      });
      if (late) return;
      if (!answer.ok) setFound({ hits: null, failure: answer.error });
      else setFound({ hits: answer.value.filter(({ key }) => store.isShown(spaceOfKey(key))), failure: null });
    };
    if (question === '') return undefined;
    const timer = setTimeout(() => {
      void ask();
    }, PAUSE_MS);
    // What is being read right now can be found a moment later, without typing again.
    const unlisten = onIndexed(() => void ask());
    const again = setInterval(() => void ask(), AGAIN_MS);
    return () => {
      late = true;
      unlisten();
      clearInterval(again);
      clearTimeout(timer);
    };
  }, [question, journey, store]);
  return question === '' ? NOTHING : found;
};
