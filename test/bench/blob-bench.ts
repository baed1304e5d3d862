// `bench blob`: an original of 50 MB up to the server and down again, encrypted on the disk as shipped; beside it one raw attachment.
import { randomBytes, randomUUID } from 'node:crypto';
import { openAsBlob, writeFileSync } from 'node:fs';
import { stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { privateSpace } from '../../domain/spaces/space.ts';
import type { Launched } from '../support/launch.ts';
import { median, tell } from './figures.ts';
import { startForked } from './forked.ts';
import { makeHousehold, type Household } from './household.ts';
import type { Sizes } from './sizes.ts';
import { formOf, inSyncWorld, type SyncWorld } from './sync-world.ts';

const MB = 1024 * 1024;

interface Times {
  readonly up: number[];
  readonly down: number[];
}

export const benchBlob = ({ blobBytes, runs }: Sizes, folder: string): Promise<void> =>
  inSyncWorld(folder, async (world) => {
    const household = await makeHousehold(world.server.url, { journeys: 1, perJourney: 10 });
    const [ours, peer]: [Times, Times] = [
      { up: [], down: [] },
      { up: [], down: [] },
    ];
    const grown: number[] = [];
    const raw = await startRaw(world);
    console.log(`  one raw attachment: ${raw.kind}`);
    const file = path.join(folder, 'original');
    writeFileSync(file, randomBytes(blobBytes));
    await world.app.at(world.device(), async (sender, sending) => {
      await join(sending, world, household);
      await world.app.at(world.device(), async (receiver, receiving) => {
        await join(receiving, world, household);
        const space = privateSpace(household.journeys[0] ?? '');
        // The first is not counted: it warms both ways.
        for (let n = 0; n <= runs; n += 1) {
          const sha = await sender.evaluate((bytes) => window.bench.sync().makeOriginal(bytes), blobBytes);
          const up = await withMemory(sending, () =>
            sender.evaluate(([to, name]) => window.bench.sync().move('blob.upload', to, name), [space, sha] as const),
          );
          const down = await withMemory(receiving, () =>
            receiver.evaluate(([from, name]) => window.bench.sync().move('blob.download', from, name), [
              space,
              sha,
            ] as const),
          );
          const peers = await rawAttachment(raw.next(), { file, bytes: blobBytes });
          if (n === 0) continue;
          ours.up.push(up.ms);
          ours.down.push(down.ms);
          peer.up.push(peers.up);
          peer.down.push(peers.down);
          grown.push(Math.max(up.grownMb, down.grownMb));
        }
      });
    });
    await raw.end();
    const perSecond = (times: readonly number[]): string => ((blobBytes / MB / median(times)) * 1_000).toFixed(1);
    console.log(`  up ${perSecond(ours.up)} MB/s, one raw attachment ${perSecond(peer.up)} MB/s`);
    console.log(`  down ${perSecond(ours.down)} MB/s, one raw attachment ${perSecond(peer.down)} MB/s`);
    tell('blob.ratio_up', median(peer.up) / median(ours.up), 'x');
    tell('blob.ratio_down', median(peer.down) / median(ours.down), 'x');
    tell('blob.client_mb', median(grown), 'MB');
  });

const join = async ({ page }: Launched, world: SyncWorld, household: Household): Promise<void> => {
  await page.evaluate(() => window.bench.open(true));
  await page.evaluate((form) => window.bench.sync().enter('signIn', form), formOf(world, household));
};

const BETWEEN_MS = 50;

/** The most that main and its helpers together grew while it went on. */
const withMemory = async (
  { app }: Launched,
  work: () => Promise<number>,
): Promise<{ readonly ms: number; readonly grownMb: number }> => {
  const memory = (): Promise<number> =>
    app.evaluate((electron) =>
      electron.app
        .getAppMetrics()
        .filter(({ type }) => type !== 'Tab')
        .reduce((sum, { memory: { workingSetSize } }) => sum + workingSetSize, 0),
    );
  const before = await memory();
  let most = before;
  const over = new AbortController();
  const watch = async (): Promise<void> => {
    while (!over.signal.aborted) {
      // Playwright loses an answer now and then when main collects its garbage: one look less.
      most = Math.max(most, await memory().catch(() => 0));
      await new Promise((resolve) => setTimeout(resolve, BETWEEN_MS));
    }
  };
  const watching = watch();
  const ms = await work().finally(() => over.abort());
  await watching;
  return { ms, grownMb: (most - before) / 1_024 };
};

/** Where one attachment is kept as it is. */
interface RawPlace {
  readonly kind: string;
  /** An address of its own for each. */
  readonly next: () => URL;
  readonly end: () => Promise<void>;
}

const RAW = 'raw';

const startRaw = async ({ couch }: SyncWorld): Promise<RawPlace> => {
  if ((process.env['COUCHDB_URL'] ?? '') !== '') {
    await couch.make(RAW);
    const next = (): URL => new URL(`${couch.database(RAW)}/${randomUUID()}/original`);
    return { kind: 'the same CouchDB', next, end: () => couch.remove(RAW) };
  }
  const { address, end } = await startForked('raw-store-process.ts');
  return { kind: 'the embedded store with bare HTTP around it', next: () => new URL(randomUUID(), address), end };
};

/** From a file and into a file, like ours, but neither encrypted, hashed nor synced to the disk. */
const rawAttachment = async (
  address: URL,
  { file, bytes }: { readonly file: string; readonly bytes: number },
): Promise<{ readonly up: number; readonly down: number }> => {
  const headers = { authorization: `Basic ${btoa(`${address.username}:${address.password}`)}` };
  address.username = address.password = '';
  const body = await openAsBlob(file);
  const started = performance.now();
  const put = await fetch(address, {
    method: 'PUT',
    headers: { ...headers, 'content-type': 'application/octet-stream' },
    body,
  });
  if (!put.ok) throw new Error(`the raw attachment was answered ${put.status}`);
  await put.arrayBuffer();
  const sent = performance.now();
  const got = await fetch(address, { headers });
  if (got.body === null) throw new Error(`the raw attachment was answered ${got.status}`);
  await writeFile(`${file}-back`, got.body);
  const down = performance.now() - sent;
  const { size } = await stat(`${file}-back`);
  if (size !== bytes) throw new Error(`${size} of ${bytes} bytes came back`);
  return { up: sent - started, down };
};
