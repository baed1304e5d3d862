// Electron main starts here: it puts the parts together and keeps one window open.
import path from 'node:path';
import { randomUUID } from 'node:crypto';

import { app, session, type BrowserWindow } from 'electron';

import { readEnvironment } from './environment.ts';
import { serveAll, type Handlers } from './ipc/serve.ts';
import { createLog } from './log/log.ts';
import { serveAppScheme } from './page/app-scheme.ts';
import { declareSchemes, PAGE_ORIGIN } from './page/schemes.ts';
import { systemKeyring } from './vault/keyring.ts';
import { openVault } from './vault/vault.ts';
import { vaultChannels } from './vault/vault-channels.ts';
import { guardPages } from './window/guard.ts';
import { openWindow } from './window/window.ts';

const environment = readEnvironment(process.env);
const inUserData = (name: string): string => path.join(app.getPath('userData'), name);
const beside = (relative: string): string => path.join(import.meta.dirname, relative);

declareSchemes();

// No top-level await: Electron holds `ready` back until this module has run.
if (app.requestSingleInstanceLock()) void app.whenReady().then(start);
else app.quit();

async function start(): Promise<void> {
  const log = createLog({ folder: inUserData('logs'), home: app.getPath('home'), now: () => new Date(), newId: () => randomUUID().slice(0, 8) });
  const vault = await openVault(inUserData('keys.json'), systemKeyring);

  const handlers: Pick<Handlers, 'app.info'> & ReturnType<typeof vaultChannels> = {
    'app.info': () => ({ version: app.getVersion(), electron: process.versions.electron, platform: process.platform, standIn: process.versions.electron.startsWith('33.') }),
    ...vaultChannels(vault),
  };
  serveAll(handlers as unknown as Handlers, { origin: PAGE_ORIGIN, log });
  guardPages(session.defaultSession, log);
  serveAppScheme({
    session: session.defaultSession,
    folder: beside('../renderer'),
    devServer: environment.devServer,
    forward: async () => Response.json({ error: { type: 'ServerUnreachable' } }, { status: 502 }),
    log,
  });
  const window: BrowserWindow = openWindow({ preload: beside('../preload/preload.cjs'), stateFile: inUserData('window.json'), screenshot: environment.screenshot });
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  app.on('window-all-closed', () => app.quit());
}
