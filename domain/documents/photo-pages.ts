// Papers that were photographed page by page: which photos are one paper, which look as if they were, and on which photo a value stands.
import type { RecordKey } from '../kernel/ids.ts';
import type { ReadPage, ReceiptGuess } from '../records/media.ts';
import type { Place } from '../records/paper.ts';
import type { RecordOf } from '../records/registry.ts';
import { spaceKind } from '../spaces/space.ts';
import type { Paper } from './paper.ts';

type Photo = RecordOf<'photo'>;

/** A paper of several photos. */
export interface PhotoPaper {
  /** The photo whose record names the pages, and whose reading says what the paper became. */
  readonly holder: Photo;
  /** In order; the holder is one of them. At least two. */
  readonly pages: readonly Photo[];
}

/**
 * The papers of several photos among these, the same on every device: a photo is a page of one paper at most, where two devices said
 * otherwise of that with the lower id. A page that is not here (in the trash, not yet come) is passed over until it is.
 */
export const photoPapers = (photos: readonly Photo[]): readonly PhotoPaper[] => {
  const named = photos.filter(({ body }) => (body.pages?.length ?? 0) > 1).toSorted(byId);
  if (named.length === 0) return [];
  const taken = new Set<RecordKey>();
  return named.flatMap((holder): readonly PhotoPaper[] => {
    if (taken.has(holder.key)) return [];
    const pages = pagesOf(holder, photos).filter(({ key }) => !taken.has(key));
    if (pages.length < 2) return [];
    for (const { key } of pages) taken.add(key);
    return [{ holder, pages }];
  });
};

const byId = (a: Photo, b: Photo): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** The family's own paper goes on showing a page that alone was shown to more people; no other reaches out of its space. */
const pagesOf = (holder: Photo, photos: readonly Photo[]): readonly Photo[] => {
  const ids = holder.body.pages ?? [];
  const all = ids.includes(holder.id) ? ids : [holder.id, ...ids];
  const isPrivate = spaceKind(holder.space) === 'private';
  return [...new Set(all)].flatMap((id) => {
    const same = photos.filter((photo) => photo.id === id && photo.trashedAt === 0);
    return (
      same.find(({ space }) => space === holder.space) ??
      (isPrivate ? same.find(({ journey }) => journey === holder.journey) : undefined) ??
      []
    );
  });
};

/** The paper that this photo is a page of; null for one that stands alone. */
export const paperOfPhoto = (papers: readonly PhotoPaper[], key: RecordKey): PhotoPaper | null =>
  papers.find(({ pages }) => pages.some((page) => page.key === key)) ?? null;

/** The pages of a paper of photos as they are read, one for each photo: a photo that has not been read is a page without words. */
export const joinedPages = (
  photos: readonly Photo[],
  readingOf: (key: RecordKey) => Pick<RecordOf<'reading'>['body'], 'pages'> | null,
): readonly ReadPage[] =>
  photos.map(({ key, body }) => {
    const [page] = readingOf(key)?.pages ?? [];
    return page ?? { width: body.width, height: body.height, source: 'ocr', text: '', words: [] };
  });

/** The paper with each place naming the photo that it is on. */
export const namingPhotos = (paper: Paper, photos: readonly Pick<Photo, 'id'>[]): Paper =>
  mapPlaces(paper, (place) => {
    const photo = photos[place.page - 1]?.id;
    return photo === undefined ? place : { ...place, photo };
  });

/** The paper with places on the pages as they are now; a value whose photo is no page any more has none. */
export const onPages = (paper: Paper, photos: readonly Pick<Photo, 'id'>[]): Paper =>
  mapPlaces(paper, (place) => placeAmong(place, photos));

const placeAmong = (place: Place, photos: readonly Pick<Photo, 'id'>[]): Place | null => {
  if (place.photo === undefined) return place;
  // The paper was taken apart: of its places only those on this photo are left.
  const at = photos.findIndex(({ id }) => id === place.photo);
  return at === -1 ? null : { ...place, page: at + 1 };
};

