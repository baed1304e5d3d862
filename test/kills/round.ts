// One round: start, look that nothing is gone, write and import at the same time, and die in the middle of it.
import { setTimeout as wait } from 'node:timers/promises';

import { startDevice, type Device, type Started } from './device.ts';
import { findings, type Findings } from './findings.ts';
import { makePicture, type MadePicture } from './pictures.ts';
import type { Chance } from './seeded.ts';
import { untilGone } from './until-gone.ts';
import { endOf } from './ways-to-die.ts';
import { watchWindow } from './watch-window.ts';

/** How long the work goes on before the kill, ms. */
const SOONEST = 200;
const LATEST = 4_000;

export interface RoundPlan {
  readonly number: number;
  readonly device: Device;
  readonly victim: 'main' | 'renderer';
  /** Where pictures are made. */
  readonly pictures: string;
}

export interface RoundResult extends Findings {
  readonly diedAfter: number;
  readonly seen: string;
}

export const playRound = async (plan: RoundPlan, chance: Chance): Promise<RoundResult> => {
  const { number, device } = plan;
  const pictures: MadePicture[] = [];
  for (let n = 1, count = chance.whole(2, 6); n <= count; n += 1)
    pictures.push(await makePicture(plan.pictures, `r${number}-${n}.jpg`, chance));
  for (const picture of pictures) device.given.set(picture.name, picture);
  const diedAfter = Math.round(chance.between(SOONEST, LATEST));

  const started = await startDevice(device);
  const found = await findings(started.person, device);
  const before = { steps: device.steps.size, photos: device.photos.size };
  const watching = watchWindow(started.launched.page, device);
  const work = [importAll(started, pictures, chance), typeSteps(started, number)];
  await wait(diedAfter);
  const ended = await endOf(plan.victim, started.launched);
  await Promise.all(work);
  await watching.stop();
  const seen = `${device.steps.size - before.steps} steps and ${device.photos.size - before.photos} photos`;
  return { lost: found.lost, torn: [...found.torn, ...ended], diedAfter, seen };
};

/** In two helpings, so that an import begins while another is on its way. Ends when the window is gone. */
const importAll = async ({ person }: Started, pictures: readonly MadePicture[], chance: Chance): Promise<void> => {
  const input = person.page.locator('input[type=file][aria-label="Add to this journey: choose files"]');
  const first = pictures.slice(0, 2).map(({ file }) => file);
  const rest = pictures.slice(2).map(({ file }) => file);
  const pause = chance.whole(0, 900);
  await untilGone(async () => {
    await input.setInputFiles(first);
    await wait(pause);
    if (rest.length > 0) await input.setInputFiles(rest);
  });
};

const typeSteps = ({ person }: Started, round: number): Promise<void> =>
  untilGone(async () => {
    for (let n = 1; ; n += 1) await person.addStep(`Step ${round}.${n} of the work`);
  });
