// How much room the originals and previews of each journey take on this device.
import type { RecordId } from '../../../domain/kernel/ids.ts';
import type { OpenStore } from '../../data/open-store.ts';
import type { Bridge } from '../../../protocol/ipc/channels.ts';
import { lyingHere, recordsOfOriginals } from '../../data/named-originals.ts';
import { slim } from './known-originals.ts';
import type { NamedOriginal } from './transfer-plan.ts';

export interface JourneyRoom {
  readonly journey: RecordId;
  /** In bytes, each file counted once within a journey. */
  readonly originals: number;
  readonly previews: number;
  /** Originals that lie here, and all that the journey has. */
  readonly here: number;
  readonly all: number;
}

interface Lying {
  readonly originals: readonly NamedOriginal[];
  readonly here: ReadonlySet<string>;
  /** Bytes of each preview, by its original. */
  readonly previews: ReadonlyMap<string, number>;
}

/** The journey that takes most first. */
export const roomByJourney = ({ originals, here, previews }: Lying): readonly JourneyRoom[] => {
  const filesByJourney = new Map<RecordId, Map<string, NamedOriginal>>();
  for (const original of originals) {
    const files = filesByJourney.get(original.journey) ?? new Map<string, NamedOriginal>();
    filesByJourney.set(original.journey, files.set(original.sha, original));
  }
  const rooms = [...filesByJourney].map(([journey, files]) => {
    const lying = [...files.values()].filter(({ sha }) => here.has(sha));
    return {
      journey,
      originals: lying.reduce((sum, { bytes }) => sum + bytes, 0),
      previews: [...files.keys()].reduce((sum, sha) => sum + (previews.get(sha) ?? 0), 0),
      here: lying.length,
      all: files.size,
    };
  });
  return rooms.toSorted((a, b) => b.originals + b.previews - a.originals - a.previews);
};

export const readRoom = async (
  store: Pick<OpenStore, 'find' | 'previews'>,
  ask: Bridge['ask'],
): Promise<readonly JourneyRoom[]> => {
  const originals = (await recordsOfOriginals(store.find)).map(slim);
  const here = await lyingHere(
    originals.map(({ sha }) => sha),
    ask,
  );
  return roomByJourney({ originals, here, previews: await store.previews.sizes() });
};
