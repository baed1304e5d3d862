// Brings one file in: original first, then its preview, the record last. A crash at any point leaves no half photo.
import type { RecordKey } from '../../domain/kernel/ids.ts';
import { areTwins } from '../../domain/pictures/twins.ts';
import type { RecordOf } from '../../domain/records/registry.ts';
import { err, ok, type Result } from '../../domain/kernel/result.ts';
import type { Failure } from '../../protocol/failures.ts';
import { sha256Of } from '../data/sha256.ts';
import { shownName } from '../ui/shown-name.ts';
import { fileOrKept } from './ask-worker.ts';
import { copyOf } from './copy-of.ts';
import { copyOriginal } from './copy-original.ts';
import type { MediaPorts } from './desk-ports.ts';
import type { ImportEvent } from './import-state.ts';
import type { Landing } from './landing.ts';
import { discardUnused, noteFinished, noteUnfinished } from './unfinished.ts';

export interface ImportWatch {
  readonly signal: AbortSignal;
  readonly progress: (bytes: number) => void;
  readonly passed: (event: ImportEvent) => void;
}

/** What came of it: the new record, or the one that the journey already had. */
export interface Imported {
  readonly key: RecordKey;
  readonly sha: string;
  readonly fresh: boolean;
  /** Another photo of the journey that looks the same. */
  readonly like?: RecordKey;
  /** An e-mail: what is attached to it comes in as well. */
  readonly mime?: string;
}

/** What is said of a file beside it: the sample's captions, titles and days. */
export interface ImportWords {
  readonly caption?: string;
  readonly title?: string;
  /** When it was taken (domain/pictures/taken.ts), in place of what the camera wrote into it. */
  readonly takenAt?: string;
  /** What can't be opened is kept all the same, as a document: the person was told, and wants it. */
  readonly anyway?: boolean;
  /** The e-mail that it was attached to. */
  readonly mail?: RecordKey;
}

interface Original {
  readonly sha: string;
  readonly bytes: number;
  readonly mime: string;
}

export const importFile = async (
  ports: MediaPorts,
  { file, landing, words = {} }: { readonly file: File; readonly landing: Landing; readonly words?: ImportWords },
  watch: ImportWatch,
): Promise<Result<Imported, Failure>> => {
  const copied = await copyOriginal(file, { ask: ports.ask, signal: watch.signal, progress: watch.progress });
  if (!copied.ok) return copied;
  const original = copied.value;
  watch.passed('copied');
  const { photos, documents } = await heldIn(ports, landing);
  const known = [...photos, ...documents].find(({ body }) => body.sha === original.sha)?.key ?? null;
  if (known !== null) return ok({ key: known, sha: original.sha, fresh: false });
  noteUnfinished(ports, original.sha);
  const made = (await isDocument(ports, { file, original }))
    ? await keepDocument(ports, { file, landing, original, words }, watch)
    : await keepPhoto(ports, { file, landing, original, words, photos }, watch);
  if (made.ok) noteFinished(ports, original.sha);
  // One that can't be removed now goes at the next start.
  else if (!isWorthKeeping(made.error)) await discardUnused(ports, [original.sha]).catch(() => undefined);
  return made.ok ? ok({ ...made.value, mime: original.mime }) : made;
};

/** A scan of several pages is one, though its file is a picture. */
const isDocument = async (ports: MediaPorts, incoming: Pick<Incoming, 'file' | 'original'>): Promise<boolean> => {
  const { mime } = incoming.original;
  if (mime !== TIFF) return !mime.startsWith('image/');
  const pages = await pagesOfScan(ports, incoming);
  return pages.ok && pages.value > 1;
};

const pagesOfScan = (
  { pictures, original: kept }: MediaPorts,
  { file, original: { sha } }: Pick<Incoming, 'file' | 'original'>,
): Promise<Result<number, Failure>> =>
  fileOrKept(
    file,
    () => kept(sha),
    (one) => pictures.ask('pageCount', { file: one }),
  );

/** After a failed write the original stays for "Try again"; a file that was refused or cancelled goes at once. */
const isWorthKeeping = ({ type }: Failure): boolean =>
  !['FileDamaged', 'FileTakesTooLong', 'PictureTooLarge', 'PdfLocked', 'ImportCancelled'].includes(type);

/** Only what this landing's readers can see counts: a photo that was shared and one that is private are two. */
const heldIn = async ({ store }: MediaPorts, { journey }: Landing): Promise<Held> => ({
  photos: await store.find({ type: 'photo', journey }),
  documents: await store.find({ type: 'document', journey }),
});

type Photo = RecordOf<'photo'>;
interface Held {
  readonly photos: readonly Photo[];
  readonly documents: readonly RecordOf<'document'>[];
}

interface Incoming {
  readonly file: File;
  readonly landing: Landing;
  readonly original: Original;
  readonly words: ImportWords;
}

