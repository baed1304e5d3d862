// Puts the parts of main together, in the order in which they need one another.
import { randomUUID } from 'node:crypto';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import type { MainEvent, MainEventBody } from '../protocol/ipc/channels.ts';
import { blobChannels } from './blobs/blob-channels.ts';
import { createBlobFiles, type BlobFiles } from './blobs/blob-files.ts';
import { createBlobServer } from './blobs/blob-server.ts';
import { createFreeOriginal } from './blobs/free-original.ts';
import { createImports } from './blobs/imports.ts';
import { throttled } from './blobs/throttled.ts';
import { createTransfers } from './blobs/transfers.ts';
import { deskChannels } from './desk/desk-channels.ts';
import type { ShowNotice } from './desk/notices.ts';
import type { SaveFile } from './desk/save-file.ts';
import type { Environment } from './environment.ts';
import { extractChannels } from './extract/extract-channels.ts';
import { createExtractor } from './extract/extractor.ts';
import type { Handlers } from './ipc/serve.ts';
import type { Log } from './log/log.ts';
import { createChosenModel } from './model/chosen-model.ts';
import { modelChannels } from './model/model-channels.ts';
import { ocrChannels } from './ocr/ocr-channels.ts';
import { createOcrReader, poolSize } from './ocr/ocr-reader.ts';
import type { Fork } from './processes/link.ts';
import { createFetchPage } from './research/fetch-page.ts';
import { namedHosts } from './research/named-hosts.ts';
import { createPageReader } from './research/page-reader.ts';
import { researchChannels } from './research/research-channels.ts';
import { createResearchSettings } from './research/research-settings.ts';
import { searchChannels } from './search/search-channels.ts';
import { createSearchClient } from './search/search-client.ts';
import { createForward } from './session/forward.ts';
import { createServerSession, type Carry, type Fetch } from './session/server-session.ts';
import { sessionChannels } from './session/session-channels.ts';
import { createDeviceKey } from './sign/device-key.ts';
import { signChannels } from './sign/sign-channels.ts';
import type { Keyring } from './vault/keyring.ts';
import { openVault, type Vault } from './vault/vault.ts';
import { vaultChannels } from './vault/vault-channels.ts';

export interface World {
  readonly userData: string;
  readonly version: string;
  readonly environment: Environment;
  readonly keyring: Keyring;
  readonly fetch: Fetch;
  readonly carry: Carry;
  readonly save: SaveFile;
  readonly notice: ShowNotice;
  /** Opens a web address in the person's own browser. */
  readonly openOutside: (url: string) => Promise<void>;
  readonly leave: () => void;
  readonly relaunch: () => void;
  /** Starts one of the processes beside main. */
  readonly fork: (name: 'ocr' | 'search' | 'extract' | 'page') => Fork;
  readonly tell: <E extends MainEvent>(event: E, body: MainEventBody<E>) => void;
  readonly log: Log;
}

export interface Parts {
  readonly handlers: Handlers;
  readonly vault: Vault;
  readonly files: BlobFiles;
  readonly forward: (request: Request, path: string) => Promise<Response>;
}

export const putTogether = async (world: World): Promise<Parts> => {
  const { userData, environment, fetch, carry, log } = world;
  const inUserData = (name: string): string => path.join(userData, name);

  const vault = await openVault(inUserData('keys.json'), world.keyring);
  const key = { blobs: () => vault.key('blobs'), index: () => vault.key('index'), session: () => vault.key('session') };
  const researchKey = () => vault.key('research');

  const files = createBlobFiles(inUserData('blobs'), { newId: randomUUID, now: Date.now });
  // What is left over may lie there until the next start.
  await files.sweep().catch((problem: unknown) => log.bug('sweep', problem));
  const imports = createImports({ files, key: key.blobs, newId: randomUUID });

  const { suggestedServer, allowHttp } = environment;
  const deviceKey = createDeviceKey(inUserData('device-key.bin'), () => vault.key('signing'), Date.now);
  const session = createServerSession({
    file: inUserData('session.json'),
    key: key.session,
    sign: deviceKey.sign,
    fetch,
    suggestedServer,
    allowHttp,
    log,
  });
  const server = createBlobServer({ session, fetch, carry, wait: (ms) => wait(ms), chance: Math.random });
  const progress = throttled((body) => world.tell('blob.progress', body), Date.now);
  const transfers = createTransfers({ files, key: key.blobs, server, progress });

  const reader = createOcrReader({ fork: world.fork('ocr'), pool: poolSize(availableParallelism()), log });
  const extractor = createExtractor({ fork: world.fork('extract'), log });
  const search = createSearchClient({
    fork: world.fork('search'),
    file: inUserData('index/search.db'),
    key: key.index,
    log,
  });

  const model = createChosenModel({
    file: inUserData('model.json'),
    key: key.session,
    fetch,
    allowHttp,
    tell: (part) => world.tell('model.text', part),
  });
  const pageReader = createPageReader({
    fetchPage: createFetchPage(namedHosts(environment.pageHosts)),
    fork: world.fork('page'),
    log,
  });
  const research = createResearchSettings({ file: inUserData('research.json'), key: researchKey, fetch, allowHttp });

  return {
    handlers: {
      ...vaultChannels(vault),
      ...blobChannels({ files, imports, transfers, free: createFreeOriginal({ files, key: key.blobs, server }) }),
      ...sessionChannels(session),
      ...signChannels(deviceKey),
      ...ocrChannels(reader),
      ...extractChannels({ files, key: key.blobs, extractor }),
      ...searchChannels(search),
      ...modelChannels(model),
      ...researchChannels({ research, pageReader, openOutside: world.openOutside }),
      ...deskChannels({
        version: world.version,
        log,
        save: world.save,
        notice: world.notice,
        userData,
        keysDamaged: () => vault.status().state === 'damaged',
        leave: world.leave,
        relaunch: world.relaunch,
      }),
    },
    vault,
    files,
    forward: createForward(session, fetch),
  };
};
