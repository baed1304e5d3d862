// Electron main starts here: one instance, two schemes, one window, and the parts behind it.
import { randomUUID } from 'node:crypto';
import path from 'node:path';

import { app, dialog, Notification, powerMonitor, session, shell, type BrowserWindow } from 'electron';

import { FAILURES } from '../protocol/failures.ts';
import { serveBlobScheme } from './blobs/blob-scheme.ts';
import { onAwake } from './desk/awake.ts';
import { joinLinkIn } from './desk/deep-link.ts';
import { mendLogs } from './desk/mend-logs.ts';
import { DATABASES, makeSafetyCopy } from './desk/safety-copy.ts';
import { createNotices } from './desk/notices.ts';
import { createSaveFile } from './desk/save-file.ts';
import { carryOutSetAside } from './desk/set-aside.ts';
import { readEnvironment } from './environment.ts';
import { codeOf, diskFailure } from './files/disk-failure.ts';
import { serveAll, tell } from './ipc/serve.ts';
import { createLog, type Log } from './log/log.ts';
import { serverNetwork } from './network.ts';
import { serveAppScheme } from './page/app-scheme.ts';
import { declareSchemes, PAGE_ORIGIN } from './page/schemes.ts';
import { putTogether } from './parts.ts';
import { forkUtility } from './processes/link.ts';
import { systemKeyring } from './vault/keyring.ts';
import { guardPages } from './window/guard.ts';
import { closeWhenWritten } from './window/closing.ts';
import { openWindow } from './window/window.ts';

const environment = readEnvironment(process.env, app.isPackaged);
const beside = (relative: string): string => path.join(import.meta.dirname, relative);
let window: BrowserWindow | null = null;
let startLog: Log | null = null;
/** How often a page that died was loaded again since the start. */
let reloads = 0;
const MOST_RELOADS = 5;
/** How long a closing window waits for its page to write, ms. */
const CLOSING_MS = 2_000;
/** What the page calls when it has written. */
let leave = (): void => {};

declareSchemes();

// No top-level await: Electron holds `ready` back until this module has run.
if (app.requestSingleInstanceLock()) void app.whenReady().then(start).catch(giveUp);
else app.quit();

async function start(): Promise<void> {
  const userData = app.getPath('userData');
  const log = createLog({
    folder: path.join(userData, 'logs'),
    home: app.getPath('home'),
    now: () => new Date(),
    newId: () => randomUUID().slice(0, 8),
  });
  startLog = log;
  log.write({
    level: 'info',
    code: 'Started',
    detail: `${app.getVersion()} electron ${process.versions.electron} ${process.platform}`,
  });
  process.on('uncaughtException', (problem) => log.bug('main', problem));
  process.on('unhandledRejection', (problem) => log.bug('main', problem));
  await carryOutSetAside(userData, new Date()).catch((problem: unknown) => log.bug('set aside', problem));
  await makeSafetyCopy(userData, new Date()).catch((problem: unknown) => log.bug('safety copy', problem));
  await mendDatabase(userData, log);

  const page = session.defaultSession;
  const { handlers, vault, files, forward } = await putTogether({
    userData,
    version: app.getVersion(),
    environment,
    keyring: systemKeyring,
    ...serverNetwork(),
    save: createSaveFile(() => window, environment.saveFolder),
    notice: createNotices({
      isSupported: () => Notification.isSupported(),
      create: (words) => {
        const notice = new Notification(words);
        return {
          show: () => notice.show(),
          onClick: (listener) => void notice.on('click', listener),
          onClose: (listener) => void notice.on('close', listener),
        };
      },
      opened: (id) => {
        if (window?.isMinimized() === true) window.restore();
        window?.show();
        window?.focus();
        tell(window?.webContents ?? null, 'notice.opened', { id });
      },
    }),
    openOutside: (url) => shell.openExternal(url),
    leave: () => leave(),
    relaunch,
    fork: (name) => forkUtility(beside(`${name}-process.js`), `plumbline-${name}`, log),
    tell: (event, body) => tell(window?.webContents ?? null, event, body),
    log,
  });
  serveAll(handlers, { origin: PAGE_ORIGIN, log });
  guardPages(page, log);
  serveAppScheme({ session: page, folder: beside('../renderer'), devServer: environment.devServer, forward, log });
  serveBlobScheme(page, { files, key: () => vault.key('blobs'), log });

  const place = { preload: beside('../preload/preload.cjs'), stateFile: path.join(userData, 'window.json') };
  const opened = openWindow({ ...place, screenshot: environment.screenshot });
  window = opened;
  opened.on('closed', () => (window = null));
  leave = closeWhenWritten(opened, {
    ask: () => {
      const { webContents } = opened;
      if (webContents.isCrashed() || webContents.isLoading()) return false;
      tell(webContents, 'app.closing', {});
      return true;
    },
    wait: CLOSING_MS,
  });
  watch(opened, log);
}

/** What can't be mended (a disk that is still full) is left as it is: the page says why it does not open. */
async function mendDatabase(userData: string, log: Log): Promise<void> {
  try {
    const mended = await mendLogs(path.join(userData, DATABASES));
    if (mended > 0) log.write({ level: 'warn', code: 'Mended', detail: `${mended} logs of the database were torn` });
  } catch (problem) {
    log.bug('mending', problem);
  }
}

/** Hands the page the invitation that a command line holds, if it holds one. */
function join(args: readonly string[]): void {
  const link = joinLinkIn(args);
  if (link !== null) tell(window?.webContents ?? null, 'app.join', link);
}

/** What happens around the window: the computer wakes, a link is opened, the page's process dies. */
function watch(opened: BrowserWindow, log: Log): void {
  if (app.isPackaged) app.setAsDefaultProtocolClient('plumbline');
  app.on('second-instance', (_, args) => {
    if (opened.isMinimized()) opened.restore();
    opened.focus();
    join(args);
  });
  app.on('open-url', (_, url) => join([url]));
  // The page listens a little after it has loaded; its own start is what `did-finish-load` waits for.
  opened.webContents.once('did-finish-load', () => join(process.argv));
  onAwake(powerMonitor, () => tell(window?.webContents ?? null, 'app.awake', {}));
  opened.webContents.on('render-process-gone', (_, { reason }) => {
    log.write({ level: 'error', code: 'PageGone', detail: reason });
    // Everything that was committed is in the database: a fresh page goes on from there. One that always dies is left alone.
    // `killed` is what the kernel does when memory is short: no reason to leave a dead window standing.
    if (reason !== 'clean-exit' && reloads++ < MOST_RELOADS && !opened.isDestroyed()) opened.webContents.reload();
  });
  app.on('window-all-closed', () => app.quit());
}

function relaunch(): void {
  if (environment.relaunch) app.relaunch();
  app.exit(0);
}

/** Without its parts the app has no window of its own to tell it in. The details are for the log, if there is one. */
function giveUp(problem: unknown): void {
  startLog?.bug('start', problem);
  const failure = codeOf(problem) === null ? 'Unexpected' : diskFailure(problem).type;
  const { sentence, remedy } = FAILURES[failure];
  process.stderr.write(`Plumbline could not start. ${sentence} ${remedy}\n`);
  dialog.showErrorBox('Plumbline could not start', `${sentence}\n${remedy}`);
  app.exit(1);
}
