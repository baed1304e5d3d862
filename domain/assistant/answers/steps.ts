// Answers about steps: what is next, when it ends, where it stands, what is late, what is stuck.
import { doneBy, learnsFrom } from '../../analytics/done-by.ts';
import { isLate, type JourneyOverview } from '../../journey/overview.ts';
import { isOpen, scheduleSteps } from '../../journey/schedule.ts';
import type { RecordKey } from '../../kernel/ids.ts';
import type { RecordOf } from '../../records/registry.ts';
import type { Answer } from '../reply.ts';
import { type Facts, journeyHere, keys, openTasks, overviewOf, stepsOf } from './facts.ts';

export const nextOf = (facts: Facts): Answer => {
  const overview = overviewOf(facts);
  const tasks = openTasks(facts).filter(({ body }) => body.due !== null && body.due <= facts.today);
  return {
    question: 'next',
    step: overview?.next?.key ?? null,
    blocked: keys(overview?.blocked.map(({ step }) => step) ?? []),
    tasks: keys(tasks),
    settled: isSettled(overview),
  };
};

const isSettled = (overview: JourneyOverview | null): boolean =>
  overview !== null &&
  overview.progress.total > 0 &&
  overview.progress.done + overview.progress.skipped === overview.progress.total;

export const whenDone = (step: RecordKey | null, facts: Facts): Answer => {
  const steps = stepsOf({ ...facts, journey: journeyHere(facts)?.id ?? null });
  const spans = scheduleSteps(steps, { today: facts.today, startDate: journeyHere(facts)?.body.startDate ?? null });
  const open = steps.filter((each) => isOpen(each) && (step === null || each.key === step));
  const ends = open.flatMap(({ key }) => spans.get(key)?.end ?? []);
  return {
    question: 'whenDone',
    step,
    end: ends.toSorted().at(-1) ?? null,
    ...(step === null ? likelyEnd(steps, facts) : {}),
    late: keys(open.filter((each) => isLate(each, facts.today))),
    blocked: keys(open.filter(({ body }) => body.state === 'blocked')),
  };
};

/** The same days as the overview says, from what the readers of the answer may see. */
const likelyEnd = (
  steps: readonly RecordOf<'step'>[],
  facts: Facts,
): Pick<Extract<Answer, { readonly question: 'whenDone' }>, 'likely'> => {
  const journey = journeyHere(facts);
  if (journey === null || facts.chance === undefined) return {};
  const past = new Set(learnsFrom(facts.records.journeys, journey.id));
  const others = facts.records.steps.filter((each) => past.has(each.journey));
  const { startDate } = journey.body;
  const told = doneBy({ steps, others, startDate, today: facts.today }, facts.chance());
  return told === null ? {} : { likely: { p10: told.p10, p50: told.p50, p90: told.p90 } };
};

export const statusOf = (step: RecordKey | null, facts: Facts): Answer => {
  const overview = overviewOf(facts);
  const { progress } = overview ?? {};
  return {
    question: 'status',
    step,
    settled: (progress?.done ?? 0) + (progress?.skipped ?? 0),
    total: progress?.total ?? 0,
    doing: keys(stepsOf(facts).filter(({ body }) => body.state === 'doing')),
    blocked: keys(overview?.blocked.map(({ step: each }) => each) ?? []),
    late: keys(overview?.late ?? []),
    next: overview?.next?.key ?? null,
    end: overview?.projectedEnd ?? null,
    ...spanOf(step, facts),
  };
};

/** Of a step of whichever journey it is in; one that was skipped has no days. */
const spanOf = (
  step: RecordKey | null,
  facts: Facts,
): Pick<Extract<Answer, { readonly question: 'status' }>, 'span'> => {
  const found = facts.records.steps.find(({ key }) => key === step);
  if (found === undefined || found.body.state === 'skipped') return {};
  const startDate = facts.records.journeys.find(({ id }) => id === found.journey)?.body.startDate ?? null;
  const steps = stepsOf({ ...facts, journey: found.journey });
  const span = scheduleSteps(steps, { today: facts.today, startDate }).get(found.key);
  return span === undefined ? {} : { span: { start: span.start, end: span.end } };
};

/** Steps that should have begun or ended, and tasks whose day has gone by. */
export const lateOf = (facts: Facts): Answer => {
  const steps = stepsOf(facts).filter((step) => isLate(step, facts.today));
  const tasks = openTasks(facts).filter(({ body }) => body.due !== null && body.due < facts.today);
  return { question: 'late', steps: keys(steps), tasks: keys(tasks), count: steps.length + tasks.length };
};

/** Whatever they wait for: each says why. */
export const stuckOf = (facts: Facts): Answer => {
  const steps = stepsOf(facts).filter(({ body }) => body.state === 'blocked');
  return { question: 'stuck', steps: keys(steps), count: steps.length };
};
