// The server as a process of its own, as `npm run server` starts it.
import { spawn, type ChildProcess } from 'node:child_process';

export interface Program {
  readonly child: ChildProcess;
  readonly url: string;
  readonly ended: Promise<number | null>;
  /** Resolves when it has said so many times that it is ready. */
  readonly readyAgain: (times: number) => Promise<void>;
}

export const startProgram = (data: string): Promise<Program> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['sync-server/server.ts', '--port', '0', '--data', data], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, COUCHDB_URL: '' },
    });
    const ended = new Promise<number | null>((done) => child.once('exit', done));
    let said = '';
    const readyAgain = (times: number): Promise<void> =>
      new Promise((heard) => {
        const look = (): void => {
          if (said.split('ready at').length <= times) return;
          child.stdout.off('data', look);
          heard();
        };
        child.stdout.on('data', look);
        look();
      });
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const url = /ready at (http:\S+),/.exec(said)?.[1];
      if (url !== undefined) resolve({ child, url, ended, readyAgain });
    });
    void ended.then((code) => reject(new Error(`the server ended with ${code}`)));
  });
