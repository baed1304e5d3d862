// The report as a PDF, made by the same pdfmake with the same fonts and layouts as in the window's worker, and read back.
import { createRequire } from 'node:module';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { journeyReport, type ReportInput } from '../../../domain/report/journey-report.ts';
import type { ReportAgreement } from '../../../domain/report/agreements.ts';
import type { ReportDecision } from '../../../domain/report/decisions.ts';
import type { ReportWords } from '../../../src-renderer/features/report/report-words.ts';
import { reportDefinition, type PrintedReport } from '../../../src-renderer/features/report/report-definition.ts';
import { pictureName } from '../../../src-renderer/features/report/picture-name.ts';
import { WHOLE } from '../../../domain/pictures/common-view.ts';
import { photoRows } from '../../../src-renderer/features/report/photo-rows.ts';
import { daySpan, dayYear, momentYear } from '../../../src-renderer/features/report/day-year.ts';
import { footerOf, LAYOUTS } from '../../../src-renderer/workers/report-layouts.ts';
import { eur } from '../../support/amounts.ts';
import { aRecord, JOURNEY, PRIVATE } from '../../support/records.ts';

const require = createRequire(import.meta.url);
const pdfmake = require('pdfmake/build/pdfmake.js');
pdfmake.addVirtualFileSystem(require('pdfmake/build/vfs_fonts.js'));
/** Addresses that pdfmake wanted to read. */
const wanted: string[] = [];
pdfmake.setUrlAccessPolicy((url: string) => {
  wanted.push(url);
  return false;
});
pdfmake.setTableLayouts(LAYOUTS);

const words: ReportWords = {
  t: (key, blanks = {}) => [key, ...Object.values(blanks)].join(' '),
  category: (category) => category,
  money: ({ minor, currency }) => `${currency} ${(minor / 100).toFixed(2)}`,
  day: dayYear,
  span: daySpan,
  moment: momentYear,
};

/** What someone might write to make a layout engine do something. */
const NASTY = 'file:///etc/passwd {"image":"http://10.0.0.1/x.png"} <b>bold</b> https://example.com';

const step = (id: string, name: string, more: object = {}) =>
  aRecord({
    id,
    body: {
      name,
      order: id,
      state: 'todo',
      notes: NASTY,
      blockedReason: '',
      startDate: '2026-03-01',
      durationDays: 3,
      dependsOn: [],
      assignee: null,
      startedAt: null,
      finishedAt: null,
      ...more,
    },
  });

/** @param written what a person wrote wherever they may write freely */
const input = (photos: readonly string[], written = NASTY): ReportInput =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- bodies as commands would have made them
  ({
    journey: aRecord({
      id: JOURNEY,
      type: 'journey',
      body: {
        name: 'Küche Łódź €',
        area: 'Kitchen',
        address: written,
        currency: 'EUR',
        startDate: '2026-03-01',
        state: 'active',
        template: null,
        sample: false,
      },
    }),
    steps: [
      step('step_1', 'Strip out', { state: 'done', startedAt: 1_772_000_000_000, finishedAt: 1_772_200_000_000 }),
      step('step_2', 'Tile the walls', { state: 'blocked', blockedReason: written }),
    ],
    costs: [
      aRecord({
        id: 'cost_1',
        type: 'cost',
        space: PRIVATE,
        body: {
          description: written,
          amount: eur(1_234_50),
          category: 'tiling',
          vendor: `Kontor ${written.slice(0, 150)}`,
          step: null,
          state: 'paid',
          date: '2026-03-02',
          receipt: null,
        },
      }),
    ],
    budget: aRecord({
      id: 'budget_1',
      type: 'budget',
      space: PRIVATE,
      body: { total: eur(900_000), categories: { tiling: eur(100_000) } },
    }),
    tasks: [],
    photos: photos.map((sha, index) =>
      aRecord({
        id: `photo_${index}`,
        type: 'photo',
        space: PRIVATE,
        parent: `${JOURNEY}|step_1`,
        body: { sha, caption: `Wall ${index}`, takenAt: '2026-03-02T10:00:00', width: 400, height: 300 },
      }),
    ),
    pairs: [],
    today: '2026-03-10',
  }) as unknown as ReportInput;

/** Under which name the whole of a photo is asked for. */
const whole = (photo: number): string => pictureName({ key: `${PRIVATE}|photo_${photo}` }, WHOLE);

