// Starts one of the bench's programs that serve over HTTP: it says its address when it is ready, and ends when it is let go.
import { fork } from 'node:child_process';
import path from 'node:path';
import { z } from 'zod';

export interface Forked {
  readonly address: URL;
  readonly end: () => Promise<void>;
}

export const startForked = async (file: string): Promise<Forked> => {
  const child = fork(path.join(import.meta.dirname, file), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const said = await new Promise<unknown>((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code}`)));
  });
  return {
    address: new URL(z.string().parse(said)),
    end: async () => {
      child.disconnect();
      await ended;
    },
  };
};
