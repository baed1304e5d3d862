// Looks at this person's photos in the background, one at a time and only while nothing is read or brought in. It keeps no list:
// at start it is rebuilt from the records, so that a kill costs the photo that was being looked at and no more.
import { idOfKey, typeOfId, type RecordKey } from '../../domain/kernel/ids.ts';
import { isLookWhole } from '../../domain/pictures/look.ts';
import { lostInMerges } from '../../domain/pictures/lost-in-merges.ts';
import { photoKindOf } from '../../domain/pictures/photo-kind.ts';
import type { PhotoSeen } from '../../domain/records/media.ts';
import { recordAs, type RecordOf } from '../../domain/records/registry.ts';
import { spaceKind } from '../../domain/spaces/space.ts';
import { lyingHere } from '../data/named-originals.ts';
import { logBug } from '../ports/log-bug.ts';
import type { MediaPorts } from './desk-ports.ts';
import { readingOf } from './find-reading.ts';
import { KEEP_PLACES, placeToKeep, takeOutPlaces, takeOutUnwanted } from './kept-places.ts';
import { textOnPhoto } from './text-on-photo.ts';

/** Raised when the rules change: what older ones saw is looked at again. */
const RULES = 2;
export interface SeeingLine {
  readonly now: RecordKey | null;
  readonly waiting: readonly RecordKey[];
}

export interface SeeingQueue {
  readonly line: () => SeeingLine;
  readonly watch: (listener: () => void) => () => void;
  /** Looks through the records, now and whenever the person allows or forbids places. Answers how to stop listening for that. */
  readonly start: () => () => void;
  /** Puts one photo at the end of the line; a document is none. */
  readonly see: (key: RecordKey) => Promise<void>;
}

/** Whether something more pressing goes on. */
export interface Quiet {
  readonly isBusy: () => boolean;
  readonly watch: (listener: () => void) => () => void;
}

export const createSeeingQueue = (ports: MediaPorts, quiet: Quiet): SeeingQueue => {
  let line: SeeingLine = { now: null, waiting: [] };
  let working: Promise<void> | null = null;
  /** Could not be looked at; tried again at the next start. */
  const failed = new Set<RecordKey>();
  const listeners = new Set<() => void>();
  const change = (to: Partial<SeeingLine>): void => {
    line = { ...line, ...to };
    for (const listener of listeners) listener();
  };
  const keepsPlaces = (): boolean => ports.store.settings.get(KEEP_PLACES) === true;

  const seeOne = async (key: RecordKey): Promise<void> => {
    try {
      const photo = recordAs('photo', (await ports.store.get(key)) ?? undefined);
      if (photo === null || photo.trashedAt !== 0) return;
      const reading = await readingOf(ports.store, photo.key);
      if (!isUnseen(photo, reading, keepsPlaces())) return;
      if (!(await seePhoto({ ports, keepsPlaces }, photo, reading))) failed.add(key);
    } catch (thrown) {
      failed.add(key);
      logBug(thrown, 'seeing', ports.ask);
    }
  };

  const work = async (): Promise<void> => {
    for (;;) {
      await untilQuiet(quiet);
      const [next] = line.waiting;
      if (next === undefined) break;
      change({ now: next, waiting: line.waiting.slice(1) });
      await seeOne(next);
      change({ now: null });
    }
    working = null;
  };

  const add = (keys: readonly RecordKey[]): Promise<void> => {
    const fresh = keys.filter((key) => !line.waiting.includes(key) && line.now !== key && !failed.has(key));
    if (fresh.length > 0) change({ waiting: [...line.waiting, ...fresh] });
    working ??= work();
    return working;
  };

  const lookThrough = async (): Promise<void> => {
    try {
      await takeOutPlaces(ports);
      await bringBackLost(ports);
      // What is being read now is looked at when it has been.
      await untilQuiet(quiet);
      await add(await findUnseen(ports, keepsPlaces()));
    } catch (thrown) {
      logBug(thrown, 'seeing', ports.ask);
    }
  };

  return {
    line: () => line,
    watch: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start: () => {
      void lookThrough();
      return ports.store.settings.watch(KEEP_PLACES, () => void lookThrough());
    },
    see: (key) => (typeOfId(idOfKey(key)) === 'photo' ? add([key]) : Promise.resolve()),
  };
};

