// What a report says of decisions: each question with what was decided when and why, or by when it is wanted and between what.
import { agreementOf, stateOf, type DecisionState } from '../decisions/agreement.ts';
import { compareDates, dateOfDay, dayOfInstant } from '../kernel/calendar.ts';
import type { PersonId } from '../kernel/ids.ts';
import type { Money } from '../kernel/money.ts';
import type { CalendarDate } from '../kernel/time.ts';
import { decided as decidedBody } from '../records/decision.ts';
import type { RecordOf } from '../records/registry.ts';

type Decision = RecordOf<'decision'>;
type Alternative = RecordOf<'alternative'>;

export interface ReportAnswer {
  readonly name: string;
  readonly why: string;
  readonly who: string;
  readonly on: CalendarDate;
}

export interface ReportAlternative {
  readonly name: string;
  readonly cost: Money | null;
  readonly days: number | null;
  /** Who voted for it. */
  readonly voters: readonly string[];
}

export interface ReportDecision {
  readonly question: string;
  /** `contested`: two decided differently, and nobody has settled it yet. */
  readonly state: DecisionState | 'contested';
  /** The one that stands, or those that stand against each other; of one that was rolled back none. */
  readonly answers: readonly ReportAnswer[];
  /** When it was rolled back, and why. */
  readonly back: ReportAnswer | null;
  readonly deadline: CalendarDate | null;
  readonly late: boolean;
  /** Who must agree and is still to be heard; nobody once it is decided. */
  readonly awaited: readonly string[];
  readonly alternatives: readonly ReportAlternative[];
}

export interface ReportDecisionsInput {
  readonly decisions: readonly Decision[];
  /** What is known of their alternatives. */
  readonly alternatives: readonly Alternative[];
  readonly today: CalendarDate;
  readonly nameOf: (person: PersonId) => string;
}

/** What is open first, by the day it is wanted; then what was decided, in the order in which that was done. Trash is left out. */
export const reportDecisions = (input: ReportDecisionsInput): readonly ReportDecision[] =>
  input.decisions
    .filter(({ trashedAt }) => trashedAt === 0)
    .toSorted(
      (a, b) =>
        (a.body.decided?.at ?? 0) - (b.body.decided?.at ?? 0) ||
        compareDates(a.body.deadline, b.body.deadline) ||
        a.createdAt - b.createdAt,
    )
    .map((decision) => reportDecision(decision, input));

const reportDecision = (decision: Decision, { alternatives, today, nameOf }: ReportDecisionsInput): ReportDecision => {
  const { question, alternatives: named, decided, deadline = null, back } = decision.body;
  const { votersByPlace, awaited } = agreementOf(decision.body);
  const isOpen = decided === null;
  const against = contestedAnswers(decision);
  const said = ({ name, why, by, at }: Said): ReportAnswer => ({
    name,
    why,
    who: nameOf(by),
    on: dateOfDay(dayOfInstant(at)),
  });
  const costed = alternatives.filter(({ parent, trashedAt }) => parent === decision.key && trashedAt === 0);
  return {
    question,
    state: against.length > 1 ? 'contested' : stateOf(decision),
    answers: (against.length > 1 ? against : isOpen ? [] : [decided]).map(said),
    back: isOpen && back != null ? said(back) : null,
    deadline,
    late: isOpen && deadline !== null && deadline < today,
    awaited: isOpen ? awaited.map(nameOf) : [],
    alternatives: Object.entries(named).map(([place, { name }]) => {
      const known = costed.find(({ body }) => body.place === place)?.body;
      return {
        name,
        cost: known?.cost ?? null,
        days: known?.days ?? null,
        voters: (votersByPlace.get(place) ?? []).map(nameOf),
      };
    }),
  };
};

type Said = Pick<NonNullable<RecordOf<'decision'>['body']['decided']>, 'name' | 'why' | 'by' | 'at'>;

const contestedAnswers = ({ past }: Decision): readonly Said[] =>
  (past.contested ?? [])
    .filter(({ field }) => field === 'decided')
    .flatMap(({ values }) => values.flatMap(({ value }) => decidedBody.safeParse(value).data ?? []));
