// Thins out the progress of transfers: a window needs a few pictures a second, and always the last one.
import type { Progress } from './transfers.ts';

/** Milliseconds between two reports of the same transfer. */
const INTERVAL = 150;

export const throttled = (tell: (progress: Progress) => void, now: () => number): ((progress: Progress) => void) => {
  const lastTold = new Map<string, number>();
  return (progress) => {
    const name = `${progress.direction} ${progress.sha}`;
    const isLast = progress.done >= progress.total;
    if (!isLast && now() - (lastTold.get(name) ?? -INTERVAL) < INTERVAL) return;
    if (isLast) lastTold.delete(name);
    else lastTold.set(name, now());
    tell(progress);
  };
};
