// Makes a page of words and boxes out of tesseract's TSV, its plainest and smallest answer.
import type { ReadPage } from '../../domain/records/media.ts';

/**
 * TSV columns: level, page, block, paragraph, line, word, left, top, width, height, confidence, text. Level 1 is the page and has
 * its size in px, level 5 a word. https://tesseract-ocr.github.io/tessdoc/Command-Line-Usage.html#tsv-output-currently-available-in-305-dev-in-master-branch-on-github
 *
 * Null when there is no page row.
 */
export const pageFromTsv = (tsv: string, text: string): ReadPage | null => {
  const rows = tsv.split('\n').map((line) => line.split('\t'));
  const page = rows.find(([level]) => level === '1');
  if (page === undefined) return null;
  const [, , width, height] = box(page);
  return {
    width,
    height,
    source: 'ocr',
    text: text.trim(),
    words: rows
      .filter(([level, , , , , , , , , , , word = '']) => level === '5' && word.trim() !== '')
      .map((row) => {
        const [left, top, w, h] = box(row);
        return [row[11] ?? '', left, top, left + w, top + h, Math.round(Number(row[10]) * 10) / 10];
      }),
  };
};

const box = (row: readonly string[]): readonly [number, number, number, number] => [
  Number(row[6]),
  Number(row[7]),
  Number(row[8]),
  Number(row[9]),
];
