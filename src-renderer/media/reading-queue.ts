// Reads what was added, in order and in the background; while one is read, the next is made ready. Nothing is kept of the line itself: at start it is
// rebuilt from the records that have no reading yet.
import { z } from 'zod';
import type { RecordKey } from '../../domain/kernel/ids.ts';
import type { AnyRecord } from '../../domain/records/envelope.ts';
import { recordAs, type RecordOf } from '../../domain/records/registry.ts';
import { paperOfPhoto, photoPapers, type PhotoPaper } from '../../domain/documents/photo-pages.ts';
import type { Failure } from '../../protocol/failures.ts';
import { lyingHere } from '../data/named-originals.ts';
import { logBug } from '../ports/log-bug.ts';
import type { MediaPorts } from './desk-ports.ts';
import { findReading } from './find-reading.ts';
import { pagesOfPhotos, paperGuess } from './paper-guess.ts';
import { readMedia } from './read-media.ts';

export interface ReadingLine {
  /** Being read or made ready now. */
  readonly now: readonly RecordKey[];
  readonly waiting: readonly RecordKey[];
  /** Could not be read, by record; a person may ask again. */
  readonly failed: ReadonlyMap<RecordKey, Failure>;
}

export interface ReadingQueue {
  readonly line: () => ReadingLine;
  readonly watch: (listener: () => void) => () => void;
  /** Looks through the records for what this device added and has not read. */
  readonly start: () => Promise<void>;
  /** Reads it next, even if it has been read before. */
  readonly read: (key: RecordKey) => void;
}

type Readable = RecordOf<'photo'> | RecordOf<'document'>;

/** Setting: how often each was begun and not ended, by record. What takes the window down would otherwise do so at every start. */
const BEGUN = 'reading:begun';
const MOST_BEGUN = 3;
const begunByKey = z.record(z.string(), z.int()).catch({});

/** The reader takes one picture after the other; meanwhile the next is fetched, decoded and straightened on another core. */
const AT_ONCE = 2;

/** The paper of several photos that this one is a page of. */
const paperWith = async ({ store }: MediaPorts, { key, journey }: RecordOf<'photo'>): Promise<PhotoPaper | null> =>
  paperOfPhoto(photoPapers(await store.find({ type: 'photo', journey })), key);

