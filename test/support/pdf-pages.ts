// Makes PDFs with pdfmake and takes their words as the app's own PDF worker does, in Node.
import sharp from 'sharp';
import pdfmake from 'pdfmake/build/pdfmake.js';
import fonts from 'pdfmake/build/vfs_fonts.js';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { ReadPage } from '../../domain/records/media.ts';
import { textOfItems, wordsOfItem, type TextItem } from '../../src-renderer/workers/pdf/page-text.ts';

pdfmake.addVirtualFileSystem(fonts);
pdfmake.setUrlAccessPolicy(() => false);

export type Definition = Readonly<Record<string, unknown>>;

export const pdfOf = async (definition: Definition): Promise<Uint8Array> =>
  new Uint8Array(await pdfmake.createPdf(definition).getBuffer());

/** 200 dpi, as in the app. */
const SCALE = 200 / 72;

export const pagesOfPdf = async (bytes: Uint8Array): Promise<ReadPage[]> => {
  const task = getDocument({ data: bytes.slice(), verbosity: 0 });
  const document = await task.promise;
  const pages: ReadPage[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const viewport = page.getViewport({ scale: SCALE });
    const items = (await page.getTextContent()).items.filter((item): item is typeof item & TextItem => 'str' in item);
    pages.push({
      width: Math.round(viewport.width),
      height: Math.round(viewport.height),
      source: 'embedded',
      text: textOfItems(items),
      words: items.flatMap((item) => wordsOfItem(item, viewport.transform)),
    });
  }
  await task.destroy();
  return pages;
};

/** One page, the first unless said, drawn at `dpi`, a PNG. */
export const pictureOfPdf = async (bytes: Uint8Array, dpi = 200, number = 1): Promise<Buffer> => {
  const task = getDocument({ data: bytes.slice(), verbosity: 0 });
  const document = await task.promise;
  const page = await document.getPage(number);
  const viewport = page.getViewport({ scale: dpi / 72 });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- pdf.js brings its own canvas in Node and types it as unknown
  const factory = document.canvasFactory as {
    readonly create: (
      w: number,
      h: number,
    ) => { readonly canvas: { readonly toBuffer: (mime: 'image/png') => Buffer } };
  };
  const { canvas } = factory.create(Math.round(viewport.width), Math.round(viewport.height));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as above
  await page.render({ canvas: canvas as unknown as HTMLCanvasElement, viewport, background: '#fff' }).promise;
  const png = canvas.toBuffer('image/png');
  await task.destroy();
  return png;
};

/** One page as someone's phone would take it: a little turned, not quite evenly lit, as a JPEG. */
export const photoOfPdf = async (bytes: Uint8Array, number = 1): Promise<Buffer> => {
  const png = await pictureOfPdf(bytes, 200, number);
  const { width, height } = await sharp(png).metadata();
  const shade = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs><linearGradient id="g" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#fff"/><stop offset="1" stop-color="#d4d0c8"/></linearGradient></defs><rect width="100%" height="100%" fill="url(#g)"/></svg>`,
  );
  const lit = await sharp(png)
    .composite([{ input: shade, blend: 'multiply' }])
    .png()
    .toBuffer();
  return sharp(lit).rotate(0.6, { background: '#8a8378' }).jpeg({ quality: 70 }).toBuffer();
};
