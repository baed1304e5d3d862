// Tells office files, e-mail and plain text by their content; an archive by the names of its parts, which stand at its end.
import { EXTRACTED } from '../extract/extract-messages.ts';

/** As many bytes from the end as an archive's directory of an ordinary document takes. */
export const TAIL_BYTES = 64 * 1024;

const ZIP = Buffer.from('PK\u0003\u0004', 'latin1');
/** The container of old .doc and .xls files, and of new ones under a password. [MS-CFB] 2.2. */
const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex');

export const isCompound = (start: Uint8Array): boolean =>
  COMPOUND.equals(Buffer.from(start).subarray(0, COMPOUND.length));

/** Word or Excel, or null for any other archive and any other file. */
export const sniffOffice = (start: Uint8Array, tail: Uint8Array): string | null => {
  if (!ZIP.equals(Buffer.from(start).subarray(0, ZIP.length))) return null;
  const directory = Buffer.from(tail);
  if (directory.includes('word/document.xml')) return EXTRACTED.docx;
  return directory.includes('xl/workbook.xml') ? EXTRACTED.xlsx : null;
};

/** Names under which people keep text; text has no mark of its own, so what is called a picture is none. */
const TEXT_NAME = /\.(?:txt|text|md|csv|log)$/i;
const EMAIL_NAME = /\.eml$/i;
const HEADER = /^(?:[A-Za-z][A-Za-z0-9-]*:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){2,}/;
// oxlint-disable-next-line no-control-regex -- what text does not hold is what this looks for
const CONTROL = /[\u0000-\u0008\u000B\u000E-\u001A\u001C-\u001F]/;

/** E-mail or text, by name and content together; null when the content does not look like what the name says. */
export const sniffText = (start: Uint8Array, name: string): string | null => {
  const isEmail = EMAIL_NAME.test(name);
  if (!isEmail && !TEXT_NAME.test(name)) return null;
  const text = Buffer.from(start).toString('latin1');
  if (CONTROL.test(text)) return null;
  if (!isEmail) return EXTRACTED.text;
  return HEADER.test(text) ? EXTRACTED.email : null;
};