const mapPlaces = (paper: Paper, change: (place: Place) => Place | null): Paper => {
  const all = <P extends Readonly<Partial<Record<string, Place>>>>(places: P): P =>
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the same names, each with a place or none
    Object.fromEntries(
      Object.entries(places).flatMap(([name, place]) => {
        const now = place === undefined ? null : change(place);
        return now === null ? [] : [[name, now] as const];
      }),
    ) as P;
  const lines = paper.values.lines.map((line) =>
    line.places === undefined ? line : { ...line, places: all(line.places) },
  );
  return { ...paper, places: all(paper.places), values: { ...paper.values, lines } };
};

/** What is known of a photo that may be a page. */
export interface Candidate {
  readonly photo: Photo;
  /** When it was taken, ms. */
  readonly taken: number;
  readonly page: Pick<ReadPage, 'text' | 'words'>;
  readonly guess: ReceiptGuess | null;
}

/** Pages of one paper are taken one after the other. */
export const PAGES_WITHIN_MS = 5 * 60_000;
/** A photo of a room holds fewer words than a page of a paper. */
const PAGE_WORDS = 25;

/** Photos that say no time came in when they came in; those of one drop are in the order of their names. */
const ONE_DROP_MS = 60_000;

/** In the order in which they were taken, as far as that can be told. */
export const inOrderTaken = <C extends Pick<Candidate, 'photo' | 'taken'>>(candidates: readonly C[]): readonly C[] => {
  const drops: C[][] = [];
  for (const next of candidates.toSorted((a, b) => a.taken - b.taken)) {
    const drop = drops.at(-1);
    const last = drop?.at(-1);
    if (drop !== undefined && last !== undefined && isOneDrop(last, next)) drop.push(next);
    else drops.push([next]);
  }
  return drops.flatMap((drop) =>
    drop.toSorted((a, b) => a.photo.body.name.localeCompare(b.photo.body.name, 'en', { numeric: true })),
  );
};

const isOneDrop = (a: Pick<Candidate, 'photo' | 'taken'>, b: Pick<Candidate, 'photo' | 'taken'>): boolean =>
  a.taken === b.taken ||
  (a.photo.body.takenAt === null && b.photo.body.takenAt === null && b.taken - a.taken <= ONE_DROP_MS);

/** Whether the second may follow the first on one film: taken within minutes, by the same person, seen by the same people. */
export const mayFollow = (a: Pick<Candidate, 'photo' | 'taken'>, b: Pick<Candidate, 'photo' | 'taken'>): boolean =>
  Math.abs(b.taken - a.taken) <= PAGES_WITHIN_MS &&
  a.photo.space === b.photo.space &&
  a.photo.createdBy === b.photo.createdBy;

/**
 * Photos, in the order they were taken, that look like the pages of one paper. A paper ends where its total stands: a second slip is
 * another paper. Where pages are numbered, their numbers decide.
 */
export const likelyPapers = (taken: readonly Candidate[]): readonly (readonly Photo[])[] => {
  const runs: Candidate[][] = [];
  for (const next of taken) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run !== undefined && last !== undefined && follows(last, next)) run.push(next);
    else runs.push([next]);
  }
  return runs
    .filter((run) => run.length > 1 && run.some((one) => isTitled(one) || pageNumberOf(one.page.text) !== null))
    .map((run) => run.map(({ photo }) => photo));
};

const follows = (last: Candidate, next: Candidate): boolean => {
  if (!mayFollow(last, next) || !isPage(last) || !isPage(next)) return false;
  const [here, there] = [pageNumberOf(last.page.text), pageNumberOf(next.page.text)];
  if (here !== null && there !== null) return there === here + 1;
  if (there === 1) return false;
  return (
    (last.guess?.total ?? null) === null && !(isTitled(next) && isTitled(last) && next.guess?.kind !== last.guess?.kind)
  );
};

const isPage = ({ page }: Candidate): boolean => page.words.length >= PAGE_WORDS;

const isTitled = ({ guess }: Candidate): boolean =>
  guess?.kind !== undefined && guess.kind !== 'other' && guess.kind !== 'receipt';

const PAGE_NUMBER =
  /(?:^|[^\p{L}])(?:page|seite|blatt|pagina|página|pág|strona|str|bladzijde|blz|hoja|feuille)\.?:?\s*(?:nr\.?\s*)?(\d{1,2})(?!\d)/iu;

/** "Page 2 of 3", in the eight languages; null where it has no number. */
export const pageNumberOf = (text: string): number | null => {
  const number = Number(PAGE_NUMBER.exec(text)?.[1] ?? 0);
  return number > 0 ? number : null;
};
