// Kills the app again and again while it writes and imports, and counts what was lost or torn by it.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { rawRecords } from '../support/raw-records.ts';
import { blobFolder, createDevice, startDevice, type Device } from './device.ts';
import { orphans } from './disk.ts';
import { findings, type Findings } from './findings.ts';
import { playRound } from './round.ts';
import { createChance } from './seeded.ts';

export interface KillsPlan {
  readonly rounds: number;
  readonly seed: number;
  readonly say?: (line: string) => void;
}

export interface KillsResult {
  readonly lost: readonly string[];
  readonly torn: readonly string[];
  /** What the windows had shown as there in all rounds: without any, nothing was proved. */
  readonly steps: number;
  readonly photos: number;
}

/** Every fifth round is played on a second device, protected by a passphrase; every fourth kills the page's process first. */
export const playKills = async ({ rounds, seed, say = () => {} }: KillsPlan): Promise<KillsResult> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-kills-'));
  const pictures = path.join(folder, 'pictures');
  mkdirSync(pictures);
  const open = createDevice(path.join(folder, 'open'), 'none');
  const locked = createDevice(path.join(folder, 'locked'), 'passphrase');
  const lost = new Set<string>();
  const torn = new Set<string>();
  const note = (found: Findings): void => {
    for (const one of found.lost) if (!lost.has(one)) say(`  LOST ${one}`);
    for (const one of found.torn) if (!torn.has(one)) say(`  TORN ${one}`);
    for (const one of found.lost) lost.add(one);
    for (const one of found.torn) torn.add(one);
  };
  for (let number = 1; number <= rounds; number += 1) {
    const device = number % 5 === 0 ? locked : open;
    const victim = number % 4 === 3 ? 'renderer' : 'main';
    // A seed of its own for each round: what one round does with chance moves no other.
    const result = await playRound({ number, device, victim, pictures }, createChance(seed * 1_000 + number));
    say(
      `round ${number}: ${victim} killed after ${result.diedAfter} ms, ${result.seen} were shown${device.protection === 'none' ? '' : ', with a passphrase'}`,
    );
    note(result);
  }
  for (const device of [open, locked]) if (device.given.size > 0) note(await lastLook(device, say));
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  return {
    lost: [...lost],
    torn: [...torn],
    steps: open.steps.size + locked.steps.size,
    photos: open.photos.size + locked.photos.size,
  };
};

const lastLook = async (device: Device, say: (line: string) => void): Promise<Findings> => {
  const { launched, person } = await startDevice(device);
  try {
    const found = await findings(person, device);
    if (device.protection === 'none') {
      const named = new Set((await rawRecords(launched.page)).map(({ body }) => String(body['sha'])));
      // No loss, but room on the disk: an import that died between its original and the note of it leaves one.
      say(`${orphans(blobFolder(device), named).length} originals are kept that no record names`);
    }
    return found;
  } finally {
    await launched.close();
  }
};
