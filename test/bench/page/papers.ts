// A document and the text that was read from it, as records: four pages, every word with its place.
import { keyOf } from '../../../domain/kernel/ids.ts';
import type { AnyRecord } from '../../../domain/records/envelope.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { privateSpace } from '../../../domain/spaces/space.ts';
import type { OpenStore } from '../../../src-renderer/data/open-store.ts';

const PAGES = 4;
const IN_A_LINE = 12;

export const paperRecords = (
  store: OpenStore,
  journey: RecordOf<'journey'>,
  words: readonly string[],
): readonly AnyRecord[] => {
  const uuid = crypto.randomUUID();
  const sha = (crypto.randomUUID() + crypto.randomUUID()).replaceAll('-', '').slice(0, 64);
  const space = privateSpace(journey.id);
  const record = (type: 'document' | 'reading', parent: string, body: AnyRecord['body']): AnyRecord => ({
    id: `${type}_${uuid}`,
    key: keyOf(space, `${type}_${uuid}`),
    space,
    type,
    journey: journey.id,
    parent,
    v: 1,
    stamp: store.mint(),
    by: store.me,
    createdAt: Date.now(),
    createdBy: store.me,
    trashedAt: 0,
    past: {},
    body,
  });
  const document = record('document', '', {
    sha,
    bytes: 300_000,
    mime: 'application/pdf',
    name: `${words.slice(0, 2).join(' ')}.pdf`,
    title: words.slice(0, 4).join(' '),
    pages: PAGES,
  });
  const perPage = Math.ceil(words.length / PAGES);
  const pages = Array.from({ length: PAGES }, (_, at) => page(words.slice(at * perPage, (at + 1) * perPage)));
  const guess = { kind: 'quote', total: null, date: null, vendor: words[0] ?? '' };
  const reading = record('reading', document.key, {
    sha,
    language: 'eng',
    pages,
    guess,
    offer: 'dismissed',
    readAt: Date.now(),
  });
  return [document, reading];
};

const page = (words: readonly string[]): RecordOf<'reading'>['body']['pages'][number] => ({
  width: 1_654,
  height: 2_339,
  source: 'ocr',
  text: words.join(' '),
  words: words.map((word, at) => {
    const [x, y] = [(at % IN_A_LINE) * 130, Math.floor(at / IN_A_LINE) * 40];
    return [word, x, y, x + 120, y + 30, 91];
  }),
});
