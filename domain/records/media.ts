// Photos and documents, and what was read from them. The bytes are files named by SHA-256; these records name them.
import { z } from 'zod';
import { recordId, recordKey } from '../kernel/ids.ts';
import { money } from '../kernel/money.ts';
import { calendarDate, instant } from '../kernel/time.ts';
import { LIGHTS } from '../pictures/look.ts';
import { PHOTO_KINDS } from '../pictures/photo-kind.ts';
import { ROOM_KINDS } from '../pictures/room-kind.ts';
import { defineRecord } from './define.ts';
import { marks } from './mark.ts';
import { movedTo } from './moved.ts';
import { paperFixes, paperKind } from './paper.ts';

export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * What photo and document share: the original file. `bytes` is its size, `name` what the person's file was called. `preview` is a
 * JPEG of the picture or first page, a file of its own that travels before the original; absent where none was made.
 */
const original = {
  sha: sha256,
  bytes: z.int().positive(),
  mime: z.string().max(100),
  name: z.string().max(300),
  preview: z.object({ sha: sha256, bytes: z.int().positive().max(1_048_576) }).optional(),
};

/** Key of the e-mail that it was attached to, a document; absent where it came in by itself. */
const cameWith = recordKey.nullable().optional();

const fingerprint = z.string().regex(/^[0-9a-f]{16}$/);

/** What its pixels say; units in domain/pictures/look.ts. Absent where an older build brought the photo in. */
export const pictureLook = z.looseObject({
  sharpness: z.int().min(0),
  light: z.enum(LIGHTS).catch('good'),
  /** Fingerprint of the picture as its camera took it. */
  likeness: fingerprint,
  /** The same of it turned clockwise by 90, 180 and 270 degrees. Absent where an older build looked at it. */
  turned: z.tuple([fingerprint, fingerprint, fingerprint]).optional(),
});
export type PictureLook = z.infer<typeof pictureLook>;

export const turn = z.literal([0, 90, 180, 270]);
export type Turn = z.infer<typeof turn>;

/** As many as are read of any document with the places of their words. */
export const MOST_PHOTO_PAGES = 60;

export const photoBody = z.looseObject({
  ...original,
  caption: z.string().max(1_000),
  /** Size in px as shown, EXIF orientation applied. */
  width: z.int().positive(),
  height: z.int().positive(),
  /** EXIF DateTimeOriginal as local wall time `YYYY-MM-DDTHH:mm:ss`; null when the picture has none. */
  takenAt: z.string().max(40).nullable(),
  /** When it was taken as a person put it right, in the same form; null for as the camera said (domain/pictures/taken.ts). */
  takenFix: z.string().max(40).nullable().optional(),
  /** ThumbHash in base64, shown until the preview is there. */
  thumb: z.string().max(200),
  look: pictureLook.optional(),
  /** A person says that it is good as it is, whatever its look. */
  isFine: z.boolean().nullable().optional(),
  /** Which room it shows, in a person's words. */
  room: z.string().max(80).nullable().optional(),
  /** Keys of further steps that it shows besides its parent. */
  steps: z.array(recordKey).max(50).nullable().optional(),
  /** Degrees by which a person turned it clockwise; the original stays as it is, and so do `width` and `height`. */
  turn: turn.nullable().optional(),
  /** What people drew over it, each mark under its id: two devices' marks become one set. */
  marks: marks.nullable().optional(),
  /** Key of the copy that took it over, while it lies in the trash for that. */
  mergedInto: recordKey.nullable().optional(),
  /**
   * A paper that was photographed page by page: the ids of the photos of all its pages in order, this one's own among them. Ids, not
   * keys: its pages lie where it lies, so a copy that is shared names the copies. Empty when a person says that it stands alone.
   */
  pages: z.array(recordId).max(MOST_PHOTO_PAGES).nullable().optional(),
  mail: cameWith,
  movedTo,
});

export const photo = defineRecord({
  type: 'photo',
  version: 1,
  spaces: ['private', 'journey', 'party'],
  body: photoBody,
  merge: { caption: 'text', marks: 'map', steps: 'set', pages: 'set' },
});

export const documentBody = z.looseObject({
  ...original,
  title: z.string().max(300),
  pages: z.int().positive(),
  /** Key of the document that this one is a newer version of; the older one stays, and is shown behind it. */
  replaces: recordKey.nullable().optional(),
  mail: cameWith,
  movedTo,
});

export const document = defineRecord({
  type: 'document',
  version: 1,
  spaces: ['private', 'journey', 'party'],
  body: documentBody,
  merge: {},
});

