// The originals on this device: which records name one, which lie here, and the removal of those that none names any more.
import type { RecordOf } from '../../domain/records/registry.ts';
import type { Bridge } from '../../protocol/ipc/channels.ts';
import type { OpenStore } from './open-store.ts';

/** All of them, those in the trash too. */
export const recordsOfOriginals = async (
  find: OpenStore['find'],
): Promise<readonly (RecordOf<'photo'> | RecordOf<'document'>)[]> => [
  ...(await find({ type: 'photo', trash: 'with' })),
  ...(await find({ type: 'document', trash: 'with' })),
];

/** As many as one question to main takes. */
const MOST_SHAS = 5_000;

/** Which of these originals lie on this device. */
export const lyingHere = async (named: Iterable<string>, ask: Bridge['ask']): Promise<ReadonlySet<string>> => {
  const shas = [...new Set(named)];
  const here = new Set<string>();
  for (let from = 0; from < shas.length; from += MOST_SHAS)
    for (const sha of (await ask('blob.has', { shas: shas.slice(from, from + MOST_SHAS) })).have) here.add(sha);
  return here;
};

interface Originals {
  readonly store: Pick<OpenStore, 'find' | 'previews'>;
  readonly ask: Bridge['ask'];
}

/**
 * Removes originals and their previews where no record on this device names them, and answers which. Throws when one could not be
 * removed; then they are to be given again.
 */
export const removeUnnamed = async ({ store, ask }: Originals, shas: readonly string[]): Promise<readonly string[]> => {
  const named = new Set((await recordsOfOriginals(store.find)).map(({ body }) => body.sha));
  const gone = [...new Set(shas)].filter((sha) => !named.has(sha));
  if (gone.length > 0) await store.previews.remove(gone);
  for (let from = 0; from < gone.length; from += MOST_SHAS) {
    const removed = await ask('blob.remove', { shas: gone.slice(from, from + MOST_SHAS) });
    if (!removed.ok) throw new Error(removed.error.type);
  }
  return gone;
};
