// The page's workers, shared by whoever needs one. None runs before its first question.
import type { MediaCalls } from './media-calls.ts';
import type { PdfCalls } from './pdf-calls.ts';
import { createWorkerClient, type WorkerClient } from './worker-client.ts';

export type PictureCrew = Pick<WorkerClient<MediaCalls>, 'ask'>;
export type PdfCrew = Pick<WorkerClient<PdfCalls>, 'ask'>;

/** How long a worker that was asked about a file may say nothing, ms. 100 megapixels take seconds, also on an old machine. */
const LIMIT = 60_000;

const decoder = (): WorkerClient<MediaCalls> =>
  createWorkerClient<MediaCalls>(
    () => new Worker(new URL('./media.worker.ts', import.meta.url), { type: 'module' }),
    LIMIT,
  );

/** Two decode pictures, one for each import that runs at once; a third makes pages ready, so that the reader never waits behind imports. */
const decoders = [decoder(), decoder()];
const preparer = decoder();
let turn = 0;

/** The questions go round. */
export const pictureCrew: PictureCrew = {
  ask: (name, args) => {
    if (name === 'forReading') return preparer.ask(name, args);
    turn = (turn + 1) % decoders.length;
    const next = decoders[turn];
    if (next === undefined) throw new Error('there is no worker');
    return next.ask(name, args);
  },
};

export const pdfCrew: PdfCrew = createWorkerClient<PdfCalls>(
  () => new Worker(new URL('./pdf.worker.ts', import.meta.url), { type: 'module' }),
  LIMIT,
);