/** One word as read: `[text, x0, y0, x1, y1, confidence 0-100]`, px in the page's own size. */
export const readWord = z.tuple([z.string(), z.number(), z.number(), z.number(), z.number(), z.number()]);

export const readPage = z.object({
  /** Size in px of the picture that the boxes refer to. */
  width: z.int().positive(),
  height: z.int().positive(),
  /** `ocr` read from pixels, `embedded` the document's own text. */
  source: z.enum(['ocr', 'embedded']),
  text: z.string(),
  words: z.array(readWord),
  /** How far its lines run downwards to the right, in degrees, about 90, 180 or -90 where it does not stand upright; absent when it is straight. */
  turned: z.number().optional(),
});
export type ReadPage = z.infer<typeof readPage>;

/** What a paper seems to say. A suggestion only: it becomes a cost, a quote or a reminder when a person says so. */
export const receiptGuess = z.object({
  /** Absent where only a receipt was looked for. */
  kind: paperKind.optional(),
  total: money.nullable(),
  date: calendarDate.nullable(),
  vendor: z.string().max(200).nullable(),
});
export type ReceiptGuess = z.infer<typeof receiptGuess>;

const colours = z.array(z.string().regex(/^#[0-9a-f]{6}$/)).max(8);
export const photoKind = z.enum(PHOTO_KINDS);
const roomKind = z.enum(ROOM_KINDS);

/** What was made out on a photo besides its words: a suggestion, as everything here. */
export const photoSeen = z.looseObject({
  /** By which rules; what older ones saw is looked at again. */
  v: z.int().positive(),
  kind: photoKind.catch('other'),
  /** Those that stand out, the largest first. */
  colours,
  /** Things that are on it, each once, with how sure that is in percent; absent where they could not be looked for. A newer build may know more. */
  objects: z
    .array(z.looseObject({ is: z.string().max(40), sure: z.int().min(0).max(100) }))
    .max(100)
    .optional(),
  /** How it was turned when things were looked for; absent where it was not. */
  turn: turn.optional(),
  /** Where it was taken, in degrees; null when it does not say, absent while the person does not want it kept. Never beside a shared photo. */
  place: z
    .object({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) })
    .nullable()
    .optional(),
});
export type PhotoSeen = z.infer<typeof photoSeen>;

/** What a person put right of it, by field. Looking again leaves it alone. */
export const seenFixes = z
  .looseObject({
    kind: photoKind.nullable(),
    colours: colours.nullable(),
    roomKind: roomKind.nullable(),
    /** The place is wrong, or nobody's business. */
    noPlace: z.boolean().nullable(),
  })
  .partial();
export type SeenFixes = z.infer<typeof seenFixes>;

/** By name of the thing: it is there, or it is not. */
export const objectFixes = z.record(z.string().max(40), z.boolean().nullable());

/** A place that is wrong or nobody's business is not only hidden: whoever looked at the photo later does not bring it back. */
export const withoutUnwantedPlace = <Seen extends { readonly place?: unknown }>(
  seen: Seen,
  fixes: { readonly noPlace?: unknown } | null | undefined,
): Seen => (fixes?.noPlace === true && (seen.place ?? null) !== null ? { ...seen, place: null } : seen);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** `envelope.parent` is the photo or document; its id is derived from theirs, so reading twice is one record. */
export const readingBody = z.looseObject({
  sha: sha256,
  language: z.string().max(20),
  pages: z.array(readPage),
  guess: receiptGuess.nullable(),
  /** `open` until the person took the suggestion or waved it away. */
  offer: z.enum(['none', 'open', 'taken', 'dismissed']),
  readAt: instant,
  /** What a person put right of what was read. Reading again leaves it alone. */
  fixes: paperFixes.optional(),
  /** Of a photo only. */
  seen: photoSeen.nullable().optional(),
  seenFixes: seenFixes.nullable().optional(),
  objectFixes: objectFixes.nullable().optional(),
  /** Key of the cost, quote or task that it became. */
  made: recordKey.nullable().optional(),
});

export const reading = defineRecord({
  type: 'reading',
  version: 1,
  spaces: ['private', 'journey', 'party'],
  body: readingBody,
  merge: { fixes: 'map', seenFixes: 'map', objectFixes: 'map' },
  // A page of words is long, and is read again from the picture: once in the record is enough.
  // So is what was seen; and a place that a person no longer wants kept must not live on in the history.
  derived: ['pages', 'seen'],
  afterMerge: (body) => {
    const { seen, seenFixes: fixes } = body;
    return isObject(seen) && isObject(fixes) ? { ...body, seen: withoutUnwantedPlace(seen, fixes) } : body;
  },
});
