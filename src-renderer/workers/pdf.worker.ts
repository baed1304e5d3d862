// The PDF worker: opens documents, draws their pages and takes their words, one document kept open at a time.
import { err, ok, type Result } from '../../domain/kernel/result.ts';
import type { Failure } from '../../protocol/failures.ts';
import type { PdfCalls } from './pdf-calls.ts';
import { beginCounting, isOverdrawn } from './pdf/drawing-steps.ts';
import { openPdf, type OpenPdf } from './pdf/open-pdf.ts';
import { drawPage, readPage } from './pdf/pages.ts';
import { makePreview } from './picture/copies.ts';
import { PREVIEW_SIDE } from './picture/sizes.ts';
import { handedOver } from './handed-over.ts';
import { serveCalls } from './serve-calls.ts';

interface Held {
  readonly sha: string;
  readonly opened: Promise<Result<OpenPdf, Failure>>;
}
let held: Held | null = null;
/** Questions are answered one after the other: a document must not be closed under a page that is being drawn. */
let line: Promise<unknown> = Promise.resolve();

const inLine = <T>(task: () => Promise<Result<T, Failure>>): Promise<Result<T, Failure>> => {
  const bounded = (): Promise<Result<T, Failure>> => {
    beginCounting();
    return task().catch((thrown: unknown) => {
      if (isOverdrawn()) return err({ type: 'FileTakesTooLong' } as const);
      throw thrown;
    });
  };
  const turn = line.then(bounded, bounded);
  line = turn.catch(() => undefined);
  return turn;
};

const hold = async (sha: string, file: Blob): Promise<Result<OpenPdf, Failure>> => {
  if (held?.sha !== sha) {
    const before = await held?.opened;
    if (before?.ok === true) await before.value.close();
    held = { sha, opened: openPdf(file) };
  }
  return held.opened;
};

serveCalls<PdfCalls>(
  {
    inspect: ({ file }) =>
      inLine(async () => {
        const opened = await openPdf(file);
        if (!opened.ok) return opened;
        const { document, close } = opened.value;
        try {
          const preview = await makePreview(await drawPage(await document.getPage(1), PREVIEW_SIDE));
          const { info } = await document.getMetadata();
          const title = 'Title' in info && typeof info.Title === 'string' ? info.Title.trim() : '';
          return ok({ pages: document.numPages, preview, title });
        } catch {
          return err({ type: isOverdrawn() ? 'FileTakesTooLong' : 'FileDamaged' });
        } finally {
          await close();
        }
      }),
    readPage: ({ sha, file, page }) =>
      inLine(async () => {
        const opened = await hold(sha, file);
        return opened.ok ? ok(await readPage(opened.value.document, page)) : opened;
      }),
    drawPage: ({ sha, file, page, width }) =>
      inLine(async () => {
        const opened = await hold(sha, file);
        if (!opened.ok) return opened;
        const canvas = await drawPage(await opened.value.document.getPage(page), width);
        return ok({ bitmap: canvas.transferToImageBitmap() });
      }),
  },
  handedOver,
);
