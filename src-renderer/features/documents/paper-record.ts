// What a paper is kept as: a document, or photos that were taken of its pages.
import { photoPapers } from '../../../domain/documents/photo-pages.ts';
import { idOfKey, type RecordId, type RecordKey } from '../../../domain/kernel/ids.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { shownName } from '../../ui/shown-name.ts';

export type PaperRecord = RecordOf<'document'> | RecordOf<'photo'>;

/** A paper as it is opened. */
export interface OpenPaper {
  /** What its reading and its notes hang on. */
  readonly record: PaperRecord;
  /** The photos that are its pages, in order; none of a document, one of a photo that stands alone. */
  readonly photos: readonly RecordOf<'photo'>[];
}

export const titleOf = (record: PaperRecord): string =>
  record.type === 'document' ? record.body.title : record.body.caption || shownName(record.body.name);

export const pageCount = ({ record, photos }: OpenPaper): number =>
  record.type === 'document' ? record.body.pages : photos.length;

/** Every document, every photo that stands alone, and every paper of several photos once. */
export const papersOf = (
  documents: readonly RecordOf<'document'>[],
  photos: readonly RecordOf<'photo'>[],
): readonly OpenPaper[] => {
  const joined = photoPapers(photos);
  const pages = new Set(joined.flatMap((paper) => paper.pages.map(({ key }) => key)));
  return [
    ...documents.map((record) => ({ record, photos: [] })),
    ...joined.map((paper) => ({ record: paper.holder, photos: paper.pages })),
    ...photos.filter(({ key }) => !pages.has(key)).map((record) => ({ record, photos: [record] })),
  ];
};

/** What the list of documents shows, the newest first: documents, photos joined as pages, and single photos that are read as a paper. */
export const listedOf = (
  papers: readonly OpenPaper[],
  { newest, read }: { readonly newest: readonly RecordOf<'document'>[]; readonly read: ReadonlySet<RecordId> },
): readonly OpenPaper[] => {
  const shown = new Set<RecordKey>(newest.map(({ key }) => key));
  return papers
    .filter(({ record, photos }) => shown.has(record.key) || photos.length > 1 || photos.some(({ id }) => read.has(id)))
    .toSorted((a, b) => b.record.createdAt - a.record.createdAt);
};

/** The paper that this record is, or is a page of. One that was shown to more people goes on under another key with the same id. */
export const openedBy = (papers: readonly OpenPaper[], key: RecordKey): OpenPaper | null =>
  papers.find(({ record, photos }) => record.key === key || photos.some((photo) => photo.key === key)) ??
  papers.find(({ record, photos }) => [record, ...photos].some(({ id }) => id === idOfKey(key))) ??
  null;
