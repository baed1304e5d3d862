// Reads the text of one photo or document on this device: a picture by OCR, a PDF page by its own words or else by OCR.
import { err, ok, type Result } from '../../domain/kernel/result.ts';
import { languageOf, type Language } from '../../domain/documents/language.ts';
import { shortEnough } from '../../domain/documents/reading-size.ts';
import { isAside } from '../../domain/documents/turned.ts';
import type { ReadPage } from '../../domain/records/media.ts';
import type { RecordOf } from '../../domain/records/registry.ts';
import type { Failure } from '../../protocol/failures.ts';
import type { PictureToRead } from '../workers/media-calls.ts';
import type { PdfPage } from '../workers/pdf-calls.ts';
import { inTime } from './ask-worker.ts';
import type { MediaPorts } from './desk-ports.ts';

/** What matters stands in front: a catalogue of a thousand pages is not read to its end. */
const MOST_PAGES = 300;
/** Pages whose words keep their places, and scans that are read: of what lies behind only the text of its own is kept, to be found. */
const MOST_PLACED = 60;

/** What is read first; another language is only known by what comes out. */
const FIRST: Language = 'eng';

export interface Read {
  readonly pages: readonly ReadPage[];
  /** The document's language, as its OCR data is called. */
  readonly language: Language;
}

type Readable = RecordOf<'photo'> | RecordOf<'document'>;

/** The pages in order, boxes in px of the picture as shown (of the page at 200 dpi for a PDF). */
export const readMedia = async (ports: MediaPorts, record: Readable): Promise<Result<Read, Failure>> => {
  const read = await readWhole(ports, record);
  return read.ok ? ok({ ...read.value, pages: shortEnough(read.value.pages) }) : read;
};

const readWhole = async (ports: MediaPorts, record: Readable): Promise<Result<Read, Failure>> => {
  if (record.type === 'document' && !isPaged(record.body)) return readPlain(ports, record);
  const file = await ports.original(record.body.sha);
  if (file === null) return err({ type: 'BlobMissing' });
  return record.type === 'photo' ? readPhoto(ports, record, file) : readDocument(ports, record, file);
};

const isPicture = ({ mime }: { readonly mime: string }): boolean => mime.startsWith('image/');
/** Its file has pages that are drawn here. A picture that could not be opened when it came says so again. */
const isPaged = (body: { readonly mime: string }): boolean => body.mime === 'application/pdf' || isPicture(body);

const readPhoto = async (ports: MediaPorts, { key }: RecordOf<'photo'>, file: Blob): Promise<Result<Read, Failure>> => {
  const picture = await inTime(ports.pictures.ask('forReading', { file }));
  if (!picture.ok) return picture;
  const read = await readPicture(ports, { job: jobOf(key, 1), picture: picture.value, language: FIRST });
  return read.ok ? ok({ pages: [read.value.page], language: read.value.language }) : read;
};

const readDocument = async (
  ports: MediaPorts,
  { key, body }: RecordOf<'document'>,
  file: Blob,
): Promise<Result<Read, Failure>> => {
  const pages: ReadPage[] = [];
  let language: Language = FIRST;
  let unread: Failure | null = null;
  const last = Math.min(body.pages, MOST_PAGES);
  const ask = (page: number): ReturnType<typeof pageOf> => pageOf(ports, { body, file, number: page });
  // While a page is read, the next is drawn and made ready.
  let ahead = ask(1);
  for (let number = 1; number <= last; number += 1) {
    const found = await ahead;
    if (!found.ok) {
      unread ??= found.error;
      // Others of its kind would hold up everything else for hours.
      if (found.error.type === 'FileTakesTooLong') break;
    }
    if (number < last) ahead = ask(number + 1);
    if (!found.ok) {
      pages.push(EMPTY);
    } else if (found.value.kind === 'words') {
      const { page } = found.value;
      pages.push(number > MOST_PLACED ? { ...page, words: [] } : page);
    } else if (number > MOST_PLACED) {
      const { width, height } = found.value;
      pages.push({ width, height, source: 'ocr', text: '', words: [] });
    } else {
      const read = await readPicture(ports, { job: jobOf(key, number), picture: found.value, language });
      if (!read.ok) return read;
      ({ language } = read.value);
      pages.push(read.value.page);
    }
  }
  // One page that can't be read costs the others nothing.
  if (unread !== null && pages.every((page) => page === EMPTY)) return err(unread);
  return ok({ pages, language: languageOf(textOf(pages)) ?? language });
};

