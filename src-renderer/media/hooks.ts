// The media desk for components: what is coming in, what is being read, and pictures to show.
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { RecordId, RecordKey } from '../../domain/kernel/ids.ts';
import { readingKey } from '../../domain/commands/reading.ts';
import { privateOriginal } from './private-original.ts';
import { recordAs, type RecordOf } from '../../domain/records/registry.ts';
import { err, ok, type Result } from '../../domain/kernel/result.ts';
import type { Failure } from '../../protocol/failures.ts';
import { useRecord, useStore } from '../data/hooks.ts';
import { useSession } from '../sync/context.ts';
import type { ImportEntry } from './import-queue.ts';
import { mediaDeskOf, type MediaDesk } from './media-desk.ts';
import { fetchOriginal } from './original.ts';
import type { ReadingLine } from './reading-queue.ts';
import type { OpenOffers } from '../data/open-offers.ts';
import type { SeeingLine } from './seeing-queue.ts';

export const useMediaDesk = (): MediaDesk => {
  // The whole store, locked spaces included: an original that only they name must never look like one that nobody names.
  const { store } = useSession();
  return useMemo(() => mediaDeskOf(store), [store]);
};

/** How often a list of files on their way in is drawn anew at most: a hundred files say something several times each. */
const DRAWN_EVERY_MS = 100;

export const useImports = (): readonly ImportEntry[] => {
  const { imports } = useMediaDesk();
  const watch = useCallback(
    (changed: () => void) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const stop = imports.watch(() => {
        timer ??= setTimeout(() => {
          timer = undefined;
          changed();
        }, DRAWN_EVERY_MS);
      });
      return () => {
        stop();
        clearTimeout(timer);
      };
    },
    [imports],
  );
  return useSyncExternalStore(watch, imports.entries);
};

export const useReadingLine = (): ReadingLine => {
  const { readings } = useMediaDesk();
  return useSyncExternalStore(readings.watch, readings.line);
};

export const useSeeingLine = (): SeeingLine => {
  const { seeings } = useMediaDesk();
  return useSyncExternalStore(seeings.watch, seeings.line);
};

/** The bytes of an original, fetched from the server when they are not on this device. */
export const useFetchOriginal = (): ((sha: string) => Promise<Result<Blob, Failure>>) => {
  const { originals } = useSession();
  return useCallback(
    async (sha) => {
      const here = await fetchOriginal(sha);
      if (here !== null) return ok(here);
      const wanted = await originals.want(sha);
      if (!wanted.ok) return wanted;
      const come = await fetchOriginal(sha);
      return come === null ? err({ type: 'BlobMissing' }) : ok(come);
    },
    [originals],
  );
};

/**
 * The reading of a photo or document; undefined while loading, null when there is none yet. One that was shared keeps its
 * reading in private, where it was read: the text may say more than the picture was shared for.
 */
export const useReading = (of: RecordKey): RecordOf<'reading'> | null | undefined => {
  const beside = useRecord(readingKey(of));
  const inPrivate = useRecord(readingKey(privateOriginal(of)));
  if (beside === undefined || inPrivate === undefined) return undefined;
  const record = beside ?? inPrivate;
  return record === null ? null : recordAs('reading', record);
};

interface ShownPreview {
  readonly sha: string;
  readonly url: string | null;
  readonly missing: boolean;
}

const NO_PREVIEW: ShownPreview = { sha: '', url: null, missing: false };

/** An address of the preview for an <img>; null until it is there, `missing` when this device has none (yet). */
export const usePreviewUrl = (sha: string): ShownPreview => {
  const { previews } = useStore();
  const [shown, setShown] = useState<ShownPreview>(NO_PREVIEW);
  useEffect(() => {
    let url: string | null = null;
    let gone = false;
    const show = (preview: Blob | null): void => {
      if (gone || url !== null) return;
      url = preview === null ? null : URL.createObjectURL(preview);
      setShown({ sha, url, missing: preview === null });
    };
    const look = (): void => void previews.get(sha).then(show, () => show(null));
    // One that is not here comes by sync, or is made just now: then it is shown at once.
    const stop = previews.watch(sha, look);
    look();
    return () => {
      gone = true;
      stop();
      if (url !== null) URL.revokeObjectURL(url);
    };
  }, [previews, sha]);
  // What was shown for another picture is not shown for this one.
  return shown.sha === sha ? shown : NO_PREVIEW;
};

/** Ids of the photos and documents of a journey in which a cost waits to be taken or waved away. */
export const useOpenOffers = (journey: RecordId): ReadonlySet<RecordId> => useIdsOf(useStore().offers.watch, journey);

/** Photos and documents whose reading is one of a paper. */
export const usePaperPhotos = (journey: RecordId): ReadonlySet<RecordId> =>
  useIdsOf(useStore().offers.watchPapers, journey);

const useIdsOf = (watch: OpenOffers['watch'], journey: RecordId): ReadonlySet<RecordId> => {
  const [known, setKnown] = useState<{ readonly journey: RecordId; readonly ids: ReadonlySet<RecordId> } | null>(null);
  useEffect(() => watch(journey, (ids) => setKnown({ journey, ids })), [watch, journey]);
  return known?.journey === journey ? known.ids : NONE;
};

const NONE: ReadonlySet<RecordId> = new Set();
