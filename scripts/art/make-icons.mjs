// Writes build/icons/NxN.png (what electron-builder asks for on Linux), build/icon.svg and src-renderer/public/icon.svg.
import { mkdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { iconSvg } from './icon.svg.mjs';

const root = path.join(import.meta.dirname, '../..');
const SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024];

mkdirSync(path.join(root, 'build/icons'), { recursive: true });
for (const size of SIZES) {
  const svg = Buffer.from(iconSvg({ small: size <= 32 }));
  const png = await sharp(svg, { density: (144 * size) / 512 })
    .resize(size, size)
    .png({ compressionLevel: 9 })
    .toBuffer();
  await writeFile(path.join(root, `build/icons/${size}x${size}.png`), png);
}
await writeFile(path.join(root, 'build/icon.svg'), iconSvg());
await writeFile(path.join(root, 'src-renderer/public/icon.svg'), iconSvg());
console.log(`${SIZES.length} icons`);
