// Steps: start, finish, skip, block, reopen, plan. What hangs on days, tense and state is decided here.
import type { StepState } from '../../records/step.ts';
import type { ActName } from '../acts.ts';
import type { Tense } from '../day-said.ts';
import { type Move, open, type Part } from '../draft.ts';
import type { Key } from '../house.ts';
import { type Fit, SURE } from '../names.ts';
import {
  type DayPiece,
  has,
  isDay,
  isSum,
  isWord,
  type Match,
  type Pieces,
  seek,
  strip,
  without,
  startsWith,
  trimStart,
} from '../pieces.ts';
import { isFaint, stateOf, stepsIn } from '../resolve.ts';
import {
  cue,
  cues,
  dayPart,
  daysOf,
  doubtOf,
  type Frame,
  type Heard,
  missing,
  openJourney,
  refused,
  type Said,
  untilOf,
} from '../said.ts';
import type { Cue } from '../words/cues.ts';
import { phrasesOf } from '../words/lexicon.ts';
import { tasksCalled } from './tasks.ts';

const MOVABLE: Readonly<Record<string, readonly StepState[]>> = {
  'step.start': ['todo', 'blocked', 'doing'],
  'step.finish': ['todo', 'doing', 'blocked'],
  'step.skip': ['todo', 'doing', 'blocked'],
  'step.block': ['todo', 'doing', 'blocked'],
  'step.reopen': ['done', 'skipped', 'blocked'],
  'step.plan': ['todo', 'doing', 'blocked'],
};
const AFTER: Readonly<Record<string, StepState>> = {
  'step.start': 'doing',
  'step.finish': 'done',
  'step.skip': 'skipped',
  'step.block': 'blocked',
  'step.reopen': 'todo',
};

const SIMPLE: readonly (readonly [Cue, ActName])[] = [
  ['reopen', 'step.reopen'],
  ['goon', 'step.start'],
  ['skip', 'step.skip'],
];

export const stepMoved: Frame = (said) => {
  if (said.pieces.some(isSum) || has(said.pieces, cue(said, 'budget'))) return null;
  const days = said.pieces.filter(isDay);
  for (const [name, act] of SIMPLE) {
    const found = seek(said.pieces, cue(said, name)) ?? (name === 'goon' ? goingOnApart(said) : null);
    if (found === null) continue;
    const rest = strip(
      without(said.pieces, found),
      ...cues(said, 'noLonger', ...(name === 'reopen' ? (['not', 'block'] as const) : [])),
    );
    // "start and skip the floor" is two things at once.
    if (name !== 'goon' && has(rest, cue(said, 'begin'))) return null;
    if (days.some((day) => day.span.role === 'from' || isToCome(said, day)) && name === 'goon') continue;
    return moved(said, act, { rest: rest.filter((piece) => !isDay(piece)), found });
  }
  return null;
};

/** The first half of "weitermachen", "weitergehen", "weiterkommen"; the other stands at the end. */
export const GOING_ON = phrasesOf('mache,machen,mach,macht,geht es,geht,gehts,gehen,komme,kommen,kommt');

/** "mit dem Boden machen wir weiter" */
const goingOnApart = ({ lang, pieces }: Said): Match | null => {
  const last = pieces.findLast(isWord);
  return lang === 'de' && last?.token.word === 'weiter' ? seek(pieces.slice(0, pieces.indexOf(last)), GOING_ON) : null;
};

export const stepBegunOrDone: Frame = (said) => {
  if (said.pieces.some(isSum) || has(said.pieces, cue(said, 'budget'))) return null;
  const days = said.pieces.filter(isDay);
  const pieces = said.pieces.filter((piece) => !isDay(piece));
  const began = seek(pieces, cue(said, 'began'));
  const begin = seek(pieces, cue(said, 'begin'));
  const done = seek(pieces, cue(said, 'done'));
  const finish = seek(pieces, cue(said, 'finish'));
  const starts = longer(began, begin);
  const ends = longer(done, finish);
  if (days.length === 0 && starts === null && ends === null) return plannedSomeDay(said);
  if (days.length > 0) {
    const planned = plannedOf(said, {
      pieces,
      days,
      starts,
      ends,
      isPast: isPastHere(said, { began, begin, done, finish }),
    });
    if (planned !== null) return planned;
  }
  if (starts !== null && ends !== null && !overlap(starts, ends)) return null;
  const found = ends ?? starts;
  if (found === null) return null;
  if (days.some((day) => isToCome(said, day))) return null;
  return moved(said, found === ends ? 'step.finish' : 'step.start', { rest: without(pieces, found), found });
};

