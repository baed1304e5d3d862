// What the assistant says to what it read: acts become the lines of a proposal, a question is answered, a doubt is asked.
import { exhaustive } from '../kernel/exhaustive.ts';
import { keyOf, spaceOfKey, type RecordId } from '../kernel/ids.ts';
import { journeyOfSpace, journeySpace } from '../spaces/space.ts';
import type { Act } from './acts.ts';
import { answerTo } from './answer-to.ts';
import type { Facts } from './answers/facts.ts';
import { journeyId } from './made-id.ts';
import type { Reading } from './reading.ts';
import type { Answer, Line, Said } from './reply.ts';

export interface Context extends Facts {
  /** Whether others than the family read the thread. */
  readonly isShared?: boolean;
  /** Id of the message that was read. */
  readonly message: RecordId;
  /** What an "undo" would take back; null when there is nothing. */
  readonly last: NonNullable<Line['undoes']> | null;
}

/** Null where there is nothing to say. Search is answered elsewhere, since its index is. */
export const saidTo = (reading: Reading, context: Context): Said | null => {
  if ('unread' in reading) return { kind: 'unread', why: reading.why ?? null };
  if ('choose' in reading) return { kind: 'choose', choose: reading.choose };
  if ('asks' in reading) {
    return answering(answerTo(reading.asks, context), context.isShared === true);
  }
  const reasonless = reading.does.flatMap((act, at) =>
    act.act === 'step.block' && act.reason === undefined ? [{ what: 'reason' as const, at, field: 'reason' }] : [],
  );
  // A block says what it waits for, and nobody has said so yet.
  if (reasonless.length > 0)
    return {
      kind: 'choose',
      choose: { what: 'reason', options: [], pending: { drafts: reading.does, holes: reasonless } },
    };
  const [first] = reading.does;
  if (reading.does.length === 1 && first?.act === 'journey.open')
    return { kind: 'opened', journey: keyOf(journeySpace(first.journey), first.journey) };
  const lines = linesOf(reading.does, context);
  if (lines.some(({ act, undoes }) => act.act === 'undo' && undoes === undefined))
    return { kind: 'unread', why: 'nothingToUndo' };
  // What the family looks for before it buys is nobody else's to read.
  if (context.isShared === true && lines.some(({ act }) => act.act === 'web.search'))
    return { kind: 'unread', why: 'webFamily' };
  // What is for a journey needs one: without any it can't be done, and with several it must be said which.
  if (lines.some(({ act, journey }) => journey === null && NEEDS_JOURNEY.has(act.act)))
    return { kind: 'unread', why: 'noJourney' };
  return lines.length === 0 ? null : { kind: 'proposal', lines: [...lines] };
};

/**
 * An answer as it may be given in its thread. "No budget yet", "nothing found" would be untrue where others read along: there may
 * be something that they must not be told, so it is said that this is not answered here.
 */
export const answering = (answer: Answer, isShared: boolean): Said =>
  isShared && tellsNothing(answer) ? { kind: 'unread', why: 'familyOnly' } : { kind: 'answer', answer };

const tellsNothing = (answer: Answer): boolean => {
  switch (answer.question) {
    // Steps are everyone's: what is told of them is all there is.
    case 'next':
    case 'whenDone':
    case 'status':
    case 'stuck':
      return false;
    case 'left':
      return answer.budget === null;
    case 'search':
      return answer.hits.length === 0;
    case 'spent':
    case 'owed':
    case 'photos':
    case 'tasks':
    case 'quotes':
    case 'late':
    case 'decisions':
    case 'waiting':
    case 'signing':
    case 'committed':
    case 'changes':
    case 'shares':
      return answer.count === 0;
    default:
      return exhaustive(answer);
  }
};

const NEEDS_JOURNEY: ReadonlySet<Act['act']> = new Set([
  'step.add',
  'cost.add',
  'budget.set',
  'task.add',
  'reminder.add',
  'decision.add',
  'quote.add',
  'comment.add',
  'web.search',
]);

/** Each act with the journey it is for: that of the record it names, else the one that an act before it opened, else the open one. */
const linesOf = (acts: readonly Act[], context: Context): readonly Line[] => {
  const [only, ...others] = context.records.journeys;
  let here = context.journey ?? (others.length === 0 ? (only?.id ?? null) : null);
  const lines: Line[] = [];
  for (const act of acts) {
    if (act.act === 'journey.start') here = journeyId(context.message, lines.length);
    if (act.act === 'journey.open') here = act.journey;
    else if (act.act === 'journey.start') lines.push({ act, journey: null });
    else if (act.act === 'undo')
      lines.push({ act, journey: null, ...(context.last === null ? {} : { undoes: context.last }) });
    else lines.push({ act, journey: journeyNamed(act) ?? here });
  }
  return lines;
};

const journeyNamed = (act: Act): RecordId | null => {
  const named = ['step', 'after', 'cost', 'task', 'decision', 'quote', 'vendor', 'payee', 'assignee']
    .map((field) => Object.entries(act).find(([name]) => name === field)?.[1])
    .find((value): value is string => typeof value === 'string' && value.includes('|'));
  return named === undefined ? null : journeyOfSpace(spaceOfKey(named));
};
