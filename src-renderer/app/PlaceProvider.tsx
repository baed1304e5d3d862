// Keeps the place in the device's settings: every move is written, so that a killed window reopens exactly there.
import { useCallback, useMemo, type ReactElement, type ReactNode } from 'react';
import { useSetting } from '../data/hooks.ts';
import { PlaceContext } from '../ui/place-context.ts';
import { move, placeFrom, START, type Move } from '../ui/place.ts';

export const PlaceProvider = ({ children }: { readonly children: ReactNode }): ReactElement => {
  const [kept, keep] = useSetting<unknown>('place', START);
  const place = useMemo(() => placeFrom(kept), [kept]);
  const go = useCallback((to: Move) => keep(move(place, to)), [keep, place]);
  const now = useMemo(() => ({ place, go }), [place, go]);
  return <PlaceContext value={now}>{children}</PlaceContext>;
};