const keepPhoto = async (
  ports: MediaPorts,
  incoming: Incoming & Pick<Held, 'photos'>,
  watch: ImportWatch,
): Promise<Result<Imported, Failure>> => {
  const { store, pictures, original: kept } = ports;
  const { file, landing, original, words, photos } = incoming;
  const { signal, passed } = watch;
  const facts = await fileOrKept(
    file,
    () => kept(original.sha),
    (one) => pictures.ask('inspect', { file: one }),
  );
  if (!facts.ok) return words.anyway === true ? keepDocument(ports, incoming, watch) : facts;
  if (signal.aborted) return err({ type: 'ImportCancelled' });
  await store.previews.put(original.sha, facts.value.preview);
  passed('checked');
  const { width, height, thumb, look } = facts.value;
  const takenAt = words.takenAt ?? facts.value.takenAt;
  const deed = await store.run('photo.add', {
    ...landing,
    ...original,
    name: nameOf(file),
    preview: await nameOfPreview(facts.value.preview),
    width,
    height,
    takenAt,
    thumb,
    look,
    caption: words.caption ?? '',
    ...(words.mail === undefined ? {} : { mail: words.mail }),
  });
  if (!deed.ok) return deed;
  const made = madeBy(deed.value.keys, original.sha);
  const body = { sha: original.sha, width, height, takenAt, look };
  const like = made.ok ? findLike(photos, { key: made.value.key, space: landing.space, createdAt: 0, body }) : null;
  return made.ok && like !== null ? ok({ ...made.value, like }) : made;
};

/** Null when there is none: it is here once. */
const findLike = (photos: readonly Photo[], fresh: Parameters<typeof copyOf>[0]): RecordKey | null =>
  photos.find((other) => areTwins(copyOf(other), copyOf(fresh)))?.key ?? null;

const keepDocument = async (
  ports: MediaPorts,
  { file, landing, original, words }: Incoming,
  { signal, passed }: ImportWatch,
): Promise<Result<Imported, Failure>> => {
  const { store } = ports;
  const opened = await opens(ports, { file, original });
  const facts = opened.ok || words.anyway !== true ? opened : ok(UNOPENED);
  if (!facts.ok) return facts;
  if (signal.aborted) return err({ type: 'ImportCancelled' });
  const { pages, title, preview = null } = facts.value;
  if (preview !== null) await store.previews.put(original.sha, preview);
  passed('checked');
  const deed = await store.run('document.add', {
    ...landing,
    ...original,
    name: nameOf(file),
    ...(preview === null ? {} : { preview: await nameOfPreview(preview) }),
    ...(words.mail === undefined ? {} : { mail: words.mail }),
    title: (words.title ?? (title === '' ? titleFromName(nameOf(file)) : title)).slice(0, 300),
    pages,
  });
  return deed.ok ? madeBy(deed.value.keys, original.sha) : deed;
};

const PDF = 'application/pdf';
const TIFF = 'image/tiff';

/** A picture of one page comes here only when it could not be opened as the photo that it is. */
const opens = async (
  ports: MediaPorts,
  { file, original }: Pick<Incoming, 'file' | 'original'>,
): Promise<Result<PlainFacts, Failure>> => {
  if (original.mime !== TIFF && original.mime.startsWith('image/')) return err({ type: 'FileDamaged' });
  if (original.mime !== PDF && original.mime !== TIFF) return inspectPlain(ports, original);
  const kept = (): Promise<Blob | null> => ports.original(original.sha);
  if (original.mime === PDF) return fileOrKept(file, kept, (one) => ports.pdfs.ask('inspect', { file: one }));
  const first = await fileOrKept(file, kept, (one) => ports.pictures.ask('inspect', { file: one }));
  if (!first.ok) return first;
  const pages = await pagesOfScan(ports, { file, original });
  return pages.ok ? ok({ pages: pages.value, title: '', preview: first.value.preview }) : pages;
};

/** What is known of a document that can't be opened: nothing. */
const UNOPENED: PlainFacts = { pages: 1, title: '' };

interface PlainFacts {
  readonly pages: number;
  readonly title: string;
  readonly preview?: Blob;
}

/** What has no pages of its own is kept even when it can't be read: the file is what the person has. */
const inspectPlain = async ({ ask }: MediaPorts, { sha, mime }: Original): Promise<Result<PlainFacts, Failure>> => {
  const read = await ask('paper.extract', { sha, mime });
  return ok(read.ok ? { pages: read.value.pages.length, title: read.value.title } : { pages: 1, title: '' });
};

const madeBy = ([key]: readonly RecordKey[], sha: string): Result<Imported, Failure> => {
  if (key === undefined) throw new Error('the deed names no record');
  return ok({ key, sha, fresh: true });
};

/** As its record names it, so that it can travel before the original. */
const nameOfPreview = async (preview: Blob): Promise<{ readonly sha: string; readonly bytes: number }> => ({
  sha: await sha256Of(await preview.arrayBuffer()),
  bytes: preview.size,
});

const nameOf = (file: File): string => file.name.slice(0, 300);

/** `Angebot_Fliesen.pdf` reads as "Angebot Fliesen". */
export const titleFromName = (name: string): string => {
  const shown = shownName(name);
  const bare = shown
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .replaceAll(/[_]+/g, ' ')
    .trim();
  return bare === '' ? shown : bare;
};
