// What is committed to whom: awards as they were taken, the change orders that were approved, and what was billed of them. Computed, never stored.
import { countedAwards, countedQuotes } from '../quotes/awarded.ts';
import { lineName } from '../quotes/corrections.ts';
import { worthOf } from '../quotes/worth.ts';
import { categoryOf } from '../words/cost-category.ts';
import { countedCosts } from '../journey/money.ts';
import { idOfKey, type RecordKey } from '../kernel/ids.ts';
import { memberOf } from '../kernel/members.ts';
import { totalIn, totalsByCurrency, zero, type Money } from '../kernel/money.ts';
import type { AwardLine } from '../records/award.ts';
import type { KeptRate } from '../records/cost.ts';
import type { RecordOf } from '../records/registry.ts';
import { allocationsById } from './booked.ts';
import { inCurrency, rateTo } from './rate.ts';
import { rounded } from './rounded.ts';
import { splitMoney } from './split.ts';

type Award = RecordOf<'award'>;
type Allocation = RecordOf<'allocation'>;
type Quote = RecordOf<'quote'>;
type Cost = RecordOf<'cost'>;

/** A change order that stands. Whether one does is derived from its approvals, not decided here. */
export interface ApprovedChange {
  readonly key: RecordKey;
  /** Key of the award it changes. */
  readonly award: RecordKey;
  /** Signed: negative takes off. */
  readonly amount: Money;
  /** Absent or null: the award's. */
  readonly step?: RecordKey | null;
  /** Absent or null: spread as the award is. */
  readonly category?: string | null;
}

/** Of change orders that stand, those that change an award. */
export const approvedAgainst = (changes: readonly RecordOf<'change'>[]): readonly ApprovedChange[] =>
  changes.flatMap(({ key, body }) =>
    body.against === null ? [] : [{ key, award: body.against, amount: body.amount, step: body.step }],
  );

export interface Commitment {
  readonly award: RecordKey;
  readonly quote: RecordKey;
  readonly party: RecordKey | null;
  readonly vendor: string;
  readonly step: RecordKey | null;
  /** As it was taken. Zero where the quote said no figure; then `isUnknown`. */
  readonly awarded: Money;
  readonly isUnknown: boolean;
  /** The sum of its approved changes in the award's currency. */
  readonly changed: Money;
  readonly committed: Money;
  /** To other currencies, the first to one stands: what the family said, then those that were kept with bills of it, the newest first. */
  readonly rates: readonly KeptRate[];
  /** Sums to `committed`. Steps by key, '' for none. */
  readonly byStep: Readonly<Record<string, Money>>;
  readonly byCategory: Readonly<Record<string, Money>>;
  /** Costs against the award or one of its changes, due and paid; a credit takes off. */
  readonly billed: Money;
  readonly paid: Money;
  /** Committed and not billed yet; negative when more was billed than is committed. */
  readonly open: Money;
  /** Those of the costs that are in `billed`, each as it was recorded. */
  readonly bills: readonly CommittedBill[];
  /** Keys of those costs, and what of them is in another currency with no rate to this one: nothing adds it. */
  readonly costs: readonly RecordKey[];
  readonly otherBilled: readonly Money[];
  readonly otherChanged: readonly Money[];
}

export interface CommittedBill {
  readonly key: RecordKey;
  readonly category: string;
  readonly step: RecordKey | null;
  readonly amount: Money;
  readonly rate: KeptRate | null;
}

export interface CommitmentInput {
  readonly awards: readonly Award[];
  /** For awards of an earlier build, which name the quote alone. */
  readonly quotes: readonly Quote[];
  /** How the family counts them; an award without one counts by its words, and in its own currency alone. */
  readonly allocations: readonly Allocation[];
  /** As the family books them (booked.ts). */
  readonly costs: readonly Cost[];
  readonly changes?: readonly ApprovedChange[];
}

/** One for each award that stands, in order of their ids; what is in the trash, or shown more widely elsewhere, counts once or not at all. */
export const commitmentsOf = ({
  awards,
  quotes,
  allocations,
  costs,
  changes = [],
}: CommitmentInput): readonly Commitment[] => {
  const counted = countedCosts(costs);
  const standing = countedQuotes(quotes);
  const quoteByKey = new Map(standing.map((quote) => [quote.key, quote]));
  const allocationById = allocationsById(allocations);
  const changesOf = Map.groupBy(changes, ({ award }) => idOfKey(award));
  const billsOf = Map.groupBy([...counted.entries()], ([, cost]) => idOfKey(againstOf(cost) ?? ''));
  return countedAwards(awards).map((award) => {
    const allocation = allocationById.get(award.id) ?? null;
    const terms = termsOf(award, quoteByKey.get(award.body.quote) ?? null, allocation);
    const own = changesOf.get(award.id) ?? [];
    const against = new Set([award.id, ...own.map(({ key }) => idOfKey(key))]);
    // In the order of the costs, whichever of these they bill.
    const bills = [...against]
      .flatMap((id) => billsOf.get(id) ?? [])
      .toSorted(([a], [b]) => a - b)
      .map(([, cost]) => cost);
    return commitmentOf(award, terms, { changes: own, bills, said: allocation?.body.rate ?? null });
  });
};

