// Marks what was looked for and brings it into sight: a comment in its thread, a task, a quote, a person.
import { useCallback } from 'react';
import { idOfKey, type RecordKey } from '../../domain/kernel/ids.ts';
import { journeyPlace } from './place.ts';
import { usePlace } from './place-context.ts';

/** Spread over the element that stands for it; nothing for all others. */
export interface FoundProps {
  readonly ref?: (element: HTMLElement | null) => void;
  readonly 'data-found'?: true;
}

const NOT_LOOKED_FOR: FoundProps = {};

/** @param names its key, or the ids it goes by */
export const useFound = (...names: readonly (RecordKey | null)[]): FoundProps => {
  const { place } = usePlace();
  const at = place.journey === null ? undefined : journeyPlace(place, place.journey).at;
  const ref = useCallback((element: HTMLElement | null) => {
    // What is above it may still be laid out.
    if (element !== null) setTimeout(() => element.scrollIntoView({ block: 'center' }), 0);
  }, []);
  const looked = at !== undefined && (names.includes(at) || names.includes(idOfKey(at)));
  return looked ? { ref, 'data-found': true } : NOT_LOOKED_FOR;
};
