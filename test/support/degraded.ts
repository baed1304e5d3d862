// A clean page as it may come from a scanner or a phone: turned, blurred, noisy, in a shadow. Always the same pixels for the same page.
import sharp from 'sharp';

export const DEGRADATIONS = ['tilt', 'blur', 'jpeg', 'noise', 'shadow', 'photo'] as const;
export type Degradation = (typeof DEGRADATIONS)[number];

const TILT_DEGREES = 2;
/** Standard deviation in px. */
const BLUR = 2.6;
/** Of the light on a page, 0 to 1, in the corner that is darkest; and standard deviation of noise, of 255. */
const SHADE = 0.06;
const NOISE = 34;
const PHOTO_NOISE = 7;

/** A PNG in, an encoded picture out. */
export const degraded = (png: Buffer, how: Degradation): Promise<Buffer> => WAYS[how](png);

const WAYS: Readonly<Record<Degradation, (png: Buffer) => Promise<Buffer>>> = {
  tilt: (png) => sharp(png).rotate(TILT_DEGREES, { background: '#fff' }).png().toBuffer(),
  blur: (png) => sharp(png).blur(BLUR).png().toBuffer(),
  jpeg: (png) => sharp(png).jpeg({ quality: 40 }).toBuffer(),
  noise: (png) => noisy(png, NOISE),
  shadow: (png) => lit(png, SHADE),
  photo: (png) => photo(png),
};

/** Taken by hand from above a table: turned, a hand's shadow, a little soft and grainy, a JPEG. */
const photo = async (png: Buffer): Promise<Buffer> => {
  const inShade = await lit(png, 0.6);
  const turned = await sharp(inShade).rotate(-0.8, { background: '#6b6258' }).blur(0.9).png().toBuffer();
  return sharp(await noisy(turned, PHOTO_NOISE))
    .jpeg({ quality: 70 })
    .toBuffer();
};

/** Light from the upper left, and the shadow of whoever bends over the page, with a soft edge across the text. */
const lit = async (png: Buffer, least: number): Promise<Buffer> => {
  const { width, height } = await sharp(png).metadata();
  const grey = (light: number): string => `rgb(${[1, 1, 1].map(() => Math.round(light * 255)).join()})`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs>
<linearGradient id="a" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#fff"/><stop offset="1" stop-color="${grey(Math.sqrt(least))}"/></linearGradient>
<linearGradient id="b" x1="0" y1="1" x2="0.6" y2="0"><stop offset="0.5" stop-color="${grey(Math.sqrt(least))}"/><stop offset="0.64" stop-color="#fff"/></linearGradient>
</defs><rect width="100%" height="100%" fill="url(#a)"/></svg>`;
  const hand = svg.replace('url(#a)', 'url(#b)');
  return sharp(png)
    .composite([
      { input: Buffer.from(svg), blend: 'multiply' },
      { input: Buffer.from(hand), blend: 'multiply' },
    ])
    .png()
    .toBuffer();
};

/** Gaussian noise on each pixel (Box and Muller 1958), from a generator with a fixed seed (mulberry32). */
const noisy = async (png: Buffer, deviation: number): Promise<Buffer> => {
  const { data, info } = await sharp(png).removeAlpha().grayscale().raw().toBuffer({ resolveWithObject: true });
  let state = 0x9e37_79b9;
  const random = (): number => {
    state = (state + 0x6d2b_79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const out = Buffer.alloc(data.length);
  for (let at = 0; at < data.length; at += 1) {
    const gauss = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    out[at] = Math.max(0, Math.min(255, Math.round((data[at] ?? 0) + gauss * deviation)));
  }
  return sharp(out, { raw: { width: info.width, height: info.height, channels: info.channels } })
    .png()
    .toBuffer();
};
