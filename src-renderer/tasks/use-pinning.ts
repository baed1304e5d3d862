// Putting a pin on a picture: where it is going to stand, moved by hand or by the arrow keys, before anything is written.
import { useEffect, useState } from 'react';
import type { Point } from '../../domain/pictures/turned.ts';
import { isTyping } from '../ui/typing.ts';

export interface Pinning {
  /** `placing`: a spot is looked for; `naming`: it stands, and the task is named; null: neither. */
  readonly state: 'placing' | 'naming' | null;
  /** As it is seen, in shares of the shown picture. */
  readonly spot: Point;
  readonly begin: () => void;
  readonly put: (spot: Point) => void;
  readonly end: () => void;
}

const MIDDLE: Point = { x: 0.5, y: 0.5 };
/** An arrow key moves it so far, with Shift five times that. */
const MOVE = 0.01;
const WAYS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};
const within = (value: number): number => Math.min(1, Math.max(0, value));

export const usePinning = (): Pinning => {
  const [state, setState] = useState<Pinning['state']>(null);
  const [spot, setSpot] = useState(MIDDLE);
  useEffect(() => {
    if (state !== 'placing') return undefined;
    const onKey = (event: KeyboardEvent): void => {
      if (isTyping(event.target) || event.ctrlKey || event.altKey || event.metaKey) return;
      const way = WAYS[event.key];
      if (way === undefined && event.key !== 'Enter') return;
      event.preventDefault();
      event.stopPropagation();
      if (way === undefined) return setState('naming');
      const by = MOVE * (event.shiftKey ? 5 : 1);
      setSpot(({ x, y }) => ({ x: within(x + way.x * by), y: within(y + way.y * by) }));
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, [state]);
  return {
    state,
    spot,
    begin: () => {
      setSpot(MIDDLE);
      setState('placing');
      // The button that began it would take Enter for itself.
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    },
    put: (at) => {
      setSpot(at);
      setState('naming');
    },
    end: () => setState(null),
  };
};
