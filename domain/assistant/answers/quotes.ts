// Answers about quotes: which there are, which costs least for each step, and what one lacks that another for the same step has.
import { newestOf } from '../../documents/versions.ts';
import type { RecordKey } from '../../kernel/ids.ts';
import { awardOf, countedQuotes } from '../../quotes/awarded.ts';
import { compareQuotes } from '../../quotes/compare.ts';
import { exclusionsIn, isExcludedLine } from '../../quotes/exclusions.ts';
import { worthOf } from '../../quotes/worth.ts';
import type { RecordOf } from '../../records/registry.ts';
import type { Question } from '../acts.ts';
import type { Answer } from '../reply.ts';
import { type Facts, keys, MOST_LINKS, nameOfVendor, partiesOf, within } from './facts.ts';

type Quote = RecordOf<'quote'>;
type Lacking = Extract<Answer, { readonly question: 'quotes' }>['lacking'];

/** As long as a link may be. */
const LONGEST_LINE = 200;

export const quotesOf = (
  { vendor, step, want }: Extract<Question, { readonly question: 'quotes' }>,
  facts: Facts,
): Answer => {
  const all = standingQuotes(facts).toSorted(byPrice);
  const found = all.filter(
    (quote) =>
      (step === undefined || quote.body.step === step) && (vendor === undefined || isFrom(quote, vendor, facts)),
  );
  return {
    question: 'quotes',
    want: want ?? null,
    vendor: vendor === undefined ? '' : nameOfVendor(vendor, facts),
    quotes: keys(found),
    count: found.length,
    cheapest: want === 'cheapest' ? cheapestByStep(found) : [],
    lacking: want === 'missing' ? found.flatMap((quote) => lackingIn(quote, all)).slice(0, MOST_LINKS) : [],
    excludes: want === 'missing' ? found.flatMap(exclusionsOf).slice(0, MOST_LINKS) : [],
  };
};

/** Each once, and none that its contractor has replaced by a later one. */
const standingQuotes = (facts: Facts): readonly Quote[] => newestOf(countedQuotes(within(facts.records.quotes, facts)));

/** Those that nobody has accepted. */
export const openQuotes = (facts: Facts): readonly Quote[] =>
  standingQuotes(facts).filter(({ key }) => awardOf(key, facts.records.awards) === null);

/** Those that say no figure last. */
const byPrice = (a: Quote, b: Quote): number => priceOf(a) - priceOf(b);

const priceOf = ({ body }: Quote): number => worthOf(body)?.minor ?? Number.MAX_SAFE_INTEGER;

const isFrom = ({ body }: Quote, vendor: string, facts: Facts): boolean =>
  body.vendor === nameOfVendor(vendor, facts) ||
  partiesOf(vendor, facts).some((party) => party.key === body.party || party.body.name === body.vendor);

/** Of each step's quotes the one that costs least. None where they are in several currencies: nobody has said what one is worth. */
const cheapestByStep = (quotes: readonly Quote[]): RecordKey[] =>
  [...Map.groupBy(quotes, ({ body }) => body.step).values()].flatMap((group) => {
    const priced = group.filter(({ body }) => worthOf(body) !== null).toSorted(byPrice);
    const isOneCurrency = new Set(priced.map(({ body }) => body.currency)).size === 1;
    return isOneCurrency ? priced.slice(0, 1).map(({ key }) => key) : [];
  });

/** Lines without a price and sentences of its terms that say what it does not do, as they stand in it. */
const exclusionsOf = ({ key, body: { lines, terms } }: Quote): Lacking =>
  [...lines.filter(isExcludedLine).map(({ description }) => description), ...exclusionsIn(terms)].map((text) => ({
    text: text.slice(0, LONGEST_LINE),
    in: key,
  }));

/** What other quotes for the same step have in their sum and this one does not name, or excludes: as the tab shows it, but for corrections by hand. */
const lackingIn = (quote: Quote, all: readonly Quote[]): Lacking => {
  const group = all.filter(({ body }) => body.step === quote.body.step);
  const keyById = new Map(group.map(({ id, key }) => [id, key]));
  const { rows } = compareQuotes(group.map(({ id, key, body }) => Object.assign({}, body, { id, key })));
  return rows.flatMap(({ cells }) => {
    const own = cells.find((cell) => cell.quote === quote.id);
    const other = cells.find(({ state }) => state === 'priced' || state === 'unpriced')?.lines[0];
    const where = keyById.get(other?.quote ?? '');
    if (other === undefined || where === undefined || (own?.state !== 'missing' && own?.state !== 'excluded'))
      return [];
    return [{ text: other.description.slice(0, LONGEST_LINE), in: where }];
  });
};
