// Makes the sample photos: `node scripts/art/make-photos.mjs [folder]`. Rendered PNGs already in the folder are used again.
// Needs Debian's `blender` (3.4 was used; CPU only, about two minutes a picture on two cores) and `chromium`.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { openPaper } from './browser.mjs';
import { exifFor, jpegWithin, throughLens } from './camera.mjs';
import { photos } from './photos.mjs';
import { platePage } from './plate-page.mjs';

const here = import.meta.dirname;
const out = path.join(here, '../../src-renderer/public/sample');
const cache = path.resolve(process.argv[2] ?? path.join(here, '../../out/art'));
const LIMIT = 150_000;

/** Renders at 70 % and lets the enlargement stand in for a phone's soft lens: a quarter of the time, no visible loss. */
const render = (shot) => {
  const png = path.join(cache, `${shot}.png`);
  if (existsSync(png)) return png;
  const args = [
    '-b',
    '--factory-startup',
    '--python',
    path.join(here, 'kitchen/render.py'),
    '--',
    shot,
    png,
    '70',
    '20',
  ];
  const done = spawnSync('blender', args, { stdio: 'inherit' });
  if (!existsSync(png)) throw new Error(`blender did not draw ${shot} (exit ${done.status})`);
  return png;
};

const finish = async (photo, source, index) => {
  const sized = await sharp(source)
    .flatten()
    .resize(1600, 1200, { kernel: 'lanczos3' })
    .modulate({ brightness: photo.light ?? 1 })
    .sharpen({ sigma: 1.1, m1: 0.6, m2: 1.4 })
    .toBuffer();
  const seen = await throughLens(sized, { grain: 2.2, rim: 0.13, seed: 40 + index });
  const bytes = await jpegWithin(seen, LIMIT, (p) => p.withExif(exifFor(photo.takenAt)));
  await writeFile(path.join(out, photo.file), bytes);
  console.log(photo.file, bytes.length);
};

mkdirSync(out, { recursive: true });
mkdirSync(cache, { recursive: true });
const paper = await openPaper();
for (const [index, photo] of photos.entries()) {
  const source = photo.shot === 'plate' ? await paper.draw(platePage(), 1600, 1200) : render(photo.shot);
  await finish(photo, source, index);
}
await paper.close();