/** Key of the award or change order that a cost bills; null for none. */
export const againstOf = (cost: Cost): RecordKey | null => {
  const against = cost.body['against'];
  return typeof against === 'string' && against !== '' ? against : null;
};

/** An amount of a commitment in another currency; null where no rate of it is to that one. */
export const worthIn = (amount: Money, { rates }: Pick<Commitment, 'rates'>, currency: string): Money | null =>
  inCurrency(amount, rateTo(rates, currency), currency);

/** What a bill is worth in another currency: by the rate it was paid at, else by the commitment's. */
export const billIn = ({ amount, rate }: CommittedBill, one: Commitment, currency: string): Money | null =>
  inCurrency(amount, rate, currency) ?? worthIn(amountIn({ amount, rate }, one.committed.currency), one, currency);

/**
 * What is committed in another currency, null where no rate is to it. What was billed is worth what it was billed at, and what is open
 * what the commitment's rate says. Where more was billed than is committed, all of it is worth what it was billed at: so the last cent
 * that is billed, and the first beyond it, move nothing by more than themselves.
 */
export const committedIn = (one: Commitment, currency: string): Money | null => {
  const { open, committed, billed } = one;
  const rest = worthIn(open, one, currency);
  if (rest === null) return null;
  const worth = one.bills.reduce((sum, bill) => sum + (billIn(bill, one, currency)?.minor ?? 0), 0);
  if (open.minor >= 0 || billed.minor <= 0) return { minor: rest.minor + worth, currency };
  const part = Number(rounded(BigInt(worth) * BigInt(committed.minor), BigInt(billed.minor)));
  return { minor: part === 0 ? 0 : part, currency };
};

/** In one currency: what a journey is committed to, billed or not. */
export const committedTotal = (commitments: readonly Commitment[], currency: string): Money =>
  totalIn(
    currency,
    commitments.flatMap((one) => committedIn(one, currency) ?? []),
  );

/** What is committed and not billed yet, in one currency. Where more was billed than was committed there is nothing to come. */
export const openTotal = (commitments: readonly Commitment[], currency: string): Money =>
  totalIn(
    currency,
    commitments.flatMap((one) => worthIn({ ...one.open, minor: Math.max(0, one.open.minor) }, one, currency) ?? []),
  );

interface Terms {
  readonly vendor: string;
  readonly party: RecordKey | null;
  readonly step: RecordKey | null;
  readonly total: Money | null;
  readonly currency: string;
  readonly title: string;
  readonly lines: readonly AwardLine[];
  /** What a person said, by the line's name. */
  readonly categories: Readonly<Record<string, string>>;
}

/** What was taken: the award's own words and figures, the quote's only where the award keeps none; and how the family counts it. */
export const termsOf = ({ body }: Award, of: Quote | null, allocation: Allocation | null): Terms => {
  const quote = of?.body ?? null;
  const keptTotal = body.total === undefined ? (quote === null ? null : worthOf(quote)) : body.total;
  return {
    vendor: body.vendor ?? quote?.vendor ?? '',
    party: body.party ?? quote?.party ?? null,
    step: body.step ?? quote?.step ?? null,
    total: keptTotal,
    currency: keptTotal?.currency ?? body.currency ?? quote?.currency ?? 'EUR',
    title: body.title ?? quote?.title ?? '',
    lines: body.lines ?? quote?.lines ?? [],
    categories: allocation?.body.categories ?? {},
  };
};

interface CommittedBy {
  readonly changes: readonly ApprovedChange[];
  readonly bills: readonly Cost[];
  /** What the family says that its currency is worth. */
  readonly said: KeptRate | null;
}

