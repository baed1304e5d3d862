// Keeps the sync client alive as long as the store is open, and tells components who is signed in.
import { useCallback, useEffect, useMemo, useRef, useState, type ReactElement, type ReactNode } from 'react';
import type { AccountView } from '../../protocol/account/account.ts';
import type { OpenStore } from '../data/open-store.ts';
import type { ServerClock } from '../data/server-clock.ts';
import { desktop } from '../ports/desktop.ts';
import { pageServer } from '../ports/server.ts';
import { createSyncClient } from '../sync/client.ts';
import { SessionContext, type Session } from '../sync/context.ts';
import { createTransfers } from '../sync/transfers.ts';
import { keepPreviewOf } from '../media/keep-preview.ts';

interface SessionProviderProps {
  readonly store: OpenStore;
  readonly clock: ServerClock;
  readonly children: ReactNode;
}

interface Known {
  readonly account: AccountView | null;
  readonly server: string | null;
  readonly suggestedServer: string | null;
}

const NOBODY: Known = { account: null, server: null, suggestedServer: null };

export const SessionProvider = ({ store, clock, children }: SessionProviderProps): ReactElement => {
  const [known, setKnown] = useState<Known>(NOBODY);
  const account = useRef<string | null>(null);
  const client = useMemo(() => {
    const transfers = createTransfers({
      store,
      ask: desktop().ask,
      preview: (sha, mime) => keepPreviewOf(store, { sha, mime }),
      waiting: (waiting) => created.status.set({ waiting }),
    });
    const created = createSyncClient({ store, clock, server: pageServer, transfers, account: () => account.current });
    return created;
  }, [store, clock]);

  const refresh = useCallback(async () => {
    const status = await desktop().ask('session.status', {});
    account.current = status.account?.account ?? null;
    setKnown(status);
    if (status.account === null) client.signedOut();
    else client.signedIn();
  }, [client]);

  useEffect(() => {
    void refresh();
    const wake = (): void => client.wake();
    const stopAwake = desktop().on('app.awake', wake);
    window.addEventListener('online', wake);
    return () => {
      stopAwake();
      window.removeEventListener('online', wake);
      void client.stop();
    };
  }, [client, refresh]);

  const session = useMemo<Session>(
    () => ({
      ...known,
      store,
      client,
      refresh,
      signOut: async () => {
        await desktop().ask('session.signOut', {});
        await refresh();
      },
      restart: () => window.location.reload(),
    }),
    [known, store, client, refresh],
  );
  return <SessionContext value={session}>{children}</SessionContext>;
};
