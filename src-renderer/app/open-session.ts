// Opens this device's data: the page's key from the vault, then the store, on a clock that the server may put right.
import { err, ok, type Result } from '../../domain/kernel/result.ts';
import type { Failure } from '../../protocol/failures.ts';
import { openStore, type OpenStore } from '../data/open-store.ts';
import { createServerClock, type ServerClock } from '../data/server-clock.ts';
import { shownStore } from '../data/shown-store.ts';
import type { Store } from '../data/store.ts';
import { createRoomWatch } from '../data/room-watch.ts';
import { createGuestLock, type GuestLock } from '../sync/access/guest-lock.ts';
import { desktop } from '../ports/desktop.ts';

export interface OpenedData {
  readonly store: OpenStore;
  /** The store as the window sees it. */
  readonly shown: Store;
  readonly clock: ServerClock;
  /** What is locked on this device because it was shared with a guest and the server was not heard for long. */
  readonly guests: GuestLock;
}

const DATABASE = 'plumbline';

/** The vault must be open. */
export const openSession = async (): Promise<Result<OpenedData, Failure>> => {
  const key = await desktop().ask('vault.pageKey', {});
  if (!key.ok) return err(key.error);
  const clock = createServerClock();
  const hasRoom = createRoomWatch(async () => (await desktop().ask('app.diskRoom', {})).bytes, Date.now);
  // Opening writes too.
  if (!(await hasRoom())) return err({ type: 'DiskFull' });
  const opened = await openStore({
    name: DATABASE,
    pageKey: key.value === null ? null : await importPageKey(key.value),
    clock: clock.now,
    hasRoom,
  });
  if (!opened.ok) return opened;
  const store = opened.value;
  const guests = createGuestLock(store);
  return ok({ store, shown: shownStore(store, guests), clock, guests });
};

/** Not extractable: once in here, nothing in the page can read it back. */
const importPageKey = (bytes: Uint8Array): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', new Uint8Array(bytes), 'AES-GCM', false, ['encrypt', 'decrypt']);
