// Watches what is new for this person, keeps what they have seen of it on this device, and tells the desktop.
import { useCallback, useEffect, useMemo, useRef, useState, type ReactElement, type ReactNode } from 'react';
import type { RecordId } from '../../domain/kernel/ids.ts';
import type { News } from '../../domain/news/news.ts';
import { isUnread, kept, NOTHING_SEEN, withSeen, type Seen } from '../../domain/news/seen.ts';
import type { RecordOf } from '../../domain/records/registry.ts';
import { useRecords, useSetting } from '../data/hooks.ts';
import { usePlace } from '../ui/place-context.ts';
import { journeyPlace } from '../ui/place.ts';
import { NewsContext, placeOf, usePanelTypes } from './news-context.ts';
import { useJourneyNews } from './use-journey-news.ts';
import { useNotices } from './use-notices.ts';

/** Where one has been for so long, one has seen what is new there, ms. */
const LOOKED_MS = 700;

export const NewsProvider = ({ children }: { readonly children: ReactNode }): ReactElement => {
  const journeys = useRecords({ type: 'journey' });
  const active = useMemo(() => (journeys ?? []).filter(({ body }) => body.state === 'active'), [journeys]);
  const [byJourney, setByJourney] = useState<ReadonlyMap<RecordId, readonly News[]>>(new Map());
  const [began] = useState(Date.now);
  const [state, keep] = useSetting<Seen>('news', NOTHING_SEEN);
  const tell = useCallback(
    (journey: RecordId, news: readonly News[] | null) =>
      setByJourney((known) => {
        const next = new Map(known);
        if (news === null) next.delete(journey);
        else next.set(journey, news);
        return next;
      }),
    [],
  );
  const all = useMemo(() => [...byJourney.values()].flat(), [byJourney]);
  const isWhole = journeys !== undefined && active.every(({ id }) => byJourney.has(id));
  useEffect(() => {
    // What is not read yet would look gone, and be news once more.
    if (!isWhole) return;
    const next = kept(state, { journeys: active.map(({ id }) => id), news: all, now: Date.now() });
    if (next !== state) keep(next);
  }, [isWhole, active, all, state, keep]);
  const unread = useMemo(() => all.filter((news) => isUnread(news, state, began)), [all, state, began]);
  useSeenByPlace(
    unread,
    useCallback((ids) => keep(withSeen(state, ids)), [keep, state]),
  );
  useNotices(unread, state, keep);
  const now = useMemo(
    () => ({
      unread,
      allSeen: () =>
        keep(
          withSeen(
            state,
            unread.map(({ id }) => id),
          ),
        ),
    }),
    [unread, keep, state],
  );
  return (
    <NewsContext value={now}>
      {active.map((journey) => (
        <OfJourney key={journey.id} journey={journey} tell={tell} />
      ))}
      {children}
    </NewsContext>
  );
};

interface OfJourneyProps {
  readonly journey: RecordOf<'journey'>;
  readonly tell: (journey: RecordId, news: readonly News[] | null) => void;
}

const OfJourney = ({ journey, tell }: OfJourneyProps): null => {
  const news = useJourneyNews(journey);
  const { id } = journey;
  useEffect(() => {
    if (news !== null) tell(id, news);
  }, [id, news, tell]);
  useEffect(() => () => tell(id, null), [id, tell]);
  return null;
};

/** Who is where something new is shown, and has the window in front of them, has seen it. */
const useSeenByPlace = (unread: readonly News[], see: (ids: readonly string[]) => void): void => {
  const { place } = usePlace();
  const panels = usePanelTypes();
  const [looks, setLooks] = useState(() => document.hasFocus());
  useEffect(() => {
    const look = (): void => setLooks(document.hasFocus());
    window.addEventListener('focus', look);
    window.addEventListener('blur', look);
    return () => {
      window.removeEventListener('focus', look);
      window.removeEventListener('blur', look);
    };
  }, []);
  const here = place.screen === 'journey' && looks ? place.journey : null;
  const { tab, record } = here === null ? { tab: '', record: null } : journeyPlace(place, here);
  const ids = useMemo(
    () =>
      unread
        .filter((news) => {
          const at = placeOf(news, panels);
          return news.journey === here && at.tab === tab && (at.record === null || at.record === record);
        })
        .map(({ id }) => id),
    [unread, here, tab, record, panels],
  );
  const latest = useRef(see);
  useEffect(() => {
    latest.current = see;
  });
  useEffect(() => {
    if (ids.length === 0) return undefined;
    const timer = setTimeout(() => latest.current(ids), LOOKED_MS);
    return () => clearTimeout(timer);
  }, [ids]);
};
