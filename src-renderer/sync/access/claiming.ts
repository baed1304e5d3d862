// Says to the server which journeys made here are this household's; what another holds stays on this device.
import { claimReply } from '../../../protocol/account/claim.ts';
import type { Failure } from '../../../protocol/failures.ts';
import type { OpenStore } from '../../data/open-store.ts';
import { storageFailure } from '../../data/storage-failures.ts';
import type { ServerPort } from '../../ports/server.ts';
import type { Greeting } from '../greeting.ts';
import type { Access } from './access.ts';
import { journeysToClaim, mayClaim } from './claims.ts';

interface Claiming {
  readonly store: Pick<OpenStore, 'find' | 'home'>;
  readonly server: Pick<ServerPort, 'ask'>;
  readonly access: Access;
  readonly greeting: Greeting;
  /** Whether the connection that this is for has ended: then nothing more is said. */
  readonly isOver: () => boolean;
}

/** Null when nothing stands against going on. */
export const claimJourneys = async ({ store, server, access, greeting, isOver }: Claiming): Promise<Failure | null> => {
  const journeys = await store.find({ type: 'journey', trash: 'with' }).catch(storageFailure);
  if (isOver()) return null;
  if ('type' in journeys) return journeys;
  access.keepHere(journeys.filter(({ body }) => body.sample).map(({ id }) => id));
  const known = { granted: access.granted(), hasLeft: access.hasLeft, holds: access.holds };
  const wanted = journeysToClaim({ journeys, keptHere: access.keptHere(), ...known });
  const wantsHome = mayClaim(store.home, known);
  // A household that the server has forgotten is its owner's to bring back; until then its members wait.
  if (!wantsHome && (wanted.length === 0 || !access.holds(store.home))) return null;
  const reply = await server.ask({
    method: 'POST',
    path: '/access/claim',
    body: { home: store.home, journeys: wanted },
    reply: claimReply,
  });
  // Another's household: what is there already goes on without it.
  if (!reply.ok) return reply.error.type === 'NotAllowed' ? null : reply.error;
  if (reply.value.refused.length > 0) access.keepHere(reply.value.refused);
  const again = await greeting.hello();
  if ('type' in again) return again;
  void access.take(again.spaces);
  return null;
};
