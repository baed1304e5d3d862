// The server of a test file and the devices that meet on it: each opens when it is asked for, and all end with the file.
import { afterAll } from 'vitest';
import { annaInvites, millerJoins } from './anna-and-miller.ts';
import { launch, type LaunchOptions, type Launched } from './launch.ts';
import { networkReturns } from './network-returns.ts';
import { personAt, type Person } from './person.ts';
import { startRealServer, type RealServer } from './real-server.ts';

/** Someone before a window of their own. */
export interface Seated extends Person {
  readonly device: Launched;
}

export interface Devices {
  readonly server: RealServer;
  readonly newDevice: (options?: LaunchOptions) => Promise<Seated>;
  /** Starts the server again. The network's return is told to each open device as the system does it: none waits for its own next try. */
  readonly serverReturns: () => Promise<void>;
}

/** For the top of a test file. */
export const devicesOnServer = async (env: Readonly<Record<string, string>> = {}): Promise<Devices> => {
  const server = await startRealServer(env);
  const open = new Set<Launched>();
  afterAll(async () => {
    await Promise.all([...open].map(({ close }) => close()));
    await server.end();
  });
  return {
    server,
    newDevice: async (options) => {
      const launched = await launch(options);
      const over = (end: () => Promise<void>) => async (): Promise<void> => {
        open.delete(launched);
        await end();
      };
      open.add(launched);
      const device = { ...launched, close: over(launched.close), kill: over(launched.kill) };
      return { ...personAt(launched.page), device };
    },
    serverReturns: async () => {
      await server.start();
      for (const { page } of open) await networkReturns(page);
    },
  };
};

/** Both on the kitchen that Anna has begun and Miller was invited to. */
export const annaAndMiller = async (
  { server, newDevice }: Devices,
  options?: LaunchOptions,
): Promise<{ readonly anna: Seated; readonly miller: Seated }> => {
  const [anna, miller] = await Promise.all([newDevice(options), newDevice(options)]);
  await millerJoins(miller, server.url, await annaInvites(anna, server.url));
  return { anna, miller };
};
