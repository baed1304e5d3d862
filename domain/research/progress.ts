// How far research is at each step: questions open and decided, what is on the shortlist, what was chosen.
import type { RecordKey } from '../kernel/ids.ts';
import { byKey } from '../records/by-key.ts';
import type { RecordOf } from '../records/registry.ts';
import type { FindingState, QuestionState } from '../records/research.ts';

type Question = RecordOf<'question'>;
type Finding = RecordOf<'finding'>;

/** Whether it was decided for. */
export const isWanted = (state: FindingState): boolean => state === 'chosen' || state === 'bought';

export interface ResearchProgress {
  /** Null for what belongs to no step. */
  readonly step: RecordKey | null;
  readonly questions: readonly Question[];
  readonly findings: readonly Finding[];
  readonly open: number;
  readonly decided: number;
  readonly shortlisted: number;
  readonly chosen: number;
}

/** A finding without a step of its own is at its question's. */
export const stepOfFinding = ({ body }: Finding, questionByKey: ReadonlyMap<RecordKey, Question>): RecordKey | null =>
  body.step ?? (body.question === null ? null : (questionByKey.get(body.question)?.body.step ?? null));

/** In the order of the steps given, those with nothing left out; what has no such step comes last. Newest first within a step. */
export const progressBySteps = (
  { questions, findings }: { readonly questions: readonly Question[]; readonly findings: readonly Finding[] },
  steps: readonly RecordKey[],
): readonly ResearchProgress[] => {
  const known = new Set(steps);
  const at = (step: RecordKey | null): RecordKey | null => (step !== null && known.has(step) ? step : null);
  const questionByKey = byKey(questions);
  const questionsByStep = Map.groupBy(newestFirst(questions), ({ body }) => at(body.step));
  const findingsByStep = Map.groupBy(newestFirst(findings), (finding) => at(stepOfFinding(finding, questionByKey)));
  return [...steps, null].flatMap((step) => {
    const [asked, found] = [questionsByStep.get(step) ?? [], findingsByStep.get(step) ?? []];
    return asked.length + found.length === 0 ? [] : [progressOf(step, asked, found)];
  });
};

const newestFirst = <R extends Question | Finding>(records: readonly R[]): readonly R[] =>
  records.filter(({ trashedAt }) => trashedAt === 0).toSorted((a, b) => b.createdAt - a.createdAt);

/** What is open is what one comes for. */
const RANK: Readonly<Record<QuestionState, number>> = { open: 0, decided: 1, dropped: 2 };

const progressOf = (
  step: RecordKey | null,
  questions: readonly Question[],
  findings: readonly Finding[],
): ResearchProgress => ({
  step,
  questions: questions.toSorted((a, b) => RANK[a.body.state] - RANK[b.body.state]),
  findings,
  open: questions.filter(({ body }) => body.state === 'open').length,
  decided: questions.filter(({ body }) => body.state === 'decided').length,
  shortlisted: findings.filter(({ body }) => body.state === 'shortlisted').length,
  chosen: findings.filter(({ body }) => isWanted(body.state)).length,
});
