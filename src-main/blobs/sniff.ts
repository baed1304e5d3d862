// Tells by its content what a file is; names and promises of a type count for nothing.
import { fileTypeFromBuffer } from 'file-type';

/** What the page can show, by a decoder of its own where no browser does. */
const ACCEPTED: ReadonlySet<string> = new Set([
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/gif',
  'image/avif',
  'image/heic',
  'image/tiff',
  'application/pdf',
]);

/** An animated PNG is a PNG to whoever shows it, and one of several HEIFs a HEIC. */
const SAME_AS: Readonly<Record<string, string>> = {
  'image/apng': 'image/png',
  'image/heif': 'image/heic',
  'image/heic-sequence': 'image/heic',
  'image/heif-sequence': 'image/heic',
};

/** As many bytes from the start as the library looks at. */
export const SNIFF_BYTES = 4_100;

/** The MIME type, or null for anything that is neither a picture nor a PDF. */
export const sniff = async (start: Uint8Array): Promise<string | null> => {
  const type = await fileTypeFromBuffer(start);
  if (type === undefined) return isTiff(start) ? 'image/tiff' : null;
  const mime = SAME_AS[type.mime] ?? type.mime;
  return ACCEPTED.has(mime) ? mime : null;
};

/** The library follows a TIFF to its directory, which mostly stands at the end of the file. */
const isTiff = (start: Uint8Array): boolean =>
  ['II*\0', 'MM\0*'].includes(Buffer.from(start.subarray(0, 4)).toString('latin1'));
