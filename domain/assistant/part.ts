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
import { taskDone, taskListed, taskNoted, taskOfSomeone, taskPassive, taskTicked } from './frames/tasks.ts';
import { noted, reminded, undone } from './frames/talk.ts';
import { webSearched } from './frames/web.ts';
import { guarded } from './guards.ts';
import { has, type Pieces, seek, startsWith, trimStart } from './pieces.ts';
import { cue, cues, type Frame, type Heard, refused, type Said } from './said.ts';
import type { Cue } from './words/cues.ts';

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
  const must = cues(said, 'iMust', 'weMust', 'must')
    .map((phrases) => seek(said.pieces, phrases))
    .filter((found) => found !== null);
  const [at] = must.map((found) => found.at).toSorted((a, b) => a - b);
  if (at === undefined || guarded(said, said.pieces.slice(0, at)) !== null || isDenied(said, at)) return null;
  return taskOfSomeone(said);
};

/** "doesn't have to", "muss nicht", "no tiene que". */
const isDenied = (said: Said, at: number): boolean => has(said.pieces.slice(at, at + 3), cue(said, 'not'));

const question = (said: Said): Heard => {
  const advice = guarded(said, said.pieces) === 'advice';
  const opened = decisionOpened(said);
  if (opened !== null) return opened;
  const heard = asked(said);
  if (heard === null) return refused(advice ? 'advice' : null);
  const isPlain =
    'asks' in heard.outcome && (heard.outcome.asks.question === 'next' || heard.outcome.asks.question === 'tasks');
  return advice && !isPlain ? refused('advice') : heard;
};

const statement = (said: Said): Heard | null => {
  const why = guarded(said, beforeReason(said));
  if (isLookingUp(said)) {
    const heard = asked(said);
    if (heard !== null) return heard;
  }
  if (why !== null) return refused(why);
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
