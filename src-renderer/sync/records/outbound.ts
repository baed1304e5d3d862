// Where each row of this device goes now. A space that a claim brought nothing for is not tried again before the next start:
// the same row would come for ever.
import type { SpaceId } from '../../../domain/kernel/ids.ts';
import { isDamaged } from '../../data/encrypted-storage.ts';
import type { OpenStore } from '../../data/open-store.ts';
import type { Access } from '../access/access.ts';
import { isLeftBehind } from '../access/left-behind.ts';
import { destinationOf, type Destination } from './destination.ts';
import type { PassedOver } from './passed-over.ts';
import type { LocalRow } from './wire.ts';

export interface Outbound {
  readonly destinationOf: (row: LocalRow) => Destination;
  /** A claim worked for which rows of these spaces had been sent back. */
  readonly claimed: (spaces: readonly SpaceId[]) => void;
  /** All went through: what is sent back from now on is tried once more. */
  readonly caughtUp: () => void;
}

interface OutboundOptions {
  readonly store: Pick<OpenStore, 'home'>;
  readonly access: Access;
  readonly passedOver: Pick<PassedOver, 'note'>;
}

export const createOutbound = ({ store, access, passedOver }: OutboundOptions): Outbound => {
  const unclaimable = new Set<SpaceId>();
  /** Spaces that a push was sent back for since all went through: a second time is not tried. */
  const sentBack = new Set<SpaceId>();
  return {
    destinationOf: (row) => {
      // A row that could not be read must not go out blank.
      if (isDamaged(row)) return 'skip';
      // Nothing is claimed for the sake of what is gone.
      if (isLeftBehind(row)) return access.mayWrite(row.space) ? 'send' : 'skip';
      const destination = destinationOf(row.space, { access, home: store.home, unclaimable });
      if (destination === 'wait') passedOver.note(row.space);
      return destination;
    },
    claimed: (spaces) => {
      for (const space of spaces) {
        if (!access.mayWrite(space) || sentBack.has(space)) {
          unclaimable.add(space);
          passedOver.note(space);
        }
        sentBack.add(space);
      }
    },
    caughtUp: () => sentBack.clear(),
  };
};
