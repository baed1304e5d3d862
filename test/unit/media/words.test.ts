// Pure parts of showing: lines and their boxes, groups of photos, search hits, what is searched, names of files, zoom.
import { describe, expect, test } from 'vitest';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { filesOf, isAddShortcut } from '../../../src-renderer/features/capture/files-of.ts';
import { gridRows, groupPhotos } from '../../../src-renderer/features/photos/photo-groups.ts';
import { datedFileName } from '../../../src-renderer/ui/file-name.ts';
import { groupHits, lookedFor, piecesOf } from '../../../src-renderer/features/search/hits.ts';
import { openingOf } from '../../../src-renderer/ui/opening.ts';
import { isSearchShortcut } from '../../../src-renderer/features/search/search-keys.ts';
import { titleFromName } from '../../../src-renderer/media/import-file.ts';
import { straightPage } from '../../../domain/documents/turned.ts';
import type { ReadPage } from '../../../domain/records/media.ts';
import { asShown } from '../../../src-renderer/media/read-media.ts';
import { linesOfPage } from '../../../src-renderer/media/text-lines.ts';
import { zoomed } from '../../../src-renderer/media/use-viewer-keys.ts';
import { textOfItems, wordsOfItem } from '../../../src-renderer/workers/pdf/page-text.ts';
import { fitWithin, readingSize } from '../../../src-renderer/workers/picture/sizes.ts';
import { aRecord, JOURNEY, PRIVATE } from '../../support/records.ts';

describe('linesOfPage', () => {
  const page = {
    width: 100,
    height: 100,
    source: 'ocr' as const,
    text: 'TAP  12\n\nTOTAL 42.10',
    words: [
      ['TAP', 1, 2, 10, 8, 90],
      ['12', 20, 1, 30, 9, 90],
      ['TOTAL', 1, 20, 15, 30, 90],
      ['42.10', 50, 21, 70, 31, 90],
    ] as [string, number, number, number, number, number][],
  };
  test('puts one box around the words of each line and leaves empty lines out', () => {
    expect(linesOfPage(page)).toEqual([
      { at: 0, text: 'TAP  12', box: [1, 1, 30, 9] },
      { at: 1, text: 'TOTAL 42.10', box: [1, 20, 70, 31] },
    ]);
  });
  test('a line without words of its own has no box', () => {
    expect(linesOfPage({ ...page, words: [] }).map(({ box }) => box)).toEqual([null, null]);
  });
});

test('boxes are scaled from the picture that was read to the one that is shown', () => {
  const page = asShown(
    { width: 100, height: 200, source: 'ocr', text: 'a', words: [['a', 10, 20, 30, 40, 87.6]] },
    { width: 300, height: 400, turned: 0, seen: { width: 100, height: 200 }, straight: { width: 100, height: 200 } },
  );
  expect(page).toMatchObject({ width: 300, height: 400, words: [['a', 30, 40, 90, 80, 88]] });
});

test('boxes of a page that was turned straight are where the words are in the picture as taken, and are found straight again', () => {
  const seen = { width: 1_000, height: 2_000 };
  const straight = { ...seen, source: 'ocr' as const, text: 'a b', words: words(100, 1_900) };
  const page = asShown(straight, { width: 2_000, height: 4_000, turned: 2, seen, straight: seen });
  const [[, left, top] = [], [, right, bottom] = []] = page.words;
  // Its lines run down to the right: what stands right is lower than what stands left.
  expect(Number(bottom) - Number(top)).toBeCloseTo(Math.sin(Math.PI / 90) * 2_000 * 0.8, -1);
  expect(Number(right) - Number(left)).toBeCloseTo(1_600, -1);
  const [one, other] = straightPage(page).words;
  expect(Math.abs((one?.[2] ?? 0) - (other?.[2] ?? 99))).toBeLessThan(2);
  function words(x: number, y: number): ReadPage['words'] {
    return [
      ['a', x - 5, y - 5, x + 5, y + 5, 90],
      ['b', 895, y - 5, 905, y + 5, 90],
    ];
  }
});

test.each([
  ['on its side', -90, 180],
  ['turned to the right', -90, undefined],
  ['on its head', 0, 180],
])(
  'boxes of a page %s are where the words are in the picture as taken, and are found upright again',
  (_, turned, by) => {
    // Upright 400 by 600, read twice as broad; the picture that is shown is twice as large as what was read.
    const straight = { width: 400, height: 600 };
    const seen = turned === 0 ? straight : { width: 600, height: 400 };
    const read: ReadPage = {
      width: 800,
      height: 600,
      source: 'ocr',
      text: 'TOTAL 12',
      words: [
        ['TOTAL', 80, 500, 280, 520, 90],
        ['12', 600, 500, 680, 520, 90],
      ],
      ...(by === undefined ? {} : { turned: by }),
    };
    const page = asShown(read, { width: seen.width * 2, height: seen.height * 2, turned, seen, straight });
    for (const [, x0, y0, x1, y1] of page.words) {
      expect([x0 >= 0, y0 >= 0, x1 <= page.width, y1 <= page.height]).toEqual([true, true, true, true]);
      expect(x1 - x0 > y1 - y0).toBe(turned === 0);
    }
    const [total, twelve] = straightPage(page).words;
    expect(Math.abs((total?.[2] ?? 0) - (twelve?.[2] ?? 99))).toBeLessThan(2);
    expect((twelve?.[1] ?? 0) - (total?.[1] ?? 0)).toBeCloseTo(520, -1);
  },
);