const commitmentOf = (award: Award, terms: Terms, { changes, bills, said }: CommittedBy): Commitment => {
  const { currency } = terms;
  const isOwn = ({ currency: unit }: Money): boolean => unit === currency;
  const awarded = terms.total ?? zero(currency);
  const ownChanges = changes.filter(({ amount }) => isOwn(amount));
  const amounts = bills.map(({ body }) => amountIn(body, currency));
  const changed = totalIn(
    currency,
    changes.map(({ amount }) => amount),
  );
  const committed = { minor: awarded.minor + changed.minor, currency };
  const billed = totalIn(currency, amounts);
  return {
    award: award.key,
    quote: award.body.quote,
    party: terms.party,
    vendor: terms.vendor,
    step: terms.step,
    awarded,
    isUnknown: terms.total === null,
    changed,
    committed,
    rates: [...(said === null ? [] : [said]), ...billRates(bills, currency)],
    byStep: joined(
      [
        { [terms.step ?? '']: awarded },
        ...ownChanges.map(({ step, amount }) => ({ [step ?? terms.step ?? '']: amount })),
      ],
      currency,
    ),
    byCategory: joined(
      [
        spread(awarded, terms),
        ...ownChanges.map(({ category, amount }) =>
          category == null ? spread(amount, terms) : { [category]: amount },
        ),
      ],
      currency,
    ),
    billed,
    paid: totalIn(
      currency,
      bills.filter(({ body }) => body.state === 'paid').map(({ body }) => amountIn(body, currency)),
    ),
    open: { minor: committed.minor - billed.minor, currency },
    bills: bills
      .filter(({ body }) => isOwn(amountIn(body, currency)))
      .map(({ key, body: { category, step, amount, rate = null } }) => ({ key, category, step, amount, rate })),
    costs: bills.map(({ key }) => key),
    otherBilled: totalsByCurrency(amounts.filter((amount) => !isOwn(amount))),
    otherChanged: totalsByCurrency(changes.map(({ amount }) => amount).filter((amount) => !isOwn(amount))),
  };
};

/** By the rate that was kept with it where it is in another; as it is without one. */
const amountIn = ({ amount, rate }: Pick<Cost['body'], 'amount' | 'rate'>, currency: string): Money =>
  inCurrency(amount, rate, currency) ?? amount;

/** Over the categories of the lines, so that tax and discounts go with what they belong to; whole under one where no line has a price. */
const spread = (whole: Money, terms: Terms): Readonly<Record<string, Money>> => {
  const weights = new Map<string, number>();
  for (const line of pricedLines(terms)) {
    const name = categoryOfLine(line, terms);
    weights.set(name, (weights.get(name) ?? 0) + (line.amount?.minor ?? 0));
  }
  const parts = splitMoney(whole, Object.fromEntries(weights));
  return Object.keys(parts).length === 0 ? { [categoryOfWhole(terms)]: whole } : parts;
};

/** Lines by which it is divided over categories. */
const pricedLines = ({ lines, currency }: Terms): readonly AwardLine[] =>
  lines.filter(({ optional, amount }) => optional !== true && amount?.currency === currency);

/** As a person said, else by its words. */
const categoryOfLine = ({ description }: AwardLine, { categories, title }: Terms): string =>
  memberOf(categories, lineName(description)) ?? categoryOf(description, title);

export interface CountRow {
  /** The line's; '' is the whole of it. */
  readonly name: string;
  /** The line's words as they were written; null for the whole. */
  readonly label: string | null;
  readonly category: string;
}

/** What can be given a category: each priced line that has words, of the same words one; the whole where there is none. */
export const countRows = (terms: Terms): readonly CountRow[] => {
  const lines = pricedLines(terms);
  const lineByName = new Map(lines.map((line) => [lineName(line.description), line]));
  const rows = [...lineByName]
    .filter(([name]) => name !== '')
    .map(([name, line]) => ({
      name,
      label: line.description,
      category: categoryOfLine(line, terms),
    }));
  if (rows.length > 0) return rows;
  const [first] = lines;
  return [
    { name: '', label: null, category: first === undefined ? categoryOfWhole(terms) : categoryOfLine(first, terms) },
  ];
};

/** Where no line has a price. */
const categoryOfWhole = ({ categories, title }: Terms): string => memberOf(categories, '') ?? categoryOf(title, '');

/** The newest first, so that what was paid on the way says what the rest is worth. */
const billRates = (bills: readonly Cost[], currency: string): readonly KeptRate[] => {
  const dayOf = ({ body }: Cost): string => body.rate?.on ?? body.date ?? '';
  return bills
    .filter(({ body }) => body.amount.currency === currency)
    .toSorted((a, b) => (dayOf(a) === dayOf(b) ? (a.key < b.key ? 1 : -1) : dayOf(a) < dayOf(b) ? 1 : -1))
    .flatMap(({ body }) => body.rate ?? []);
};

const joined = (
  parts: readonly Readonly<Record<string, Money>>[],
  currency: string,
): Readonly<Record<string, Money>> => {
  const minorByName = new Map<string, number>();
  for (const part of parts)
    for (const [name, { minor }] of Object.entries(part)) minorByName.set(name, (minorByName.get(name) ?? 0) + minor);
  return Object.fromEntries([...minorByName].map(([name, minor]) => [name, { minor, currency }]));
};
