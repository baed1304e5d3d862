// What importing and reading need of the world: the store, main, and two workers. Tests put their own in these places.
import type { Bridge } from '../../protocol/ipc/channels.ts';
import type { Store } from '../data/store.ts';
import type { MediaCalls } from '../workers/media-calls.ts';
import type { PdfCalls } from '../workers/pdf-calls.ts';
import type { WorkerClient } from '../workers/worker-client.ts';

export interface MediaPorts {
  readonly store: Pick<Store, 'me' | 'run' | 'find' | 'get' | 'settings' | 'previews'>;
  readonly ask: Bridge['ask'];
  readonly pictures: Pick<WorkerClient<MediaCalls>, 'ask'>;
  readonly pdfs: Pick<WorkerClient<PdfCalls>, 'ask'>;
  /** The original's bytes, null when they are not on this device. */
  readonly original: (sha: string) => Promise<Blob | null>;
}
