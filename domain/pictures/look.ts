// What a picture's pixels say without knowing what is on it: how sharp it is, how it is lit, and a fingerprint of its likeness. Pure.

/** RGBA, a byte a channel, row by row. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray | Uint8Array;
}

/** `dark`: hardly anything can be made out; `bright`: most of it is burnt out. */
export const LIGHTS = ['good', 'dark', 'bright'] as const;
export type Light = (typeof LIGHTS)[number];

/** Brightness of each pixel, 0 to 255 (ITU-R BT.601). */
export const greyOf = ({ width, height, data }: Pixels): Uint8Array => {
  const grey = new Uint8Array(width * height);
  for (let at = 0; at < grey.length; at += 1) {
    const [red = 0, green = 0, blue = 0] = [data[at * 4], data[at * 4 + 1], data[at * 4 + 2]];
    grey[at] = Math.round(0.299 * red + 0.587 * green + 0.114 * blue);
  }
  return grey;
};

/** Longest side in px that sharpness is told at: what is blurred on a small picture looks sharp on none. */
export const SHARPNESS_SIDE = 512;
/** Parts of a picture: one sharp thing before a soft wall is a sharp picture. */
const PARTS = 4;

/**
 * Variance of the Laplacian, the usual measure of focus, of the sharpest of sixteen parts; about 0 to some thousands.
 * Source: Pech-Pacheco et al., "Diatom autofocusing in brightfield microscopy", ICPR 2000.
 */
export const sharpnessOf = (grey: Uint8Array, { width, height }: Pick<Pixels, 'width' | 'height'>): number => {
  let most = 0;
  for (let row = 0; row < PARTS; row += 1)
    for (let column = 0; column < PARTS; column += 1) {
      const part = {
        left: Math.max(1, Math.floor((column * width) / PARTS)),
        right: Math.min(width - 1, Math.floor(((column + 1) * width) / PARTS)),
        top: Math.max(1, Math.floor((row * height) / PARTS)),
        bottom: Math.min(height - 1, Math.floor(((row + 1) * height) / PARTS)),
      };
      most = Math.max(most, laplacianVariance(grey, width, part));
    }
  return Math.round(most);
};

interface Part {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const laplacianVariance = (grey: Uint8Array, width: number, { left, right, top, bottom }: Part): number => {
  let [sum, squares, count] = [0, 0, 0];
  for (let y = top; y < bottom; y += 1)
    for (let x = left; x < right; x += 1) {
      const at = y * width + x;
      const value =
        (grey[at - 1] ?? 0) +
        (grey[at + 1] ?? 0) +
        (grey[at - width] ?? 0) +
        (grey[at + width] ?? 0) -
        4 * (grey[at] ?? 0);
      sum += value;
      squares += value * value;
      count += 1;
    }
  return count === 0 ? 0 : squares / count - (sum / count) ** 2;
};

/** Sharp pictures of rooms measure 285 and more, blurred by a radius of 0.6 % of their side 12 and less (measured on the sample). */
const BLURRED_BELOW = 60;
/** Scanned receipts measure 3,500 and more. */
const EDGES_OF_PAPER = 1_000;

/** Share of pixels that must lie in the dark, or be burnt out, and where that begins. */
const MOST_OF_IT = 0.8;
const DARK_BELOW = 48;
const BURNT_ABOVE = 247;

export const lightOf = (grey: Uint8Array): Light => {
  let [dark, burnt] = [0, 0];
  for (const value of grey) {
    if (value < DARK_BELOW) dark += 1;
    if (value > BURNT_ABOVE) burnt += 1;
  }
  if (dark > grey.length * MOST_OF_IT) return 'dark';
  return burnt > grey.length * MOST_OF_IT ? 'bright' : 'good';
};

/** Size in px of the picture that the fingerprint is taken from. */
export const LIKENESS_SIZE = { width: 9, height: 8 } as const;

/** Difference hash: for each of 8 rows of 9, whether it gets darker from one pixel to the next; 64 bits as 16 hex digits. */
export const likenessOf = (grey: Uint8Array): string => {
  const { width, height } = LIKENESS_SIZE;
  let bits = '';
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x + 1 < width; x += 1)
      bits += (grey[y * width + x] ?? 0) > (grey[y * width + x + 1] ?? 0) ? '1' : '0';
  return BigInt(`0b${bits}`).toString(16).padStart(16, '0');
};

/** Fingerprints of a picture in its four turns, as a look keeps them. */
interface Likenesses {
  readonly likeness: string;
  readonly turned?: readonly string[] | undefined;
}

/** False where nothing was measured yet, or an older build measured less. */
export const isLookWhole = (look: Likenesses | undefined): boolean => look?.turned !== undefined;

/** The fingerprint of a picture as it is shown, turned by so many degrees; null where it is not known. */
export const likenessShown = (look: Likenesses | null | undefined, turn: number | null | undefined): string | null => {
  if (look == null) return null;
  return turn ? (look.turned?.[turn / 90 - 1] ?? null) : look.likeness;
};

/** A fingerprint as two halves of 32 bits: thousands are compared with thousands. */
export interface LikenessBits {
  readonly high: number;
  readonly low: number;
}

export const likenessBits = (likeness: string): LikenessBits => ({
  high: Number.parseInt(likeness.slice(0, 8), 16),
  low: Number.parseInt(likeness.slice(8), 16),
});

/** Bits that differ, 0 to 64. */
export const bitsApart = (a: LikenessBits, b: LikenessBits): number => ones(a.high ^ b.high) + ones(a.low ^ b.low);

/** How many bits of a 32-bit number are set. Source: Warren, "Hacker's Delight", 5-1. */
const ones = (value: number): number => {
  const pairs = value - ((value >>> 1) & 0x55_55_55_55);
  const fours = (pairs & 0x33_33_33_33) + ((pairs >>> 2) & 0x33_33_33_33);
  return Math.imul((fours + (fours >>> 4)) & 0x0f_0f_0f_0f, 0x01_01_01_01) >>> 24;
};

export const likenessDistance = (a: string, b: string): number => bitsApart(likenessBits(a), likenessBits(b));

/** The same picture, saved again or lit otherwise. */
export const SAME_WITHIN = 5;
/** The same view. */
export const VIEW_WITHIN = 12;

/** How alike two pictures are. On paper, white all over, it says little. */
export const likeness = (a: string, b: string): 'same' | 'view' | null => {
  const distance = likenessDistance(a, b);
  if (distance <= SAME_WITHIN) return 'same';
  return distance <= VIEW_WITHIN ? 'view' : null;
};

/** What to tell whoever could still take another picture; null when there is nothing to tell. */
export const complaintOf = ({
  sharpness,
  light,
}: {
  readonly sharpness: number;
  readonly light: Light;
}): 'dark' | 'bright' | 'blurred' | null => {
  if (light === 'dark') return 'dark';
  // A scanned page is as bright, and full of edges.
  if (light === 'bright' && sharpness < EDGES_OF_PAPER) return 'bright';
  return light === 'good' && sharpness < BLURRED_BELOW ? 'blurred' : null;
};
