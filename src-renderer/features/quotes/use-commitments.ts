// What was agreed by an award and what was billed against it, each bill with the lines of its paper, checked against one another.
import { useEffect, useMemo, useState } from 'react';
import { comparisonKey } from '../../../domain/commands/comparison.ts';
import { readPaper, withFixes } from '../../../domain/documents/paper.ts';
import { countedCosts } from '../../../domain/journey/money.ts';
import { idOfKey, type RecordKey } from '../../../domain/kernel/ids.ts';
import {
  againstOf,
  commitmentsOf,
  termsOf,
  type ApprovedChange,
  type Commitment,
} from '../../../domain/money/commitments.ts';
import { allocationsById } from '../../../domain/money/booked.ts';
import { countedAwards } from '../../../domain/quotes/awarded.ts';
import { billsOf, findingsByCost, type BillPaper } from '../../../domain/quotes/bills.ts';
import type { Corrections } from '../../../domain/quotes/corrections.ts';
import { checkInvoices, type Agreed, type Bill, type Finding } from '../../../domain/quotes/invoice.ts';
import { recordAs, type RecordOf } from '../../../domain/records/registry.ts';
import { useApprovedChanges } from '../../approvals/use-approvals.ts';
import { useRecord, useRecords, useStore } from '../../data/hooks.ts';
import { readingOf } from '../../media/find-reading.ts';
import type { Store } from '../../data/store.ts';
import { today } from '../../ui/dates.ts';
import { useCosts } from '../../ui/use-costs.ts';

type Cost = RecordOf<'cost'>;

export interface CheckedCommitment {
  readonly commitment: Commitment;
  /** How the family counts it; null where nobody said. */
  readonly allocation: RecordOf<'allocation'> | null;
  readonly bills: readonly Cost[];
  readonly findings: ReadonlyMap<RecordKey, readonly Finding[]>;
  readonly agreed: Agreed;
  /** By each of its costs. */
  readonly billByCost: ReadonlyMap<RecordKey, Bill>;
  /** What a person said of which line is which. */
  readonly corrections: Corrections;
}

/** One for each award that stands; empty while they are read. */
export const useCheckedCommitments = (journey: RecordOf<'journey'>): readonly CheckedCommitment[] => {
  const awards = useRecords({ type: 'award', journey: journey.id });
  const quotes = useRecords({ type: 'quote', journey: journey.id });
  const allocations = useRecords({ type: 'allocation', journey: journey.id });
  const costs = useCosts({ journey: journey.id });
  const billed = useMemo(() => countedCosts(costs ?? []).filter((cost) => againstOf(cost) !== null), [costs]);
  const papers = usePapers(billed, journey.body.currency);
  const approved = useApprovedChanges(journey.id);
  const orders = useRecords({ type: 'change', journey: journey.id });
  const record = useRecord(comparisonKey(journey.id));
  return useMemo(() => {
    if (awards === undefined || quotes === undefined || allocations === undefined || costs === undefined) return [];
    // Until they are verified nothing is said that a change order may answer.
    if (approved === undefined || orders === undefined) return [];
    const titles = new Map(orders.map(({ key, body }) => [key, body.title]));
    const changes = approved.map((change) => Object.assign({}, change, { title: titles.get(change.key) ?? '' }));
    const kept = recordAs('comparison', record ?? undefined);
    const corrections = kept?.trashedAt === 0 ? kept.body.rows : NO_CORRECTIONS;
    const commitments = commitmentsOf({ awards, quotes, allocations, costs, changes });
    const allocationById = allocationsById(allocations);
    return countedAwards(awards).flatMap((award) => {
      const commitment = commitments.find((one) => one.award === award.key);
      if (commitment === undefined) return [];
      const bills = billed.filter(({ key }) => commitment.costs.includes(key));
      const papered = billsOf(bills, ({ key }) => papers.get(key) ?? null);
      const agreed = agreedOf(award, { commitment, quotes, changes });
      const found = checkInvoices(
        papered.map(({ bill }) => bill),
        agreed,
        corrections,
      );
      const billByCost = new Map(papered.flatMap(({ bill, costs: own }) => own.map(({ key }) => [key, bill] as const)));
      const allocation = allocationById.get(award.id) ?? null;
      const findings = findingsByCost(papered, found);
      return [{ commitment, allocation, bills, findings, agreed, billByCost, corrections }];
    });
  }, [awards, quotes, allocations, costs, billed, papers, approved, orders, record]);
};

const NO_CORRECTIONS: Corrections = {};

interface Known {
  readonly commitment: Commitment;
  readonly quotes: readonly RecordOf<'quote'>[];
  readonly changes: readonly (ApprovedChange & { readonly title: string })[];
}

const agreedOf = (award: RecordOf<'award'>, { commitment, quotes, changes }: Known): Agreed => {
  const { lines, total, currency } = termsOf(award, quotes.find(({ key }) => key === award.body.quote) ?? null, null);
  const { subtotal = null, discount = null, tax = null } = award.body;
  const own = changes.filter((change) => idOfKey(change.award) === award.id);
  return {
    id: award.id,
    lines,
    subtotal,
    discount,
    tax,
    total,
    currency,
    changes: own,
    committed: commitment.committed,
  };
};

/** By cost, of those whose receipt was read. */
const usePapers = (costs: readonly Cost[], currency: string): ReadonlyMap<RecordKey, BillPaper> => {
  const store = useStore();
  const [read, setRead] = useState<ReadonlyMap<RecordKey, BillPaper>>(NONE);
  const asked = costs.flatMap(({ key, body }) => (body.receipt === null ? [] : [`${key} ${body.receipt}`])).join('\n');
  useEffect(() => {
    let isOver = false;
    const look = async (): Promise<void> => {
      const found: [RecordKey, BillPaper][] = [];
      for (const one of asked.split('\n').filter((each) => each !== '')) {
        const [key = '', receipt = ''] = one.split(' ');
        const paper = await paperAt(store, receipt, currency);
        if (paper !== null) found.push([key, paper]);
      }
      if (!isOver) setRead(found.length === 0 ? NONE : new Map(found));
    };
    void look();
    return () => {
      isOver = true;
    };
  }, [store, asked, currency]);
  return read;
};
const NONE: ReadonlyMap<RecordKey, BillPaper> = new Map();

const paperAt = async (store: Store, receipt: RecordKey, currency: string): Promise<BillPaper | null> => {
  const reading = await readingOf(store, receipt);
  if (reading === null) return null;
  const { values } = withFixes(readPaper(reading.body.pages, { currency, today: today() }), reading.body.fixes ?? {});
  return values;
};
