// Two real devices and a real server, each killed at random moments while a large file and edits travel between them.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { networkReturns } from '../../support/network-returns.ts';
import { startRealServer, type RealServer } from '../../support/real-server.ts';
import { createDevice, JOURNEY, startDevice, type Device, type Started } from '../device.ts';
import { createChance, type Chance } from '../seeded.ts';
import { untilGone } from '../until-gone.ts';
import { endOf } from '../ways-to-die.ts';
import { watchWindow } from '../watch-window.ts';
import { makeBigPdf } from './big-pdf.ts';
import { startCountingProxy, type CountingProxy, type Way } from './counting-proxy.ts';
import { household, joinedDevice } from './household.ts';
import { syncFindings } from './sync-findings.ts';
import { until } from './waiting.ts';

export interface SyncKillsPlan {
  /** One kill each: the first half while the file goes up, the rest while it comes down. */
  readonly rounds: number;
  readonly seed: number;
  readonly bytes: number;
  readonly say?: (line: string) => void;
}

export interface SyncKillsResult {
  readonly lost: readonly string[];
  readonly torn: readonly string[];
  /** Chunks that travelled more than once. */
  readonly resent: number;
  /** Kills that came while a chunk was on its way: without any, nothing was proved. */
  readonly inFlight: number;
  /** What the windows had shown as there. */
  readonly steps: number;
}

type Victim = 'sender' | 'receiver' | 'server';

/** How long the file flows before the kill, ms. */
const SOONEST = 300;
const LATEST = 2_500;
/** What flows besides in a round, while an end starts again, ms at most. */
const BETWEEN = 2_500;
/** Between two steps that one person types, ms. */
const TYPING_MS = 500;

interface Play {
  readonly server: RealServer;
  readonly proxy: CountingProxy;
  readonly devices: Readonly<Record<'sender' | 'receiver', Device>>;
  readonly running: Record<'sender' | 'receiver', Started>;
  readonly chance: Chance;
  readonly say: (line: string) => void;
}

export const playSyncKills = async ({
  rounds,
  seed,
  bytes,
  say = () => {},
}: SyncKillsPlan): Promise<SyncKillsResult> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-sync-kills-'));
  const file = makeBigPdf(folder, 'plan-of-the-house.pdf', bytes);
  const server = await startRealServer();
  const proxy = await startCountingProxy(server.url);
  const devices = {
    sender: createDevice(path.join(folder, 'sender'), 'none'),
    receiver: createDevice(path.join(folder, 'receiver'), 'none'),
  };
  const sender = await startDevice(devices.sender);
  const code = await household(sender.person, proxy.url);
  const receiver = await joinedDevice(devices.receiver, { server: proxy.url, code, journey: JOURNEY });
  const play: Play = { server, proxy, devices, running: { sender, receiver }, chance: createChance(seed), say };

  const torn: string[] = [];
  const ups = Math.ceil(rounds / 2);
  let inFlight = 0;
  try {
    proxy.watch(file.sha);
    devices.sender.given.set(file.name, file);
    proxy.pace('up', paceFor(bytes, ups));
    proxy.pace('down', paceFor(bytes, rounds - ups));
    await sender.person.openTab('Documents');
    await sender.person.addFiles('Add documents', [file.file]);
    await sender.person.openTab('Steps');
    for (let number = 1; number <= rounds; number += 1) {
      const way: Way = number <= ups ? 'up' : 'down';
      if (number === ups + 1) {
        proxy.pace('up', Infinity);
        await until('the server has the whole file', async () => proxy.isWhole());
      }
      const result = await playSyncRound(play, number, way);
      torn.push(...result.torn);
      if (result.flowed) inFlight += 1;
    }
    proxy.pace('down', Infinity);
    const settled = await syncFindings({ devices: play.devices, running: play.running, file });
    const resent = proxy.resent('up') + proxy.resent('down');
    say(
      `chunks that travelled: ${proxy.sent('up')} up, ${proxy.sent('down')} down; again: ${proxy.resent('up')} and ${proxy.resent('down')}`,
    );
    const steps = devices.sender.steps.size + devices.receiver.steps.size;
    return { lost: settled.lost, torn: [...torn, ...settled.torn], resent, inFlight, steps };
  } finally {
    for (const { launched } of Object.values(play.running)) await launched.kill().catch(() => undefined);
    await proxy.end();
    await server.end();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
};

/** Bytes a second: so slow that the kills of one half are over before the file is. */
const paceFor = (bytes: number, kills: number): number => (bytes / (kills * (LATEST + BETWEEN))) * 1_000;

interface RoundEnd {
  readonly torn: readonly string[];
  readonly flowed: boolean;
}

/** Both type while the file flows; one end is killed in the middle of it and started again. */
const playSyncRound = async (play: Play, number: number, way: Way): Promise<RoundEnd> => {
  const { server, proxy, devices, running, chance, say } = play;
  const end = way === 'up' ? 'sender' : 'receiver';
  const victim: Victim = number % 2 === 1 ? end : 'server';
  const diedAfter = Math.round(chance.between(SOONEST, LATEST));
  const stopping = new AbortController();
  const typing = (['sender', 'receiver'] as const).map((who) =>
    typeSteps(running[who], `${who} ${number}`, stopping.signal),
  );
  const watching = (['sender', 'receiver'] as const).map((who) =>
    watchWindow(running[who].launched.page, devices[who]),
  );
  await proxy.flowing(way, 60_000);
  await wait(diedAfter);
  const flowed = await proxy.flowing(way, 100);
  const stop = async (): Promise<void> => {
    stopping.abort();
    await Promise.all(typing);
    for (const watch of watching) await watch.stop();
  };
  let torn: readonly string[] = [];
  if (victim === 'server') {
    await server.kill();
    await stop();
    await server.start();
    for (const { launched } of Object.values(running)) await networkReturns(launched.page);
  } else {
    torn = await endOf('main', running[victim].launched);
    await stop();
    running[victim] = await startDevice(devices[victim]);
  }
  say(
    `round ${number}: ${victim} killed after ${diedAfter} ms${flowed ? ', a chunk on its way' : ''}, ${proxy.sent(way)} chunks ${way}`,
  );
  return { torn, flowed };
};

const typeSteps = ({ person }: Started, name: string, signal: AbortSignal): Promise<void> =>
  untilGone(async () => {
    for (let n = 1; !signal.aborted; n += 1) {
      await person.addStep(`Step ${n} of ${name}`);
      await wait(TYPING_MS);
    }
  });
