// Answers a question from the person's own records, with links to them: what is next, when it ends, what was spent, what is owed.
import type { RecordId, RecordKey } from '../kernel/ids.ts';
import { totalsByCurrency, zero, type Money } from '../kernel/money.ts';
import { dateOfDay, dayOfInstant } from '../kernel/calendar.ts';
import type { CalendarDate, Instant } from '../kernel/time.ts';
import { countedCosts, journeyMoney } from '../journey/money.ts';
import { isLate, journeyOverview, type JourneyOverview } from '../journey/overview.ts';
import { isOpen, scheduleSteps } from '../journey/schedule.ts';
import { liveSteps } from '../journey/steps.ts';
import { pairsOf, saidById } from '../pictures/photo-pairs.ts';
import { stepsOfPhoto } from '../pictures/steps-of-photo.ts';
import type { RecordOf } from '../records/registry.ts';
import { exhaustive } from '../kernel/exhaustive.ts';
import type { Question } from './acts.ts';
import { categoryOf } from './category.ts';
import type { Records } from './house-of.ts';
import type { Answer } from './reply.ts';

export interface Facts {
  /** Those that readers of the answer may see. */
  readonly records: Records;
  /** The journey that is open; null asks of all. */
  readonly journey: RecordId | null;
  readonly today: CalendarDate;
}

type Cost = RecordOf<'cost'>;

/** As many links as one reads; the rest is a number. */
const MOST = 8;
const MOST_PHOTOS = 12;

export const answerTo = (question: Question, facts: Facts): Answer => {
  switch (question.question) {
    case 'next': {
      const overview = overviewOf(facts);
      const tasks = openTasks(facts).filter(({ body }) => body.due !== null && body.due <= facts.today);
      return {
        question: 'next',
        step: overview?.next?.key ?? null,
        blocked: keys(overview?.blocked.map(({ step }) => step) ?? []),
        tasks: keys(tasks),
        settled: isSettled(overview),
      };
    }
    case 'whenDone':
      return whenDone(question.step ?? null, facts);
    case 'left':
      return leftOf(question.step ?? null, facts);
    case 'status': {
      const overview = overviewOf(facts);
      const { progress } = overview ?? {};
      return {
        question: 'status',
        step: question.step ?? null,
        settled: (progress?.done ?? 0) + (progress?.skipped ?? 0),
        total: progress?.total ?? 0,
        doing: keys(stepsOf(facts).filter(({ body }) => body.state === 'doing')),
        blocked: keys(overview?.blocked.map(({ step }) => step) ?? []),
        late: keys(overview?.late ?? []),
        next: overview?.next?.key ?? null,
        end: overview?.projectedEnd ?? null,
      };
    }
    case 'spent': {
      const { about = '', step = null, payee } = question;
      const here = costsOf(facts).filter(
        (cost) => (step === null || cost.body.step === step) && isFor(cost, payee, facts),
      );
      const named = here.filter((cost) => isCalled(cost, about, facts));
      // "On tiles" is what is called so; only where nothing is, what stands under that category.
      const category = categoryOf(about, '');
      const costs =
        named.length > 0 || category === 'other' ? named : here.filter(({ body }) => body.category === category);
      return {
        question: 'spent',
        about: payee === undefined ? about : nameOfPayee(payee, facts),
        step,
        paid: sums(costs, 'paid', facts),
        due: sums(costs, 'due', facts),
        costs: keys(largestFirst(costs)),
        count: costs.length,
      };
    }
    case 'search':
      // Its hits come from the index, which whoever asks has at hand.
      return { question: 'search', words: question.words, hits: [] };
    case 'photos':
      return photosOf(question, facts);
    case 'owed': {
      const { payee } = question;
      const costs = costsOf(facts).filter((cost) => cost.body.state === 'due' && isFor(cost, payee, facts));
      return {
        question: 'owed',
        payee: payee === undefined ? '' : nameOfPayee(payee, facts),
        due: sums(costs, 'due', facts),
        costs: keys(largestFirst(costs)),
        count: costs.length,
      };
    }
    case 'tasks': {
      const { assignee } = question;
      const tasks = openTasks(facts).filter(({ body }) => assignee === undefined || isAssigned(body, assignee, facts));
      return { question: 'tasks', tasks: keys(tasks), count: tasks.length };
    }
    default:
      return exhaustive(question);
  }
};

