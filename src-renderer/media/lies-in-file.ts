// Which failures lie in the file itself: trying again finds the same, and only another file helps.
import type { Failure } from '../../protocol/failures.ts';

const IN_THE_FILE: ReadonlySet<Failure['type']> = new Set([
  'FileKindUnknown',
  'OfficeFileClosed',
  'FileEmpty',
  'FileTooLarge',
  'FileDamaged',
  'FileUnpacksTooLarge',
  'PictureTooLarge',
  'PdfLocked',
]);

export const liesInFile = ({ type }: Failure): boolean => IN_THE_FILE.has(type);
