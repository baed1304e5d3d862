// What a camera adds to a picture: grain, a darker rim, a JPEG of bounded size, and EXIF with the moment it was taken.
import sharp from 'sharp';
import { createChance, roughlyNormal } from './chance.mjs';

/** Adds sensor grain (deviation `grain`, 0-255 scale) and darkens the corners by `rim` (0 to 1). Returns a sharp picture. */
export const throughLens = async (input, { grain = 4, rim = 0.16, seed = 1 } = {}) => {
  const { data, info } = await sharp(input).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const chance = createChance(seed);
  // A table is enough: the eye can't tell 64k samples walked in a random stride from fresh ones, and it is ten times faster.
  const noise = Float32Array.from({ length: 65_536 }, () => roughlyNormal(chance) * grain);
  const far = (width * width + height * height) / 4;
  for (let y = 0; y < height; y++) {
    let at = Math.floor(chance() * 65_536);
    for (let x = 0; x < width; x++) {
      const away = ((x - width / 2) ** 2 + (y - height / 2) ** 2) / far;
      const fall = 1 - rim * away * away;
      const i = (y * width + x) * channels;
      const light = noise[at++ & 65_535];
      for (let c = 0; c < channels; c++) {
        const value = data[i + c] * fall + light + 0.45 * noise[(at * 7 + c * 977) & 65_535];
        data[i + c] = Math.max(0, Math.min(255, value));
      }
    }
  }
  return sharp(data, { raw: { width, height, channels } });
};

/** Digits as EXIF writes a moment: local time, colons in the date. `at` is like `2026-03-02T10:15:00`. */
export const exifMoment = (at) => at.slice(0, 19).replace('T', ' ').replaceAll('-', ':');

/** Berlin's offset in spring 2026: summer time began on 29 March. */
export const berlinOffset = (at) => (at < '2026-03-29T02:00:00' ? '+01:00' : '+02:00');

/** EXIF blocks for sharp's `withExif`; the maker says plainly that the picture is a sample. */
export const exifFor = (at) => ({
  IFD0: {
    Make: 'Plumbline sample',
    Model: 'Rendered kitchen',
    DateTime: exifMoment(at),
    Software: 'Plumbline sample art',
  },
  IFD2: { DateTimeOriginal: exifMoment(at), DateTimeDigitized: exifMoment(at), OffsetTimeOriginal: berlinOffset(at) },
});

/** The best JPEG of at most `limit` bytes; `decorate` may add EXIF to the sharp picture. */
export const jpegWithin = async (picture, limit, decorate = (p) => p) => {
  for (let quality = 88; quality >= 30; quality -= 3) {
    const bytes = await decorate(picture.clone()).jpeg({ quality, mozjpeg: true }).toBuffer();
    if (bytes.length <= limit) return bytes;
  }
  throw new Error(`No JPEG of ${limit} bytes at a quality worth looking at`);
};
