// How components reach the sync client and the account: a context, and the hooks that read it.
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { AccountView } from '../../protocol/account/account.ts';
import type { OpenStore } from '../data/open-store.ts';
import type { SyncClient } from './client.ts';
import type { GuestLock } from './access/guest-lock.ts';
import type { Transfers } from './files/transfers.ts';
import type { SyncStatus } from './status.ts';

export interface Session {
  readonly store: OpenStore;
  readonly client: SyncClient;
  readonly guests: GuestLock;
  /** Fetches an original that someone opens, frees those that the server holds. */
  readonly originals: Pick<Transfers, 'want' | 'free'>;
  readonly account: AccountView | null;
  readonly server: string | null;
  /** Filled in where a server is known already (`npm start` runs one). */
  readonly suggestedServer: string | null;
  /** Someone signed up, in, or joined: reads the session again and connects. */
  readonly refresh: () => Promise<void>;
  readonly signOut: () => Promise<void>;
  /** Starts the page anew: after joining a household, whose space everything new belongs to. */
  readonly restart: () => void;
}

export const SessionContext = createContext<Session | null>(null);

export const useSession = (): Session => {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('no session around this component');
  return session;
};

export const useSyncStatus = (): SyncStatus => {
  const { status } = useSession().client;
  return useSyncExternalStore(status.watch, status.get);
};
