// Walks a page's tree and keeps its words: headings, paragraphs, list items and table rows, as data and never as HTML.
import { MOST_BLOCKS, type PageBlock } from '../../domain/records/research.ts';
import { plainWords } from '../../domain/research/plain-words.ts';

/** What is needed of a node of any DOM. */
export interface TreeNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<TreeNode>;
}

const ELEMENT = 1;
const TEXT = 3;

/** Nothing to read: code, pictures, and the frame around every page of a site. */
const SILENT =
  /^(?:script|style|noscript|template|svg|math|iframe|object|embed|canvas|head|nav|footer|form|button|select|option|input|textarea|dialog|aside)$/i;
const BREAKS =
  /^(?:p|div|section|article|main|header|ul|ol|dl|dt|dd|table|thead|tbody|tfoot|caption|blockquote|pre|figure|figcaption|hr|br|address|details|summary|body|fieldset)$/i;
const HEADING = /^h([1-6])$/i;

const LONGEST = 5_000;
/** Characters of all blocks of a page. */
const MOST_CHARACTERS = 200_000;
/** Deeper no honest page nests. */
const DEEPEST = 300;

export const isBlockCut = (blocks: readonly PageBlock[]): boolean =>
  blocks.length >= MOST_BLOCKS || lengthOf(blocks) >= MOST_CHARACTERS;

/** Characters of all their words. */
export const lengthOf = (blocks: readonly PageBlock[]): number =>
  blocks.reduce((sum, block) => sum + (block.kind === 'row' ? block.cells.join('') : block.text).length, 0);

export const blocksOf = (root: TreeNode): readonly PageBlock[] => {
  const blocks: PageBlock[] = [];
  let room = MOST_CHARACTERS;
  let said = '';

  const put = (block: PageBlock): void => {
    const length = lengthOf([block]);
    if (blocks.length >= MOST_BLOCKS || room <= 0) return;
    room -= length;
    blocks.push(block);
  };
  const end = (): void => {
    const text = plainWords(said, LONGEST);
    said = '';
    if (text !== '') put({ kind: 'text', text });
  };
  const whole = (node: TreeNode): string => plainWords(wordsOf(node), LONGEST);

  const walk = (node: TreeNode, depth: number): void => {
    if (depth > DEEPEST) return;
    if (node.nodeType === TEXT) {
      said += node.textContent ?? '';
      return;
    }
    if (node.nodeType !== ELEMENT || SILENT.test(node.nodeName)) return;
    const heading = HEADING.exec(node.nodeName);
    if (heading !== null) {
      end();
      const text = whole(node);
      if (text !== '') put({ kind: 'heading', level: Number(heading[1]), text });
    } else if (/^tr$/i.test(node.nodeName)) {
      end();
      const cells = [...node.childNodes]
        .filter(({ nodeName }) => /^t[dh]$/i.test(nodeName))
        .slice(0, MOST_CELLS)
        .map((cell) => plainWords(wordsOf(cell), LONGEST_CELL));
      if (cells.some((cell) => cell !== '')) put({ kind: 'row', cells });
    } else if (/^li$/i.test(node.nodeName) && !hasList(node)) {
      end();
      const text = whole(node);
      if (text !== '') put({ kind: 'item', text });
    } else {
      const breaks = BREAKS.test(node.nodeName) || /^li$/i.test(node.nodeName);
      if (breaks) end();
      for (const child of node.childNodes) walk(child, depth + 1);
      if (breaks) end();
    }
  };
  walk(root, 0);
  end();
  return blocks;
};

const MOST_CELLS = 20;
const LONGEST_CELL = 1_000;

/** All words in it, those of code left out. */
const wordsOf = (node: TreeNode, depth = 0): string => {
  if (node.nodeType === TEXT) return node.textContent ?? '';
  if (node.nodeType !== ELEMENT || SILENT.test(node.nodeName) || depth > DEEPEST) return '';
  const inner = [...node.childNodes].map((child) => wordsOf(child, depth + 1)).join('');
  return BREAKS.test(node.nodeName) || /^t[dh]$/i.test(node.nodeName) ? ` ${inner} ` : inner;
};

const hasList = (node: TreeNode): boolean =>
  [...node.childNodes].some(({ nodeName }) => /^(?:ul|ol|table)$/i.test(nodeName));
