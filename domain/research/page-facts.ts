// What a page says of its product to machines: its price by schema.org (JSON-LD, microdata) or Open Graph, and how its maker is reached.
// Sources: https://schema.org/Offer, https://schema.org/UnitPriceSpecification, https://ogp.me,
// https://developers.facebook.com/docs/marketing-api/catalog/guides/microdata-tags
import { currency } from '../kernel/money.ts';
import { parseAmount } from '../money/amount.ts';
import { minorDigits } from '../money/currency.ts';
import type { SeenPrice } from '../records/research.ts';
import { plainWords } from './plain-words.ts';

/** What stands in a page for machines, as it was written. */
export interface PageFacts {
  /** The texts of its JSON-LD scripts. */
  readonly jsonLd: readonly string[];
  /** `<meta>` by property or name, lower case; the first of each. */
  readonly meta: Readonly<Record<string, string>>;
  /** Microdata within the page's product, by itemprop; the first of each. */
  readonly items: Readonly<Record<string, string>>;
}

/** Null where the page names no price in a currency that it names too: a price is never guessed from its text. */
export const priceOnPage = (facts: PageFacts): SeenPrice | null => {
  const nodes = nodesOf(facts.jsonLd);
  for (const node of nodes.filter(isOfType(SOLD))) {
    const price = priceOfNode(node);
    if (price !== null) return price;
  }
  return priceOfItems(facts.items) ?? priceOfMeta(facts.meta);
};

/** "Telephone · e-mail" of the business, '' where it says neither. */
export const contactOnPage = ({ jsonLd }: PageFacts): string => {
  for (const node of nodesOf(jsonLd)) {
    const ways = [node['telephone'], node['email']].map(textOf).filter((way) => way !== '');
    if (ways.length > 0) return plainWords(ways.map((way) => way.replace(/^mailto:/i, '')).join(' · '), 300);
  }
  return '';
};

type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';

const MOST_NODES = 500;
const DEEPEST = 12;

/** All nodes of all scripts, outer ones first. A script that is no JSON is passed over. */
const nodesOf = (scripts: readonly string[]): readonly Node[] => {
  const nodes: Node[] = [];
  const walk = (value: unknown, depth: number): void => {
    if (depth > DEEPEST || nodes.length >= MOST_NODES) return;
    if (Array.isArray(value)) for (const inner of value) walk(inner, depth + 1);
    else if (isNode(value)) {
      nodes.push(value);
      for (const inner of Object.values(value)) if (typeof inner === 'object') walk(inner, depth + 1);
    }
  };
  for (const script of scripts) walk(parsed(script), 0);
  return nodes;
};

const parsed = (script: string): unknown => {
  try {
    return JSON.parse(script);
  } catch {
    return null;
  }
};

const SOLD = /(?:^|\/)(?:Product|ProductGroup|IndividualProduct|ProductModel|Service|Offer|AggregateOffer)$/;

const isOfType =
  (type: RegExp) =>
  (node: Node): boolean =>
    listOf(node['@type']).some((named) => typeof named === 'string' && type.test(named));

const priceOfNode = (node: Node): SeenPrice | null => {
  const offers = node['offers'] === undefined ? [node] : listOf(node['offers']).filter(isNode);
  for (const offer of offers) {
    const price = priceOfOffer(offer);
    if (price !== null) return price;
  }
  return null;
};

/** What is struck through or only recommended is not asked for. */
const NOT_ASKED = /(?:ListPrice|SRP|MSRP|StrikethroughPrice|RegularPrice)$/;

/** A price of a named amount says more than one of "a piece". */
const priceOfOffer = (offer: Node): SeenPrice | null => {
  const inner = listOf(offer['priceSpecification']).filter(isNode);
  const specs = inner.filter((spec) => !NOT_ASKED.test(textOf(spec['priceType'])));
  const unit = textOf(offer['priceCurrency']) || textOf(specs[0]?.['priceCurrency']);
  const priced = [
    ...specs.filter((spec) => measureOf(spec) !== null),
    offer,
    ...specs,
    { ...offer, price: offer['lowPrice'] },
  ];
  for (const spec of priced) {
    const amount = amountOf(spec['price'], textOf(spec['priceCurrency']) || unit);
    if (amount !== null) return { amount, ...(measureOf(spec) ?? PIECE), from: 'page' };
  }
  return null;
};

const PIECE = { unit: '', quantity: 1_000 } as const;

/** UN/CEFACT common codes (recommendation 20) that things for a house are sold by. */
const UNITS: Readonly<Record<string, string>> = {
  MTK: 'm²',
  MTR: 'm',
  CMT: 'cm',
  MMT: 'mm',
  MTQ: 'm³',
  LTR: 'l',
  MLT: 'ml',
  KGM: 'kg',
  GRM: 'g',
  TNE: 't',
  HUR: 'h',
  DAY: 'day',
  FOT: 'ft',
  FTK: 'ft²',
  YRD: 'yd',
  YDK: 'yd²',
  LBR: 'lb',
  C62: '',
  H87: '',
  EA: '',
  PCE: '',
};

const measureOf = (spec: Node): { readonly unit: string; readonly quantity: number } | null => {
  const reference = isNode(spec['referenceQuantity']) ? spec['referenceQuantity'] : spec;
  const code = textOf(reference['unitCode']).toUpperCase();
  const unit = UNITS[code] ?? plainWords(textOf(reference['unitText']), 20).replace(/^m2$/i, 'm²');
  if (code === '' && unit === '') return null;
  const value = reference === spec ? 1 : Number(textOf(reference['value']) || '1');
  const quantity = Math.round(value * 1_000);
  return Number.isSafeInteger(quantity) && quantity > 0 ? { unit, quantity } : null;
};

const priceOfItems = (items: PageFacts['items']): SeenPrice | null => {
  const amount = amountOf(items['price'] ?? items['lowprice'], items['pricecurrency'] ?? '');
  return amount === null ? null : { amount, ...PIECE, from: 'page' };
};

const META = ['product:sale_price', 'product:price', 'og:price'] as const;

const priceOfMeta = (meta: PageFacts['meta']): SeenPrice | null => {
  for (const name of META) {
    const amount = amountOf(meta[`${name}:amount`], meta[`${name}:currency`] ?? '');
    if (amount !== null) return { amount, ...PIECE, from: 'page' };
  }
  return null;
};

/** schema.org writes a decimal point and no thousands; some write prices as people do. Nothing is given away: 0 is no price. */
const amountOf = (value: unknown, named: string): SeenPrice['amount'] | null => {
  const unit = currency.safeParse(named.trim().toUpperCase());
  const text = textOf(value);
  if (!unit.success || text === '') return null;
  const minor = /^\d{1,12}(?:\.\d+)?$/.test(text)
    ? Math.round(Number(text) * 10 ** minorDigits(unit.data))
    : (parseAmount(text, unit.data)?.minor ?? 0);
  return Number.isSafeInteger(minor) && minor > 0 ? { minor, currency: unit.data } : null;
};