const keys = (records: readonly { readonly key: RecordKey }[]): RecordKey[] =>
  records.slice(0, MOST).map(({ key }) => key);

const within = <R extends { readonly journey: RecordId }>(list: readonly R[], { journey }: Facts): readonly R[] =>
  journey === null ? list : list.filter((record) => record.journey === journey);

const stepsOf = (facts: Facts): readonly RecordOf<'step'>[] => liveSteps(within(facts.records.steps, facts));
const costsOf = (facts: Facts): readonly Cost[] => countedCosts(within(facts.records.costs, facts));

const openTasks = (facts: Facts): readonly RecordOf<'task'>[] =>
  within(facts.records.tasks, facts)
    .filter(({ body }) => body.doneAt === null)
    .toSorted((a, b) => (a.body.due ?? '9999').localeCompare(b.body.due ?? '9999'));

const journeyHere = ({ records, journey }: Facts): RecordOf<'journey'> | null =>
  records.journeys.find(({ id }) => id === journey) ?? records.journeys[0] ?? null;

const overviewOf = (facts: Facts): JourneyOverview | null => {
  const journey = journeyHere(facts);
  if (journey === null) return null;
  const here = { ...facts, journey: journey.id };
  return journeyOverview({
    journey,
    steps: stepsOf(here),
    costs: within(facts.records.costs, here),
    budget: within(facts.records.budgets, here)[0] ?? null,
    tasks: within(facts.records.tasks, here),
    today: facts.today,
  });
};

const isSettled = (overview: JourneyOverview | null): boolean =>
  overview !== null &&
  overview.progress.total > 0 &&
  overview.progress.done + overview.progress.skipped === overview.progress.total;

const whenDone = (step: RecordKey | null, facts: Facts): Answer => {
  const steps = stepsOf({ ...facts, journey: journeyHere(facts)?.id ?? null });
  const spans = scheduleSteps(steps, { today: facts.today, startDate: journeyHere(facts)?.body.startDate ?? null });
  const open = steps.filter((each) => isOpen(each) && (step === null || each.key === step));
  const ends = open.flatMap(({ key }) => spans.get(key)?.end ?? []);
  return {
    question: 'whenDone',
    step,
    end: ends.toSorted().at(-1) ?? null,
    late: keys(open.filter((each) => isLate(each, facts.today))),
    blocked: keys(open.filter(({ body }) => body.state === 'blocked')),
  };
};

const leftOf = (step: RecordKey | null, facts: Facts): Answer => {
  const journey = journeyHere(facts);
  const currency = journey?.body.currency ?? 'EUR';
  const here = { ...facts, journey: journey?.id ?? null };
  const budget = within(facts.records.budgets, here)[0] ?? null;
  const costs = costsOf(here).filter(({ body }) => step === null || body.step === step);
  const { spent, due, budget: total, left } = journeyMoney({ currency, costs, budget });
  if (step === null) return { question: 'left', step, budget: total, spent, due, left };
  const planned = budget?.body.steps?.[step] ?? null;
  const rest = planned === null ? null : { minor: planned.minor - spent.minor - due.minor, currency };
  return { question: 'left', step, budget: planned, spent, due, left: rest };
};

const sums = (costs: readonly Cost[], state: 'paid' | 'due', facts: Facts): Money[] => {
  const found = totalsByCurrency(costs.filter(({ body }) => body.state === state).map(({ body }) => body.amount));
  return found.length === 0 ? [zero(journeyHere(facts)?.body.currency ?? 'EUR')] : [...found];
};

const largestFirst = (costs: readonly Cost[]): readonly Cost[] =>
  costs.toSorted((a, b) => b.body.amount.minor - a.body.amount.minor);

