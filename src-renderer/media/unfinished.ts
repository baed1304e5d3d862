// Remembers which originals were stored for a record that is not written yet, so that a start after a crash can clear them away.
import { removeUnnamed } from '../data/named-originals.ts';
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
  if (shas.length > 0) await discardUnused(ports, shas);
};

/** Removes originals and previews that no record on this device names. One that can't be removed stays noted for the next start. */
export const discardUnused = async (ports: Ports, shas: readonly string[]): Promise<void> => {
  for (const sha of shas) noteUnfinished(ports, sha);
  await removeUnnamed(ports, shas);
  for (const sha of shas) noteFinished(ports, sha);
};