describe('sizes', () => {
  test('a till receipt keeps its letters: only its own length limits it', () => {
    expect(readingSize({ width: 463, height: 1_013 })).toEqual({ width: 463, height: 1_013 });
    expect(readingSize({ width: 1_000, height: 4_000 })).toEqual({ width: 1_000, height: 4_000 });
    expect(readingSize({ width: 4_000, height: 3_000 })).toEqual({ width: 2_400, height: 1_800 });
  });
  test('nothing is enlarged and nothing becomes 0', () => {
    expect(fitWithin({ width: 10, height: 10 }, 1_280)).toEqual({ width: 10, height: 10 });
    expect(fitWithin({ width: 50_000, height: 2 }, 1_280)).toEqual({ width: 1_280, height: 1 });
  });
});

describe('words of a PDF', () => {
  test('one run becomes words with boxes in px, y turned downwards', () => {
    const run = { str: 'Total 42', transform: [10, 0, 0, 10, 100, 700], width: 80, height: 10, hasEOL: false };
    const words = wordsOfItem(run, [2, 0, 0, -2, 0, 1_600]);
    expect(words.map(([text]) => text)).toEqual(['Total', '42']);
    const [, x0 = 0, y0 = 0, x1 = 0, y1 = 0] = words[1] ?? [];
    expect([x0, x1]).toEqual([320, 360]);
    expect(y0).toBeLessThan(y1);
    expect(y1).toBeGreaterThanOrEqual(200);
  });
  test('ends of lines are kept', () => {
    const item = (str: string, hasEOL: boolean) => ({ str, hasEOL, transform: [], width: 0, height: 0 });
    expect(textOfItems([item('Error', false), item(' code', true), item('F28', true)])).toBe('Error code\nF28');
  });
});

describe('photo groups', () => {
  const photo = (id: string, more: object) =>
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only what grouping looks at
    aRecord({
      id,
      type: 'photo',
      space: PRIVATE,
      parent: '',
      body: { takenAt: null, sha: id, ...more },
    }) as unknown as RecordOf<'photo'>;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only what grouping looks at
  const step = (id: string, order: string) => aRecord({ id, body: { order, name: id } }) as unknown as RecordOf<'step'>;
  const steps = [step('step_b', 'b'), step('step_a', 'a')];
  const words = { steps, nameOf: String };
  const on = (id: string, parent: string, takenAt: string | null) => ({ ...photo(id, { takenAt }), parent });

  test('by step: in the order of the steps, photos of a step that is gone under none', () => {
    const photos = [
      on('p1', `${JOURNEY}|step_b`, null),
      on('p2', `${JOURNEY}|step_a`, null),
      on('p3', `${JOURNEY}|step_gone`, null),
    ];
    expect(
      groupPhotos(photos, words, 'step').map(({ name, photos: mine }) => [name, mine.map(({ id }) => id)]),
    ).toEqual([
      ['step_a', ['p2']],
      ['step_b', ['p1']],
      ['', ['p3']],
    ]);
  });
  test("by day: the camera's day, newest first", () => {
    const photos = [
      on('p1', '', '2026-03-10T23:50:00'),
      on('p2', '', '2026-03-11T00:10:00'),
      on('p3', '', '2026-03-10T09:00:00'),
    ];
    expect(groupPhotos(photos, words, 'day').map(({ id, photos: mine }) => [id, mine.map((each) => each.id)])).toEqual([
      ['2026-03-11', ['p2']],
      ['2026-03-10', ['p3', 'p1']],
    ]);
  });
  test('rows hold each photo once, small groups share one, none is wider than the grid', () => {
    const group = (name: string, count: number) => ({
      id: name,
      by: 'step' as const,
      name,
      photos: Array.from({ length: count }, (_, index) => photo(`${name}${index}`, {})),
    });
    const groups = [group('a', 2), group('b', 1), group('c', 7), group('d', 1), group('e', 3)];
    const rows = gridRows(groups, 4);
    expect(rows.flat().flatMap(({ photos }) => photos.map(({ id }) => id))).toEqual(
      groups.flatMap(({ photos }) => photos.map(({ id }) => id)),
    );
    for (const row of rows) expect(row.reduce((sum, { photos }) => sum + photos.length, 0)).toBeLessThanOrEqual(4);
    expect(rows.map((row) => row.map(({ group: { name } }) => name).join(''))).toEqual(['ab', 'c', 'c', 'de']);
    expect(rows.flat().filter(({ head }) => head)).toHaveLength(5);
  });
});

