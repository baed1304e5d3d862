// Everything the routes may use, put together over one store. The routes themselves decide nothing.
import { OLDEST_CLIENT, PROTOCOL_VERSION, type Spoken } from '../../protocol/version.ts';
import { setTimeout as sleep } from 'node:timers/promises';
import { createAccessReader, type AccessReader } from '../access/access.ts';
import { createAccounts, type Accounts } from '../access/accounts.ts';
import { createHouseholds, type Households } from '../access/households.ts';
import { createInvites, type Invites } from '../access/invites.ts';
import { createPasswords } from '../access/passwords.ts';
import { createRegistry } from '../access/registry.ts';
import { createRegistryWatch } from '../access/registry-watch.ts';
import { REGISTRY } from '../access/settle.ts';
import { createLookUpPerson } from '../access/vouching.ts';
import { createBlobs, type Blobs } from '../blobs/blobs.ts';
import { createCalendarFeed, type CalendarFeed } from '../calendar/calendar-feed.ts';
import { createCalendarLinks, type CalendarLinks, type Opened } from '../calendar/calendar-links.ts';
import type { Log } from '../ops/log.ts';
import { readKnownStoreId, readStoreBeginning, readStoreId, renewStoreId, STORE_ID_DOC } from '../ops/store-id.ts';
import { createStoreMarks, type StoreMarks } from '../ops/store-marks.ts';
import { fileNews } from '../store/blob-databases.ts';
import type { DocStore } from '../store/doc-store.ts';
import { createNews, tellingStore, type Carrier } from '../store/news.ts';
import { createWatch } from '../store/watch.ts';
import { createBranches } from '../sync/branches.ts';
import { createSumSpaces, type SumSpaces } from '../sync/checksum.ts';
import { createFeed } from '../sync/feed.ts';
import { createInventory, type Inventory } from '../sync/inventory.ts';
import { createPull, type Pull } from '../sync/pull.ts';
import { createPush, type Push } from '../sync/push.ts';
import { createStream, type Stream } from '../sync/stream.ts';

export interface ServicesOptions {
  readonly store: DocStore;
  /** Gives the store a new id: it was put back from a backup. */
  readonly restored: boolean;
  readonly log: Log;
  readonly now: () => number;
  /** How long an invitation is good, ms. */
  readonly inviteTtl: number;
  readonly heartbeatMs: number;
  /** What this build speaks; a test may be another build. */
  readonly spoken?: Spoken | undefined;
  /** Makes what carries news of writes between nodes, where there is something that can. */
  readonly carrierFor?: (ends: { readonly storeId: string; readonly node: string }) => Carrier | null;
  /** Called when another node gave the store a new id: what this one hands out names the old one. */
  readonly onRenewed?: () => void;
}

export interface Services {
  readonly spoken: Spoken;
  readonly storeId: string;
  readonly log: Log;
  readonly now: () => number;
  readonly accounts: Accounts;
  readonly accessReader: AccessReader;
  readonly households: Households;
  readonly invites: Invites;
  readonly push: Push;
  readonly pull: Pull;
  readonly sumSpaces: SumSpaces;
  readonly inventory: Inventory;
  readonly stream: Stream;
  readonly blobs: Blobs;
  readonly calendarLinks: CalendarLinks;
  readonly calendarFeed: (opened: Opened) => Promise<CalendarFeed>;
  readonly marks: StoreMarks;
  /** The store was put back from a backup and nobody said so: gives it a new id, and has this server begin anew. */
  readonly renew: () => Promise<void>;
  /** Whether the store answers: without it this server is of no use. */
  readonly isWell: () => Promise<boolean>;
  /** Stops following the store; the store itself is closed by who opened it. */
  readonly close: () => void;
}

/** How long a store may take to say anything at all, ms. */
const STORE_MS = 2_000;

export const createServices = async ({
  store: quietStore,
  restored,
  log,
  now,
  inviteTtl,
  heartbeatMs,
  spoken = { version: PROTOCOL_VERSION, oldest: OLDEST_CLIENT },
  carrierFor = () => null,
  onRenewed = () => {},
}: ServicesOptions): Promise<Services> => {
  const storeId = restored ? await renewStoreId(quietStore, now()) : await readStoreId(quietStore, now());
  const { began, secret } = await readStoreBeginning(quietStore);
  const node = crypto.randomUUID().slice(0, 8);
  const news = createNews(carrierFor({ storeId, node }));
  const store = tellingStore(quietStore, news);
  const registry = createRegistry(store);
  const accounts = createAccounts({ registry, passwords: createPasswords(), now });
  const accessReader = createAccessReader(registry, storeId);
  const households = createHouseholds(registry, now);
  const invites = createInvites({ registry, accounts, households, now, ttl: inviteTtl });
  const feed = createFeed(store, createBranches({ store, now, node }));
  const watch = createWatch({ store, news });
  const registryWatch = createRegistryWatch({ store, news, settle: registry.settle });
  const marks = createStoreMarks({ store: quietStore, storeId, secret, now });
  let isRenewed = false;
  const lookAtStoreId = async (): Promise<void> => {
    // A store that does not answer now is no other store.
    if (isRenewed || (await readKnownStoreId(store).catch(() => storeId)) === storeId) return;
    isRenewed = true;
    onRenewed();
  };
  registryWatch.follow((changed) => {
    accessReader.drop(changed);
    if (changed === null || changed.has(STORE_ID_DOC)) void lookAtStoreId();
  });
  return {
    spoken,
    storeId,
    log,
    now,
    accounts,
    accessReader,
    households,
    invites,
    push: createPush({
      store,
      households,
      accessReader,
      now,
      began,
      node,
      lookUp: createLookUpPerson(registry, accessReader),
    }),
    pull: createPull({ feed, accessReader, store }),
    sumSpaces: createSumSpaces({ store, feed, accessReader }),
    inventory: createInventory(store, accessReader),
    stream: createStream({ store, registry, accessReader, feed, watch, registryWatch, marks, now, heartbeatMs }),
    blobs: createBlobs(store, (space, sha) => news.tell(space, [fileNews(sha)])),
    calendarLinks: createCalendarLinks({ registry, accessReader, storeId, now }),
    calendarFeed: createCalendarFeed(store, now),
    marks,
    renew: async () => {
      if (isRenewed) return;
      isRenewed = true;
      try {
        await renewStoreId(quietStore, now());
      } catch (thrown) {
        // The next device that knows of more has it tried again.
        isRenewed = false;
        throw thrown;
      }
      onRenewed();
    },
    isWell: () => Promise.race([quietStore.has(REGISTRY).catch(() => false), sleep(STORE_MS, false, { ref: false })]),
    close: () => {
      watch.close();
      registryWatch.close();
      news.close();
    },
  };
};
