// Quotes and invoices with known contents, and how each country writes its figures: what layouts are made from and checked against.
import { dateOfDay, dayNumber } from '../../domain/kernel/calendar.ts';

export interface TrueLine {
  readonly description: string;
  /** Thousandths. */
  readonly quantity: number;
  readonly unit: string;
  /** Minor units. */
  readonly price: number;
}

export interface Truth {
  readonly vendor: string;
  readonly number: string;
  readonly date: string;
  readonly validUntil: string;
  readonly terms: string;
  readonly lines: readonly TrueLine[];
  /** Percent. */
  readonly tax: number;
}

export const amountOf = ({ quantity, price }: TrueLine): number => Math.round((quantity * price) / 1_000);
export const netOf = ({ lines }: Pick<Truth, 'lines'>): number => lines.reduce((sum, line) => sum + amountOf(line), 0);
export const taxOf = (truth: Truth): number => Math.round((netOf(truth) * truth.tax) / 100);

export interface Style {
  readonly thousands: string;
  readonly decimal: string;
  readonly before: string;
  readonly after: string;
}
export const ENGLISH: Style = { thousands: ',', decimal: '.', before: '', after: '' };
export const POUNDS: Style = { thousands: ',', decimal: '.', before: '£', after: '' };
export const GERMAN: Style = { thousands: '.', decimal: ',', before: '', after: ' €' };
export const FRENCH: Style = { thousands: ' ', decimal: ',', before: '', after: ' €' };
export const SWISS: Style = { thousands: '’', decimal: '.', before: 'CHF ', after: '' };

export const figure = (minor: number, { thousands, decimal, before, after }: Style): string => {
  const digits = String(Math.abs(minor)).padStart(3, '0');
  const whole = digits.slice(0, -2).replaceAll(/\B(?=(?:\d{3})+$)/g, thousands);
  return `${minor < 0 ? '-' : ''}${before}${whole}${decimal}${digits.slice(-2)}${after}`;
};

/** As people write it: no more decimals than needed. */
export const count = (thousandths: number, { decimal }: Style): string =>
  String(thousandths / 1_000).replace('.', decimal);

export const dayMonthYear = (date: string, between = '.'): string => date.split('-').toReversed().join(between);

const ENGLISH_LINES: readonly TrueLine[] = [
  { description: 'Strip out old bathroom suite and dispose of waste', quantity: 1_000, unit: 'ls', price: 64_000 },
  {
    description: 'Wall tiles 60x60 cm, porcelain, laid in adhesive bed with 3 mm joints',
    quantity: 24_500,
    unit: 'm²',
    price: 5_850,
  },
  { description: 'Underfloor heating mat 150 W', quantity: 6_000, unit: 'm²', price: 8_990 },
  { description: 'First fix plumbing', quantity: 16_000, unit: 'hrs', price: 5_500 },
  { description: 'Wall-hung WC with concealed cistern', quantity: 1_000, unit: 'pcs', price: 48_950 },
  { description: 'Silicone joints', quantity: 18_000, unit: 'm', price: 750 },
  {
    description: 'Shower screen 8 mm safety glass, 90 x 200 cm, fitted on tray',
    quantity: 2_000,
    unit: 'pcs',
    price: 112_500,
  },
];
const GERMAN_LINES: readonly TrueLine[] = [
  { description: 'Demontage Altbad inkl. Entsorgung', quantity: 1_000, unit: 'psch', price: 89_000 },
  {
    description: 'Wandfliesen 30/60 liefern und verlegen, Fugenbreite 2 mm',
    quantity: 32_750,
    unit: 'm²',
    price: 6_480,
  },
  { description: 'Silikonfugen', quantity: 21_000, unit: 'lfm', price: 845 },
  { description: 'Facharbeiterstunde', quantity: 12_500, unit: 'Std', price: 5_890 },
  { description: 'Waschtisch-Unterschrank 80 cm', quantity: 1_000, unit: 'Stk', price: 127_900 },
];

/** The `seed`th paper: which lines it has, and in which order, follows from it. */
export const truthOf = (seed: number, language: 'english' | 'german', lines = 5): Truth => {
  const all = language === 'english' ? ENGLISH_LINES : GERMAN_LINES;
  const picked = Array.from({ length: lines }, (_, at): TrueLine => {
    const line = all[(at * (1 + (seed % 2)) + seed) % all.length];
    if (line === undefined) throw new Error('no line');
    // Different money each time a line comes round.
    return { ...line, price: line.price + Math.floor(at / all.length) * 137 + seed * 11 };
  });
  const date = dateOfDay(dayNumber('2026-03-02') + seed * 9);
  return {
    vendor: language === 'english' ? 'Miller & Sons Plumbing Ltd' : 'Fliesen Kontor Lindner GmbH',
    number: `Q-2026-${String(100 + seed)}`,
    date,
    validUntil: dateOfDay(dayNumber(date) + 30),
    terms:
      language === 'english'
        ? 'Payment terms: 40 % deposit, balance on completion'
        : 'Zahlbar innerhalb von 14 Tagen ohne Abzug',
    lines: picked,
    tax: language === 'english' ? 20 : 19,
  };
};
