// Reads one part of a message: frames are tried in turn, behind the guards that keep what is no deed from being one.
import { budgetSet } from './frames/budget.ts';
import { bareAmount } from './frames/bare-amount.ts';
import { costAdded, costChanged } from './frames/costs.ts';
import { costPaid } from './frames/costs-paid.ts';
import { beforeReason, stepBlocked } from './frames/block.ts';
import { decisionOpened, decisionTaken } from './frames/decisions.ts';
import { journeyOpened, journeyStarted, stepAdded } from './frames/journeys.ts';
import { asked } from './frames/questions.ts';
import { quoteAccepted, quoteAdded } from './frames/quotes.ts';
import { stepBegunOrDone, stepMoved } from './frames/steps.ts';
import { mustIn, taskDone, taskListed, taskNoted, taskOfSomeone, taskPassive, taskTicked } from './frames/tasks.ts';
import { noted, reminded, undone } from './frames/talk.ts';
import { webSearched } from './frames/web.ts';
import { guarded, isMoneyBack } from './guards.ts';
import type { ActName, Question } from './acts.ts';
import { has, lengthAt, type Pieces, seek, startsWith, trimEnd, trimStart } from './pieces.ts';
import { cue, cues, type Frame, type Heard, refused, type Said } from './said.ts';
import type { Cue } from './words/cues.ts';
import { phrasesOf } from './words/lexicon.ts';

/** What a person says behind these is their own text, and no "not" or "if" in it matters. */
const TEXTS: readonly Frame[] = [reminded, taskNoted, taskListed, decisionOpened, noted];

const DEEDS: readonly Frame[] = [
  undone,
  stepAdded,
  journeyStarted,
  journeyOpened,
  budgetSet,
  quoteAccepted,
  quoteAdded,
  stepBlocked,
  taskTicked,
  taskDone,
  stepMoved,
  stepBegunOrDone,
  decisionTaken,
  costPaid,
  taskPassive,
  costAdded,
  costChanged,
  bareAmount,
];

/** Words that call for something to be done: a part with one of them that is not understood spoils the whole. */
const CALLS: readonly Cue[] = [
  'begin',
  'began',
  'done',
  'finish',
  'skip',
  'reopen',
  'block',
  'goon',
  'pay',
  'bought',
  'budget',
  'accept',
  'remind',
  'undo',
  'task',
  'must',
  'iMust',
  'weMust',
  'renovate',
  'project',
  'delete',
  'share',
];

export type PartRead = { readonly is: 'heard'; readonly heard: Heard } | { readonly is: 'remark' };

export const readPart = (said: Said): PartRead => {
  // "Can you search the web for ...?" is asked in the form of a question.
  const heard = webSearched(said) ?? (said.isQuestion ? question(said) : (texts(said) ?? statement(said)));
  if (heard !== null) return { is: 'heard', heard };
  const isCall =
    said.isQuestion ||
    CALLS.some((name) => has(said.pieces, cue(said, name))) ||
    said.pieces.some((piece) => piece.is === 'sum');
  return isCall ? { is: 'heard', heard: refused('unknown') } : { is: 'remark' };
};

const first = (said: Said, frames: readonly Frame[]): Heard | null => {
  for (const frame of frames) {
    const heard = frame(said);
    if (heard !== null) return heard;
  }
  return null;
};

const texts = (said: Said): Heard | null => {
  const own = first(said, TEXTS);
  if (own !== null) return own;
  const must = [...cues(said, 'iMust', 'weMust').map((phrases) => seek(said.pieces, phrases)), mustIn(said)].filter(
    (found) => found !== null,
  );
  const [at] = must.map((found) => found.at).toSorted((a, b) => a - b);
  if (at === undefined || guarded(said, said.pieces.slice(0, at)) !== null || isDenied(said, at)) return null;
  return taskOfSomeone(said);
};

/** "doesn't have to", "muss nicht", "no tiene que". */
const isDenied = (said: Said, at: number): boolean => has(said.pieces.slice(at, at + 3), cue(said, 'not'));

/** Acts that only write down what was said; whoever is asked "can you ...?" to do one can only be the assistant. */
const WRITES: ReadonlySet<ActName> = new Set([
  'reminder.add',
  'task.add',
  'comment.add',
  'decision.add',
  'cost.add',
  'step.add',
  'budget.set',
  'undo',
]);

const REQUEST = {
  en: phrasesOf(
    'can you,could you,would you please,would you mind,can you please,could you please,please can you,please could you',
  ),
  de: phrasesOf(
    'kannst du,könntest du,kannst du bitte,könntest du bitte,würdest du bitte,kannst du mal,könntest du mal',
  ),
  es: phrasesOf('puedes,podrías,me puedes,puedes por favor,podrías por favor,me podrías'),
} as const;

/** "Can you remind me on the 20th to pay the joiner?": an order in the form of a question. "Can you start the floor?" may ask a person. */
const requested = (said: Said): Heard | null => {
  const front = trimStart(said.pieces, cue(said, 'fill'));
  const length = lengthAt(front, 0, REQUEST[said.lang]);
  if (length === 0) return null;
  const behind = trimEnd(front.slice(length));
  // German has the verb last: "kannst du mich am Freitag an Tom erinnern" is "erinnern mich am Freitag an Tom".
  const pieces = said.lang === 'de' ? [...behind.slice(-1), ...behind.slice(0, -1)] : behind;
  const order = { ...said, pieces, isQuestion: false };
  const heard = texts(order) ?? statement(order);
  if (heard === null || !('moves' in heard.outcome)) return null;
  const acts = heard.outcome.moves.flatMap((move) => ('act' in move ? [move.act] : move.either.map(({ act }) => act)));
  return acts.every((act) => WRITES.has(act)) ||
    cues(said, 'add', 'light', 'note').some((words) => startsWith(order.pieces, words))
    ? heard
    : null;
};

const question = (said: Said): Heard => {
  const order = requested(said);
  if (order !== null) return order;
  const advice = guarded(said, said.pieces) === 'advice';
  const opened = decisionOpened(said);
  if (opened !== null) return opened;
  const heard = asked(said);
  if (heard === null) return refused(advice ? 'advice' : null);
  const isPlain = 'asks' in heard.outcome && ASKED_OF_DUTIES.has(heard.outcome.asks.question);
  return advice && !isPlain ? refused('advice') : heard;
};

/** "What do I have to do, sign, or decide?" asks for no advice. */
const ASKED_OF_DUTIES: ReadonlySet<Question['question']> = new Set(['next', 'tasks', 'signing', 'decisions']);

const statement = (said: Said): Heard | null => {
  const why = guarded(said, beforeReason(said));
  if (isLookingUp(said)) {
    const heard = asked(said);
    if (heard !== null) return heard;
  }
  if (why !== null) return refused(why);
  if (isMoneyBack(said)) return refused(null);
  // "we can't go on with the tiling" blocks a step or is nothing at all.
  if (has(beforeReason(said), cue(said, 'cannot'))) return stepBlocked(said) ?? refused('negated');
  return first(said, [...DEEDS, asked]);
};

/** "show", "find", "photos of", "documents about" look something up, whatever else stands there. */
const isLookingUp = (said: Said): boolean => {
  const front: Pieces = trimStart(said.pieces, ...cues(said, 'fill', 'polite'));
  const names: readonly Cue[] = [
    'show',
    'find',
    'photos',
    'before',
    'afterwards',
    'documents',
    'comments',
    'total',
    'status',
    'unpaid',
    'my',
  ];
  return names.some((name) => startsWith(front, cue(said, name)));
};
