// `bench import`: 12-megapixel photos through the window, from being chosen until the last is on this device, encrypted as shipped.
import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import path from 'node:path';

import type { Page } from 'playwright-core';
import sharp from 'sharp';

import { passTheGate } from '../support/gate.ts';
import { launch } from '../support/launch.ts';
import { personAt } from '../support/person.ts';
import { tell } from './figures.ts';
import type { Sizes } from './sizes.ts';

/** PLUMBLINE_PHOTOS=100 brings in a hundred at once; the figures in the docs are of twelve. */
export const benchImport = async ({ photos: usual }: Sizes, folder: string): Promise<void> => {
  const photos = Number(process.env['PLUMBLINE_PHOTOS'] ?? usual);
  const files: string[] = [];
  for (let n = 1; n <= photos; n += 1) files.push(await makePhoto(path.join(folder, 'photos'), n));
  const { page, close } = await launch({ userData: path.join(folder, 'device'), protection: 'ask' });
  try {
    page.setDefaultTimeout(600_000);
    await passTheGate(page);
    const person = personAt(page);
    await person.startJourney({ name: 'Kitchen' });
    await person.openTab('Photos');
    await watchFrames(page);
    const from = performance.now();
    await person.addFiles('Add photos', files);
    const seconds = (performance.now() - from) / 1_000;
    const { longest, late } = await page.evaluate(() => window.frameGaps ?? { longest: 0, late: 0 });
    // Of many files the list shows some; its headline counts them all.
    const headline = await page.getByRole('region', { name: 'Files being added' }).getByRole('status').innerText();
    if (Number.parseInt(headline, 10) !== photos) throw new Error(`${photos} photos, and the list says: ${headline}`);
    tell('import.photos_per_s', photos / seconds, 'photos/s');
    tell('import.longest_frame_gap_ms', longest, 'ms');
    tell('import.frames_over_100_ms', late, `of_${photos}_photos`);
  } finally {
    await close();
  }
};

declare global {
  interface Window {
    frameGaps?: { longest: number; late: number };
  }
}

/** From now on the page remembers its longest time between two frames, ms, and how many took more than 100. */
const watchFrames = (page: Page): Promise<void> =>
  page.evaluate(() => {
    let last = performance.now();
    window.frameGaps = { longest: 0, late: 0 };
    const frame = (now: number): void => {
      const { longest, late } = window.frameGaps ?? { longest: 0, late: 0 };
      window.frameGaps = { longest: Math.max(longest, now - last), late: late + (now - last > 100 ? 1 : 0) };
      last = now;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });

/** 4032 x 3024 with the grain of a phone's camera: 4 to 5 MB as JPEG. */
const makePhoto = async (folder: string, n: number): Promise<string> => {
  mkdirSync(folder, { recursive: true });
  const small = { width: 1_260, height: 945, channels: 3 } as const;
  const file = path.join(folder, `IMG_${n}.jpg`);
  await sharp(randomBytes(small.width * small.height * 3), { raw: small })
    .resize(4_032, 3_024, { kernel: 'cubic' })
    .jpeg({ quality: 80 })
    .toFile(file);
  return file;
};
