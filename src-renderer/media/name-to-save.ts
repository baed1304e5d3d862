// What a copy of an original is called on the disk: as its file was, and never as anything that could be run.
import { EMAIL_TYPE } from '../../domain/documents/attached.ts';
import { shownName } from '../ui/shown-name.ts';

/** By media type, the ending that a name gets that has none of those below. */
const ENDINGS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'image/avif': 'avif',
  'image/heic': 'heic',
  'image/tiff': 'tiff',
  'application/pdf': 'pdf',
  [EMAIL_TYPE]: 'eml',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
};
/** What an unknown kind is saved as opens in an editor, and runs nowhere. */
const PLAIN = 'txt';
const HARMLESS: ReadonlySet<string> = new Set([
  ...Object.values(ENDINGS),
  'jpeg',
  'jpe',
  'heif',
  'tif',
  'txt',
  'text',
  'md',
  'csv',
  'log',
]);
const LONGEST = 120;

/** Someone else's record may name its file `invoice.pdf.exe`: what it is decides, not what it is called. */
export const nameToSave = (name: string, mime: string): string => {
  const shown = shownName(name).trim();
  const [, stem = '', ending = ''] = /^(.*)\.([^.]*)$/s.exec(shown) ?? [];
  const isHarmless = HARMLESS.has(ending.toLowerCase());
  return `${(isHarmless ? stem : shown).slice(0, LONGEST)}.${isHarmless ? ending : (ENDINGS[mime] ?? PLAIN)}`;
};
