// The page of the benches that go below the screens: the real store over the real main, with no screen on top of it.
import { openSession, type OpenedData } from '../../../src-renderer/app/open-session.ts';
import type { OpenStore } from '../../../src-renderer/data/open-store.ts';
import { desktop } from '../../../src-renderer/ports/desktop.ts';
import { measureQueries, type QueryFigure } from './queries.ts';
import { fillSearch, seedHouse } from './seed.ts';
import { createSearchBench, type SearchBench } from './search.ts';
import { createSyncBench, type SyncBench } from './sync.ts';
import { measureWrites, type WriteTime } from './writes.ts';

/** What the bench asks of this page. */
export interface BenchPage {
  /** Opens the device's data as the app does; `sealed` protects a fresh device with a passphrase first. */
  readonly open: (sealed: boolean) => Promise<void>;
  /** Adds whole journeys until so many records are there. */
  readonly seed: (records: number) => Promise<void>;
  readonly fillSearch: () => Promise<void>;
  /** In the order run. */
  readonly writes: (commands: number) => Promise<readonly WriteTime[]>;
  readonly queries: (runs: number) => Promise<readonly QueryFigure[]>;
  readonly close: () => Promise<void>;
  /** Only of an open store. */
  readonly sync: () => SyncBench;
  readonly search: () => SearchBench;
}

declare global {
  interface Window {
    bench: BenchPage;
  }
}

let opened: OpenedData | null = null;
let sync: SyncBench | null = null;
let search: SearchBench | null = null;
const data = (): OpenedData => {
  if (opened === null) throw new Error('the store is not open yet');
  return opened;
};
const store = (): OpenStore => data().store;

const PASSPHRASE = 'measure twice, cut once';

window.bench = {
  open: async (sealed) => {
    const { state } = await desktop().ask('vault.status', {});
    if (state === 'new') {
      const mode = sealed ? 'passphrase' : 'none';
      await desktop().ask('vault.prepare', { mode, passphrase: sealed ? PASSPHRASE : null });
      await desktop().ask('vault.commit', {});
    } else if (state === 'locked') await desktop().ask('vault.unlock', { passphrase: PASSPHRASE, recoveryCode: null });
    const session = await openSession();
    if (!session.ok) throw new Error(session.error.type);
    opened = session.value;
  },
  seed: (records) => seedHouse(store(), records),
  fillSearch: () => fillSearch(store()),
  writes: (commands) => measureWrites(store(), commands),
  queries: (runs) => measureQueries(store(), runs),
  close: () => store().close(),
  // One client as long as the page lives, like the app's.
  sync: () => (sync ??= createSyncBench(data())),
  search: () => (search ??= createSearchBench(store())),
};
