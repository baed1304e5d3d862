// How components reach research: the one desk of the open store, where questions go, and why something waits.
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { RecordKey } from '../../domain/kernel/ids.ts';
import type { Failure } from '../../protocol/failures.ts';
import { useStore } from '../data/hooks.ts';
import type { Store } from '../data/store.ts';
import { desktop } from '../ports/desktop.ts';
import { pageServer } from '../ports/server.ts';
import { createResearchDesk, type ResearchDesk } from './research-desk.ts';
import { createWebSearch, type Destination, type WebSearch } from './web-search.ts';

export interface Research {
  readonly web: WebSearch;
  readonly desk: ResearchDesk;
}

const later = (ms: number, then: () => void): (() => void) => {
  const timer = setTimeout(then, ms);
  return () => clearTimeout(timer);
};

const researchByStore = new WeakMap<Store, Research>();

/** One for a store, whoever asks for it. */
export const researchOf = (store: Store): Research => {
  const known = researchByStore.get(store);
  if (known !== undefined) return known;
  const { ask } = desktop();
  const web = createWebSearch({ ask, server: pageServer });
  const research = { web, desk: createResearchDesk({ store, ask, web, now: Date.now, later }) };
  researchByStore.set(store, research);
  return research;
};

export const useResearch = (): Research => researchOf(useStore());

const changes = new EventTarget();

/** Another provider was chosen: what is shown of it is asked anew, and what waits is tried. */
export const tellProviderChosen = (): void => void changes.dispatchEvent(new Event('chosen'));

export const onProviderChosen = (listener: () => void): (() => void) => {
  changes.addEventListener('chosen', listener);
  return () => changes.removeEventListener('chosen', listener);
};

/** Null until it is known. */
export const useDestination = (): Destination | null => {
  const { web } = useResearch();
  const [destination, setDestination] = useState<Destination | null>(null);
  useEffect(() => {
    let isGone = false;
    const look = async (): Promise<void> => {
      const found = await web.destination();
      if (!isGone) setDestination(found);
    };
    void look();
    const stop = onProviderChosen(() => void look());
    return () => {
      isGone = true;
      stop();
    };
  }, [web]);
  return destination;
};

/** Why it still waits; null where it does not, or has not been tried yet. */
export const useTrouble = (key: RecordKey): Failure | null => {
  const { desk } = useResearch();
  const watch = useCallback((listener: () => void) => desk.watch(listener), [desk]);
  return useSyncExternalStore(watch, () => desk.troubles()).get(key) ?? null;
};