/** In place of one that can't be read. */
const EMPTY: ReadPage = { width: 1, height: 1, source: 'ocr', text: '', words: [] };

interface PageAsked {
  readonly body: RecordOf<'document'>['body'];
  readonly file: Blob;
  readonly number: number;
}

/** A page of a scan is a picture always. A page that is broken among others makes pdf.js throw. */
const pageOf = (ports: MediaPorts, asked: PageAsked): Promise<Result<PdfPage, Failure>> =>
  (isPicture(asked.body)
    ? scannedPage(ports, asked)
    : inTime(ports.pdfs.ask('readPage', { sha: asked.body.sha, file: asked.file, page: asked.number }))
  ).catch(() => err({ type: 'FileDamaged' } as const));

const scannedPage = async (
  { pictures }: MediaPorts,
  { file, number }: PageAsked,
): Promise<Result<PdfPage, Failure>> => {
  const picture = await inTime(pictures.ask('forReading', { file, page: number }));
  return picture.ok ? ok({ kind: 'picture', ...picture.value }) : picture;
};

interface ToRead {
  readonly job: string;
  readonly picture: PictureToRead;
  /** With which data it is read first: that of the page before. */
  readonly language: Language;
}

/** The reader takes the data of the language that the words are in: an umlaut is no English letter. */
const readPicture = async (
  { ask }: MediaPorts,
  { job, picture, language }: ToRead,
): Promise<Result<{ readonly page: ReadPage; readonly language: Language }, Failure>> => {
  const { image, lined, parts } = picture;
  const read = await ask('ocr.read', { job, image, language, lined, parts: [...parts] });
  return read.ok ? ok({ page: asShown(read.value, picture), language: read.value.language }) : read;
};

const textOf = (pages: readonly ReadPage[]): string => pages.map(({ text }) => text).join('\n');

/** Main reads the original itself; what it takes out of it is laid out on pages already. */
const readPlain = async ({ ask }: MediaPorts, { body }: RecordOf<'document'>): Promise<Result<Read, Failure>> => {
  const found = await ask('paper.extract', { sha: body.sha, mime: body.mime });
  if (!found.ok) return found;
  const pages = found.value.pages.slice(0, MOST_PLACED);
  return ok({ pages, language: languageOf(textOf(pages)) ?? FIRST });
};

const jobOf = (key: string, page: number): string => `${key.slice(-60)}#${page}`;

/** The reader saw another size, turned straight and upright; the window shows the picture in its own size and as it was taken. */
export const asShown = (
  page: ReadPage,
  { width, height, turned: straightened, seen, straight }: Omit<PictureToRead, 'image' | 'lined' | 'parts'>,
): ReadPage => {
  const turned = straightened + (page.turned ?? 0);
  const angle = (turned * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const fit = { x: straight.width / page.width, y: straight.height / page.height };
  const scale = { x: width / seen.width, y: height / seen.height };
  const back = (x: number, y: number): readonly [number, number] => {
    const [right, down] = [(x - page.width / 2) * fit.x, (y - page.height / 2) * fit.y];
    return [right * cos - down * sin + seen.width / 2, right * sin + down * cos + seen.height / 2];
  };
  const aside = isAside(turned);
  return {
    width,
    height,
    source: page.source,
    text: page.text,
    ...(turned === 0 ? {} : { turned }),
    words: page.words.map(([text, x0, y0, x1, y1, sure]) => {
      const [x, y] = back((x0 + x1) / 2, (y0 + y1) / 2);
      const [along, across] = [((x1 - x0) / 2) * fit.x, ((y1 - y0) / 2) * fit.y];
      const [half, tall] = aside ? [across, along] : [along, across];
      return [
        text,
        Math.round((x - half) * scale.x),
        Math.round((y - tall) * scale.y),
        Math.round((x + half) * scale.x),
        Math.round((y + tall) * scale.y),
        Math.round(sure),
      ];
    }),
  };
};
