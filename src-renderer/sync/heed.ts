// What is done about each word that comes over the open line: a grant, a revoke, files, a sign of life, or the order to look anew.
import { exhaustive } from '../../domain/kernel/exhaustive.ts';
import type { SpaceId } from '../../domain/kernel/ids.ts';
import type { StreamEvent } from '../../protocol/sync/stream.ts';
import type { OpenStore } from '../data/open-store.ts';
import type { ServerClock } from '../data/server-clock.ts';
import type { Access } from './access/access.ts';
import type { GuestLock } from './access/guest-lock.ts';
import type { NameCards } from './access/name-cards.ts';
import type { Transfers } from './files/transfers.ts';
import type { Greeting } from './greeting.ts';
import type { PassedOver } from './records/passed-over.ts';
import type { Run } from './records/replication.ts';

interface HeedOptions {
  readonly store: OpenStore;
  readonly clock: Pick<ServerClock, 'now'>;
  readonly access: Access;
  readonly guests: Pick<GuestLock, 'heard'> | undefined;
  readonly transfers: Pick<Transfers, 'came'>;
  readonly greeting: Pick<Greeting, 'keepMark'>;
  readonly passedOver: Pick<PassedOver, 'has'>;
  readonly cards: Pick<NameCards, 'handOut'>;
  readonly reconnect: () => Promise<void>;
  readonly leave: (space: SpaceId, epoch: string) => Promise<void>;
}

/** Records are taken by the run itself; `current` is the run on whose line the word came. */
type Heed = (event: Exclude<StreamEvent, { kind: 'changes' }>, current: Pick<Run, 'resync' | 'caughtUp'>) => void;

export const createHeed =
  ({ store, clock, access, guests, transfers, greeting, passedOver, cards, reconnect, leave }: HeedOptions): Heed =>
  (event, current) => {
    switch (event.kind) {
      case 'granted':
        void access.add(event.grant);
        void store.flush();
        void guests?.heard([event.grant], clock.now());
        if (passedOver.has(event.grant.space)) {
          void reconnect();
          break;
        }
        current.resync();
        void current.caughtUp.then(() => cards.handOut());
        break;
      case 'revoked':
        if (access.mustLeave(event.space, event.epoch)) void leave(event.space, event.epoch);
        break;
      case 'files':
        transfers.came(event.space, event.shas ?? null);
        break;
      case 'resync':
        current.resync();
        break;
      case 'alive':
        greeting.keepMark(event.mark);
        // A line is open only as long as the session holds, and a revoke would have been said on it.
        void guests?.heard(
          access.granted().filter(({ space }) => access.holds(space)),
          event.serverTime,
        );
        break;
      default:
        exhaustive(event);
    }
  };
