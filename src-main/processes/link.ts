// A process of our own beside main, as the parts that use it see it: so that tests can put another in its place.
import { utilityProcess } from 'electron';

import type { Log } from '../log/log.ts';

export interface Link {
  readonly post: (message: unknown) => void;
  readonly kill: () => void;
}

export interface Hearing {
  readonly message: (message: unknown) => void;
  /** The process is gone: killed, crashed or ended. Never called before `message` could have been. */
  readonly exit: () => void;
}

/** Starts the process; it may be called again after it ended. */
export type Fork = (hearing: Hearing) => Link;

/** @param script absolute path of a bundle in dist/main */
export const forkUtility =
  (script: string, name: string, log: Log): Fork =>
  ({ message, exit }) => {
    const child = utilityProcess.fork(script, [], { serviceName: name, stdio: 'ignore' });
    let wanted = true;
    child.on('message', message);
    child.once('exit', (code) => {
      if (wanted && code !== 0) log.write({ level: 'warn', code: 'ProcessEnded', detail: `${name} ${code}` });
      exit();
    });
    return {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a process's port, not a window
      post: (body) => child.postMessage(body),
      kill: () => {
        wanted = false;
        child.kill();
      },
    };
  };
