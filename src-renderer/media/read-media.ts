// Reads the text of one photo or document on this device: a picture by OCR, a PDF page by its own words or else by OCR.
import { err, ok, type Result } from '../../domain/kernel/result.ts';
import type { ReadPage } from '../../domain/records/media.ts';
import type { RecordOf } from '../../domain/records/registry.ts';
import type { Failure } from '../../protocol/failures.ts';
import type { MediaPorts } from './desk-ports.ts';

export const LANGUAGE = 'eng';
/** A catalogue of a thousand pages would keep the reader busy for an hour; what matters stands in front. */
const MOST_PAGES = 60;

type Readable = RecordOf<'photo'> | RecordOf<'document'>;

/** The pages in order, boxes in px of the picture as shown (of the page at 200 dpi for a PDF). */
export const readMedia = async (ports: MediaPorts, record: Readable): Promise<Result<readonly ReadPage[], Failure>> => {
  const file = await ports.original(record.body.sha);
  if (file === null) return err({ type: 'BlobMissing' });
  return record.type === 'photo' ? readPhoto(ports, record, file) : readDocument(ports, record, file);
};

const readPhoto = async (
  ports: MediaPorts,
  { key, body }: RecordOf<'photo'>,
  file: Blob,
): Promise<Result<readonly ReadPage[], Failure>> => {
  const picture = await ports.pictures.ask('forReading', { file });
  if (!picture.ok) return picture;
  const page = await ports.ask('ocr.read', { job: jobOf(key, 1), image: picture.value.image, language: LANGUAGE });
  return page.ok ? ok([scaledTo(page.value, body)]) : page;
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
      const { image, width, height } = found.value;
      const page = await ports.ask('ocr.read', { job: jobOf(key, number), image, language: LANGUAGE });
      if (!page.ok) return page;
      pages.push(scaledTo(page.value, { width, height }));
    }
  }
  return ok(pages);
};

const jobOf = (key: string, page: number): string => `${key.slice(-60)}#${page}`;

/** The reader saw a smaller or larger copy; the window shows the picture in its own size. */
export const scaledTo = (
  page: ReadPage,
  { width, height }: { readonly width: number; readonly height: number },
): ReadPage => {
  const x = width / page.width;
  const y = height / page.height;
  return {
    ...page,
    width,
    height,
    words: page.words.map(([text, x0, y0, x1, y1, sure]) => [
      text,
      Math.round(x0 * x),
      Math.round(y0 * y),
      Math.round(x1 * x),
      Math.round(y1 * y),
      Math.round(sure),
    ]),
  };
};
