// Lines of several quotes that are one piece of work: found by words and units, corrected by hand, and the same in any order.
import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { inherited, placeNames, type Corrections } from '../../../domain/quotes/corrections.ts';
import { likenessOver } from '../../../domain/quotes/likeness.ts';
import { matchLines, type LinedQuote, type MatchRow } from '../../../domain/quotes/match.ts';
import { lindner, lineOf, miller, ortiz, quoteOf, TOGETHER } from '../../support/three-quotes.ts';
import { plainLikeness, plainRows } from '../../support/plain-match.ts';
import { unitOf } from '../../../domain/quotes/units.ts';
import { alikeWords, wordLikeness } from '../../../domain/quotes/word-likeness.ts';

const named = (rows: readonly MatchRow[]): readonly string[] =>
  rows
    .map(({ lines }) =>
      lines
        .map(({ quote, id }) => `${quote.slice('quote_'.length)}${id.slice(1)}`)
        .toSorted()
        .join(' '),
    )
    .toSorted();
const asKnown = (rows: readonly (readonly string[])[]): readonly string[] =>
  rows.map((row) => row.toSorted().join(' ')).toSorted();

/** What the window does: the line's own name, and the row it goes to. */
const put = (quotes: readonly LinedQuote[], at: string, row: string): Corrections => {
  const lines = matchLines(quotes).flatMap((each) => each.lines);
  const line = lines.find(({ quote, id }) => `${quote.slice('quote_'.length)}${id.slice(1)}` === at);
  const name = line === undefined ? undefined : placeNames(lines).get(line);
  if (line === undefined || name === undefined) throw new Error(`no line ${at}`);
  return { [name]: { row, line: line.id } };
};

/** A kitchen, in two people's English. */
const kitchen = [
  quoteOf('a', [
    { text: 'Remove old kitchen units and worktops, skip hire', amount: 62_000 },
    { text: 'Relocate sockets and add under-cabinet lighting', amount: 78_000 },
    { text: 'Fit new base and wall units', count: 11, unit: 'no', price: 9_500 },
    { text: 'Quartz worktop 20 mm', count: 4.6, unit: 'm', price: 31_000 },
    { text: 'Plaster skim to walls', count: 18, unit: 'm2', price: 2_200 },
    { text: 'Emulsion walls and ceiling', count: 32, unit: 'm2', price: 1_300 },
    { text: 'Laminate floor incl. underlay', count: 14, unit: 'm2', price: 4_100 },
  ]),
  quoteOf('b', [
    { text: 'Laminate flooring', count: 14, unit: 'sqm', price: 3_900 },
    { text: 'Worktops, quartz, templated and fitted', count: 4.6, unit: 'lm', price: 34_500 },
    { text: 'Kitchen cabinets assembled and hung', count: 11, unit: 'pcs', price: 8_800 },
    { text: 'Strip-out of existing kitchen', amount: 48_000 },
    { text: 'Electrics: sockets, LED strip lights', amount: 91_000 },
    { text: 'Decorating: two coats to walls and ceilings', count: 32, unit: 'sqm', price: 1_450 },
    { text: 'Skimming', count: 18, unit: 'sqm', price: 2_600 },
  ]),
];
const KITCHEN = [
  ['a1', 'b4'],
  ['a2', 'b5'],
  ['a3', 'b3'],
  ['a4', 'b2'],
  ['a5', 'b7'],
  ['a6', 'b6'],
  ['a7', 'b1'],
];

