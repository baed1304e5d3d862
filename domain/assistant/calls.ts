// What an act of a proposal is in commands, as the records stand at that moment.
import type { Reads } from '../commands/command.ts';
import { budgetId } from '../commands/journey.ts';
import { nextStepState, type StepMove } from '../commands/step-state.ts';
import { dateOfDay, dayNumber } from '../kernel/calendar.ts';
import { workWeek } from '../kernel/work-week.ts';
import { exhaustive } from '../kernel/exhaustive.ts';
import { keyOf, type RecordId, type RecordKey, type SpaceId } from '../kernel/ids.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { CalendarDate } from '../kernel/time.ts';
import { recordAs, type BodyOf, type RecordOf } from '../records/registry.ts';
import { isFamilyOnly } from '../spaces/readable.ts';
import { journeyOfSpace, journeySpace, privateSpace, spaceKind } from '../spaces/space.ts';
import { templateById } from '../templates/templates.ts';
import type { Act } from './acts.ts';
import type { Call } from './call.ts';
import { categoryOf } from '../words/cost-category.ts';
import type { Place } from './line-needs.ts';
import type { Line } from './reply.ts';
import { titled } from './titled.ts';

/** Why an act can't be carried out as things stand. */
export type Hindrance = 'gone' | 'state' | 'noJourney';

/** The commands of one line, in order; none when it is so already. */
export const callsOfLine = (line: Line, reads: Reads, place: Place): Result<readonly Call[], Hindrance> => {
  const { act } = line;
  switch (act.act) {
    case 'journey.open':
      return ok([]);
    case 'journey.start':
      return ok(startCalls(act, reads, place));
    case 'undo':
      return line.undoes === undefined
        ? err('gone')
        : ok([{ command: 'deed.undo', input: { events: line.undoes.events, records: line.undoes.records } }]);
    case 'step.start':
    case 'step.finish':
    case 'step.skip':
    case 'step.reopen':
    case 'step.block':
    case 'step.plan':
      return stepCalls(act, reads);
    case 'cost.pay':
    case 'cost.change': {
      const cost = live(reads, 'cost', act.cost);
      if (cost === null) return err('gone');
      const set =
        act.act === 'cost.change'
          ? { amount: act.money }
          : { state: 'paid' as const, date: act.on ?? cost.body.date ?? place.today };
      return ok([{ command: 'cost.edit', input: { key: cost.key, set } }]);
    }
    case 'task.done':
      return ok([{ command: 'task.check', input: { key: act.task, done: true } }]);
    case 'decision.take': {
      const decision = live(reads, 'decision', act.decision);
      const choice = Object.entries(decision?.body.alternatives ?? {}).find(([, { name }]) => name === act.choice)?.[0];
      if (decision === null || choice === undefined) return err('gone');
      return ok([{ command: 'decision.take', input: { key: decision.key, choice, why: act.why ?? '' } }]);
    }
    case 'quote.accept':
      return ok([{ command: 'quote.accept', input: { key: act.quote } }]);
    case 'step.add':
    case 'cost.add':
    case 'budget.set':
    case 'task.add':
    case 'reminder.add':
    case 'decision.add':
    case 'quote.add':
    case 'comment.add':
    case 'web.search':
      return line.journey === null ? err('noJourney') : journeyCalls(act, line.journey, { reads, place });
    default:
      return exhaustive(act);
  }
};

const live = <T extends 'step' | 'cost' | 'decision' | 'party'>(
  reads: Reads,
  type: T,
  key: RecordKey,
): RecordOf<T> | null => {
  const record = recordAs(type, reads.get(key));
  return record !== null && record.trashedAt === 0 ? record : null;
};

type ActOf<Name extends Act['act']> = Extract<Act, { readonly act: Name }>;

