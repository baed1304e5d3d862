// One desk for a store: its imports, its reading line, its workers. Whoever asks for it, a button or the drop target, gets the same.
import type { Store } from '../data/store.ts';
import { desktop } from '../ports/desktop.ts';
import type { MediaCalls } from '../workers/media-calls.ts';
import type { PdfCalls } from '../workers/pdf-calls.ts';
import { createWorkerClient, type WorkerClient } from '../workers/worker-client.ts';
import type { MediaPorts } from './desk-ports.ts';
import { createImportQueue, type ImportQueue } from './import-queue.ts';
import { fetchOriginal } from './original.ts';
import { createReadingQueue, type ReadingQueue } from './reading-queue.ts';

export interface MediaDesk {
  readonly imports: ImportQueue;
  readonly readings: ReadingQueue;
  readonly pictures: Pick<WorkerClient<MediaCalls>, 'ask'>;
  readonly pdfs: Pick<WorkerClient<PdfCalls>, 'ask'>;
}

const deskByStore = new WeakMap<Store, MediaDesk>();

export const mediaDeskOf = (store: Store): MediaDesk => {
  const known = deskByStore.get(store);
  if (known !== undefined) return known;
  const pictures = createPictureCrew();
  const pdfs = createWorkerClient<PdfCalls>(() => new Worker(new URL('../workers/pdf.worker.ts', import.meta.url), { type: 'module' }));
  const { ask } = desktop();
  const ports: MediaPorts = { store, ask, pictures, pdfs, original: fetchOriginal };
  const readings = createReadingQueue(ports);
  const desk: MediaDesk = { imports: createImportQueue(ports, ({ key }) => readings.read(key)), readings, pictures, pdfs };
  deskByStore.set(store, desk);
  return desk;
};

/** Two workers, one for each import that runs at once; the questions go round. */
const createPictureCrew = (): Pick<WorkerClient<MediaCalls>, 'ask'> => {
  const crew = [0, 1].map(() =>
    createWorkerClient<MediaCalls>(() => new Worker(new URL('../workers/media.worker.ts', import.meta.url), { type: 'module' })),
  );
  let turn = 0;
  return {
    ask: (name, args) => {
      turn = (turn + 1) % crew.length;
      const worker = crew[turn];
      if (worker === undefined) throw new Error('there is no worker');
      return worker.ask(name, args);
    },
  };
};
