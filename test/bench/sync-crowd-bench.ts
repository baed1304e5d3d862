// `bench sync-crowd`: a hundred clients sync for the first time at once, and two thousand wait in silence for changes.
import { execFile, fork } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { z } from 'zod';

import { freePort } from '../support/own-process.ts';
import { startRealServer } from '../support/real-server.ts';
import type { CrowdAsk, CrowdMember } from './crowd-process.ts';
import { median, tell } from './figures.ts';
import { debuggedAt, heapOf } from './heap-of.ts';
import { makeHousehold } from './household.ts';
import type { Sizes } from './sizes.ts';

/** Devices of one household. */
const DEVICES = 5;

export const benchSyncCrowd = async (sizes: Sizes): Promise<void> => {
  const { crowdClients, crowdRecords, crowdStreams, runs, settleMs } = sizes;
  // Behind a proxy, so that a hundred people come from a hundred addresses: one address may sign in only so often.
  const debugPort = await freePort();
  const server = await startRealServer({ PLUMBLINE_TRUST_PROXY: '1', ...debuggedAt(debugPort) });
  const settledHeap = async (pid: number): Promise<number> => {
    await sleep(settleMs);
    return heapOf(pid, debugPort);
  };
  const crowd = startCrowd();
  try {
    const members = await gather(server.url, { clients: crowdClients, records: crowdRecords });
    console.log(
      `  ${crowdClients} clients of ${Math.ceil(crowdClients / DEVICES)} households, over HTTP from one process: hello, pages of 1,000 with our parsing of them, stream`,
    );
    const times: number[] = [];
    for (let n = 0; n < runs; n += 1)
      times.push(await crowd.ask({ kind: 'firstSync', url: server.url, members, records: crowdRecords }));
    tell('sync-crowd.seconds', median(times) / 1_000, 's');

    // Started anew, so that what the first syncs left in its memory is not counted as the streams'.
    await server.stop();
    await server.start();
    await crowd.ask({ kind: 'streams', url: server.url, members, count: members.length });
    const before = await settledHeap(server.pid());
    await crowd.ask({ kind: 'streams', url: server.url, members, count: crowdStreams });
    const after = await settledHeap(server.pid());
    const mb = (bytes: number): string => (bytes / 1_048_576).toFixed(1);
    console.log(
      `  the server's heap once collected: ${mb(before)} MB, with ${crowdStreams} more streams ${mb(after)} MB; resident ${await residentMb(server.pid())} MB`,
    );
    tell('sync-crowd.kb_per_stream', (after - before) / 1_024 / crowdStreams, 'kB');
  } finally {
    await crowd.end();
    await server.end();
  }
};

const gather = async (
  url: string,
  { clients, records }: { readonly clients: number; readonly records: number },
): Promise<readonly CrowdMember[]> => {
  const members: CrowdMember[] = [];
  for (let house = 0; members.length < clients; house += 1) {
    const household = await makeHousehold(url, { journeys: 1, perJourney: records, from: `10.0.${house}.1` });
    for (let n = 0; n < DEVICES && members.length < clients; n += 1)
      members.push({ token: await household.signIn(`10.1.${house}.${n + 1}`) });
  }
  return members;
};

interface Crowd {
  /** Answers the ms it took. */
  readonly ask: (question: CrowdAsk) => Promise<number>;
  readonly end: () => Promise<void>;
}

const startCrowd = (): Crowd => {
  const child = fork(path.join(import.meta.dirname, 'crowd-process.ts'), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    ask: async (question) => {
      child.send(question);
      const reply = await new Promise<unknown>((resolve, reject) => {
        child.once('message', resolve);
        void ended.then(() => reject(new Error('the crowd is gone')));
      });
      const answer = z.object({ ms: z.number() }).safeParse(reply);
      if (!answer.success) throw new Error(`the crowd: ${JSON.stringify(reply)}`);
      return answer.data.ms;
    },
    end: async () => {
      child.disconnect();
      await ended;
    },
  };
};

const residentMb = async (pid: number): Promise<string> => {
  const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(pid)]);
  return (z.coerce.number().positive().parse(stdout.trim()) / 1_024).toFixed(0);
};
