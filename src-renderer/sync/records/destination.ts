// Where a row that was written here is to go: to the server, nowhere, or first to be claimed. What is passed over counts as
// sent for ever, so nothing is passed over that may have to be sent later.
import { journeyOfSpace, spaceKind } from '../../../domain/spaces/space.ts';
import type { SpaceId } from '../../../domain/kernel/ids.ts';
import type { Access } from '../access/access.ts';

export type Destination = 'send' | 'skip' | 'claim';

export interface DestinationContext {
  readonly access: Pick<Access, 'mayWrite' | 'hasLeft' | 'keptHere'>;
  /** The household's space now. */
  readonly home: SpaceId;
  /** Spaces whose claim was tried and brought nothing. */
  readonly unclaimable: ReadonlySet<SpaceId>;
}

export const destinationOf = (space: SpaceId, { access, home, unclaimable }: DestinationContext): Destination => {
  if (access.mayWrite(space)) return 'send';
  if (unclaimable.has(space) || access.hasLeft(space)) return 'skip';
  // The space of a household that was left for another stays on the device.
  if (spaceKind(space) === 'home') return space === home ? 'claim' : 'skip';
  return access.keptHere().includes(journeyOfSpace(space) ?? '') ? 'skip' : 'claim';
};
