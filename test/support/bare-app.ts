// A Plumbline with the real main and preload and an empty page, for tests of main: the product's own page would ask things too.
import { cpSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

/** It holds nothing that would have to be written: its window goes at once, as the product's does, and not after two seconds. */
const LEAVE = "window.plumbline.on('app.closing', () => void window.plumbline.ask('app.leave', {}));";

export interface BareApp {
  /** Give it to `launch` as `app`. */
  readonly folder: string;
  readonly remove: () => Promise<void>;
}

/** Copies what was built, so that a build going on meanwhile does not pull it away. */
export const makeBareApp = (): BareApp => {
  const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-bare-'));
  for (const part of ['dist/main', 'dist/preload', 'package.json'])
    cpSync(path.join(root, part), path.join(folder, part), { recursive: true });
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  mkdirSync(path.join(folder, 'dist/renderer'));
  writeFileSync(path.join(folder, 'dist/renderer/leave.js'), LEAVE);
  writeFileSync(
    path.join(folder, 'dist/renderer/index.html'),
    '<!doctype html><html lang="en"><title>Bare</title><script src="leave.js"></script><div id="root"></div></html>',
  );
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
};
