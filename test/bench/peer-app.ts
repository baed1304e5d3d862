// An Electron that holds nothing but the peers' page: the same browser, without Plumbline.
import { mkdirSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';

import type { Page } from 'playwright-core';
import { build } from 'vite';

import { launch } from '../support/launch.ts';
// For what it says of `window.peer`.
import type { PeerPage } from './peer-page/main.ts';

export interface PeerApp {
  /** Starts it on a fresh profile and hands its page out; closes it and removes the profile afterwards. */
  readonly fresh: <T>(work: (page: Page) => Promise<T>) => Promise<T>;
}

/** Without the same-origin rule: a browser would ask the CouchDB for permission before most requests, which costs the peer. */
const MAIN = `const { app, BrowserWindow } = require('electron');
app.whenReady().then(() => new BrowserWindow({ width: 1280, height: 800, webPreferences: { webSecurity: false } }).loadFile('index.html'));
`;

export const makePeerApp = async (folder: string): Promise<PeerApp> => {
  const app = path.join(folder, 'peers');
  mkdirSync(app, { recursive: true });
  await build({
    configFile: false,
    root: path.join(import.meta.dirname, 'peer-page'),
    base: './',
    logLevel: 'warn',
    build: { outDir: app, emptyOutDir: true, target: 'chrome130', chunkSizeWarningLimit: 4_096 },
  });
  writeFileSync(path.join(app, 'package.json'), JSON.stringify({ name: 'peers', main: 'main.cjs' }));
  writeFileSync(path.join(app, 'main.cjs'), MAIN);
  let profiles = 0;
  return {
    fresh: async (work) => {
      const userData = path.join(folder, `peer-profile-${(profiles += 1)}`);
      const device = await launch({ app, userData, protection: 'ask' });
      try {
        device.page.setDefaultTimeout(0);
        await device.page.waitForFunction(() => (window as Partial<Window & { peer: PeerPage }>).peer !== undefined);
        return await work(device.page);
      } finally {
        await device.close();
        await rm(userData, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
      }
    },
  };
};
