// What is like a paper, a quote or a cost: asked of main's index again whenever it has taken something in.
import { useEffect, useState } from 'react';
import { spaceOfKey, type RecordKey } from '../../domain/kernel/ids.ts';
import type { RelatedHit } from '../../protocol/ipc/channels.ts';
import { useRecords, useStore } from '../data/hooks.ts';
import { onIndexed } from '../data/index-news.ts';
import { desktop } from '../ports/desktop.ts';
import { foreignSamples } from './foreign-samples.ts';

/** After something came into the index. */
const AGAIN_MS = 1_000;

/** The sample is like nothing of one's own, and is alike only within itself. Null until the first answer; none when the index could not be asked. */
export const useRelated = (keys: readonly RecordKey[], limit: number): readonly RelatedHit[] | null => {
  const store = useStore();
  const asked = keys.join(' ');
  const journeys = useRecords({ type: 'journey', trash: 'with' });
  const without = journeys === undefined ? null : foreignSamples(journeys, keys).join(' ');
  const [answer, setAnswer] = useState<{ readonly asked: string; readonly hits: readonly RelatedHit[] } | null>(null);
  useEffect(() => {
    if (without === null) return undefined;
    let late = false;
    const ask = async (): Promise<void> => {
      const related = await desktop().ask('search.related', {
        keys: asked.split(' '),
        limit,
        without: without.split(' ').filter((id) => id !== ''),
      });
      if (late) return;
      const hits = related.ok ? related.value.filter(({ key }) => store.isShown(spaceOfKey(key))) : [];
      setAnswer({ asked, hits });
    };
    void ask();
    // While much comes in, it is not asked at each step.
    let timer: ReturnType<typeof setTimeout> | null = null;
    const unlisten = onIndexed(() => {
      timer ??= setTimeout(() => {
        timer = null;
        void ask();
      }, AGAIN_MS);
    });
    return () => {
      late = true;
      if (timer !== null) clearTimeout(timer);
      unlisten();
    };
  }, [store, asked, limit, without]);
  return answer?.asked === asked ? answer.hits : null;
};
