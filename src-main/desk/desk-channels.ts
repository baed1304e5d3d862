// What the page may ask of the desk: versions, saving a file, the log, putting a broken database aside.
import { statfs } from 'node:fs/promises';

import { shell } from 'electron';

import { err, ok } from '../../domain/kernel/result.ts';
import { diskFailure } from '../files/disk-failure.ts';
import type { Handlers } from '../ipc/serve.ts';
import type { Log } from '../log/log.ts';
import type { ShowNotice } from './notices.ts';
import type { SaveFile } from './save-file.ts';
import { wishSetAside } from './set-aside.ts';

export interface DeskParts {
  readonly version: string;
  readonly log: Log;
  readonly save: SaveFile;
  readonly notice: ShowNotice;
  readonly userData: string;
  /** Whether the keys are what can't be read. */
  readonly keysDamaged: () => boolean;
  /** The page is ready for its window to go. */
  readonly leave: () => void;
  /** Ends the app and starts it again. */
  readonly relaunch: () => void;
}

export const deskChannels = ({
  version,
  log,
  save,
  notice,
  userData,
  keysDamaged,
  leave,
  relaunch,
}: DeskParts): Pick<
  Handlers,
  | 'app.info'
  | 'app.diskRoom'
  | 'app.leave'
  | 'file.save'
  | 'notice.show'
  | 'log.write'
  | 'log.open'
  | 'log.export'
  | 'data.setAside'
> => ({
  'app.info': () => {
    const { electron } = process.versions;
    return { version, electron, platform: process.platform, standIn: isStandIn(electron) };
  },
  'app.diskRoom': async () => {
    try {
      const { bavail, bsize } = await statfs(userData);
      return { bytes: bavail * bsize };
    } catch {
      return { bytes: null };
    }
  },
  'app.leave': () => {
    leave();
    return ok(null);
  },
  'notice.show': (words) => notice(words),
  'file.save': ({ name, bytes }) => save(name, bytes),
  'log.write': (entry) => {
    log.write({ ...entry, code: `page.${entry.code}` });
    return ok(null);
  },
  'log.open': async () => ((await shell.openPath(log.folder)) === '' ? ok(null) : err({ type: 'StorageFailed' })),
  'log.export': () => save('plumbline-log.txt', Buffer.from(log.read())),
  'data.setAside': async () => {
    try {
      await wishSetAside(userData, keysDamaged());
    } catch (problem) {
      return err(diskFailure(problem));
    }
    log.write({ level: 'warn', code: 'SetAside' });
    // The answer goes out first.
    setTimeout(relaunch, 200);
    return ok(null);
  },
});

/** Electron 33 stands in where the pinned version could not be fetched (docs: scripts/make-electron-dist.mjs). */
const isStandIn = (electron: string): boolean => electron.startsWith('33.');
