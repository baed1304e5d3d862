// Spaces whose rows were passed over because the server would not have them. The replication counts such rows as sent, so
// when the space comes back everything held is offered once more, under a new name of the replication's memory.
import { z } from 'zod';
import type { SpaceId } from '../../../domain/kernel/ids.ts';
import type { Settings } from '../../data/store.ts';

const PASSED = 'passedOver';
const OFFERS = 'offers';

export interface PassedOver {
  readonly note: (space: SpaceId) => void;
  readonly has: (space: SpaceId) => boolean;
  /** Nothing waits for its space to come back. */
  readonly isEmpty: () => boolean;
  /** Part of the replication's name: another one whenever a space came back. */
  readonly offer: (mayWrite: (space: SpaceId) => boolean) => string;
}

export const createPassedOver = (settings: Settings): PassedOver => {
  const spaces = (): readonly SpaceId[] => z.array(z.string()).catch([]).parse(settings.get(PASSED));
  const offers = (): number => z.int().catch(0).parse(settings.get(OFFERS));
  return {
    note: (space) => void settings.set(PASSED, [...new Set([...spaces(), space])]),
    has: (space) => spaces().includes(space),
    isEmpty: () => spaces().length === 0,
    offer: (mayWrite) => {
      const left = spaces().filter((space) => !mayWrite(space));
      if (left.length < spaces().length) {
        void settings.set(OFFERS, offers() + 1);
        void settings.set(PASSED, left);
      }
      return offers() === 0 ? '' : `-${offers()}`;
    },
  };
};
