// Takes the words out of HTML, paragraphs and tables apart. Nothing in it is run, fetched or shown: only its text is kept.
import { Parser } from 'htmlparser2';
import type { Block } from '../../domain/documents/laid-out.ts';

const SILENT: ReadonlySet<string> = new Set([
  'script',
  'style',
  'head',
  'template',
  'noscript',
  'svg',
  'iframe',
  'object',
]);
const BREAKS: ReadonlySet<string> = new Set([
  'p',
  'div',
  'li',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'br',
  'ul',
  'ol',
  'blockquote',
  'pre',
  'hr',
  'section',
  'article',
  'header',
  'footer',
  'address',
]);

export const blocksOfHtml = (html: string): readonly Block[] => {
  const blocks: Block[] = [];
  let text = '';
  let silent = 0;
  /** Cells of the row that is open in the innermost table; null outside of one. */
  let row: string[] | null = null;
  let inCell = false;

  const endText = (): void => {
    const said = text.replaceAll(/[ \t\r\n\u00A0]+/g, ' ').trim();
    if (said !== '') blocks.push({ kind: 'text', text: said });
    text = '';
  };
  const endRow = (): void => {
    if (row !== null && row.some((cell) => cell !== '')) blocks.push({ kind: 'row', cells: row });
    row = null;
    inCell = false;
  };
  const parser = new Parser({
    onopentagname: (name) => {
      if (SILENT.has(name)) silent += 1;
      else if (name === 'tr') {
        endText();
        endRow();
        row = [];
      } else if (name === 'td' || name === 'th') {
        row ??= [];
        row.push('');
        inCell = true;
      } else if (BREAKS.has(name)) {
        if (inCell) addToCell('\n');
        else endText();
      }
    },
    ontext: (said) => {
      if (silent > 0) return;
      if (inCell) addToCell(said.replaceAll(/[\t\r\n\u00A0]+/g, ' '));
      else text += said;
    },
    onclosetag: (name) => {
      if (SILENT.has(name)) silent = Math.max(0, silent - 1);
      else if (name === 'td' || name === 'th') {
        if (row !== null) row[row.length - 1] = (row.at(-1) ?? '').replaceAll(/ *\n[\s]*/g, '\n').trim();
        inCell = false;
      } else if (name === 'tr') endRow();
      else if (BREAKS.has(name) && !inCell) endText();
    },
  });
  const addToCell = (said: string): void => {
    if (row !== null && row.length > 0) row[row.length - 1] = (row.at(-1) ?? '') + said;
  };
  parser.write(html);
  parser.end();
  endRow();
  endText();
  return blocks;
};