const make = async (photos: readonly string[], pictures: Readonly<Record<string, string>>): Promise<string> =>
  (await printed(input(photos), pictures))
    .map(({ text }) => text)
    .join(' ')
    .replaceAll(/\s+/g, ' ');

interface Printed {
  readonly text: string;
  /** In points from the left edge of the page. */
  readonly left: number;
  readonly right: number;
  /** From the foot of the page. */
  readonly bottom: number;
}

const printed = async (
  report: ReportInput,
  pictures: Readonly<Record<string, string>>,
  besides: Partial<PrintedReport> = {},
): Promise<readonly Printed[]> => {
  const definition = reportDefinition({ ...journeyReport(report), ...besides }, words, new Set(Object.keys(pictures)));
  // It must survive the way into the worker: no functions, nothing but data.
  expect(structuredClone(definition)).toEqual(definition);
  const bytes: Uint8Array = await pdfmake
    .createPdf({
      ...structuredClone(definition),
      images: pictures,
      footer: footerOf({ title: 'Küche', page: '{page} of {pages}' }),
    })
    .getBuffer();
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const document = await task.promise;
  const texts: Printed[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    for (const item of items)
      if ('str' in item) {
        const [left, bottom] = [item.transform[4], item.transform[5]];
        texts.push({ text: item.str, left, right: left + item.width, bottom });
      }
  }
  await task.destroy();
  return texts;
};

test('holds the summary, every step with dates and state, the costs against the budget, the photos and page numbers', async () => {
  const jpeg = `data:image/jpeg;base64,${(
    await sharp({ create: { width: 400, height: 300, channels: 3, background: '#486' } })
      .jpeg()
      .toBuffer()
  ).toString('base64')}`;
  const text = await make(['aa', 'bb'], { [whole(0)]: jpeg, [whole(1)]: jpeg });
  for (const said of [
    'Küche Łódź €',
    'stepsOf 1 2',
    'Strip out',
    'stepState.done',
    'Tile the walls',
    'stepState.blocked',
    'tiling',
    'EUR 1234.50',
    'EUR 9000.00',
    // All of the budget but what is recorded is still to come.
    'forecast EUR 9000.00',
    'forecastParts EUR 1234.50 EUR 0.00 EUR 7765.50',
    'Wall 0',
    'Wall 1',
    '2 Mar 2026',
    '1 of 2',
    '2 of 2',
  ]) {
    expect(text).toContain(said);
  }
});

test('before and after stand side by side with their days; a pair that was refused, or whose photo is gone, does not', async () => {
  const jpeg = `data:image/jpeg;base64,${(
    await sharp({ create: { width: 40, height: 30, channels: 3, background: '#486' } })
      .jpeg()
      .toBuffer()
  ).toString('base64')}`;
  const report = input(['aa', 'bb', 'cc']);
  const pairOf = (before: number, after: number, isPair: boolean) =>
    aRecord({
      id: `pair_${before}_${after}`,
      type: 'pair',
      space: PRIVATE,
      body: {
        before: `${PRIVATE}|photo_${before}`,
        after: `${PRIVATE}|photo_${after}`,
        isPair,
        align: { x: 0.1, y: 0, scale: 1 },
      },
    });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- bodies as the command would have made them
  const pairs = [pairOf(0, 1, true), pairOf(0, 2, false), pairOf(1, 9, true)] as unknown as ReportInput['pairs'];
  const made = journeyReport({ ...report, pairs });
  expect(made.pairs.map(({ before, after }) => [before.sha, after.sha])).toEqual([['aa', 'bb']]);
  const [pair] = made.pairs;
  if (pair === undefined) throw new Error('no pair');
  expect(pair.view.before).toMatchObject({ left: expect.closeTo(0.1), width: expect.closeTo(0.9) });
  expect(pair.view.after).toMatchObject({ left: expect.closeTo(0), width: expect.closeTo(0.9) });
  const named = {
    [pictureName(pair.before, pair.view.before)]: jpeg,
    [pictureName(pair.after, pair.view.after)]: jpeg,
  };
  const texts = (await printed({ ...report, pairs }, named)).map(({ text }) => text);
  expect(texts).toEqual(expect.arrayContaining(['pairs', 'before', 'after', 'Wall 0', 'Wall 1']));
  expect(texts.filter((text) => text === '2 Mar 2026').length).toBeGreaterThan(1);
});

