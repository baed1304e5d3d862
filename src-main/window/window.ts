// The one window: sandboxed, isolated, where it was the last time, shown when there is something to see.
import { writeFile } from 'node:fs/promises';

import { BrowserWindow, Menu, screen } from 'electron';

import { PAGE_ORIGIN } from '../page/schemes.ts';
import { keepWindowState, readWindowState } from './window-state.ts';

export interface WindowOptions {
  /** The preload's path. */
  readonly preload: string;
  /** Where the window's place is kept. */
  readonly stateFile: string;
  /** A picture of the window is written here after the page has loaded. */
  readonly screenshot: string | null;
}

export const openWindow = ({ preload, stateFile, screenshot }: WindowOptions): BrowserWindow => {
  const state = readWindowState(
    stateFile,
    screen.getAllDisplays().map(({ workArea }) => workArea),
  );
  // macOS has its copy and paste from the menu; elsewhere they work without one, and the page has its own commands.
  if (process.platform !== 'darwin') Menu.setApplicationMenu(null);
  const window = new BrowserWindow({
    width: state.width,
    height: state.height,
    ...(state.x === null || state.y === null ? {} : { x: state.x, y: state.y }),
    minWidth: 960,
    minHeight: 640,
    show: false,
    title: 'Plumbline',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      // Sync goes on while the window is minimized.
      backgroundThrottling: false,
    },
  });
  if (state.maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  keepPlace(window, stateFile);
  if (screenshot !== null) window.webContents.once('did-finish-load', () => void picture(window, screenshot));
  void window.loadURL(`${PAGE_ORIGIN}/index.html`);
  return window;
};

const keepPlace = (window: BrowserWindow, stateFile: string): void => {
  let timer: NodeJS.Timeout | undefined;
  const keep = (): void => {
    clearTimeout(timer);
    if (window.isDestroyed() || window.isMinimized()) return;
    const { x, y, width, height } = window.getNormalBounds();
    keepWindowState(stateFile, { x, y, width, height, maximized: window.isMaximized() });
  };
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(keep, 400);
  };
  window.on('resize', soon);
  window.on('move', soon);
  window.on('maximize', soon);
  window.on('unmaximize', soon);
  window.on('close', keep);
};

/** Waits for words on the page: a picture right after loading is often an empty one. At most ten seconds. */
const picture = async (window: BrowserWindow, file: string): Promise<void> => {
  for (let tries = 0; tries < 100; tries++) {
    const hasWords: unknown = await window.webContents.executeJavaScript(
      `(document.getElementById('root')?.innerText ?? '').trim() !== ''`,
    );
    if (hasWords === true) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await new Promise((resolve) => setTimeout(resolve, 500));
  await writeFile(file, (await window.webContents.capturePage()).toPNG());
};