/** "move the floor": to when is asked. */
const plannedSomeDay = (said: Said): Heard | null => {
  const front = trimStart(said.pieces, ...cues(said, 'fill', 'polite'));
  if (!startsWith(front, PLAN[said.lang])) return null;
  const rest = strip(front, ...cues(said, 'plan', 'stepNoun'));
  return stepsIn(said, rest).is === 'steps'
    ? forSteps(said, 'step.plan', { rest, parts: { starts: missing('date') } })
    : null;
};

const PLAN = {
  en: phrasesOf('plan,schedule,move,push,shift,postpone,reschedule,delay,put off,bring forward,push back,move back'),
  de: phrasesOf('plane,plan,verschiebe,verschieb,verschieben,verlege,verlegen,terminiere'),
  es: phrasesOf(
    'planifica,planificar,mueve,mover,aplaza,aplazar,programa,programar,pospón,posponer,retrasa,retrasar,adelanta',
  ),
} as const;

interface Planning {
  readonly pieces: Pieces;
  readonly days: readonly DayPiece[];
  readonly starts: Match | null;
  readonly ends: Match | null;
  readonly isPast: boolean;
}

/** With a day to come a step is planned; null when the days are of what is over, or are no plan at all. */
const plannedOf = (said: Said, { pieces, days, starts, ends, isPast }: Planning): Heard | null => {
  const [first, second] = days;
  if (first === undefined || isPast) return null;
  const isBoth = starts !== null && ends !== null && !overlap(starts, ends);
  const plan = seek(pieces, cue(said, 'plan'));
  // "The tiles should be here by Friday" is about things, not about the work with them.
  if (starts === null && ends === null && plan === null && has(pieces, HERE[said.lang])) return null;
  const rest = strip(
    pieces,
    ...cues(
      said,
      'plan',
      'begin',
      'finish',
      'done',
      'will',
      'stepNoun',
      ...(starts === null ? [] : (['began'] as const)),
    ),
  );
  const named = stepsIn(said, rest);
  if (named.is === 'unknown') return null;
  if (named.is === 'none' && !named.it && starts === null && ends === null && plan === null) return null;
  const from = daysOf(said, first, 'future');
  if (from.length === 0) return refused('impossible');
  const today = said.known.house.today;
  const parts = ((): Readonly<Record<string, Part>> | null => {
    if (first.span.until !== null) {
      const until = untilOf(said, first.span.until, from[0] ?? today);
      const last = until[0];
      return last === undefined || until.length > 1 || last < (from[0] ?? '')
        ? null
        : { starts: dayPart(from), ends: last };
    }
    if (second !== undefined && isBoth) {
      const to = daysOf(said, second, 'future');
      return to.length === 1 && (to[0] ?? '') >= (from[0] ?? '') ? { starts: dayPart(from), ends: dayPart(to) } : null;
    }
    if (second !== undefined && second.span.role === 'by' && first.span.role !== 'by') {
      const to = daysOf(said, second, 'future');
      return to.length === 1 && (to[0] ?? '') >= (from[0] ?? '') ? { starts: dayPart(from), ends: dayPart(to) } : null;
    }
    const all = days.length > 1 ? [...new Set(days.flatMap((day) => daysOf(said, day, 'future')))] : from;
    const field = starts === null && (ends !== null || first.span.role === 'by') ? 'ends' : 'starts';
    return { [field]: dayPart(all) };
  })();
  if (parts === null) return refused('impossible');
  const isOver = from.every((day) => day <= today) && first.span.until === null;
  // Today or gone by: it is moved, not planned.
  if (isOver) return plan === null && (starts !== null || ends !== null) ? null : refused('impossible');
  return forSteps(said, 'step.plan', { rest, parts });
};

const HERE = {
  en: phrasesOf('here,be there,delivered,arrive,arrives,arriving,come,comes,coming'),
  de: phrasesOf('hier,da,geliefert,kommt,kommen,ankommen'),
  es: phrasesOf('aquí,llega,llegan,lleguen,llegar,entregado,entregados,entregadas'),
} as const;

const isToCome = (said: Said, day: DayPiece): boolean =>
  daysOf(said, day, 'future').some((each) => each > said.known.house.today);

/** "started", "finished on Friday" tell what was; "by Friday", "will", "starts" what will be. */
const isPastHere = (
  said: Said,
  found: { began: Match | null; begin: Match | null; done: Match | null; finish: Match | null },
): boolean => {
  const days = said.pieces.filter(isDay);
  const isAhead = days.some(({ span }) => span.role === 'by' || span.role === 'from' || span.until !== null);
  if (isAhead || has(said.pieces, cue(said, 'will')) || has(said.pieces, cue(said, 'plan'))) return false;
  const tense: Tense = found.began !== null || found.done !== null ? 'past' : 'future';
  if (tense !== 'past' || (found.begin !== null && longer(found.began, found.begin) === found.begin)) return false;
  if (found.finish !== null && longer(found.done, found.finish) === found.finish) return false;
  return days.every((day) => daysOf(said, day, 'past').every((each) => each <= said.known.house.today));
};

