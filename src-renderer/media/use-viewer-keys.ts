// The keys of a full-screen viewer: arrows go on, + and - zoom, 0 fits, Esc closes. A text field keeps its own keys.
import { useEffect } from 'react';
import { isTyping } from '../ui/typing.ts';

export interface ViewerKeys {
  readonly next: () => void;
  readonly previous: () => void;
  readonly zoom: (by: 'in' | 'out' | 'fit') => void;
  readonly close: () => void;
}

export const useViewerKeys = ({ next, previous, zoom, close }: ViewerKeys): void => {
  useEffect(() => {
    const doByKey: Readonly<Record<string, () => void>> = {
      ArrowRight: next,
      ArrowLeft: previous,
      '+': () => zoom('in'),
      '=': () => zoom('in'),
      '-': () => zoom('out'),
      '0': () => zoom('fit'),
      Escape: close,
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      // A field, a list that is open over the viewer, or a question keeps its keys.
      if (isTyping(event.target) || document.querySelector('[data-combobox-option], [role="menu"], [role="alertdialog"]') !== null) return;
      const act = doByKey[event.key];
      if (act === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      act();
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, [next, previous, zoom, close]);
};

const STEPS = [1, 1.5, 2, 3, 4, 6, 8] as const;

/** The next zoom from here; 1 fits. */
export const zoomed = (zoom: number, by: 'in' | 'out' | 'fit'): number => {
  if (by === 'fit') return 1;
  if (by === 'in') return STEPS.find((step) => step > zoom) ?? zoom;
  return STEPS.findLast((step) => step < zoom) ?? zoom;
};
