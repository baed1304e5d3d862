// What a person has seen on this device: kept as small as it can be, and never so that something late is taken for seen.
import type { RecordId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/time.ts';
import { spaceOfKey } from '../kernel/ids.ts';
import { journeyOfSpace } from '../spaces/space.ts';
import { keyOfNews, type News } from './news.ts';

export interface Seen {
  /** When this device first met a journey: what is older was there before, and is no news. */
  readonly since: Readonly<Record<RecordId, Instant>>;
  /** Ids of news. */
  readonly seen: readonly string[];
  /** Ids of news that were told aloud, or need not be any more. */
  readonly told: readonly string[];
}

export const NOTHING_SEEN: Seen = { since: {}, seen: [], told: [] };

/** Older than this by its author's clock it is taken for seen: offline for longer is rare, and the list stays short. */
const FORGOTTEN_MS = 60 * 24 * 60 * 60_000;

export const isUnread = (news: News, { since, seen }: Seen, now: Instant): boolean =>
  !news.isOwn && news.at > Math.max(since[news.journey] ?? Infinity, now - FORGOTTEN_MS) && !seen.includes(news.id);

/** The same with these journeys met, and without what can't be asked for any more; the same object when nothing changes. */
export const kept = (
  state: Seen,
  {
    journeys,
    news,
    now,
  }: { readonly journeys: readonly RecordId[]; readonly news: readonly News[]; readonly now: Instant },
): Seen => {
  const met = journeys.filter((journey) => state.since[journey] === undefined);
  const byId = new Map(news.map((each) => [each.id, each]));
  // One's own deed is seen from the first: when another writes there later, it is still no news.
  // And what stands open at the first meeting has stood there before, whoever writes there next.
  const own = news
    .filter(({ isOwn, id, journey }) => (isOwn || met.includes(journey)) && !state.seen.includes(id))
    .map(({ id }) => id);
  const here = new Set(journeys);
  const isAsked = (id: string): boolean => {
    const one = byId.get(id);
    // What is locked or put away for a while comes back, and is no news then.
    if (one === undefined) return !here.has(journeyOfNews(id) ?? '');
    return one.at > now - FORGOTTEN_MS;
  };
  const seen = [...state.seen, ...own].filter(isAsked);
  const told = state.told.filter(isAsked);
  if (met.length === 0 && own.length === 0 && seen.length === state.seen.length && told.length === state.told.length)
    return state;
  const since = { ...state.since, ...Object.fromEntries(met.map((journey) => [journey, now])) };
  return { since, seen, told };
};

const journeyOfNews = (id: string): RecordId | null => journeyOfSpace(spaceOfKey(keyOfNews(id)));

export const withSeen = (state: Seen, ids: readonly string[]): Seen => ({
  ...state,
  seen: [...new Set([...state.seen, ...ids])],
});

export const withTold = (state: Seen, ids: readonly string[]): Seen => ({
  ...state,
  told: [...new Set([...state.told, ...ids])],
});
