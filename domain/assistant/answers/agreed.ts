// Answers about what was agreed: what is committed to whom, what approved changes cost, what is to be signed, and who owes whom at home.
import { approvedAgainst, type Commitment, commitmentsOf, openTotal } from '../../money/commitments.ts';
import { balancesOf, fewestPayments, type Balance } from '../../money/owed.ts';
import { idOfKey, uuidOf, type PersonId, type RecordId, type RecordKey } from '../../kernel/ids.ts';
import { totalIn, totalsByCurrency, type Money } from '../../kernel/money.ts';
import type { RecordOf } from '../../records/registry.ts';
import type { Question } from '../acts.ts';
import type { Answer } from '../reply.ts';
import { bookedIn, costsOf, type Facts, keys, nameOfVendor, partiesOf, within } from './facts.ts';

type Change = RecordOf<'change'>;
type Of<Q extends Question['question']> = Extract<Question, { readonly question: Q }>;

/** What accepted quotes and approved changes come to: in all, to one contractor, for one step. */
export const committedTo = ({ vendor, ...asked }: Of<'committed'>, facts: Facts): Answer => {
  const step = asked.step ?? null;
  const found = commitmentsIn(facts).filter(
    (one) => (vendor === undefined || isTo(one, vendor, facts)) && (step === null || step in one.byStep),
  );
  const isWhole = found.every(({ byStep }) => step === null || Object.keys(byStep).every((name) => name === step));
  const told = (amounts: readonly Money[]): Money[] => (isWhole ? [...totalsByCurrency(amounts)] : []);
  return {
    question: 'committed',
    vendor: vendor === undefined ? '' : nameOfVendor(vendor, facts),
    step,
    committed: [
      ...totalsByCurrency(found.flatMap((one) => (step === null ? one.committed : (one.byStep[step] ?? [])))),
    ],
    billed: told(found.map(({ billed }) => billed)),
    open: told(found.map(stillOpen)),
    quotes: keys(largestFirst(found).map(({ quote }) => ({ key: quote }))),
    unchecked: facts.agreed?.approved === null,
    count: found.length,
  };
};

/** What is committed and not billed yet, of the whole or of what is for one step alone. */
export const openIn = (currency: string, step: RecordKey | null, facts: Facts): Money =>
  openTotal(
    commitmentsIn(facts).filter(({ byStep }) => step === null || Object.keys(byStep).every((name) => name === step)),
    currency,
  );

/** Approved change orders, of all or of one contractor or step, and what they come to. */
export const changesOf = ({ vendor, ...asked }: Of<'changes'>, facts: Facts): Answer => {
  const step = asked.step ?? null;
  const commitments = commitmentsIn(facts);
  const against = ({ body }: Change): Commitment | null =>
    commitments.find(({ award }) => body.against !== null && idOfKey(award) === idOfKey(body.against)) ?? null;
  const found = approvedIn(facts).filter((change) => {
    const commitment = against(change);
    const isOf = vendor === undefined || (commitment !== null && isTo(commitment, vendor, facts));
    return isOf && (step === null || (change.body.step ?? commitment?.step) === step);
  });
  return {
    question: 'changes',
    vendor: vendor === undefined ? '' : nameOfVendor(vendor, facts),
    step,
    amounts: [...totalsByCurrency(found.map(({ body }) => body.amount))],
    orders: keys(found),
    unchecked: facts.agreed?.approved === null,
    count: found.length,
  };
};

/** Change orders that their side is to answer, and accepted quotes that nobody of it has signed. */
export const signingFor = (facts: Facts): Answer => {
  const orders = within(facts.agreed?.orders ?? [], facts);
  const quotes = within(facts.agreed?.unsigned ?? [], facts).map(({ body }) => ({ key: body.quote }));
  return {
    question: 'signing',
    orders: keys(orders),
    quotes: keys(quotes),
    unchecked: facts.agreed?.orders === null,
    count: orders.length + quotes.length,
  };
};

/** With a person only what they are to give or to get. Each journey in its own currency; debts of several in one are made even together. */
export const sharesOf = (person: PersonId | null, facts: Facts): Answer => {
  const splits = within(facts.agreed?.splits ?? [], facts);
  const balances = [...Map.groupBy(splits, ({ journey }) => journey)].flatMap(([journey, own]) =>
    balancesOf({ currency: currencyOf(journey, facts), costs: bookedIn(facts), splits: own }),
  );
  const payments = [...Map.groupBy(balances, ({ balance }) => balance.currency).values()].flatMap((some) =>
    fewestPayments(joined(some)),
  );
  const isSplit = new Set(splits.flatMap(({ trashedAt, body }) => (trashedAt === 0 ? uuidIn(body.cost) : [])));
  const costs = costsOf(facts).filter(({ id }) => isSplit.has(uuidOf(id)));
  return {
    question: 'shares',
    person,
    payments: payments.filter(({ from, to }) => person === null || from === person || to === person),
    costs: keys(costs.toSorted((a, b) => b.body.amount.minor - a.body.amount.minor)),
    count: balances.length,
  };
};

const uuidIn = (cost: RecordKey | null): string[] => (cost === null ? [] : [uuidOf(idOfKey(cost))]);

const currencyOf = (journey: RecordId, { records }: Facts): string =>
  records.journeys.find(({ id }) => id === journey)?.body.currency ?? 'EUR';

/** One balance a person. */
const joined = (balances: readonly Balance[]): readonly Balance[] =>
  [...Map.groupBy(balances, ({ person }) => person).values()].flatMap((own) => {
    const [first] = own;
    if (first === undefined) return [];
    const sum = (part: 'paid' | 'share' | 'balance'): Money =>
      totalIn(
        first.balance.currency,
        own.map((each) => each[part]),
      );
    return [{ person: first.person, paid: sum('paid'), share: sum('share'), balance: sum('balance') }];
  });

const approvedIn = (facts: Facts): readonly Change[] => within(facts.agreed?.approved ?? [], facts);

export const commitmentsIn = (facts: Facts): readonly Commitment[] => {
  const { awards, quotes, allocations } = facts.records;
  return commitmentsOf({
    awards: within(awards, facts),
    quotes,
    allocations,
    costs: within(bookedIn(facts), facts),
    changes: approvedAgainst(approvedIn(facts)),
  });
};

/** What was billed beyond what is committed makes nothing else smaller. */
const stillOpen = ({ open }: Commitment): Money => ({ ...open, minor: Math.max(0, open.minor) });

const isTo = ({ party, vendor }: Commitment, contractor: string, facts: Facts): boolean =>
  vendor === nameOfVendor(contractor, facts) ||
  partiesOf(contractor, facts).some(({ key, body }) => key === party || body.name === vendor);

const largestFirst = (commitments: readonly Commitment[]): readonly Commitment[] =>
  commitments.toSorted((a, b) => b.committed.minor - a.committed.minor);