/** Floors, in English, German and Spanish. */
const floors = [
  quoteOf('a', [
    { text: 'Site setup, floor and stair protection', amount: 35_000 },
    { text: 'Remove carpet and tack strips', count: 42, unit: 'm2', price: 600 },
    { text: 'Level subfloor with self-levelling compound', count: 42, unit: 'm2', price: 1_900 },
    { text: 'Engineered oak boards 14 mm, glued', count: 42, unit: 'm2', price: 8_900 },
    { text: 'Oak skirting boards, painted white', count: 38, unit: 'm', price: 1_900 },
    { text: 'Fill and paint walls, two coats', count: 110, unit: 'm2', price: 1_250 },
    { text: 'Replace two radiators incl. valves', count: 2, unit: 'pc', price: 41_000 },
    { text: 'Final clean', amount: 18_000 },
  ]),
  quoteOf('b', [
    { text: 'Teppich entfernen und entsorgen', count: 42, unit: 'm²', price: 750 },
    { text: 'Untergrund ausgleichen', count: 42, unit: 'm²', price: 1_650 },
    { text: 'Parkett Eiche verklebt', count: 44, unit: 'm²', price: 9_400 },
    { text: 'Sockelleisten weiß', count: 38, unit: 'lfm', price: 1_700 },
    { text: 'Wände streichen', count: 108, unit: 'm²', price: 1_150 },
    { text: 'Heizkörper tauschen', count: 2, unit: 'Stk', price: 46_500 },
    { text: 'Baustelleneinrichtung und Abdeckarbeiten', amount: 42_000 },
  ]),
  quoteOf('c', [
    { text: 'Suministro y colocación de parquet de roble', count: 42, unit: 'm2', price: 8_200 },
    { text: 'Rodapié', count: 40, unit: 'ml', price: 1_500 },
    { text: 'Nivelación del suelo', count: 42, unit: 'm2', price: 1_700 },
    { text: 'Retirada de moqueta', count: 42, unit: 'm2', price: 500 },
    { text: 'Pintura de paredes', count: 110, unit: 'm2', price: 1_000 },
    { text: 'Cambio de radiadores', count: 2, unit: 'ud', price: 38_000 },
    { text: 'Limpieza final', amount: 12_000 },
  ]),
];
const FLOORS = [
  ['a1', 'b7'],
  ['a2', 'b1', 'c4'],
  ['a3', 'b2', 'c3'],
  ['a4', 'b3', 'c1'],
  ['a5', 'b4', 'c2'],
  ['a6', 'b5', 'c5'],
  ['a7', 'b6', 'c6'],
  ['a8', 'c7'],
];

test('silicone joints are one work in two languages', () => {
  const rows = matchLines([
    quoteOf('a', [{ text: 'Silicone joints', count: 18, unit: 'm', price: 800 }]),
    quoteOf('b', [{ text: 'Silikonfugen', count: 21, unit: 'lfm', price: 900 }]),
  ]);
  expect(named(rows)).toEqual(['a1 b1']);
});

describe('found by words and units', () => {
  it('three quotes for a bathroom, one of them in German', () => {
    expect(named(matchLines([miller, lindner, ortiz]))).toEqual(asKnown(TOGETHER));
  });
  it('two for a kitchen in another order', () => {
    expect(named(matchLines(kitchen))).toEqual(asKnown(KITCHEN));
  });
  it('three for a floor in three languages', () => {
    expect(named(matchLines(floors))).toEqual(asKnown(FLOORS));
  });
  it('keeps apart what is alike in words and other work: walls and floor, supply of another room’s things', () => {
    const rows = matchLines([
      quoteOf('a', [{ text: 'Wall tiling', count: 20, unit: 'm²', price: 6_000 }]),
      quoteOf('b', [{ text: 'Floor heating', count: 6, unit: 'm²', price: 9_000 }]),
    ]);
    expect(rows).toHaveLength(2);
  });
});