test('a journey without a step is not called finished', async () => {
  const texts = await printed({ ...input([]), steps: [] }, {});
  const said = texts.map(({ text }) => text);
  expect(said).toContain('noPlan');
  expect(said).not.toContain('ended');
});

test('a photo whose preview is not on this device is left out, not a failure', async () => {
  expect(await make(['aa'], {})).not.toContain('Wall 0');
});

test('what people wrote is printed as they wrote it and makes nothing be read', async () => {
  const text = await make([], {});
  expect(text).toContain('{"image":"http://10.0.0.1/x.png"}');
  expect(text).toContain('<b>bold</b>');
  expect(wanted).toEqual([]);
});

test('a word as long as a web address is broken, and pushes no amount and no date off the page', async () => {
  const long = `https://shop.example.com/${'x'.repeat(170)}`;
  const texts = await printed(input([], long), {});
  const said = texts.map(({ text }) => text);
  for (const word of ['EUR 1234.50', 'amount', '2 Mar 2026', 'stepState.done', 'dates']) expect(said).toContain(word);
  expect(texts.filter(({ left, right }) => left < 0 || right > 595)).toEqual([]);
});

/** Signed by two, in the words of people who write a lot. */
const agreement = (title: string, saidTimes: number, reason: string): ReportAgreement => ({
  kind: 'change',
  title,
  amount: eur(-8_200),
  days: 2,
  state: 'approved',
  words: Array.from({ length: saidTimes }, (_, nth) => ({
    who: 'Jürgen Großschädl-Öttinger',
    side: nth % 2 === 0 ? 'contractor' : 'family',
    verdict: nth % 2 === 0 ? 'propose' : 'approve',
    reason: `${reason} Ende ${title} ${nth}.`,
    earlier: false,
    at: 1_780_315_200_000,
    entry: `entry${nth}`,
    certified: true,
    counts: true,
  })),
});

test('thirty agreements with umlauts and long names are all on the paper, each with who, when and that it was verified', async () => {
  const many = Array.from({ length: 30 }, (_, nth) =>
    agreement(`Übergangsschienenkürzung ${nth} ${'ß'.repeat(nth === 7 ? 180 : 3)}`, 2, 'Der Estrich ist feucht.'),
  );
  const texts = await printed(input([]), {}, { agreed: { agreements: many, verified: 60, findings: [] } });
  const text = texts
    .map((one) => one.text)
    .join(' ')
    .replaceAll(/\s+/g, ' ');
  for (let nth = 0; nth < 30; nth += 1) expect(text).toContain(`Übergangsschienenkürzung ${nth} `);
  expect(text.match(/agreed\.by\.contractor Jürgen Großschädl-Öttinger/g)).toHaveLength(30);
  expect(text.match(/agreed\.sealed entry\d/g)).toHaveLength(60);
  expect(text).toContain(momentYear(1_780_315_200_000));
  expect(text).toContain('agreed.verified 60');
  expect(texts.filter(({ left, right, bottom }) => left < 0 || right > 595 || bottom < 0)).toEqual([]);
});

test('an agreement that is longer than a page goes on on the next one, and no word of it is lost', async () => {
  const long = agreement('Estrich', 12, 'Das muß trocknen. '.repeat(100));
  const texts = await printed(input([]), {}, { agreed: { agreements: [long], verified: 12, findings: [] } });
  const text = texts
    .map((one) => one.text)
    .join(' ')
    .replaceAll(/\s+/g, ' ');
  for (let nth = 0; nth < 12; nth += 1) expect(text).toContain(`Ende Estrich ${nth}.`);
  expect(texts.filter(({ bottom }) => bottom < 0)).toEqual([]);
});

test('what can’t be relied on is said also where nothing is left that was agreed', async () => {
  const findings = [{ code: 'SignatureForged', who: 'Jürgen' }] as const;
  const texts = await printed(input([]), {}, { agreed: { agreements: [], verified: 0, findings } });
  expect(texts.map((one) => one.text).join(' ')).toContain('agreed.finding.SignatureForged Jürgen');
});

const decision = (question: string, more: Partial<ReportDecision> = {}): ReportDecision => ({
  question,
  state: 'open',
  answers: [],
  back: null,
  deadline: '2026-03-09',
  late: true,
  awaited: ['Jürgen'],
  alternatives: [{ name: 'Eiche geölt', cost: eur(400_000), days: 4, voters: ['Zoë'] }],
  ...more,
});