const startCalls = (act: ActOf<'journey.start'>, reads: Reads, place: Place): readonly Call[] => {
  const id = place.idOf('journey');
  const template = templateById(act.template);
  const made = [
    keyOf(journeySpace(id), id),
    keyOf(privateSpace(id), budgetId(id)),
    ...(template?.steps ?? []).map((_, nth) => keyOf(journeySpace(id), place.idOf('step', nth))),
  ];
  // Started before and taken back: what there was of it comes back as it was.
  if (reads.get(made[0] ?? '') !== undefined)
    return made
      .filter((key) => (reads.get(key)?.trashedAt ?? 0) > 0)
      .map((key) => ({ command: 'record.restore', input: { key } }));
  const budget = act.budget ?? null;
  return [
    {
      command: 'journey.start',
      input: {
        journey: id,
        name: titled(act.name ?? template?.name ?? act.template),
        area: template?.area ?? '',
        address: '',
        currency: budget?.currency ?? 'EUR',
        startDate: act.starts ?? null,
        template: template?.id ?? null,
        budget,
      },
    },
  ];
};

const MOVES: Readonly<
  Record<ActOf<`step.${'start' | 'finish' | 'skip' | 'reopen' | 'block'}`>['act'], readonly StepMove[]>
> = {
  // What stands still is resumed; what was finished or left out is taken up again.
  'step.start': ['start', 'resume', 'reopen'],
  'step.finish': ['complete'],
  'step.skip': ['skip'],
  'step.reopen': ['reopen'],
  'step.block': ['block'],
};
const REACHED = {
  'step.start': 'doing',
  'step.finish': 'done',
  'step.skip': 'skipped',
  'step.reopen': null,
  'step.block': null,
} as const;

const stepCalls = (
  act: ActOf<`step.${'start' | 'finish' | 'skip' | 'reopen' | 'block' | 'plan'}`>,
  reads: Reads,
): Result<readonly Call[], Hindrance> => {
  const step = live(reads, 'step', act.step);
  if (step === null) return err('gone');
  const { key } = step;
  if (act.act === 'step.plan') return ok([{ command: 'step.edit', input: { key, set: planOf(step.body, act) } }]);
  const { state, startedAt } = step.body;
  if (state === REACHED[act.act]) return ok([]);
  // A block that is lifted: on with what had begun, else it is still to be begun.
  if (act.act === 'step.reopen' && state === 'blocked')
    return ok([{ command: 'step.change', input: { key, move: startedAt === null ? 'reopen' : 'resume' } }]);
  const move = MOVES[act.act].find((each) => nextStepState[state][each] !== null);
  if (act.act === 'step.block' && state === 'blocked') return err('state');
  if (move === undefined) return err('state');
  const reason = act.act === 'step.block' ? { reason: act.reason ?? '' } : {};
  const calls: Call[] = [{ command: 'step.change', input: { key, move, ...reason } }];
  // A step that was left out is first one to be done again.
  if (act.act === 'step.start' && state === 'skipped')
    calls.push({ command: 'step.change', input: { key, move: 'start' } });
  return ok(calls);
};

/** One day said moves that end; both said give the length. */
const planOf = (
  { startDate, durationDays, workDays }: BodyOf<'step'>,
  { starts, ends }: ActOf<'step.plan'>,
): { readonly startDate?: CalendarDate; readonly durationDays?: number } => {
  if (ends === undefined) return starts === undefined ? {} : { startDate: starts };
  const from = starts ?? startDate;
  const week = workWeek(workDays);
  if (from !== null && from <= ends)
    return { startDate: from, durationDays: Math.max(week.within(dayNumber(from), dayNumber(ends)), 1) };
  return { startDate: dateOfDay(week.startOf(dayNumber(ends), durationDays ?? 1)) };
};

type InJourney = ActOf<
  | 'step.add'
  | 'cost.add'
  | 'budget.set'
  | 'task.add'
  | 'reminder.add'
  | 'decision.add'
  | 'quote.add'
  | 'comment.add'
  | 'web.search'
