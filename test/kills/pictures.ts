// Small pictures for the rounds to import: each of another size and with content of its own, so that each has a hash of its own.
import { createHash, randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';

import sharp from 'sharp';

import type { Chance } from './seeded.ts';

export interface MadePicture {
  readonly name: string;
  readonly file: string;
  readonly sha: string;
}

/** Makes one JPEG of 20 kB to 2 MB in `folder`; some come in several pieces to main, some in one. */
export const makePicture = async (folder: string, name: string, chance: Chance): Promise<MadePicture> => {
  const width = chance.whole(200, 1_800);
  const height = chance.whole(200, 1_400);
  // Noise stretched from a smaller one: detail enough for a photo's size, none that OCR would take for text.
  const grain = chance.whole(2, 6);
  const small = { width: Math.ceil(width / grain), height: Math.ceil(height / grain), channels: 3 } as const;
  const jpeg = await sharp(randomBytes(small.width * small.height * 3), { raw: small })
    .resize(width, height, { fit: 'fill' })
    .jpeg({ quality: chance.whole(70, 92) })
    .toBuffer();
  const file = path.join(folder, name);
  await writeFile(file, jpeg);
  return { name, file, sha: createHash('sha256').update(jpeg).digest('hex') };
};
