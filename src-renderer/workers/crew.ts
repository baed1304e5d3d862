// The page's workers, shared by whoever needs one. None runs before its first question.
import type { MediaCalls } from './media-calls.ts';
import type { PdfCalls } from './pdf-calls.ts';
import { createWorkerClient, type WorkerClient } from './worker-client.ts';

export type PictureCrew = Pick<WorkerClient<MediaCalls>, 'ask'>;
export type PdfCrew = Pick<WorkerClient<PdfCalls>, 'ask'>;

/** How long a worker that was asked about a file may say nothing, ms. 100 megapixels take seconds, also on an old machine. */
const LIMIT = 60_000;

/** Two decode pictures, one for each import that runs at once. */
const decoders = [0, 1].map(() =>
  createWorkerClient<MediaCalls>(
    () => new Worker(new URL('./media.worker.ts', import.meta.url), { type: 'module' }),
    LIMIT,
  ),
);
let turn = 0;

/** The questions go round. */
export const pictureCrew: PictureCrew = {
  ask: (name, args) => {
    turn = (turn + 1) % decoders.length;
    const decoder = decoders[turn];
    if (decoder === undefined) throw new Error('there is no worker');
    return decoder.ask(name, args);
  },
};

export const pdfCrew: PdfCrew = createWorkerClient<PdfCalls>(
  () => new Worker(new URL('./pdf.worker.ts', import.meta.url), { type: 'module' }),
  LIMIT,
);