const untilQuiet = (quiet: Quiet): Promise<void> =>
  new Promise((resolve) => {
    if (!quiet.isBusy()) return resolve();
    const stop = quiet.watch(() => {
      if (quiet.isBusy()) return;
      stop();
      resolve();
    });
  });

type Photo = RecordOf<'photo'>;
type Reading = RecordOf<'reading'>;

/** Others look at their own, and what they saw arrives by sync. The newest first: that is what one is about to look at. */
const findUnseen = async (ports: MediaPorts, keepsPlaces: boolean): Promise<readonly RecordKey[]> => {
  const mine = (await ports.store.find({ type: 'photo' }))
    .filter(({ createdBy }) => createdBy === ports.store.me)
    .toSorted((a, b) => b.createdAt - a.createdAt);
  const unseen: Photo[] = [];
  for (const photo of mine) {
    const reading = await readingOf(ports.store, photo.key);
    await takeOutUnwanted(ports.store, reading);
    if (isUnseen(photo, reading, keepsPlaces)) unseen.push(photo);
  }
  const here = await lyingHere(
    unseen.map(({ body }) => body.sha),
    ports.ask,
  );
  return unseen.filter(({ body }) => here.has(body.sha)).map(({ key }) => key);
};

const isUnseen = ({ body }: Photo, reading: Reading | null, keepsPlaces: boolean): boolean => {
  if (!isLookWhole(body.look)) return true;
  if (reading === null) return false;
  const { seen } = reading.body;
  if (seen === undefined || seen === null || seen.v < RULES || seen.objects === undefined) return true;
  // Turned since, by its person or another.
  if ((seen.turn ?? 0) !== (body.turn ?? 0)) return true;
  // Beside a photo of another space no place is kept, whatever is allowed.
  return keepsPlaces && seen.place === undefined && spaceKind(reading.space) === 'private';
};

/** Where two people kept another copy each, or one threw away what the other kept, no copy would be left to see. */
const bringBackLost = async ({ store }: MediaPorts): Promise<void> => {
  for (const key of lostInMerges(await store.find({ type: 'photo', trash: 'with' })))
    await store.run('record.restore', { key });
};

/** False when it can't be looked at. */
const seePhoto = async (
  { ports, keepsPlaces }: { readonly ports: MediaPorts; readonly keepsPlaces: () => boolean },
  photo: Photo,
  reading: Reading | null,
): Promise<boolean> => {
  const { sha, mime, look, name } = photo.body;
  const turn = photo.body.turn ?? 0;
  const file = await ports.original(sha);
  if (file === null) return false;
  const measured = await ports.pictures.ask('measure', {
    file: new Blob([file], { type: mime }),
    turn,
    withPlace: keepsPlaces(),
  });
  if (!measured.ok) return false;
  const { traits, colours, objects, place } = measured.value;
  if (!isLookWhole(look)) {
    const looked = await ports.store.run('photo.look', { key: photo.key, look: measured.value.look });
    if (!looked.ok) return false;
  }
  if (reading === null) return true;
  const seen: PhotoSeen = {
    v: RULES,
    kind: photoKindOf({ ...traits, name }, textOnPhoto(reading)),
    colours: [...colours],
    ...(objects === null ? {} : { objects: objects.map((one) => ({ ...one })) }),
    ...(turn === 0 ? {} : { turn }),
    ...placeToKeep(keepsPlaces(), place, reading),
  };
  const kept = await ports.store.run('reading.see', { key: reading.key, seen });
  // Without its things it is looked at again, but not before the next start.
  if (objects === null) logBug(new Error('the detector'), 'objects', ports.ask);
  return kept.ok && objects !== null;
};
