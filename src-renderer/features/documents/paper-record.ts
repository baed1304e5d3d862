// What a paper is kept as: a document, or a photo that was taken of it.
import type { RecordOf } from '../../../domain/records/registry.ts';

export type PaperRecord = RecordOf<'document'> | RecordOf<'photo'>;

export const titleOf = (record: PaperRecord): string =>
  record.type === 'document' ? record.body.title : record.body.caption || record.body.name;