describe('corrected by hand', () => {
  const quotes = [miller, lindner, ortiz];

  it('a line that was put with others stays there, and the others find each other as before', () => {
    const corrections = { ...put(quotes, 'a9', 'row_1'), ...put(quotes, 'c8', 'row_1') };
    const rows = matchLines(quotes, corrections);
    expect(named(rows)).toEqual(asKnown([...TOGETHER.slice(0, 8), ['a9', 'c8']]));
    expect(rows.find(({ id }) => id === 'row_1')).toMatchObject({ byHand: true, sure: 100 });
  });

  it('a line that was set apart is alone, and nothing joins it', () => {
    const rows = matchLines(quotes, put(quotes, 'b1', ''));
    expect(named(rows)).toEqual(asKnown([['a1', 'c4'], ['b1'], ...TOGETHER.slice(1)]));
  });

  it('two lines of one quote may be one row, and a further quote’s line still finds it', () => {
    const split = quoteOf('d', [
      { text: 'Demolition', amount: 90_000 },
      { text: 'Rubbish skip', amount: 40_000 },
    ]);
    const corrections = { ...put([miller, split], 'd1', 'row_1'), ...put([miller, split], 'd2', 'row_1') };
    expect(named(matchLines([miller, split], corrections))).toContain('a1 d1 d2');
  });

  it('survives a reading that numbers the lines anew, and one that reads a word differently', () => {
    const corrections = put(quotes, 'b8', '');
    const renumbered = {
      ...lindner,
      lines: lindner.lines.toReversed().map((line, at) => Object.assign({}, line, { id: `l${at + 1}` })),
    };
    const alone = matchLines([miller, renumbered, ortiz], corrections).find(({ byHand }) => byHand);
    expect(alone?.lines.map(({ description }) => description)).toEqual(['Elektroinstallation: Spots und Lüfter']);
    const misread = {
      ...lindner,
      lines: lindner.lines.map((line) =>
        line.id === 'l8' ? { ...line, description: 'Elektroinsta1lation: Spots und Lüfter' } : line,
      ),
    };
    expect(named(matchLines([miller, misread, ortiz], corrections))).toContain('b8');
    // Other words under the number are another line.
    const other = {
      ...lindner,
      lines: lindner.lines.map((line) => (line.id === 'l8' ? lineOf('l8', { text: 'Elektrik Bad', amount: 1 }) : line)),
    };
    expect(matchLines([miller, other, ortiz], corrections).some(({ byHand }) => byHand)).toBe(false);
  });

  it('goes on for the revised quote, until something else is said of that', () => {
    const revised = { ...lindner, id: 'quote_r' };
    const old = put(quotes, 'b1', '');
    const passed = inherited(old, new Map([[lindner.id, revised.id]]));
    expect(named(matchLines([miller, revised, ortiz], passed))).toContain('r1');
    const said = { ...old, ...put([miller, revised, ortiz], 'r1', 'row_1') };
    const own = matchLines([miller, revised, ortiz], inherited(said, new Map([[lindner.id, revised.id]]))).find(
      ({ id }) => id === 'row_1',
    );
    expect(own?.lines.some(({ quote }) => quote === revised.id)).toBe(true);
  });

  it('given back to the matching, it is as if nothing had been said', () => {
    const [name = ''] = Object.keys(put(quotes, 'b1', ''));
    expect(named(matchLines(quotes, { [name]: null }))).toEqual(asKnown(TOGETHER));
  });
});

const anyLines = fc.array(
  fc.record({
    text: fc.constantFrom('Tile walls', 'Wall tiles', 'Wandfliesen', 'Floor tiles', 'Waste', 'Shower', 'Duschwand', ''),
    count: fc.constantFrom(1, 6, 24),
    unit: fc.constantFrom('', 'm²', 'pc', 'psch'),
    price: fc.integer({ min: -500, max: 90_000 }),
    optional: fc.boolean(),
  }),
  { maxLength: 7 },
);

it('every line of every quote is in one row, whatever was put where, and the order of the quotes does not matter', () => {
  fc.assert(
    fc.property(
      fc.array(anyLines, { minLength: 1, maxLength: 4 }),
      fc.array(fc.tuple(fc.nat(), fc.constantFrom('', 'row_1', 'row_2')), { maxLength: 6 }),
      (papers, places) => {
        const quotes = papers.map((said, at) => quoteOf('abcd'.charAt(at), said));
        const all = matchLines(quotes).flatMap(({ lines }) => lines);
        const names = [...placeNames(all).entries()];
        const corrections = Object.fromEntries(
          places.flatMap(([at, row]) => {
            const [line, name] = names[at % Math.max(1, names.length)] ?? [];
            return line === undefined || name === undefined ? [] : [[name, { row, line: line.id }]];
          }),
        );
        const rows = matchLines(quotes, corrections);
        const found = named(rows)
          .join(' ')
          .split(' ')
          .filter((one) => one !== '');
        const whole = quotes.flatMap(({ id, lines }) => lines.map((_, at) => `${id.slice('quote_'.length)}${at + 1}`));
        expect(found.toSorted()).toEqual(whole.toSorted());
        expect(matchLines(quotes.toReversed(), corrections)).toEqual(rows);
        for (const { byHand, lines } of rows.filter((row) => !row.byHand))
          expect([byHand, new Set(lines.map(({ quote }) => quote)).size]).toEqual([false, lines.length]);
      },
    ),
    { numRuns: 150, seed: 7 },
  );
});