describe('search hits', () => {
  test('marks become pieces, and markup in the text stays text', () => {
    expect(piecesOf('a \u0001b\u0002 <i>c</i>')).toEqual([
      { text: 'a ', hit: false, at: 0 },
      { text: 'b', hit: true, at: 1 },
      { text: ' <i>c</i>', hit: false, at: 2 },
    ]);
    expect(
      piecesOf('\u0002x\u0001y')
        .map(({ text }) => text)
        .join(''),
    ).toBe('xy');
  });
  test('are grouped in one order, whatever came first', () => {
    const hit = (type: string) => ({ key: type, space: '', journey: '', type, title: '', snippet: '', at: 0 });
    expect(groupHits([hit('comment'), hit('step'), hit('reading')]).map(({ type }) => type)).toEqual([
      'step',
      'reading',
      'comment',
    ]);
  });
  test('open at their place: text at its photo, a comment at its step', () => {
    expect(
      openingOf({ key: `${PRIVATE}|reading_1`, journey: JOURNEY, type: 'reading' }, `${PRIVATE}|photo_1`),
    ).toMatchObject({ tab: 'documents', record: `${PRIVATE}|photo_1` });
    const onWall = { key: `${PRIVATE}|reading_1`, journey: JOURNEY, type: 'reading', isPaper: false };
    expect(openingOf(onWall, `${PRIVATE}|photo_1`)).toMatchObject({ tab: 'photos', record: `${PRIVATE}|photo_1` });
    expect(openingOf(onWall, `${PRIVATE}|document_1`)).toMatchObject({ tab: 'documents' });
    expect(
      openingOf({ key: `${JOURNEY}|comment_1`, journey: JOURNEY, type: 'comment' }, `${JOURNEY}|step_1`),
    ).toMatchObject({ tab: 'steps', record: `${JOURNEY}|step_1`, at: `${JOURNEY}|comment_1` });
    expect(
      openingOf({ key: `${PRIVATE}|comment_1`, journey: JOURNEY, type: 'comment' }, `${PRIVATE}|photo_1`),
    ).toMatchObject({ tab: 'documents', at: `${PRIVATE}|comment_1` });
    expect(
      openingOf({ key: `${JOURNEY}|comment_1`, journey: JOURNEY, type: 'comment' }, `${JOURNEY}|${JOURNEY}`),
    ).toMatchObject({ tab: 'chat', record: null, at: `${JOURNEY}|comment_1` });
    expect(openingOf({ key: `${PRIVATE}|cost_1`, journey: JOURNEY, type: 'cost' }, '')).toMatchObject({
      tab: 'money',
      record: `${PRIVATE}|cost_1`,
    });
  });
});

test('where it opens it is looked for as typed, or as it was meant', () => {
  const hit = (snippet: string) => ({ title: '', snippet });
  expect(lookedFor(hit('the \u0001renovation\u0002 of'), 'renov')).toBe('renov');
  expect(lookedFor(hit('the \u0001Renovation\u0002 of \u0001Tiles\u0002'), 'renovatoin tiles')).toBe(
    'renovation tiles',
  );
  expect(lookedFor(hit('the \u0001grey grout\u0002'), '"grey grout"')).toBe('"grey grout"');
  expect(lookedFor(hit('nothing is marked'), 'oven')).toBe('oven');
});

test('shortcuts: Ctrl+Shift+A adds; Ctrl+F and "/" search, but a typed slash is a slash', () => {
  const key = (name: string, held: object = {}) => ({
    key: name,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    ...held,
  });
  expect(isAddShortcut(key('A', { ctrlKey: true, shiftKey: true }))).toBe(true);
  expect(isAddShortcut(key('a', { ctrlKey: true }))).toBe(false);
  expect(isSearchShortcut(key('f', { ctrlKey: true }), true)).toBe(true);
  expect(isSearchShortcut(key('/'), false)).toBe(true);
  expect(isSearchShortcut(key('/'), true)).toBe(false);
});

test('a pasted bitmap gets a name of its own, a pasted file keeps its', () => {
  const files = [new File(['x'], 'image.png', { type: 'image/png' }), new File(['y'], 'plan.pdf')];
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a drop as far as it is looked at
  expect(filesOf({ files } as unknown as DataTransfer, 'Pasted 10.04').map(({ name }) => name)).toEqual([
    'Pasted 10.04.png',
    'plan.pdf',
  ]);
  expect(filesOf(null, 'x')).toEqual([]);
});

test('names: a title from a file name, a file name from a journey', () => {
  expect(titleFromName('Angebot_Fliesen.pdf')).toBe('Angebot Fliesen');
  expect(titleFromName('.pdf')).toBe('.pdf');
  expect(datedFileName('Kitchen / bath: "2nd"\u0000..', '2026-11-22', 'pdf')).toBe(
    'Kitchen bath 2nd .., 2026-11-22.pdf',
  );
  expect(datedFileName('///', '2026-11-22', 'csv')).toBe('Plumbline, 2026-11-22.csv');
});

test('zoom goes in steps, stops at both ends, and returns to fit', () => {
  expect(zoomed(1, 'in')).toBe(1.5);
  expect(zoomed(1, 'out')).toBe(1);
  expect(zoomed(8, 'in')).toBe(8);
  expect(zoomed(4, 'fit')).toBe(1);
});
