// Gathers what ways to save are found in: costs, quotes, allowances, research, and the papers that say terms and warranties.
import { useEffect, useMemo, useState } from 'react';
import { allowancesOf } from '../../../domain/decisions/allowance.ts';
import { comparisonKey } from '../../../domain/commands/comparison.ts';
import { isOpen, scheduleSteps } from '../../../domain/journey/schedule.ts';
import { liveSteps } from '../../../domain/journey/steps.ts';
import { readPaper, withFixes } from '../../../domain/documents/paper.ts';
import { newestOf } from '../../../domain/documents/versions.ts';
import { awardOf, countedQuotes } from '../../../domain/quotes/awarded.ts';
import { compareQuotes } from '../../../domain/quotes/compare.ts';
import type { Entry } from '../../../domain/money/entries.ts';
import type { Warranty } from '../../../domain/money/savings/covered.ts';
import type { Terms } from '../../../domain/money/savings/early-payment.ts';
import { savingsIn, type Savings } from '../../../domain/money/savings/savings.ts';
import type { PaperValues } from '../../../domain/records/paper.ts';
import { recordAs, type RecordOf } from '../../../domain/records/registry.ts';
import { adviceFrom } from '../../../domain/research/advice.ts';
import { useRecord, useRecords, useStore } from '../../data/hooks.ts';
import { today } from '../../ui/dates.ts';

/** Null until all of it was read. */
export const useSavings = (journey: RecordOf<'journey'>, entries: readonly Entry[]): Savings | null => {
  const asked = { journey: journey.id } as const;
  const quotes = useRecords({ type: 'quote', ...asked });
  const awards = useRecords({ type: 'award', ...asked });
  const selections = useRecords({ type: 'selection', ...asked });
  const questions = useRecords({ type: 'question', ...asked });
  const findings = useRecords({ type: 'finding', ...asked });
  const steps = useRecords({ type: 'step', ...asked });
  const dismissed = useRecords({ type: 'saving', ...asked });
  const comparison = useRecord(comparisonKey(journey.id));
  const papers = usePapers(journey);
  const corrections = recordAs('comparison', comparison ?? undefined)?.body.rows;
  const { startDate } = journey.body;
  return useMemo(() => {
    if (
      quotes === undefined ||
      awards === undefined ||
      selections === undefined ||
      questions === undefined ||
      findings === undefined ||
      steps === undefined ||
      dismissed === undefined ||
      papers === null
    )
      return null;
    const day = today();
    // Of a quote that was revised only the newest is compared.
    const standing = newestOf(countedQuotes(quotes));
    const live = liveSteps(steps);
    const spans = scheduleSteps(live, { today: day, startDate });
    const open = new Map(live.filter(isOpen).map(({ key }) => [key, spans.get(key)?.start ?? day]));
    return savingsIn({
      journey: journey.id,
      today: day,
      entries,
      rows: compareQuotes(
        standing.map(({ key, id, body }) => Object.assign({}, body, { key, id })),
        corrections,
      ).rows,
      quotes: standing.map((quote) => ({
        key: quote.key,
        id: quote.id,
        vendor: quote.body.vendor,
        step: quote.body.step,
        isTaken: awardOf(quote.key, awards) !== null,
      })),
      allowances: allowancesOf(selections),
      warranties: papers.flatMap(warrantyOf),
      terms: [...entries.flatMap((entry) => invoiceTerms(entry, papers)), ...quoteTerms(entries, awards, quotes)],
      advice: adviceFrom({ questions, findings, open, today: day }),
      dismissed,
    });
  }, [
    quotes,
    awards,
    selections,
    questions,
    findings,
    steps,
    dismissed,
    papers,
    corrections,
    entries,
    journey.id,
    startDate,
  ]);
};

interface ReadPaperOf {
  /** The photo or document. */
  readonly of: string;
  readonly values: PaperValues;
}

/** Kinds whose terms or warranty matter; the text of a photo or plan does not. */
const WANTED: ReadonlySet<string> = new Set(['invoice', 'receipt', 'warranty', 'contract']);

/** Read once when it is asked for: papers are long, and few of them change while one looks at a list. */
const usePapers = (journey: RecordOf<'journey'>): readonly ReadPaperOf[] | null => {
  const store = useStore();
  const { id, body } = journey;
  const { currency } = body;
  const [papers, setPapers] = useState<readonly ReadPaperOf[] | null>(null);
  useEffect(() => {
    let isOver = false;
    const read = async (): Promise<void> => {
      const readings = await store.find({ type: 'reading', journey: id });
      if (isOver) return;
      setPapers(
        readings.flatMap(({ parent, body: { pages, fixes, guess } }) => {
          const kind = fixes?.kind ?? guess?.kind;
          if (kind === undefined || !WANTED.has(kind)) return [];
          return [
            { of: parent, values: withFixes(readPaper(pages, { currency, today: today() }), fixes ?? {}).values },
          ];
        }),
      );
    };
    void read();
    return () => {
      isOver = true;
    };
  }, [store, id, currency]);
  return papers;
};

const warrantyOf = ({ of, values }: ReadPaperOf): readonly Warranty[] =>
  values.warrantyEnd === null
    ? []
    : [
        {
          key: of,
          vendor: values.vendor,
          words: [values.title, ...values.lines.map(({ description }) => description)].join(' '),
          from: values.date,
          until: values.warrantyEnd,
        },
      ];

const invoiceTerms = ({ key, receipt }: Entry, papers: readonly ReadPaperOf[]): readonly Terms[] =>
  papers
    .filter(({ of }) => of === receipt)
    .map(({ of, values }) => ({ cost: key, source: of, terms: values.terms, date: values.date }));

const quoteTerms = (
  entries: readonly Entry[],
  awards: readonly RecordOf<'award'>[],
  quotes: readonly RecordOf<'quote'>[],
): readonly Terms[] =>
  entries.flatMap(({ key, against, date }) => {
    const award = awards.find((one) => one.key === against);
    if (award === undefined) return [];
    const quote = quotes.find((one) => one.key === award.body.quote);
    return quote === undefined ? [] : [{ cost: key, source: quote.key, terms: quote.body.terms, date }];
  });