const longer = (one: Match | null, other: Match | null): Match | null =>
  one === null || (other !== null && other.length > one.length) ? other : one;

const overlap = (one: Match, other: Match): boolean =>
  one.at < other.at + other.length && other.at < one.at + one.length;

interface Found {
  readonly rest: Pieces;
  readonly found: Match;
}

const moved = (said: Said, act: ActName, { rest, found }: Found): Heard | null => {
  const carry = said.pieces.slice(found.at, found.at + found.length);
  const heard = forSteps(said, act, { rest, parts: {} });
  return heard === null ? null : { ...heard, leaves: { carry, ...heard.leaves } };
};

/** The act for every step that is named; asked where several fit, or among the active ones where none is said. */
export const forSteps = (
  said: Said,
  act: ActName,
  { rest, parts }: { readonly rest: Pieces; readonly parts: Readonly<Record<string, Part>> },
): Heard | null => {
  const named = stepsIn(said, rest);
  if (named.is === 'unknown') return act === 'step.finish' ? taskOnly(said, named.words) : null;
  const move = (step: Part): Move => open(act, { step, ...parts });
  if (named.is === 'none') {
    const known = said.context.step;
    if (known !== null && !said.isAlone) return leaving(said, [known], [move(known)]);
    if (!said.isAlone || (!named.it && rest.length > 0 && !hasOnlySigns(rest) && !isImperative(said))) return null;
    const among = stepsToAsk(said, act);
    return among.length === 0 ? refused('unknown') : { outcome: { moves: [move(doubtOf(said, 'step', among))] } };
  }
  const moves: Move[] = [];
  const keys: Key[] = [];
  for (const fits of named.or ? [named.groups.flat()] : named.groups) {
    const can = fits.filter(({ key }) => MOVABLE[act]?.includes(stateOf(said, key)) ?? true);
    const [one, ...others] = can;
    if (one === undefined) return refused('impossible');
    const tasks =
      act === 'step.finish' && fits.every(({ level }) => level < SURE) ? tasksCalled(said, named.words) : [];
    if (tasks.length > 0) {
      const task = tasks.length === 1 ? tasks[0] : doubtOf(said, 'task', tasks);
      moves.push({
        either: [open(act, { step: stepPart(said, can, named.words), ...parts }), open('task.done', { task })],
      });
      continue;
    }
    if (others.length === 0) keys.push(one.key);
    moves.push(move(stepPart(said, can, named.words)));
  }
  return leaving(said, keys, moves);
};

const stepPart = (said: Said, fits: readonly Fit[], words: readonly string[]): Part => {
  const [one, ...others] = fits;
  return one !== undefined && others.length === 0 && !isFaint(fits, words)
    ? one.key
    : doubtOf(
        said,
        'step',
        fits.map(({ key }) => key),
      );
};

/** "the window is done" can only be a task. */
const taskOnly = (said: Said, words: readonly string[]): Heard | null => {
  const tasks = tasksCalled(said, words);
  if (tasks.length === 0) return null;
  const task = tasks.length === 1 ? tasks[0] : doubtOf(said, 'task', tasks);
  return { outcome: { moves: [open('task.done', { task })] }, leaves: { thing: words } };
};

const leaving = (said: Said, keys: readonly Key[], moves: readonly Move[]): Heard => {
  const [first] = moves;
  const state = first !== undefined && 'act' in first ? AFTER[first.act] : undefined;
  const states = new Map(said.context.states);
  if (state !== undefined) for (const key of keys) states.set(key, state);
  return {
    outcome: { moves },
    leaves: { states, ...(keys.length === 1 && keys[0] !== undefined ? { step: keys[0] } : {}) },
  };
};

const stepsToAsk = (said: Said, act: ActName): readonly Key[] => {
  const steps = openJourney(said)?.steps ?? [];
  const can = steps.filter(({ key }) => MOVABLE[act]?.includes(stateOf(said, key)) ?? true);
  const active = can.filter(({ key }) => stateOf(said, key) === 'doing');
  return (active.length > 0 ? active : can).map(({ key }) => key);
};

const hasOnlySigns = (pieces: Pieces): boolean => pieces.every((piece) => piece.is === 'sign');

/** Nothing but the verb: "finish", "start it". */
const isImperative = (said: Said): boolean =>
  strip(said.pieces, ...cues(said, 'fill', 'light', 'be', 'too')).filter((piece) => piece.is === 'word').length <= 2;
