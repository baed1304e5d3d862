// Keeps main's search index in step with the records: every committed write, and at start what it may have missed.
import type { AnyRecord } from '../../../domain/records/envelope.ts';
import type { Bridge, SearchDoc } from '../../../protocol/ipc/channels.ts';
import type { OpenStore } from '../../data/open-store.ts';
import { SEARCHED, searchDocOf } from './search-doc.ts';

/** Stamp of the latest write that the index has; what is newer was made while nobody listened (a kill, a full disk). */
const FED = 'search:fed';
const BATCH = 200;
/** Writes come in bursts; one message carries a burst. */
const GATHER_MS = 150;

type Ask = Bridge['ask'];
type FedStore = Pick<OpenStore, 'find' | 'onChanges' | 'settings'>;

/** Answers how to stop. */
export const feedSearchIndex = (store: FedStore, ask: Ask): (() => void) => {
  const gathered = new Map<string, AnyRecord | null>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const send = async (): Promise<void> => {
    timer = undefined;
    const burst = [...gathered];
    gathered.clear();
    await feed(burst, ask);
    const newest =
      burst
        .map(([, record]) => record?.stamp ?? '')
        .toSorted()
        .at(-1) ?? '';
    if (newest > fedUpTo(store)) void store.settings.set(FED, newest);
  };

  const stop = store.onChanges((changes) => {
    for (const { key, after } of changes) gathered.set(key, after);
    timer ??= setTimeout(() => void send(), GATHER_MS);
  });
  void catchUp(store, ask);
  return () => {
    stop();
    clearTimeout(timer);
  };
};

const fedUpTo = ({ settings }: FedStore): string => {
  const kept = settings.get(FED);
  return typeof kept === 'string' ? kept : '';
};

/** An index that is empty, made anew after damage, or of another size than the records say is filled from them. */
const catchUp = async (store: FedStore, ask: Ask): Promise<void> => {
  const count = await ask('search.count', {});
  if (!count.ok) return;
  const upTo = fedUpTo(store);
  const found: AnyRecord[] = [];
  for (const type of SEARCHED) found.push(...((await store.find({ type })) as readonly AnyRecord[]));
  const findable = found.filter((record) => searchDocOf(record) !== null);
  const due = count.value === findable.length ? found.filter(({ stamp }) => stamp > upTo) : found;
  await feed(
    due.map((record) => [record.key, record]),
    ask,
  );
};

const feed = async (records: readonly (readonly [string, AnyRecord | null])[], ask: Ask): Promise<void> => {
  for (let at = 0; at < records.length; at += BATCH) {
    const part = records
      .slice(at, at + BATCH)
      .map(([key, record]) => ({ key, doc: record === null ? null : searchDocOf(record) }));
    const docs = part.map(({ doc }) => doc).filter((doc): doc is SearchDoc => doc !== null);
    const gone = part.filter(({ doc }) => doc === null).map(({ key }) => key);
    if (docs.length > 0) await ask('search.put', { docs });
    if (gone.length > 0) await ask('search.remove', { keys: gone, spaces: [] });
  }
};
