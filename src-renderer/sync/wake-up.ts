// What makes an immediate try worthwhile: the network is back, or the computer woke or was unlocked.
import type { Bridge } from '../../protocol/ipc/channels.ts';

interface Sources {
  /** The window, which says when the system is online again. */
  readonly window: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>;
  /** Main, which says when the computer is awake. */
  readonly on: Bridge['on'];
}

/** Answers how to stop listening. */
export const wakeOn = ({ window, on }: Sources, wake: () => void): (() => void) => {
  const stopAwake = on('app.awake', wake);
  window.addEventListener('online', wake);
  return () => {
    stopAwake();
    window.removeEventListener('online', wake);
  };
};
