// What a person drew over a photo: kept beside the untouched original, each mark under an id of its own.
import { z } from 'zod';

/** A newer build may know more; what is not known here is kept and not drawn. */
export const MARK_KINDS = ['arrow', 'circle', 'text', 'measure'] as const;
export type MarkKind = (typeof MARK_KINDS)[number];

/** Across and down, in fractions of the upright picture as its camera took it, before a person turned it. */
const point = z.tuple([z.number().min(0).max(1), z.number().min(0).max(1)]);

/**
 * `arrow` points from `from` to `to`; `circle` fills the box between both; `text` begins at `from`; `measure` is a line with
 * `text` on it, what a person measured there.
 */
export const mark = z.looseObject({
  kind: z.string().min(1).max(40),
  from: point,
  to: point,
  text: z.string().max(500),
});
export type Mark = Readonly<z.infer<typeof mark>>;

export const markId = z.string().regex(/^mark_[0-9a-z-]{1,60}$/);

export const marks = z.record(markId, mark);
export type Marks = Readonly<z.infer<typeof marks>>;
