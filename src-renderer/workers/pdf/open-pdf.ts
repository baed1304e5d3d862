// Opens a PDF inside a worker: pdf.js with its own second half in the same thread, canvases off the screen, local parts only.
import { getDocument, type PDFDocumentLoadingTask, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import * as pdfWorkerHalf from 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import { err, ok, type Result } from '../../../domain/kernel/result.ts';
import type { Failure } from '../../../protocol/failures.ts';
import { MAX_PIXELS } from '../picture/sizes.ts';
import { OffscreenCanvasFactory } from './canvas-factory.ts';
import { boundSteps } from './drawing-steps.ts';

// pdf.js finds its other half here and starts no nested worker: this thread is already not the window's.
Object.assign(globalThis, { pdfjsWorker: pdfWorkerHalf });
boundSteps(globalThis);

export interface OpenPdf {
  readonly document: PDFDocumentProxy;
  readonly close: () => Promise<void>;
}

/** The built page has these parts in pdfjs/ beside index.html; workers live in assets/. */
const part = (name: string): string => new URL(`/pdfjs/${name}/`, globalThis.location.href).href;

export const openPdf = async (file: Blob): Promise<Result<OpenPdf, Failure>> => {
  const task = getDocument({
    data: new Uint8Array(await file.arrayBuffer()),
    CanvasFactory: OffscreenCanvasFactory,
    // Glyphs are drawn as shapes: a worker has no document to load fonts into.
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: true,
    isEvalSupported: false,
    // Larger ones are left out: a few bytes can claim gigabytes.
    maxImageSize: MAX_PIXELS,
    cMapUrl: part('cmaps'),
    cMapPacked: true,
    iccUrl: part('iccs'),
    standardFontDataUrl: part('standard_fonts'),
    wasmUrl: part('wasm'),
    verbosity: 0,
  } as Parameters<typeof getDocument>[0]);
  try {
    const document = await task.promise;
    return ok({ document, close: () => task.destroy() });
  } catch (thrown) {
    await discard(task);
    return err(whyNot(thrown));
  }
};

const discard = (task: PDFDocumentLoadingTask): Promise<void> => task.destroy().catch(() => undefined);

const whyNot = (thrown: unknown): Failure => {
  const name = thrown instanceof Error ? thrown.name : '';
  return name === 'PasswordException' ? { type: 'PdfLocked' } : { type: 'FileDamaged' };
};
