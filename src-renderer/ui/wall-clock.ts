// The wall clock of this device for what is reckoned in days: a step that is done on a Sunday evening is done on that Sunday, wherever that is.
import type { Instant } from '../../domain/kernel/time.ts';

/** Asked anew each time: a person travels with the window open, and summer time begins. */
export const wallClock = (at: Instant): number => {
  const minutes = new Date(at).getTimezoneOffset();
  // What no calendar can show has no day either.
  return Number.isNaN(minutes) ? 0 : -minutes * 60_000;
};