/** Words of the question found in what the cost is called, from whom, for what, and at which step. */
const isCalled = ({ body }: Cost, about: string, { records }: Facts): boolean => {
  const step = records.steps.find(({ key }) => key === body.step)?.body.name ?? '';
  return holdsAll([body.description, body.vendor, body.category, step].join(' '), about);
};

/** Every word begins one of the text's; a plural finds the singular. */
const holdsAll = (text: string, words: string): boolean => {
  const there = wordsOf(text);
  return wordsOf(words).every((word) => {
    const stem = word.length > 3 ? word.replace(/[sn]$/u, '') : word;
    return there.some((each) => each.startsWith(stem));
  });
};

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Both records of the party that the key is of. */
const partiesOf = (payee: string, { records }: Facts): readonly RecordOf<'party'>[] => {
  const id = records.parties.find(({ key }) => key === payee)?.id;
  return records.parties.filter((party) => party.id === id);
};

const nameOfPayee = (payee: string, facts: Facts): string => partiesOf(payee, facts)[0]?.body.name ?? '';

const isFor = ({ body }: Cost, payee: string | undefined, facts: Facts): boolean =>
  payee === undefined || partiesOf(payee, facts).some((party) => party.body.name === body.vendor);

const isAssigned = ({ assignee, party }: RecordOf<'task'>['body'], to: string, facts: Facts): boolean =>
  assignee === to ||
  partiesOf(to, facts).some(({ key, body }) => key === party || (assignee !== null && body.person === assignee));

const photosOf = (
  { step, words = '', when }: Extract<Question, { readonly question: 'photos' }>,
  facts: Facts,
): Answer => {
  const all = within(facts.records.photos, facts);
  const byTime = all.toSorted((a, b) => takenAt(a).localeCompare(takenAt(b)));
  const found = byTime.filter((photo) => isOfStep(photo, step) && isPhotoOf(photo, words, facts));
  const pairs = pairsOf(saidById(within(facts.records.pairs, facts)), all).filter(
    ({ before, after }) => found.includes(before) || found.includes(after),
  );
  const sides = new Set(pairs.map((pair) => (when === 'after' ? pair.after : pair.before).key));
  // Before: of a pair its first side; without pairs what was taken before the work of its step ended.
  const shown =
    when === undefined ? found : found.filter((photo) => sides.has(photo.key) || isWhen(photo, when, facts));
  return {
    question: 'photos',
    step: step ?? null,
    words,
    photos: shown.slice(0, MOST_PHOTOS).map(({ key }) => key),
    count: shown.length,
    pairs: pairs.slice(0, MOST).map(({ before, after }) => [before.key, after.key]),
  };
};

type Photo = RecordOf<'photo'>;

/** Local wall time of the picture, else when it came in: enough to put them in order. */
const takenAt = (photo: Photo): string => photo.body.takenAt ?? dayOf(photo.createdAt);

const dayOf = (at: Instant): CalendarDate => dateOfDay(dayOfInstant(at));

const isOfStep = (photo: Photo, step: RecordKey | undefined): boolean =>
  step === undefined || stepsOfPhoto(photo).includes(step);

const isPhotoOf = (photo: Photo, words: string, { records }: Facts): boolean => {
  const steps = records.steps.filter(({ key }) => stepsOfPhoto(photo).includes(key)).map(({ body }) => body.name);
  const journey = records.journeys.find(({ id }) => id === photo.journey)?.body;
  const { caption, room, name } = photo.body;
  return holdsAll([caption, room ?? '', name, ...steps, journey?.name ?? '', journey?.area ?? ''].join(' '), words);
};

const isWhen = (photo: Photo, when: 'before' | 'after', { records }: Facts): boolean => {
  const step = records.steps.find(({ key }) => key === photo.parent);
  if (step === undefined) return false;
  const day = takenAt(photo).slice(0, 'YYYY-MM-DD'.length);
  const { startedAt, finishedAt } = step.body;
  return when === 'before'
    ? startedAt === null || day <= dayOf(startedAt)
    : finishedAt !== null && day >= dayOf(finishedAt);
};
