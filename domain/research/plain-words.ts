// Makes plain text of what strangers send: no tags, no control characters, no half letters, and not without end.

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** `most` is in characters. What only looks like a tag may go too: these are words to be read, not to be kept to the letter. */
export const plainWords = (text: string, most: number): string =>
  text
    .slice(0, most * 4)
    .replaceAll(/<\/?[a-zA-Z!][^<>]*>/g, '')
    .replaceAll(/&(#\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-z]{2,4});/g, decoded)
    .replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, most)
    .toWellFormed();

const decoded = (whole: string, name: string): string => {
  if (!name.startsWith('#')) return ENTITIES[name] ?? whole;
  const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
};