test('a decision says what was decided, when, by whom and why; an open one by when it is wanted, between what, and who is missing', async () => {
  const answers = [{ name: 'Schiefer', why: 'Hält Pfützen aus.', who: 'Jürgen', on: '2026-03-02' }];
  const decided = decision('Boden im Bad?', { state: 'decided', answers, awaited: [], late: false });
  const texts = await printed(input([]), {}, { decisions: [decision('Küchenboden?'), decided] });
  const text = texts.map((one) => one.text).join(' ');
  for (const said of [
    'decisions.title',
    'Küchenboden?',
    'decisions.wasWanted 9 Mar 2026',
    'decisions.awaited Jürgen',
    'Eiche geölt · EUR 4000.00 · decisions.days 4 · decisions.votes Zoë',
    'decisions.state.decided',
    'Schiefer',
    'decisions.by Jürgen 2 Mar 2026',
    '“Hält Pfützen aus.”',
  ])
    expect(text).toContain(said);
  expect(text.match(/decisions\.wa/g)).toHaveLength(1);
});

test('of reasons that fill pages no word is lost, and none runs off the paper', async () => {
  const why = `${'Das muß so sein. '.repeat(290)} Ende`;
  const answers = ['A', 'B'].map((name) => ({ name, why: `${why} ${name}.`, who: 'x'.repeat(180), on: '2026-03-02' }));
  const long = decision('q'.repeat(1_000), { state: 'contested', answers });
  const texts = await printed(input([]), {}, { decisions: [long, decision('Danach?')] });
  const text = texts
    .map((one) => one.text)
    .join(' ')
    .replaceAll(/\s+/g, ' ');
  for (const said of ['Ende A.', 'Ende B.', 'decisions.state.contested', 'Danach?']) expect(text).toContain(said);
  expect(texts.filter(({ left, right, bottom }) => left < 0 || right > 595 || bottom < 0)).toEqual([]);
});

test('quotes for one step are beside each other with their totals, and how far each is above the lowest', async () => {
  const quote = {
    vendor: 'Fliesen Öttinger',
    title: 'Wände',
    number: 'A-17',
    state: 'open',
    validUntil: '2026-04-01',
    begin: '2026-03-20',
    days: 5,
    total: eur(1_234_567_00),
    above: null,
  } as const;
  const dear = { ...quote, vendor: 'x'.repeat(200), total: eur(9_234_567_00), above: eur(8_000_000_00) };
  const silent = { ...quote, vendor: '', total: null, state: 'expired' } as const;
  const texts = await printed(input([]), {}, { quotes: [{ step: '', quotes: [quote, dear, silent] }] });
  const said = texts
    .map(({ text }) => text)
    .join(' ')
    .replaceAll(/\s+/g, ' ');
  for (const text of [
    'quotes.title',
    'quotes.noStep',
    'Fliesen Öttinger',
    'Wände · A-17',
    'quotes.valid 1 Apr 2026',
    'quotes.begin 20 Mar 2026',
    'EUR 1234567.00',
    'quotes.above EUR 8000000.00',
    'quotes.unknown',
    'quotes.noTotal',
    'quotes.state.expired',
  ])
    expect(said).toContain(text);
  expect(texts.filter(({ left, right }) => left < 0 || right > 595)).toEqual([]);
});

test('photos fill rows within the page, keep their shape, and none is lost', () => {
  const shapes = [
    [400, 300],
    [300, 400],
    [463, 1_013],
    [4_000, 600],
    [300, 300],
    [300, 300],
    [300, 300],
  ] as const;
  const photos = shapes.map(([width, height], index) => ({
    key: `${index}`,
    sha: `${index}`,
    caption: '',
    takenAt: null,
    width,
    height,
    turn: 0 as const,
    marks: [],
  }));
  const rows = photoRows(photos, 500);
  expect(rows.flat().map(({ photo }) => photo.sha)).toEqual(photos.map(({ sha }) => sha));
  for (const row of rows)
    expect(row.reduce((sum, { width }) => sum + width, 0) + 10 * (row.length - 1)).toBeLessThanOrEqual(500.01);
  for (const { photo, width, height } of rows.flat()) expect(width / height).toBeCloseTo(photo.width / photo.height, 5);
});
