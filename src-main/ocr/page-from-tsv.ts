// Makes a page of words and boxes out of tesseract's TSV, and leaves out what is no text: grain of wood, edges of tiles.
import type { ReadPage } from '../../domain/records/media.ts';

type Word = ReadPage['words'][number];

interface Line {
  /** Lines of one paragraph follow each other; between two stands an empty line. */
  readonly paragraph: string;
  readonly words: Word[];
}

/** Below this a line is noise, on whatever page: rules, stamps across words, the shadow of a fold. */
const NOISE = 25;
/** A page that is so unsure as a whole is a photo of a room: only lines that are sure by themselves are text, such as a sign. */
const UNSURE_PAGE = 55;
const SURE_LINE = 60;
/** A line of a photo says something from so many letters and digits on: edges are read as `|` and `i`, and surely. */
const SOME_LETTERS = 3;

/**
 * TSV columns: level, page, block, paragraph, line, word, left, top, width, height, confidence, text. Level 1 is the page and has
 * its size in px, level 5 a word. https://tesseract-ocr.github.io/tessdoc/Command-Line-Usage.html#tsv-output-currently-available-in-305-dev-in-master-branch-on-github
 *
 * The bounds were read off eleven photos of rooms (pages 27 to 51 sure) and thirteen receipts (57 to 93). Null when there is no page row.
 */
export const pageFromTsv = (...parts: readonly string[]): ReadPage | null => {
  const rows = parts.map(rowsOf);
  const pages = rows.flat().filter(([level]) => level === '1');
  if (pages.length === 0) return null;
  // Parts lie beside or below each other, and together they are the page.
  const ends = pages.map(box).map(([left, top, width, height]) => [left + width, top + height] as const);
  const width = Math.max(...ends.map(([right]) => right));
  const height = Math.max(...ends.map(([, bottom]) => bottom));
  const lines = textOf(rows.flatMap((part, at) => linesOf(part, at)));
  return {
    width,
    height,
    source: 'ocr',
    text: lines
      .map(({ paragraph, words }, at) => {
        const isNewParagraph = at > 0 && lines[at - 1]?.paragraph !== paragraph;
        return `${isNewParagraph ? '\n' : ''}${words.map(([text]) => text).join(' ')}`;
      })
      .join('\n'),
    words: lines.flatMap(({ words }) => words),
  };
};

/** How sure the reader was of everything it took for text, 0 to 100; 100 of nothing. */
export const surenessOfTsv = (...parts: readonly string[]): number => sureness(wordsOf(parts));

/** How many characters it took for text. */
export const charactersOfTsv = (...parts: readonly string[]): number =>
  wordsOf(parts).reduce((sum, [text]) => sum + text.length, 0);

const wordsOf = (parts: readonly string[]): readonly Word[] =>
  parts.flatMap((part) => linesOf(rowsOf(part))).flatMap(({ words }) => words);

/** The TSV of a part as if it had been read in its place on the page. */
export const movedTsv = (tsv: string, { left, top }: { readonly left: number; readonly top: number }): string =>
  rowsOf(tsv)
    .map((row) =>
      row.length < 10
        ? row.join('\t')
        : [...row.slice(0, 6), Number(row[6]) + left, Number(row[7]) + top, ...row.slice(8)].join('\t'),
    )
    .join('\n');

const rowsOf = (tsv: string): readonly (readonly string[])[] => tsv.split('\n').map((line) => line.split('\t'));

const linesOf = (rows: readonly (readonly string[])[], part = 0): readonly Line[] => {
  const lines = new Map<string, Line>();
  for (const row of rows) {
    const [level, pageNumber, block, paragraph, line] = row;
    const text = row[11] ?? '';
    if (level !== '5' || text.trim() === '') continue;
    const of = [part, pageNumber, block, paragraph].join();
    const known = lines.get(`${of},${line}`) ?? { paragraph: of, words: [] };
    const [left, top, w, h] = box(row);
    known.words.push([text, left, top, left + w, top + h, Math.round(Number(row[10]) * 10) / 10]);
    lines.set(`${of},${line}`, known);
  }
  return [...lines.values()];
};

const textOf = (lines: readonly Line[]): readonly Line[] => {
  const isPhoto = sureness(lines.flatMap(({ words }) => words)) < UNSURE_PAGE;
  return lines.filter(({ words }) => {
    const sure = sureness(words);
    if (!isPhoto) return sure >= NOISE;
    return sure >= SURE_LINE && words.some(([text]) => (text.match(/[\p{L}\d]/gu)?.length ?? 0) >= SOME_LETTERS);
  });
};

/** Confidence 0 to 100, each word weighing as much as it has characters; 100 for none. */
const sureness = (words: readonly Word[]): number => {
  const characters = words.reduce((sum, [text]) => sum + text.length, 0);
  return characters === 0 ? 100 : words.reduce((sum, [text, , , , , sure]) => sum + sure * text.length, 0) / characters;
};

const box = (row: readonly string[]): readonly [number, number, number, number] => [
  Number(row[6]),
  Number(row[7]),
  Number(row[8]),
  Number(row[9]),
];
