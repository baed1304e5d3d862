// Reads the text of one photo or document on this device: a picture by OCR, a PDF page by its own words or else by OCR.
import { err, ok, type Result } from '../../domain/kernel/result.ts';
import type { ReadPage } from '../../domain/records/media.ts';
import type { RecordOf } from '../../domain/records/registry.ts';
import type { Failure } from '../../protocol/failures.ts';
import type { PictureToRead } from '../workers/media-calls.ts';
import type { MediaPorts } from './desk-ports.ts';

export const LANGUAGE = 'eng';
/** A catalogue of a thousand pages would keep the reader busy for an hour; what matters stands in front. */
const MOST_PAGES = 60;

type Readable = RecordOf<'photo'> | RecordOf<'document'>;

/** The pages in order, boxes in px of the picture as shown (of the page at 200 dpi for a PDF). */
export const readMedia = async (ports: MediaPorts, record: Readable): Promise<Result<readonly ReadPage[], Failure>> => {
  if (record.type === 'document' && record.body.mime !== 'application/pdf') return readPlain(ports, record);
  const file = await ports.original(record.body.sha);
  if (file === null) return err({ type: 'BlobMissing' });
  return record.type === 'photo' ? readPhoto(ports, record, file) : readDocument(ports, record, file);
};

const readPhoto = async (
  ports: MediaPorts,
  { key }: RecordOf<'photo'>,
  file: Blob,
): Promise<Result<readonly ReadPage[], Failure>> => {
  const picture = await ports.pictures.ask('forReading', { file });
  if (!picture.ok) return picture;
  const page = await ports.ask('ocr.read', { job: jobOf(key, 1), image: picture.value.image, language: LANGUAGE });
  return page.ok ? ok([asShown(page.value, picture.value)]) : page;
};

const readDocument = async (
  ports: MediaPorts,
  { key, body }: RecordOf<'document'>,
  file: Blob,
): Promise<Result<readonly ReadPage[], Failure>> => {
  const pages: ReadPage[] = [];
  for (let number = 1; number <= Math.min(body.pages, MOST_PAGES); number += 1) {
    const found = await ports.pdfs.ask('readPage', { sha: body.sha, file, page: number });
    if (!found.ok) return found;
    if (found.value.kind === 'words') pages.push(found.value.page);
    else {
      const page = await ports.ask('ocr.read', {
        job: jobOf(key, number),
        image: found.value.image,
        language: LANGUAGE,
      });
      if (!page.ok) return page;
      pages.push(asShown(page.value, found.value));
    }
  }
  return ok(pages);
};

/** Main reads the original itself; what it takes out of it is laid out on pages already. */
const readPlain = async (
  { ask }: MediaPorts,
  { body }: RecordOf<'document'>,
): Promise<Result<readonly ReadPage[], Failure>> => {
  const found = await ask('paper.extract', { sha: body.sha, mime: body.mime });
  return found.ok ? ok(found.value.pages.slice(0, MOST_PAGES)) : found;
};

const jobOf = (key: string, page: number): string => `${key.slice(-60)}#${page}`;

/** The reader saw a smaller copy, turned straight; the window shows the picture in its own size and as it was taken. */
export const asShown = (page: ReadPage, { width, height, turned, seen }: Omit<PictureToRead, 'image'>): ReadPage => {
  const angle = (turned * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  // A page that was not turned may still come back in another size than it was given: that is scaled as well.
  const fit = turned === 0 ? { x: seen.width / page.width, y: seen.height / page.height } : { x: 1, y: 1 };
  const scale = { x: width / seen.width, y: height / seen.height };
  const back = (x: number, y: number): readonly [number, number] => {
    const [right, down] = [x - page.width / 2, y - page.height / 2];
    return [(right * cos - down * sin) * fit.x + seen.width / 2, (right * sin + down * cos) * fit.y + seen.height / 2];
  };
  return {
    ...page,
    width,
    height,
    ...(turned === 0 ? {} : { turned }),
    words: page.words.map(([text, x0, y0, x1, y1, sure]) => {
      const [x, y] = back((x0 + x1) / 2, (y0 + y1) / 2);
      const [half, tall] = [((x1 - x0) / 2) * fit.x, ((y1 - y0) / 2) * fit.y];
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
