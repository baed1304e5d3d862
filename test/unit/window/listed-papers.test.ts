// Which papers the list of documents shows.
import { expect, it } from 'vitest';
import { listedOf, type OpenPaper } from '../../../src-renderer/features/documents/paper-record.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';

const record = <T extends 'document' | 'photo'>(type: T, id: string, createdAt: number): RecordOf<T> =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the list looks at nothing else
  ({ key: `j1|${id}`, id, type, createdAt }) as unknown as RecordOf<T>;
const photo = (id: string, createdAt: number): OpenPaper => {
  const one = record('photo', id, createdAt);
  return { record: one, photos: [one] };
};

it('newest documents, photos joined as pages, and a single photo that is read as a paper, but no photo of a room', () => {
  const [older, newer] = [record('document', 'd1', 1), record('document', 'd2', 2)];
  const [quote, room, first] = [photo('p1', 5), photo('p2', 4), photo('p3', 3)];
  const joined = { ...first, photos: [...first.photos, record('photo', 'p4', 3)] };
  const papers = [{ record: older, photos: [] }, { record: newer, photos: [] }, joined, quote, room];
  const listed = listedOf(papers, { newest: [newer], read: new Set(['p1']) });
  expect(listed.map((paper) => paper.record.id)).toEqual(['p1', 'p3', 'd2']);
});
