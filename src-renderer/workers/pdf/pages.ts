// What is done with one page of an open PDF: draw it, take its own words with their boxes, or make a picture to be read.
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { fileToRead } from '../picture/file-to-read.ts';
import { fitWithin } from '../picture/sizes.ts';
import { straightened } from '../picture/straighten.ts';
import type { PdfPage } from '../pdf-calls.ts';
import { wordsOfItem, textOfItems, type TextItem } from './page-text.ts';

/** PDF space has 72 units to the inch. */
const READING_SCALE = 200 / 72;
/** A poster at 200 dpi would be hundreds of megapixels; A4 stays far below this. */
const LONGEST_READING_SIDE = 4_400;
/** A page with less text of its own than this is a scan (a stamped page number does not make it readable). */
const ENOUGH_TEXT = 20;

/** The page as a picture, `width` px wide. */
export const drawPage = async (page: PDFPageProxy, width: number): Promise<OffscreenCanvas> => {
  const natural = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: width / natural.width });
  const canvas = new OffscreenCanvas(Math.max(1, Math.round(viewport.width)), Math.max(1, Math.round(viewport.height)));
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no 2d context');
  // pdf.js types know only canvases of a document; it works on any.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as said above
  const canvasContext = context as unknown as CanvasRenderingContext2D;
  await page.render({ canvas: null, canvasContext, viewport, background: '#fff' }).promise;
  return canvas;
};

export const readPage = async (document: PDFDocumentProxy, number: number): Promise<PdfPage> => {
  const page = await document.getPage(number);
  try {
    const natural = page.getViewport({ scale: 1 });
    const full = { width: natural.width * READING_SCALE, height: natural.height * READING_SCALE };
    const { width, height } = fitWithin(full, LONGEST_READING_SIDE);
    const items = (await page.getTextContent()).items.filter((item): item is typeof item & TextItem => 'str' in item);
    const text = textOfItems(items);
    if (text.replaceAll(/\s/g, '').length >= ENOUGH_TEXT) {
      const viewport = page.getViewport({ scale: width / natural.width });
      const words = items.flatMap((item) => wordsOfItem(item, viewport.transform));
      return { kind: 'words', page: { width, height, source: 'embedded', text, words } };
    }
    const canvas = await drawPage(page, width);
    const { page: made, slip, ...lie } = straightened(canvas);
    const seen = { width: canvas.width, height: canvas.height };
    return { kind: 'picture', image: await fileToRead(made, slip), ...seen, ...lie, seen };
  } finally {
    page.cleanup();
  }
};