export const createReadingQueue = (ports: MediaPorts): ReadingQueue => {
  let line: ReadingLine = { now: [], waiting: [], failed: new Map() };
  const listeners = new Set<() => void>();
  const change = (to: Partial<ReadingLine>): void => {
    line = { ...line, ...to };
    for (const listener of listeners) listener();
  };

  const fail = (key: RecordKey, failure: Failure): void =>
    change({ failed: new Map([...line.failed, [key, failure]]) });

  const begun = (): Readonly<Record<RecordKey, number>> => begunByKey.parse(ports.store.settings.get(BEGUN));
  // Not waited for: what takes a window down takes longer than a note.
  const noteBegun = (key: RecordKey, times: number): void => {
    const { [key]: _before, ...others } = begun();
    void ports.store.settings.set(BEGUN, times === 0 ? others : { ...others, [key]: times });
  };

  const readOne = async (key: RecordKey): Promise<void> => {
    noteBegun(key, (begun()[key] ?? 0) + 1);
    await tryToRead(key);
    noteBegun(key, 0);
  };

  const tryToRead = async (key: RecordKey): Promise<void> => {
    try {
      const record = readable(await ports.store.get(key));
      if (record === null || record.trashedAt !== 0) return;
      const read = await (record.type === 'document'
        ? oneDocument(() => readMedia(ports, record))
        : readMedia(ports, record));
      if (!read.ok) return fail(key, read.error);
      const { pages, language } = read.value;
      const paper = record.type === 'photo' ? await paperWith(ports, record) : null;
      const photos = record.type === 'document' ? [] : (paper?.pages ?? [record]);
      const guess = await paperGuess(
        ports,
        { journey: record.journey, keys: record.type === 'document' ? [key] : photos.map((photo) => photo.key) },
        record.type === 'document' ? pages : await pagesOfPhotos(ports, photos, { key, pages }),
      );
      // What several photos say together is said by the one that holds them.
      const isHolder = paper === null || paper.holder.key === key;
      const saved = await ports.store.run('reading.save', {
        of: key,
        sha: record.body.sha,
        language,
        pages: [...pages],
        guess: isHolder ? guess : null,
      });
      if (!saved.ok) return fail(key, saved.error);
      if (paper === null) return;
      // Two pages may be read at once: whichever is kept last sees what the other says.
      const together = await paperGuess(
        ports,
        { journey: record.journey, keys: photos.map((photo) => photo.key) },
        await pagesOfPhotos(ports, photos),
      );
      await ports.store.run('reading.guess', { of: paper.holder.key, guess: together });
    } catch (thrown) {
      fail(key, { type: 'OcrFailed' });
      logBug(thrown, 'reading', ports.ask);
    }
  };

  /** What is asked for again while it is read waits until that is done. */
  const nextInLine = (): RecordKey | undefined => line.waiting.find((key) => !line.now.includes(key));

  const workOn = async (): Promise<void> => {
    for (let next = nextInLine(); next !== undefined; next = nextInLine()) {
      const key = next;
      change({ now: [...line.now, key], waiting: line.waiting.filter((other) => other !== key) });
      await readOne(key);
      change({ now: line.now.filter((other) => other !== key) });
    }
  };

  const work = async (): Promise<void> => {
    // Of two that were on their way when the window went down, one did nothing: each is tried alone, to tell them apart.
    const isDoubtful = Object.keys(begun()).some((key) => !line.now.includes(key));
    await Promise.all(Array.from({ length: Math.max(0, (isDoubtful ? 1 : AT_ONCE) - line.now.length) }, workOn));
  };

  /** The PDF worker keeps one open at a time: of two that take turns each would be opened anew for every page. */
  const oneDocument = inLine();

  return {
    line: () => line,
    watch: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start: async () => {
      const all = await findUnread(ports);
      const times = begun();
      for (const key of all) if ((times[key] ?? 0) >= MOST_BEGUN) fail(key, { type: 'FileTakesTooLong' });
      const unread = all.filter((key) => !line.failed.has(key));
      change({
        waiting: [...line.waiting, ...unread.filter((key) => !line.waiting.includes(key) && !line.now.includes(key))],
      });
      await work();
    },
    read: (key) => {
      const failed = new Map(line.failed);
      failed.delete(key);
      noteBegun(key, 0);
      change({ failed, waiting: [key, ...line.waiting.filter((other) => other !== key)] });
      void work();
    },
  };
};

/** Starts each task when the one before is done. */
const inLine = (): (<T>(task: () => Promise<T>) => Promise<T>) => {
  let line: Promise<unknown> = Promise.resolve();
  return (task) => {
    const turn = line.then(task, task);
    line = turn.catch(() => undefined);
    return turn;
  };
};

/** Others read their own and their reading arrives by sync; reading it here as well would only make two of one. */
const findUnread = async ({ store, ask }: MediaPorts): Promise<readonly RecordKey[]> => {
  const all: readonly Readable[] = [
    ...(await store.find({ type: 'photo' })),
    ...(await store.find({ type: 'document' })),
  ];
  const mine = all.filter(({ createdBy }) => createdBy === store.me).toSorted((a, b) => b.createdAt - a.createdAt);
  const unread: Readable[] = [];
  for (const record of mine) if (!isReadAs(record, await findReading(store, record.key))) unread.push(record);
  const here = await lyingHere(
    unread.map(({ body }) => body.sha),
    ask,
  );
  return unread.filter(({ body }) => here.has(body.sha)).map(({ key }) => key);
};

/** One that it took over from a copy of itself, when both became one, tells its words but not where they are. */
const isReadAs = ({ key, body }: Readable, reading: AnyRecord | null): boolean =>
  reading !== null && (reading.parent !== key || reading.body['sha'] === body.sha);

const readable = (record: AnyRecord | null): Readable | null =>
  record === null ? null : (recordAs('photo', record) ?? recordAs('document', record));
