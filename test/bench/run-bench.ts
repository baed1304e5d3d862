// The benches by name; each gets a folder of its own, which is removed afterwards.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { benchAnalytics } from './analytics-bench.ts';
import { benchBlob } from './blob-bench.ts';
import { benchChat } from './chat-bench.ts';
import { benchChatWindow } from './chat-window-bench.ts';
import { benchDocuments } from './documents-bench.ts';
import { benchImport } from './import-bench.ts';
import { benchKinds } from './kinds-bench.ts';
import { benchOcr } from './ocr-bench.ts';
import { benchOpen } from './open-bench.ts';
import { benchQuery } from './query-bench.ts';
import { benchSearch } from './search-bench.ts';
import type { Sizes } from './sizes.ts';
import { benchSyncCrowd } from './sync-crowd-bench.ts';
import { benchSyncIdle } from './sync-idle-bench.ts';
import { benchSyncInitial } from './sync-initial-bench.ts';
import { benchSyncLive } from './sync-live-bench.ts';
import { benchSyncPush } from './sync-push-bench.ts';
import { benchWrite } from './write-bench.ts';

type Bench = (sizes: Sizes, folder: string) => Promise<void>;

export const benches: Readonly<Record<string, Bench>> = {
  analytics: benchAnalytics,
  write: benchWrite,
  open: benchOpen,
  import: benchImport,
  query: benchQuery,
  search: benchSearch,
  ocr: benchOcr,
  kinds: benchKinds,
  documents: benchDocuments,
  'sync-initial': benchSyncInitial,
  'sync-push': benchSyncPush,
  'sync-live': benchSyncLive,
  'sync-idle': benchSyncIdle,
  'sync-crowd': benchSyncCrowd,
  blob: benchBlob,
  chat: benchChat,
  'chat-window': benchChatWindow,
};

export const runBench = async (name: string, sizes: Sizes): Promise<void> => {
  const folder = mkdtempSync(path.join(tmpdir(), `plumbline-bench-${name}-`));
  try {
    await benches[name]?.(sizes, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
};
