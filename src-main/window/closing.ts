// Before the window goes, the page may write down what it still holds (a choice made a moment ago): it is asked once and waited for briefly.

export interface ClosingWindow {
  readonly on: (event: 'close', listener: (event: { readonly preventDefault: () => void }) => void) => unknown;
  readonly isDestroyed: () => boolean;
  readonly destroy: () => void;
}

interface Ways {
  /** Asks the page; it answers by the channel `app.leave`. False when there is no living page to ask. */
  readonly ask: () => boolean;
  /** A page that does not answer within this is left to itself, ms. */
  readonly wait: number;
}

/** Answers what to call when the page is ready. A second wish to close while it is waited for closes at once. */
export const closeWhenWritten = (window: ClosingWindow, { ask, wait }: Ways): (() => void) => {
  let timer: NodeJS.Timeout | null = null;
  const go = (): void => {
    if (timer === null) return;
    clearTimeout(timer);
    if (!window.isDestroyed()) window.destroy();
  };
  window.on('close', (event) => {
    if (timer !== null || !ask()) return;
    event.preventDefault();
    timer = setTimeout(go, wait);
  });
  return go;
};