/** The definition, every two lines with each other and every two words: what the matching finds by the way of its indexes. */
describe('likeness by indexes', () => {
  const WORDS = [
    ...'tile tiles tiling floor flooring wall walls wandfliesen bodenfliesen wandfarbe fliese fliesen azulejo shower showers dusche'.split(
      ' ',
    ),
    ...'duschwand schower toilet toilett install 1st first 60x60 2nd waste strip out remove radiator radiators heizkorper oak oaken'.split(
      ' ',
    ),
    ...'parquet parkett underlay under lay underlayment grohe groher bathroom spotlight spot spots light lights and de la'.split(
      ' ',
    ),
  ];
  const wordly = fc.record({
    text: fc.array(fc.constantFrom(...WORDS), { maxLength: 7 }).map((words) => words.join(' ')),
    count: fc.constantFrom(null, 0, 1, 6, 6.5, 24),
    unit: fc.constantFrom('', 'm²', 'sq ft', 'pc', 'psch', 'nonsense'),
  });
  const comparable = ({ text, count, unit }: { text: string; count: number | null; unit: string }) => {
    const quantity = count === null ? null : count * 1_000;
    return { text, quantity, unit: unitOf(unit, quantity) };
  };

  it('of words are those that each two words have', () => {
    const words = [...new Set(WORDS)];
    const alike = alikeWords(words);
    for (const [a, one] of words.entries())
      for (const [b, other] of words.entries()) {
        expect([one, other, alike[a]?.get(b) ?? 0]).toEqual([one, other, Math.fround(wordLikeness(one, other))]);
        expect(wordLikeness(one, other)).toBe(wordLikeness(other, one));
      }
  });

  it('of lines is the same to the last bit, and none is passed over', () => {
    fc.assert(
      fc.property(fc.array(wordly, { minLength: 1, maxLength: 14 }), fc.constantFrom(0.01, 0.4), (said, least) => {
        const lines = said.map(comparable);
        const { of, eachAlike } = likenessOver(lines);
        const plain = plainLikeness(lines);
        for (const a of lines.keys()) {
          const found: (readonly [number, number])[] = [];
          eachAlike(a, { from: a + 1, like: least }, (b, like) => found.push([b, like]));
          const all = [...lines.keys()].filter((b) => b > a).map((b) => [b, plain(a, b)] as const);
          expect(found).toEqual(all.filter(([, like]) => like >= least));
          for (const [b, like] of all) expect([of(a, b), of(b, a)]).toEqual([like, plain(b, a)]);
        }
      }),
      { numRuns: 300, seed: 11 },
    );
  });

  it('makes the rows that joining the likest of all pairs first makes', () => {
    fc.assert(
      fc.property(fc.array(fc.array(wordly, { maxLength: 9 }), { minLength: 1, maxLength: 4 }), (papers) => {
        const quotes = papers.map((said, at) =>
          quoteOf(
            'abcd'.charAt(at),
            said.map(({ text, count, unit }) => ({ text, unit, ...(count === null ? {} : { count }), price: 100 })),
          ),
        );
        const ids = (rows: readonly (readonly string[])[]): readonly string[] =>
          rows.map((row) => row.toSorted().join(' ')).toSorted();
        const rows = matchLines(quotes).map(({ lines }) => lines.map(({ quote, id }) => `${quote}.${id}`));
        expect(ids(rows)).toEqual(ids(plainRows(quotes)));
      }),
      { numRuns: 300, seed: 12 },
    );
  });
});
