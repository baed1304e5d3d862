// Tells the desktop what is new while nobody looks at the window; a press on it opens the place.
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { News } from '../../domain/news/news.ts';
import { isToldAloud } from '../../domain/news/news.ts';
import { DEFAULT_CHOICE, planNotices, type Notice, type NoticeChoice } from '../../domain/news/notices.ts';
import { withTold, type Seen } from '../../domain/news/seen.ts';
import { useRecords, useSetting } from '../data/hooks.ts';
import { desktop } from '../ports/desktop.ts';
import { openingOf } from '../ui/opening.ts';
import { usePlace } from '../ui/place-context.ts';
import type { Move } from '../ui/place.ts';
import { usePeople } from '../ui/use-people.ts';

/** More of what was said is read in the window. */
const MOST_TEXT = 140;
/** Presses on older ones bring the window forward, and no more. */
const MOST_KEPT = 50;

export const NOTICES = 'notices';

export const useNotices = (unread: readonly News[], state: Seen, keep: (state: Seen) => void): void => {
  const { t } = useTranslation('news');
  const { nameOf } = usePeople();
  const { go } = usePlace();
  const [choice] = useSetting<NoticeChoice>(NOTICES, DEFAULT_CHOICE);
  const journeys = useRecords({ type: 'journey' });
  // When the clock was looked at again because something waited.
  const [asked, setAsked] = useState(0);
  const shown = useRef<number | null>(null);
  const moves = useRef(new Map<string, Move>());
  const came = useRef<{ readonly ids: string; readonly first: number; readonly last: number } | null>(null);

  useEffect(() => {
    const pending = unread.filter((news) => isToldAloud(news) && !state.told.includes(news.id));
    const now = Math.max(asked, Date.now());
    const ids = pending.map(({ id }) => id).join('\n');
    if (pending.length === 0) came.current = null;
    else if (came.current?.ids !== ids) came.current = { ids, first: came.current?.first ?? now, last: now };
    const { first = now, last = now } = came.current ?? {};
    const clock = new Date();
    const plan = planNotices({
      pending,
      choice,
      now,
      minute: clock.getHours() * 60 + clock.getMinutes(),
      isLooking: document.hasFocus(),
      firstCame: first,
      lastCame: last,
      lastShown: shown.current,
    });
    const nameOfJourney = (id: string): string => journeys?.find((journey) => journey.id === id)?.body.name ?? '';
    const wordsOf = (notice: Notice): { readonly title: string; readonly body: string; readonly move: Move } => {
      if (notice.kind === 'several') {
        const { journey, count } = notice;
        return {
          title: journey === null ? t('several.title') : nameOfJourney(journey),
          body: t('several.body', { count }),
          move: journey === null ? { go: 'screen', screen: 'my-tasks' } : { go: 'journey', journey },
        };
      }
      const { news } = notice;
      return {
        title: t(`one.${news.kind}`, { name: nameOf(news.by), journey: nameOfJourney(news.journey) }),
        body: news.text.slice(0, MOST_TEXT),
        move: openingOf({ key: news.key, journey: news.journey, type: news.type }, news.parent),
      };
    };
    for (const [at, notice] of plan.show.entries()) {
      const { title, body, move } = wordsOf(notice);
      const id = `${now}-${at}`;
      moves.current.set(id, move);
      void desktop().ask('notice.show', { id, title, body });
    }
    for (const old of [...moves.current.keys()].slice(0, -MOST_KEPT)) moves.current.delete(old);
    if (plan.show.length > 0) shown.current = now;
    if (plan.told.length > 0) keep(withTold(state, plan.told));
    if (plan.wait === null) return undefined;
    const timer = setTimeout(() => setAsked(Date.now()), plan.wait);
    return () => clearTimeout(timer);
  }, [unread, state, keep, choice, asked, journeys, nameOf, t]);

  useEffect(
    () =>
      desktop().on('notice.opened', ({ id }) => {
        const move = moves.current.get(id);
        if (move !== undefined) go(move);
      }),
    [go],
  );
};
