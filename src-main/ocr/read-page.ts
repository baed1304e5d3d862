// Reads a page in its parts: from the first it is told whether it stands on its head and in which language it is, for all the others.
import { languageOf, likelyLanguageOf } from '../../domain/documents/language.ts';
import type { ReadPage } from '../../domain/records/media.ts';
import type { PagePart } from '../../protocol/ipc/ocr-page.ts';
import type { PictureToRead } from './ocr-messages.ts';
import { charactersOfTsv, pageFromTsv, surenessOfTsv } from './page-from-tsv.ts';

/** How a part is read: null is the whole picture; `turned` the other way up, and then the part is one of the turned picture. */
export interface Reading {
  readonly language: string;
  readonly turned: boolean;
  readonly part: PagePart | null;
}

/** Answers tesseract's TSV. */
export type Recognize = (reading: Reading) => Promise<string>;

/** Less sure than this, 0 to 100, is what comes of reading letters upside down: 25 to 29, where the worst slip is above 60 the right way up. */
const ON_ITS_HEAD = 50;

/** `held` is the language whose data the engine holds: the first of several parts is read with it, since papers of one household are alike. */
export const readPage = async (
  recognize: Recognize,
  picture: Omit<PictureToRead, 'image'>,
  held: string = picture.language,
): Promise<(ReadPage & { readonly language: string }) | null> => {
  const parts = picture.parts.length === 0 ? [null] : picture.parts;
  /** Reads on from what was read until that is enough. */
  const readOn = async (how: How, read: Read, isEnough: (read: Read) => boolean = () => false): Promise<Read> => {
    const tsvs = [...read];
    const ordered = inOrder(parts, how.turned);
    while (tsvs.length < parts.length && !isEnough(tsvs))
      tsvs.push(await recognize({ ...how, part: ordered[tsvs.length] ?? null }));
    return tsvs;
  };

  const upright: How = { language: parts.length > 1 ? held : picture.language, turned: false };
  const begun = await readOn(upright, [], (read) => charactersOfTsv(...read) >= ENOUGH);
  const turned =
    picture.lined &&
    (await isOnItsHead(begun, (at) => recognize({ ...upright, turned: true, part: mirrored(parts)[at] ?? null })));
  const first = { ...upright, turned };
  const head = await readOn(first, turned ? [] : begun, (read) => likelyLanguageOf(textOf(read)) !== null);
  const told = likelyLanguageOf(textOf(head)) ?? picture.language;
  const whole = await readOn({ ...first, language: told }, told === first.language ? head : []);
  // What its beginning says may be outdone by all of it.
  const language = languageOf(textOf(whole)) ?? told;
  const read = language === told ? whole : await readOn({ ...first, language }, []);
  const page = pageFromTsv(...read);
  return page === null ? null : { ...page, language, ...(turned ? { turned: 180 } : {}) };
};

type How = Omit<Reading, 'part'>;
/** TSV of the parts so far. */
type Read = readonly string[];

/** Characters by which it can be told how sure a reading is. */
const ENOUGH = 20;

const textOf = (read: Read): string => pageFromTsv(...read)?.text ?? '';

/** Whether the same parts are read more surely the other way up. */
const isOnItsHead = async (begun: Read, readTurned: (at: number) => Promise<string>): Promise<boolean> => {
  if (surenessOfTsv(...begun) >= ON_ITS_HEAD) return false;
  const other: string[] = [];
  while (other.length < begun.length) other.push(await readTurned(other.length));
  return surenessOfTsv(...other) > surenessOfTsv(...begun);
};

/** From top to bottom of the page as it is read. */
const inOrder = (parts: readonly (PagePart | null)[], turned: boolean): readonly (PagePart | null)[] =>
  turned ? mirrored(parts).toReversed() : parts;

/** The same parts on the page turned by half. */
const mirrored = (parts: readonly (PagePart | null)[]): readonly (PagePart | null)[] => {
  const right = Math.max(...parts.map((part) => (part === null ? 0 : part.left + part.width)));
  const bottom = Math.max(...parts.map((part) => (part === null ? 0 : part.top + part.height)));
  return parts.map((part) =>
    part === null ? null : { ...part, left: right - part.left - part.width, top: bottom - part.top - part.height },
  );
};
