// Remembers which originals were stored for a record that is not written yet, so that a start after a crash can clear them away.
import type { MediaPorts } from './desk-ports.ts';

const SETTING = 'import:unfinished';

type Ports = Pick<MediaPorts, 'store' | 'ask'>;

const noted = ({ store }: Ports): readonly string[] => {
  const kept = store.settings.get(SETTING);
  return Array.isArray(kept) ? kept.filter((sha) => typeof sha === 'string') : [];
};

/**
 * Not waited for: settings are written a moment later, and on a full disk much later, and no photo shall wait for that. A
 * kill within that moment leaves an original that nobody names: room on the disk, nothing lost.
 */
export const noteUnfinished = (ports: Ports, sha: string): void => {
  if (!noted(ports).includes(sha)) void ports.store.settings.set(SETTING, [...noted(ports), sha]);
};

export const noteFinished = (ports: Ports, sha: string): void => {
  if (noted(ports).includes(sha))
    void ports.store.settings.set(
      SETTING,
      noted(ports).filter((other) => other !== sha),
    );
};

/** Removes what an interrupted import left. An original that any record names, the trash included, is never touched. */
export const sweepUnfinished = async (ports: Ports): Promise<void> => {
  const shas = noted(ports);
  if (shas.length === 0) return;
  await discardUnused(ports, shas);
  for (const sha of shas) noteFinished(ports, sha);
};

/** Removes originals and previews that no photo and no document on this device names. */
export const discardUnused = async ({ store, ask }: Ports, shas: readonly string[]): Promise<void> => {
  const held = [
    ...(await store.find({ type: 'photo', trash: 'with' })),
    ...(await store.find({ type: 'document', trash: 'with' })),
  ];
  const named = new Set(held.map(({ body }) => body.sha));
  const unused = shas.filter((sha) => !named.has(sha));
  if (unused.length === 0) return;
  await store.previews.remove(unused);
  await ask('blob.remove', { shas: [...unused] });
};
