// What a person may want to look at next, made from their own research alone. Each piece of advice carries what it was made from, so
// that the window can say why; nothing here decides for anybody.
import { dayNumber, dayOfInstant } from '../kernel/calendar.ts';
import type { Money } from '../kernel/money.ts';
import type { RecordKey } from '../kernel/ids.ts';
import type { CalendarDate } from '../kernel/time.ts';
import { byKey } from '../records/by-key.ts';
import type { RecordOf } from '../records/registry.ts';
import { currentPrice, isComparable, pricePerUnit } from './price.ts';
import { isWanted, stepOfFinding } from './progress.ts';

type Question = RecordOf<'question'>;
type Finding = RecordOf<'finding'>;

export type Advice =
  /** The step begins in `days` (0 is today; negative, it should have), and these questions are still open. */
  | {
      readonly kind: 'unresearched';
      readonly step: RecordKey;
      readonly start: CalendarDate;
      readonly days: number;
      readonly questions: readonly Question[];
    }
  /** It answers the same question, is priced by the same unit, has every tag of `than`, and costs less. */
  | {
      readonly kind: 'cheaper';
      readonly finding: Finding;
      readonly than: Finding;
      /** By unit. */
      readonly saving: Money;
      readonly unit: string;
      readonly tags: readonly string[];
    }
  /** Asked so many days ago, and has not answered. */
  | { readonly kind: 'waiting'; readonly finding: Finding; readonly since: CalendarDate; readonly days: number }
  /** On the shortlist or chosen, and its price was last looked at so many days ago. */
  | { readonly kind: 'stale'; readonly finding: Finding; readonly days: number };

export interface AdviceInput {
  readonly questions: readonly Question[];
  readonly findings: readonly Finding[];
  /** Steps that are neither done nor skipped, with the day each could begin. */
  readonly open: ReadonlyMap<RecordKey, CalendarDate>;
  readonly today: CalendarDate;
}

/** So early a delivery can still be ordered. */
const SOON_DAYS = 28;
/** A contractor who means to answer has by then. */
const PATIENCE_DAYS = 5;
const STALE_DAYS = 30;

/** The most pressing first: what a step waits for, then money, then people, then old prices. */
export const adviceFrom = (input: AdviceInput): readonly Advice[] => {
  const live = { ...input, questions: input.questions.filter(isLive), findings: input.findings.filter(isLive) };
  return [...unresearched(live), ...cheaper(live), ...waiting(live), ...stale(live)];
};

const isLive = ({ trashedAt }: Question | Finding): boolean => trashedAt === 0;

const unresearched = ({ questions, open, today }: AdviceInput): readonly Advice[] =>
  [...open]
    .map(([step, start]) => ({
      kind: 'unresearched' as const,
      step,
      start,
      days: dayNumber(start) - dayNumber(today),
      questions: questions.filter(({ body }) => body.step === step && body.state === 'open'),
    }))
    .filter(({ days, questions: left }) => days <= SOON_DAYS && left.length > 0)
    .toSorted((a, b) => a.days - b.days);

/** Of each question's chosen one, or else of its shortlist, the equal that saves most. What is bought is bought. */
const cheaper = ({ findings }: AdviceInput): readonly Advice[] => {
  const found = findings.flatMap((than) => cheaperThan(than, findings));
  return found.filter(
    ({ than, saving }) =>
      !found.some((other) => other.than.body.question === than.body.question && other.saving.minor > saving.minor),
  );
};

type Cheaper = Extract<Advice, { kind: 'cheaper' }>;

const cheaperThan = (than: Finding, findings: readonly Finding[]): readonly Cheaper[] => {
  const { question, state, tags } = than.body;
  if (question === null || (state !== 'chosen' && state !== 'shortlisted')) return [];
  const rivals = findings.filter((other) => other.body.question === question && other.key !== than.key);
  const decided = rivals.some(({ body }) => isWanted(body.state));
  if (state === 'shortlisted' && decided) return [];
  const price = currentPrice(than.body.prices);
  if (price === null) return [];
  const [best] = rivals
    .filter(({ body }) => isRival(body.state, tags) && tags.every((tag) => hasTag(body.tags, tag)))
    .flatMap((finding) => {
      const other = currentPrice(finding.body.prices);
      if (other === null || !isComparable(price, other)) return [];
      const saving = pricePerUnit(price).minor - pricePerUnit(other).minor;
      return saving > 0 ? [{ finding, saving }] : [];
    })
    .toSorted((a, b) => b.saving - a.saving);
  if (best === undefined) return [];
  const saving = { minor: best.saving, currency: price.amount.currency };
  return [{ kind: 'cheaper', finding: best.finding, than, saving, unit: price.unit, tags }];
};

/** What was only kept is an equal where tags say so; what is on the shortlist is one anyway. */
const isRival = (state: Finding['body']['state'], tags: readonly string[]): boolean =>
  state === 'shortlisted' || (state === 'idea' && tags.length > 0);

const hasTag = (tags: readonly string[], wanted: string): boolean =>
  tags.some((tag) => tag.toLowerCase() === wanted.toLowerCase());

const waiting = ({ findings, today }: AdviceInput): readonly Advice[] =>
  findings
    .flatMap((finding) => {
      const { contactedOn: since, answeredOn, state } = finding.body;
      if (since == null || answeredOn != null || state === 'rejected' || isWanted(state)) return [];
      const days = dayNumber(today) - dayNumber(since);
      return days >= PATIENCE_DAYS ? [{ kind: 'waiting' as const, finding, since, days }] : [];
    })
    .toSorted((a, b) => b.days - a.days);

const stale = ({ findings, questions, open, today }: AdviceInput): readonly Advice[] => {
  const questionByKey = byKey(questions);
  return findings.flatMap((finding) => {
    const { state, prices, checkedAt, kind } = finding.body;
    const last = currentPrice(prices);
    if (kind !== 'product' || last === null || (state !== 'shortlisted' && state !== 'chosen')) return [];
    const step = stepOfFinding(finding, questionByKey);
    // A step that is done needs no new price.
    if (step !== null && !open.has(step)) return [];
    const days = dayNumber(today) - dayOfInstant(Math.max(last.at, checkedAt ?? 0));
    return days >= STALE_DAYS ? [{ kind: 'stale' as const, finding, days }] : [];
  });
};
