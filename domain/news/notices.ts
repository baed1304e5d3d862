// When news is told on the desktop, and how much of it at once: never a storm, not at night, not to who is looking. Pure.
import type { RecordId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/time.ts';
import { isToldAloud, type News } from './news.ts';

export interface NoticeChoice {
  readonly on: boolean;
  /** Minutes after midnight; both the same for no quiet hours. From 22:00 to 7:00 goes over midnight. */
  readonly quietFrom: number;
  readonly quietUntil: number;
}

export const DEFAULT_CHOICE: NoticeChoice = { on: true, quietFrom: 22 * 60, quietUntil: 7 * 60 };

/** One thing on the desktop: one piece of news, or several of one journey; null for several journeys. */
export type Notice =
  | { readonly kind: 'one'; readonly news: News }
  | { readonly kind: 'several'; readonly journey: RecordId | null; readonly count: number };

export interface NoticeInput {
  /** Unread, and not told yet. */
  readonly pending: readonly News[];
  readonly choice: NoticeChoice;
  readonly now: Instant;
  /** On this device's wall clock, minutes after midnight. */
  readonly minute: number;
  /** Someone has the window in front of them: there the dots say it. */
  readonly isLooking: boolean;
  /** When the last of it came, and the first that still waits, ms. */
  readonly lastCame: Instant;
  readonly firstCame: Instant;
  /** When something was shown last; null for never. */
  readonly lastShown: Instant | null;
}

export interface NoticePlan {
  readonly show: readonly Notice[];
  /** Ids that need not be told any more. */
  readonly told: readonly string[];
  /** Ask again after so many ms; null where nothing waits. */
  readonly wait: number | null;
}

/** More is still coming, as after a stretch offline: it is waited for, but not for ever. */
const SETTLES_MS = 3_000;
const WAITS_MS = 20_000;
const APART_MS = 30_000;
/** More than so many at once are told as one. */
const MOST_AT_ONCE = 3;

const NOTHING: NoticePlan = { show: [], told: [], wait: null };

export const planNotices = (input: NoticeInput): NoticePlan => {
  const { choice, now, minute, isLooking, lastCame, firstCame, lastShown } = input;
  const pending = input.pending.filter(isToldAloud);
  if (pending.length === 0) return NOTHING;
  const told = pending.map(({ id }) => id);
  if (!choice.on || isLooking) return { ...NOTHING, told };
  const quiet = quietLeft(choice, minute);
  if (quiet > 0) return { ...NOTHING, wait: quiet * 60_000 };
  const settles = Math.min(lastCame + SETTLES_MS, firstCame + WAITS_MS);
  const ready = Math.max(settles, lastShown === null ? 0 : lastShown + APART_MS);
  if (now < ready) return { ...NOTHING, wait: ready - now };
  return { show: grouped(pending), told, wait: null };
};

/** Minutes until the quiet hours are over; 0 outside of them. */
export const quietLeft = ({ quietFrom, quietUntil }: NoticeChoice, minute: number): number => {
  const day = 24 * 60;
  const since = (minute - quietFrom + day) % day;
  const length = (quietUntil - quietFrom + day) % day;
  return since < length ? length - since : 0;
};

const grouped = (pending: readonly News[]): readonly Notice[] => {
  if (pending.length <= MOST_AT_ONCE) return pending.map((news) => ({ kind: 'one', news }));
  const byJourney = [...Map.groupBy(pending, ({ journey }) => journey)];
  if (byJourney.length > MOST_AT_ONCE) return [{ kind: 'several', journey: null, count: pending.length }];
  return byJourney.map(([journey, list]): Notice => {
    const [only] = list;
    return list.length === 1 && only !== undefined
      ? { kind: 'one', news: only }
      : { kind: 'several', journey, count: list.length };
  });
};
