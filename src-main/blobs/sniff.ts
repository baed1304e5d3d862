// Tells by its content what a file is; names and promises of a type count for nothing.
import { fileTypeFromBuffer } from 'file-type';

/** What the page can show. HEIC, AVIF and TIFF are refused until it can decode them. */
const ACCEPTED: ReadonlySet<string> = new Set([
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/gif',
  'application/pdf',
]);

/** As many bytes from the start as the library looks at. */
export const SNIFF_BYTES = 4_100;

/** The MIME type, or null for anything that is neither a picture nor a PDF. */
export const sniff = async (start: Uint8Array): Promise<string | null> => {
  const type = await fileTypeFromBuffer(start);
  if (type === undefined) return null;
  // An animated PNG is a PNG to whoever shows it.
  const mime = type.mime === 'image/apng' ? 'image/png' : type.mime;
  return ACCEPTED.has(mime) ? mime : null;
};
