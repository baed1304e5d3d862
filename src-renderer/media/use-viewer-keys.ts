// The keys of a full-screen viewer: arrows go on, + and - zoom, 0 fits, r turns, Esc closes. A text field keeps its own keys.
import { useEffect } from 'react';
import { isTyping } from '../ui/typing.ts';

export interface ViewerKeys {
  readonly next: () => void;
  readonly previous: () => void;
  readonly zoom: (by: 'in' | 'out' | 'fit') => void;
  readonly close: () => void;
  /** Where what is shown can be turned. */
  readonly turn?: (() => void) | undefined;
}

export const useViewerKeys = ({ next, previous, zoom, close, turn }: ViewerKeys): void => {
  useEffect(() => {
    const doByKey: Readonly<Record<string, () => void>> = {
      ArrowRight: next,
      ArrowLeft: previous,
      '+': () => zoom('in'),
      '=': () => zoom('in'),
      '-': () => zoom('out'),
      '0': () => zoom('fit'),
      Escape: close,
      ...(turn === undefined ? {} : { r: turn }),
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isOverlaid()) return;
      if (isTyping(event.target)) {
        // The first Esc leaves the field, the second the viewer.
        if (event.key === 'Escape' && event.target instanceof HTMLElement) event.target.blur();
        return;
      }
      const act = doByKey[event.key];
      if (act === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      act();
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, [next, previous, zoom, close, turn]);
};

/** A menu or a question that is open over the viewer keeps its keys. Closed lists stay in the page, unseen. */
const isOverlaid = (): boolean => countSeen('[role="menu"]') > 0 || countSeen('[role="dialog"]') > 1;

const countSeen = (selector: string): number =>
  [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility()).length;

const STEPS = [1, 1.5, 2, 3, 4, 6, 8] as const;

/** The next zoom from here; 1 fits. */
export const zoomed = (zoom: number, by: 'in' | 'out' | 'fit'): number => {
  if (by === 'fit') return 1;
  if (by === 'in') return STEPS.find((step) => step > zoom) ?? zoom;
  return STEPS.findLast((step) => step < zoom) ?? zoom;
};
