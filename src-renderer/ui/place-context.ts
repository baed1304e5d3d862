// Lets any component ask where one is and go elsewhere; the app frame provides it.
import { createContext, useContext } from 'react';
import { type Move, type Place, START } from './place.ts';

export interface PlaceNow {
  readonly place: Place;
  readonly go: (to: Move) => void;
}

export const PlaceContext = createContext<PlaceNow>({ place: START, go: () => {} });

export const usePlace = (): PlaceNow => useContext(PlaceContext);
