// One desk for a store: its imports, its reading line, its workers. Whoever asks for it, a button or the drop target, gets the same.
import type { Store } from '../data/store.ts';
import { desktop } from '../ports/desktop.ts';
import { type PdfCrew, pdfCrew, type PictureCrew, pictureCrew } from '../workers/crew.ts';
import { today } from '../ui/dates.ts';
import type { MediaPorts } from './desk-ports.ts';
import { createImportQueue, type ImportQueue } from './import-queue.ts';
import { fetchOriginal } from './original.ts';
import { isSettled } from './import-state.ts';
import { createReadingQueue, type ReadingQueue } from './reading-queue.ts';
import { createReceivers, type Receivers } from './receiver.ts';
import { createSeeingQueue, type SeeingQueue } from './seeing-queue.ts';

export interface MediaDesk {
  readonly imports: ImportQueue;
  readonly readings: ReadingQueue;
  readonly seeings: SeeingQueue;
  readonly receiver: Receivers;
  readonly ports: MediaPorts;
  readonly pictures: PictureCrew;
  readonly pdfs: PdfCrew;
}

const deskByStore = new WeakMap<Store, MediaDesk>();

export const mediaDeskOf = (store: Store): MediaDesk => {
  const known = deskByStore.get(store);
  if (known !== undefined) return known;
  const { ask } = desktop();
  const ports: MediaPorts = { store, ask, pictures: pictureCrew, pdfs: pdfCrew, original: fetchOriginal, today };
  const readings = createReadingQueue(ports);
  const imports = createImportQueue(ports, ({ key }) => {
    readings.read(key);
    void seeings.see(key);
  });
  const seeings = createSeeingQueue(ports, {
    isBusy: () => readings.line().now.length > 0 || imports.entries().some(({ state }) => !isSettled(state)),
    watch: (listener) => {
      const stops = [readings.watch(listener), imports.watch(listener)];
      return () => stops.forEach((stop) => stop());
    },
  });
  const desk: MediaDesk = {
    imports,
    readings,
    seeings,
    receiver: createReceivers(),
    ports,
    pictures: pictureCrew,
    pdfs: pdfCrew,
  };
  deskByStore.set(store, desk);
  return desk;
};
