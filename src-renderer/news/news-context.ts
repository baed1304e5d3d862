// What is new for this person, for whoever shows it: dots at journeys, tabs and rows.
import { createContext, useContext, useMemo } from 'react';
import { idOfKey, typeOfId, type RecordId, type RecordKey } from '../../domain/kernel/ids.ts';
import type { News } from '../../domain/news/news.ts';
import { useSlots } from '../ui/slots.ts';
import { openingOf } from '../ui/opening.ts';

export interface NewsNow {
  readonly unread: readonly News[];
  /** Takes everything for seen. */
  readonly allSeen: () => void;
}

export const NewsContext = createContext<NewsNow>({ unread: [], allSeen: () => {} });

export const useNews = (): NewsNow => useContext(NewsContext);

interface NewsPlace {
  readonly tab: string;
  /** What has to be open for it to be seen; null where the tab shows it. */
  readonly record: RecordKey | null;
}

/** Where a piece of news opens. `panels`: types that open beside a list. */
export const placeOf = ({ key, journey, type, parent }: News, panels: ReadonlySet<string>): NewsPlace => {
  const move = openingOf({ key, journey, type }, parent);
  if (move.go !== 'journey') return { tab: '', record: null };
  const { tab = '', record = null } = move;
  const opens = record !== null && (panels.has(typeOfId(idOfKey(record))) || OPENED.has(typeOfId(idOfKey(record))));
  return { tab, record: opens ? record : null };
};

/** Opened by themselves without a panel. */
const OPENED: ReadonlySet<string> = new Set(['photo', 'document', 'decision']);

export const usePanelTypes = (): ReadonlySet<string> => {
  const { panels } = useSlots();
  return useMemo(() => new Set(panels.flatMap(({ types }) => types)), [panels]);
};

export const useUnreadTabs = (journey: RecordId): ReadonlySet<string> => {
  const { unread } = useNews();
  const panels = usePanelTypes();
  return useMemo(
    () => new Set(unread.filter((news) => news.journey === journey).map((news) => placeOf(news, panels).tab)),
    [unread, journey, panels],
  );
};

export const useIsUnreadJourney = (journey: RecordId): boolean =>
  useNews().unread.some((news) => news.journey === journey);

/** Whether something is new of the record itself, or said on it. */
export const useIsUnread = (key: RecordKey): boolean =>
  useNews().unread.some((news) => news.key === key || news.parent === key);
