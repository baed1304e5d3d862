// Makes blocks of plain text of a web page, and reads what it says of its price. No script of it runs and nothing of it is fetched.
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { contactOnPage, priceOnPage, type PageFacts } from '../../domain/research/page-facts.ts';
import { plainWords } from '../../domain/research/plain-words.ts';
import type { PageBlock } from '../../domain/records/research.ts';
import { blocksOf, isBlockCut, lengthOf, type TreeNode } from './page-blocks.ts';
import type { PageRead } from './page-messages.ts';

/** Characters from which on the text of a page is worth keeping. */
const WORTH_KEEPING = 80;
/** Characters that make an article. */
const ENOUGH = 500;

interface Element extends TreeNode {
  readonly getAttribute: (name: string) => string | null;
  readonly querySelectorAll: (selector: string) => Iterable<Element>;
  readonly querySelector: (selector: string) => Element | null;
}

interface PageDocument extends Element {
  readonly body: Element | null;
  readonly documentElement: Element | null;
}

export const readWebPage = (html: string, url: string): PageRead => {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- its own types are those of a browser's window
  const { document } = parseHTML(framed(html)) as unknown as { readonly document: PageDocument };
  const facts = factsOf(document);
  const title = plainWords(facts.meta['og:title'] ?? document.querySelector('title')?.textContent ?? '', 300);
  const language = plainWords(document.documentElement?.getAttribute('lang') ?? '', 20);
  const site = plainWords(facts.meta['og:site_name'] ?? '', 200);
  // It takes the page apart: what machines are told was read before.
  const { blocks, byline } = articleOf(document);
  const page =
    lengthOf(blocks) < WORTH_KEEPING
      ? null
      : { url, title, byline, language, blocks: [...blocks], isCut: isBlockCut(blocks) };
  return { page, price: priceOnPage(facts), contact: contactOnPage(facts), site };
};

/** Browsers put up with pages that leave their frame out; the parser takes their first element for the whole page. */
const framed = (html: string): string =>
  /<html[\s>]/i.test(html) && /<body[\s>]/i.test(html)
    ? html
    : `<!doctype html><html><head></head><body>${html.replaceAll(/<!doctype[^>]*>|<\/?(?:html|head|body)\b[^>]*>/gi, '')}</body></html>`;

/** The part that is meant to be read; of a page that has none, all of it but its frame. */
const articleOf = (document: PageDocument): { readonly blocks: readonly PageBlock[]; readonly byline: string } => {
  const whole = blocksOf(document.body ?? document);
  const read = isTame(document) ? articleIn(document) : null;
  const content = read?.content ?? null;
  const blocks = content === null ? [] : blocksOf(content);
  // Of a shop's page it may find but a line.
  if (lengthOf(blocks) < Math.min(lengthOf(whole), ENOUGH)) return { blocks: whole, byline: '' };
  return { blocks, byline: plainWords(read?.byline ?? '', 200) };
};

const articleIn = (
  document: PageDocument,
): Pick<NonNullable<ReturnType<Readability<TreeNode>['parse']>>, 'content' | 'byline'> | null => {
  try {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- this tree has what is asked of a document
    return new Readability<TreeNode>(document as never, {
      // The tree itself: there is never a text that is HTML.
      serializer: (node) => node,
    }).parse();
  } catch {
    return null;
  }
};

const MOST_ELEMENTS = 30_000;
const DEEPEST = 200;

/** Neither so large nor so deep that looking for the article in it would take for ever. */
const isTame = (root: TreeNode): boolean => {
  const open: (readonly [TreeNode, number])[] = [[root, 0]];
  for (let seen = 0; ; seen += 1) {
    const next = open.pop();
    if (next === undefined) return true;
    const [node, depth] = next;
    if (seen > MOST_ELEMENTS || depth > DEEPEST) return false;
    for (const child of node.childNodes) open.push([child, depth + 1]);
  }
};

const MOST_SCRIPTS = 20;
const LONGEST_SCRIPT = 500_000;
const MOST_FACTS = 200;

const factsOf = (document: PageDocument): PageFacts => {
  const meta: Record<string, string> = {};
  for (const element of [...document.querySelectorAll('meta')].slice(0, MOST_FACTS)) {
    const name = (element.getAttribute('property') ?? element.getAttribute('name') ?? '').toLowerCase();
    if (name !== '') meta[name] ??= (element.getAttribute('content') ?? '').slice(0, 1_000);
  }
  const items: Record<string, string> = {};
  const product = document.querySelector('[itemtype$="schema.org/Product"], [itemtype$="schema.org/Offer"]');
  for (const element of [...(product?.querySelectorAll('[itemprop]') ?? [])].slice(0, MOST_FACTS)) {
    const value = element.getAttribute('content') ?? element.getAttribute('value') ?? element.textContent ?? '';
    items[(element.getAttribute('itemprop') ?? '').toLowerCase()] ??= value.trim().slice(0, 1_000);
  }
  const jsonLd = [...document.querySelectorAll('script[type="application/ld+json"]')]
    .slice(0, MOST_SCRIPTS)
    .map(({ textContent }) => textContent ?? '')
    .filter(({ length }) => length <= LONGEST_SCRIPT);
  return { jsonLd, meta, items };
};
