// Keeps the sync client alive as long as the store is open, and tells components who is signed in.
import { useCallback, useEffect, useMemo, useState, type ReactElement, type ReactNode } from 'react';
import type { AccountView } from '../../protocol/account/account.ts';
import { keepAccount, keepOwnKey } from '../approvals/own-keys.ts';
import { desktop } from '../ports/desktop.ts';
import { pageFiles, pageServer } from '../ports/server.ts';
import { createSyncClient, type SyncClient } from '../sync/client.ts';
import { householdToJoin } from '../sync/access/household-to-join.ts';
import { SessionContext, type Session } from '../sync/context.ts';
import { createPreviewWire } from '../sync/files/preview-wire.ts';
import { createTransfers, type Transfers } from '../sync/files/transfers.ts';
import { wakeOn } from '../sync/wake-up.ts';
import type { OpenedData } from './open-session.ts';
import { keepPreviewOf } from '../media/keep-preview.ts';

interface SessionProviderProps {
  readonly data: OpenedData;
  readonly children: ReactNode;
}

interface Known {
  readonly account: AccountView | null;
  readonly server: string | null;
  readonly suggestedServer: string | null;
}

const NOBODY: Known = { account: null, server: null, suggestedServer: null };

export const SessionProvider = ({ data, children }: SessionProviderProps): ReactElement => {
  const [known, setKnown] = useState<Known>(NOBODY);
  const { client, transfers, actAs } = useMemo(() => clientOf(data), [data]);
  const { store, guests } = data;

  const take = useCallback(
    (status: Known): void => {
      actAs(status.account?.account ?? null);
      setKnown(status);
      void keepAccount(store, status.account);
      // Until it has joined, this device must not make a second household of what is on it.
      client.holdClaims('household', householdToJoin(status.account, store.home, client.access) !== null);
      if (status.account === null) client.signedOut();
      else client.signedIn();
    },
    [client, actAs, store],
  );
  const refresh = useCallback(async () => take(await desktop().ask('session.status', {})), [take]);

  useEffect(() => {
    void desktop().ask('session.status', {}).then(take);
    void desktop()
      .ask('sign.key', {})
      .then((own) => (own.ok ? keepOwnKey(store.settings, own.value.key) : undefined));
    const stopWaking = wakeOn({ window, on: desktop().on }, client.wake);
    const stopProgress = desktop().on('blob.progress', transfers.progressed);
    return () => {
      stopWaking();
      stopProgress();
      void client.stop();
    };
  }, [client, transfers, take, store]);

  const session = useMemo<Session>(
    () => ({
      ...known,
      store,
      client,
      guests,
      originals: transfers,
      refresh,
      signOut: async () => {
        await desktop().ask('session.signOut', {});
        await refresh();
      },
      restart: () => window.location.reload(),
    }),
    [known, store, client, guests, transfers, refresh],
  );
  return <SessionContext value={session}>{children}</SessionContext>;
};

interface OwnClient {
  readonly client: SyncClient;
  readonly transfers: Transfers;
  /** Names the account that is signed in, before the client is told so. */
  readonly actAs: (account: string | null) => void;
}

const clientOf = ({ store, clock, guests }: OpenedData): OwnClient => {
  let account: string | null = null;
  const transfers = createTransfers({
    store,
    ask: desktop().ask,
    wire: createPreviewWire(pageServer, pageFiles),
    preview: (sha, mime) => keepPreviewOf(store, { sha, mime }),
    waiting: (news) => client.status.set(news),
  });
  const client = createSyncClient({ store, clock, server: pageServer, transfers, guests, account: () => account });
  return {
    client,
    transfers,
    actAs: (named) => {
      account = named;
    },
  };
};
