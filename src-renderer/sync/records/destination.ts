// Where a row that was written here is to go: to the server, nowhere, first to be claimed, or nowhere as long as its space is not to
// be had. The replication passes that over too, but it is not noted as what the server holds, and is offered when its space comes back.
import { journeyOfSpace, spaceKind } from '../../../domain/spaces/space.ts';
import type { SpaceId } from '../../../domain/kernel/ids.ts';
import type { Access } from '../access/access.ts';

export type Destination = 'send' | 'skip' | 'wait' | 'claim';

export interface DestinationContext {
  readonly access: Pick<Access, 'mayWrite' | 'hasLeft' | 'keptHere'>;
  /** The household's space now. */
  readonly home: SpaceId;
  /** Spaces whose claim was tried and brought nothing. */
  readonly unclaimable: ReadonlySet<SpaceId>;
}

export const destinationOf = (space: SpaceId, { access, home, unclaimable }: DestinationContext): Destination => {
  if (access.mayWrite(space)) return 'send';
  if (unclaimable.has(space) || access.hasLeft(space)) return 'wait';
  // The space of a household that was left for another stays on the device.
  if (spaceKind(space) === 'home') return space === home ? 'claim' : 'wait';
  return access.keptHere().includes(journeyOfSpace(space) ?? '') ? 'wait' : 'claim';
};
