// The report worker: sets a report in type with pdfmake. Its only files are its own fonts; no text can make it read another.
import pdfmake from 'pdfmake/build/pdfmake.js';
import fonts from 'pdfmake/build/vfs_fonts.js';
import { footerOf, LAYOUTS } from './report-layouts.ts';
import type { ReportCalls } from './report-calls.ts';
import { jpegDataUrl } from './picture/report-picture.ts';
import { serveCalls } from './serve-calls.ts';

pdfmake.addVirtualFileSystem(fonts);
// A picture's address in a definition could name a server: none is ever asked.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setTableLayouts(LAYOUTS);

serveCalls<ReportCalls>(
  {
    make: async ({ definition, pictures, footer }) => {
      const images: Record<string, string> = {};
      for (const [name, picture] of Object.entries(pictures)) images[name] = await jpegDataUrl(picture);
      return pdfmake.createPdf({ ...definition, images, footer: footerOf(footer) }).getBuffer();
    },
  },
  (reply) => (reply instanceof Uint8Array ? [reply.buffer] : []),
);
