// Ways to save from the records of a journey as they stand, and from what its papers say of terms and warranties.
import { allowancesOf } from '../../decisions/allowance.ts';
import { newestOf } from '../../documents/versions.ts';
import { isOpen, scheduleSteps } from '../../journey/schedule.ts';
import { liveSteps } from '../../journey/steps.ts';
import { idOfKey, type RecordId, type RecordKey } from '../../kernel/ids.ts';
import type { CalendarDate } from '../../kernel/time.ts';
import { awardOf, countedAwards, countedQuotes } from '../../quotes/awarded.ts';
import { compareQuotes } from '../../quotes/compare.ts';
import type { Corrections } from '../../quotes/corrections.ts';
import type { PaperKind, PaperValues } from '../../records/paper.ts';
import type { RecordOf } from '../../records/registry.ts';
import { adviceFrom } from '../../research/advice.ts';
import type { Entry } from '../entries.ts';
import type { Warranty } from './covered.ts';
import type { Terms } from './early-payment.ts';
import { savingsIn, type Savings } from './savings.ts';

/** Kinds whose terms or warranty matter; the text of a photo or plan does not. */
export const SAVING_PAPERS: ReadonlySet<PaperKind> = new Set(['invoice', 'receipt', 'warranty', 'contract']);

export interface PaperRead {
  /** The photo or document. */
  readonly of: RecordKey;
  readonly values: PaperValues;
  /** Its first lines: a warranty has no lines with prices, and says there what it is for. */
  readonly head: string;
}

const HEAD_LINES = 15;
export const headOf = (pages: readonly { readonly text: string }[]): string =>
  pages
    .flatMap(({ text }) => text.split('\n'))
    .filter((line) => line.trim() !== '')
    .slice(0, HEAD_LINES)
    .join('\n');

export interface SavingRecords {
  readonly journey: Pick<RecordOf<'journey'>, 'id' | 'body'>;
  readonly today: CalendarDate;
  readonly entries: readonly Entry[];
  readonly quotes: readonly RecordOf<'quote'>[];
  readonly awards: readonly RecordOf<'award'>[];
  readonly changes: readonly RecordOf<'change'>[];
  readonly selections: readonly RecordOf<'selection'>[];
  readonly questions: readonly RecordOf<'question'>[];
  readonly findings: readonly RecordOf<'finding'>[];
  readonly steps: readonly RecordOf<'step'>[];
  readonly dismissed: readonly RecordOf<'saving'>[];
  readonly corrections: Corrections | undefined;
  /** Of the kinds above. */
  readonly papers: readonly PaperRead[];
}

export const savingsOf = ({ journey, today, entries, papers, ...records }: SavingRecords): Savings => {
  const { quotes, awards, changes, selections, questions, findings, dismissed, corrections } = records;
  // Of a quote that was revised only the newest is compared.
  const counted = countedQuotes(quotes);
  const standing = newestOf(counted);
  const live = liveSteps(records.steps);
  const spans = scheduleSteps(live, { today, startDate: journey.body.startDate });
  const open = new Map(live.filter(isOpen).map(({ key }) => [key, spans.get(key)?.start ?? today]));
  return savingsIn({
    journey: journey.id,
    today,
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
    terms: [
      ...entries.flatMap((entry) => invoiceTerms(entry, papers)),
      ...agreedTerms(entries, { awards: countedAwards(awards), changes, quotes: counted }),
    ],
    advice: adviceFrom({ questions, findings, open, today }),
    dismissed,
  });
};

const warrantyOf = ({ of, values, head }: PaperRead): readonly Warranty[] =>
  values.warrantyEnd === null
    ? []
    : [
        {
          key: of,
          vendor: values.vendor,
          words: [
            values.title,
            ...values.lines.map(({ description }) => description),
            ...(values.kind === 'warranty' ? [head] : []),
          ].join(' '),
          from: values.date,
          until: values.warrantyEnd,
        },
      ];

const invoiceTerms = ({ key, receipt }: Entry, papers: readonly PaperRead[]): readonly Terms[] =>
  papers
    .filter(({ of }) => of === receipt)
    .map(({ of, values }) => ({ cost: key, source: of, terms: values.terms, date: values.date }));

/** As they were accepted: of what bills the award, or a change order to it. Where it is shown more widely too, it is one award. */
const agreedTerms = (
  entries: readonly Entry[],
  { awards, changes, quotes }: Pick<SavingRecords, 'awards' | 'changes' | 'quotes'>,
): readonly Terms[] => {
  const awardById = new Map<RecordId, RecordOf<'award'>>(awards.map((award) => [award.id, award]));
  const changedById = new Map(changes.map(({ id, body }) => [id, body.against]));
  return entries.flatMap(({ key, against, date }) => {
    const billed = against === null ? '' : idOfKey(against);
    const award = awardById.get(billed) ?? awardById.get(idOfKey(changedById.get(billed) ?? ''));
    if (award === undefined) return [];
    const quote = quotes.find((one) => one.key === award.body.quote);
    const terms = award.body.terms ?? quote?.body.terms ?? '';
    return [{ cost: key, source: quote?.key ?? award.key, terms, date }];
  });
};
