// What importing and reading need of the world: the store, main, and two workers. Tests put their own in these places.
import type { CalendarDate } from '../../domain/kernel/time.ts';
import type { Bridge } from '../../protocol/ipc/channels.ts';
import type { Store } from '../data/store.ts';
import type { PdfCrew, PictureCrew } from '../workers/crew.ts';

export interface MediaPorts {
  readonly store: Pick<Store, 'me' | 'run' | 'find' | 'get' | 'settings' | 'previews'>;
  readonly ask: Bridge['ask'];
  readonly pictures: PictureCrew;
  readonly pdfs: PdfCrew;
  /** Today on the wall calendar: a receipt from the future was misread. */
  readonly today: () => CalendarDate;
  /** The original's bytes, null when they are not on this device. */
  readonly original: (sha: string) => Promise<Blob | null>;
}
