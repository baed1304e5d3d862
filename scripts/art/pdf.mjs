// pdfmake with its own Roboto, as a function from a definition to bytes.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const pdfmake = require('pdfmake');
pdfmake.addFonts(require('pdfmake/fonts/Roboto.js'));
// Nothing is fetched and nothing on disk but the fonts is read while a paper is made.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((file) => file.includes('pdfmake'));

export const pdfBytes = async (definition) => Buffer.from(await pdfmake.createPdf(definition).getBuffer());

/** A PDF whose A4 pages are pictures only, as a scanner makes them; `pages` are JPEG bytes. */
export const scannedPdf = (pages, more = {}) =>
  pdfBytes({
    pageSize: 'A4',
    pageMargins: 0,
    content: pages.map((jpeg, i) => ({
      image: `data:image/jpeg;base64,${jpeg.toString('base64')}`,
      width: 595.28,
      height: 841.89,
      ...(i > 0 ? { pageBreak: 'before' } : {}),
    })),
    ...more,
  });
