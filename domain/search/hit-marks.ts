// The two characters that stand around what was looked for in a text that the search gives back.

/** Control characters, so that no title and no text can hold them in earnest. */
export const HIT_BEGIN = '\u0001';
export const HIT_END = '\u0002';

/** The text as it was before it was marked; `instead` takes the place of every mark. */
export const withoutHitMarks = (text: string, instead = ''): string =>
  text.replaceAll(HIT_BEGIN, instead).replaceAll(HIT_END, instead);
