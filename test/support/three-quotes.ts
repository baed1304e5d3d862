// Three contractors' quotes for one bathroom, each in their own words: what goes with what is known.
import type { ComparedQuote } from '../../domain/quotes/comparison.ts';
import type { PaperLine } from '../../domain/records/paper.ts';
import { eur } from './amounts.ts';

interface Said {
  readonly text: string;
  /** Whole units of it. */
  readonly count?: number;
  readonly unit?: string;
  /** Cents for one. */
  readonly price?: number;
  readonly amount?: number | null;
  readonly optional?: boolean;
}

export const lineOf = (id: string, { text, count, unit = '', price, amount, optional }: Said): PaperLine => ({
  id,
  description: text,
  quantity: count === undefined ? null : Math.round(count * 1_000),
  unit,
  unitPrice: price === undefined ? null : eur(price),
  amount: amount === null ? null : eur(amount ?? Math.round((count ?? 1) * (price ?? 0))),
  ...(optional === undefined ? {} : { optional }),
});

export const quoteOf = (
  id: string,
  said: readonly Said[],
  more: Partial<ComparedQuote> & { readonly taxPercent?: number } = {},
): ComparedQuote => {
  const lines = said.map((one, at) => lineOf(`l${at + 1}`, one));
  const net = lines.reduce((sum, { amount, optional }) => sum + (optional === true ? 0 : (amount?.minor ?? 0)), 0);
  const { taxPercent = 19, ...rest } = more;
  const tax = Math.round((net * taxPercent) / 100);
  return {
    id: `quote_${id}`,
    key: `private_01890000-0000-7000-8000-000000000001|quote_${id}`,
    currency: 'EUR',
    terms: '',
    lines,
    subtotal: eur(net),
    discount: null,
    tax: eur(tax),
    total: eur(net + tax),
    ...rest,
  };
};

export const miller = quoteOf('a', [
  { text: 'Strip out existing bathroom and dispose of waste', price: 145_000 },
  { text: 'First fix plumbing, new hot and cold pipework', price: 190_000 },
  { text: 'Wall tiling, 30 x 60 cm, including adhesive and grout', count: 24, unit: 'm²', price: 6_800 },
  { text: 'Floor tiling', count: 6, unit: 'm²', price: 7_400 },
  { text: 'Supply and fit walk-in shower with glass screen', count: 1, unit: 'pc', price: 128_000 },
  { text: 'Wall-hung WC with concealed cistern', count: 1, unit: 'pc', price: 64_000 },
  { text: 'Washbasin with vanity unit', count: 1, unit: 'pc', price: 52_000 },
  { text: 'Electrical work: 4 spotlights, mirror light, extractor fan', price: 88_000 },
  { text: 'Painting ceiling, two coats', count: 6, unit: 'm²', price: 1_800 },
]);

export const lindner = quoteOf(
  'b',
  [
    { text: 'Demontage Altbad inkl. Entsorgung', price: 118_000 },
    { text: 'Rohinstallation Sanitär', price: 214_000 },
    { text: 'Wandfliesen verlegen', count: 24, unit: 'qm', price: 7_100 },
    { text: 'Bodenfliesen verlegen', count: 6.5, unit: 'qm', price: 7_900 },
    { text: 'Walk-in-Dusche mit Glaswand', count: 1, unit: 'Stk', price: 139_000 },
    { text: 'Wand-WC mit Spülkasten', count: 1, unit: 'Stk', price: 59_500 },
    { text: 'Waschtisch mit Unterschrank', count: 1, unit: 'Stk', price: 61_000 },
    { text: 'Elektroinstallation: Spots und Lüfter', price: 93_000 },
  ],
  { terms: 'Zahlbar in 14 Tagen. Malerarbeiten sind nicht enthalten.' },
);

export const ortiz = quoteOf('c', [
  { text: 'Shower enclosure and tray, fitted', count: 1, unit: 'ea', price: 119_000 },
  { text: 'Toilet, wall hung, with frame', count: 1, unit: 'ea', price: 61_000 },
  { text: 'Basin and vanity unit', count: 1, unit: 'ea', price: 49_000 },
  { text: 'Demolition and waste removal', price: 132_000 },
  { text: 'Plumbing rough-in', price: 176_000 },
  { text: 'Tile walls', count: 22, unit: 'sqm', price: 12_400 },
  { text: 'Tile floor', count: 6, unit: 'sqm', price: 7_200 },
  { text: 'Underfloor heating mat', count: 4, unit: 'm2', price: 9_900, optional: true },
]);

/** Which lines are one piece of work, as `quote letter + line number`. */
export const TOGETHER: readonly (readonly string[])[] = [
  ['a1', 'b1', 'c4'],
  ['a2', 'b2', 'c5'],
  ['a3', 'b3', 'c6'],
  ['a4', 'b4', 'c7'],
  ['a5', 'b5', 'c1'],
  ['a6', 'b6', 'c2'],
  ['a7', 'b7', 'c3'],
  ['a8', 'b8'],
  ['a9'],
  ['c8'],
];