>;

const journeyCalls = (
  act: InJourney,
  journey: RecordId,
  { reads, place }: { readonly reads: Reads; readonly place: Place },
): Result<readonly Call[], Hindrance> => {
  const space = homeOf(journey, place.space);
  const parent = 'step' in act && act.step !== undefined ? act.step : '';
  const step = parent === '' ? null : parent;
  switch (act.act) {
    case 'step.add':
      return ok([{ command: 'step.add', input: { journey, name: titled(act.name), after: act.after ?? null } }]);
    case 'cost.add': {
      const party = act.payee === undefined ? null : live(reads, 'party', act.payee);
      return ok([
        {
          command: 'cost.add',
          input: {
            journey,
            space: notJourney(space, journey),
            description: titled(act.name),
            amount: act.money,
            category: categoryOf(act.name, party?.body.trade ?? ''),
            vendor: party?.body.name ?? '',
            step,
            state: act.paid === true ? 'paid' : 'due',
            date: act.on ?? (act.paid === true ? place.today : null),
            receipt: null,
          },
        },
      ]);
    }
    case 'budget.set':
      return ok([
        {
          command: 'budget.set',
          input: { journey, ...(step === null ? { total: act.money } : { steps: { [step]: act.money } }) },
        },
      ]);
    case 'task.add':
      return taskCalls(act, { space, journey, parent }, reads);
    case 'reminder.add':
      return ok([
        { command: 'reminder.add', input: { space, journey, parent: '', title: titled(act.text), due: act.on } },
      ]);
    case 'decision.add':
      return ok([
        {
          command: 'decision.add',
          input: { journey, space, question: titled(act.question), alternatives: (act.among ?? []).map(titled), step },
        },
      ]);
    case 'quote.add': {
      const party = live(reads, 'party', act.vendor);
      if (party === null) return err('gone');
      return ok([
        {
          command: 'quote.add',
          input: {
            journey,
            space: notJourney(space, journey),
            vendor: party.body.name,
            total: act.money,
            party: party.key,
            step,
            date: place.today,
          },
        },
      ]);
    }
    case 'comment.add': {
      const on = step ?? keyOf(journeySpace(journey), journey);
      return ok([{ command: 'comment.add', input: { space, journey, parent: on, text: act.text } }]);
    }
    case 'web.search':
      return ok([
        { command: 'question.ask', input: { journey, text: act.words, kind: act.kind ?? 'product', search: true } },
      ]);
    default:
      return exhaustive(act);
  }
};

/** The thread's own space when it is of this journey; from the family's home it is the family's. */
const homeOf = (journey: RecordId, thread: SpaceId): SpaceId =>
  isFamilyOnly(thread) || journeyOfSpace(thread) !== journey ? privateSpace(journey) : thread;

/** Money is never told to everyone on a journey: from the thread that all read it goes to the family. */
const notJourney = (space: SpaceId, journey: RecordId): SpaceId =>
  spaceKind(space) === 'journey' ? privateSpace(journey) : space;

const taskCalls = (
  { text, assignee, due }: ActOf<'task.add'>,
  where: { readonly space: SpaceId; readonly journey: RecordId; readonly parent: RecordKey },
  reads: Reads,
): Result<readonly Call[], Hindrance> => {
  const task = { ...where, title: titled(text), due: due ?? null };
  if (assignee === undefined || !assignee.includes('|'))
    return ok([{ command: 'task.add', input: { ...task, assignee: assignee ?? null } }]);
  const party = live(reads, 'party', assignee);
  if (party === null) return err('gone');
  // What a contractor is to do they must be able to read.
  const space = spaceKind(where.space) === 'journey' ? where.space : party.body.space;
  const named = spaceKind(space) === 'journey' ? {} : { party: keyOf(space, party.id) };
  return ok([{ command: 'task.add', input: { ...task, space, assignee: party.body.person, ...named } }]);
};
