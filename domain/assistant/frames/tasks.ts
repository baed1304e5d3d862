// Tasks: "Ben has to buy brushes by Saturday", "todo: order the sink", and ticking them off.
import { dayPartOf } from '../day-part.ts';
import { open, type Part } from '../draft.ts';
import type { Key } from '../house.ts';
import { best, SYNONYM } from '../names.ts';
import {
  type DayPiece,
  has,
  isDay,
  isWord,
  lengthAt,
  type Match,
  type Pieces,
  seek,
  startsWith,
  strip,
  textOf,
  trimEnd,
  trimStart,
  words,
} from '../pieces.ts';
import { contentOf, isSomeone, whoIn } from '../resolve.ts';
import {
  cue,
  cues,
  dayPart,
  daysOf,
  doubtOf,
  type Frame,
  type Heard,
  oneOf,
  openJourney,
  refused,
  type Said,
} from '../said.ts';
import { isWhole } from '../whole-names.ts';
import { meaningsOf } from '../../words/concepts.ts';
import { phrasesOf } from '../words/lexicon.ts';
import { stepPhrase } from './phrases.ts';

/** Open tasks of the open journey whose text has all these words. */
export const tasksCalled = (said: Said, called: readonly string[]): readonly Key[] => {
  const journey = openJourney(said);
  if (journey === null || called.length === 0) return [];
  const fits = said.known.tasksByJourney.get(journey.key)?.names.fits(called) ?? [];
  return best(fits.filter(({ level }) => level >= SYNONYM)).map(({ key }) => key);
};

/** "Ben has to ...", "I must ...", "we need to ...". */
export const taskOfSomeone: Frame = (said) => {
  if (said.isQuestion) return null;
  const { pieces } = said;
  const mine = seek(pieces, cue(said, 'iMust'));
  const ours = seek(pieces, cue(said, 'weMust'));
  const theirs = mustIn(said);
  const own = mine ?? ours;
  const found = own !== null && (theirs === null || own.at <= theirs.at) ? own : theirs;
  if (found === null) return null;
  const early = pieces.slice(0, found.at).filter(isDay);
  const lead = pieces.slice(0, found.at).filter((piece) => !isDay(piece));
  const before = trimStart(strip(lead, cue(said, 'too')), ...cues(said, 'fill', 'and'));
  const assignee = ((): Part | null => {
    if (found === mine) return before.filter(isWord).length === 0 ? said.known.house.speaker : null;
    if (found === ours) return before.filter(isWord).length === 0 ? undefined : null;
    return subjectOf(said, before);
  })();
  if (assignee === null) return null;
  const text = taskText(said, [...early, ...pieces.slice(found.at + found.length)]);
  // "Ben must be joking" asks nothing of him.
  if (text === null || startsWith(pieces.slice(found.at + found.length), cue(said, 'be'))) return null;
  if (text.parts === null) return refused('impossible');
  return {
    outcome: { moves: [open('task.add', { text: text.text, assignee, ...text.parts })] },
    leaves: typeof assignee === 'string' ? { person: assignee } : {},
  };
};

/** The word that makes it somebody's task; "Lena should pick the handles by Friday" does with its day, without one it is an opinion. */
export const mustIn = (said: Said): Match | null => {
  const { pieces, lang } = said;
  const must = seek(pieces, cue(said, 'must'));
  if (must !== null || lang !== 'en' || !pieces.some((piece) => isDay(piece) && piece.span.role === 'by')) return must;
  const should = seek(pieces, SHOULD);
  if (should === null || has(pieces.slice(should.at, should.at + 2), EXPECTED)) return null;
  return whoIn(said, pieces.slice(0, should.at), 'all') === null ? null : should;
};

const SHOULD = phrasesOf('should');
/** Who should have done it, or be there, is told nothing. */
const EXPECTED = phrasesOf('should have,should be,should arrive,should come,should know,should not');

/** Who has to, or null when it is no one that is known. */
const subjectOf = (said: Said, before: Pieces): Part | null => {
  const keys: Key[] = [];
  let rest = before;
  for (let who = whoIn(said, rest, 'all'); who !== null; who = whoIn(said, rest, 'all')) {
    keys.push(...who.keys);
    rest = [...rest.slice(0, who.at), ...rest.slice(who.at + who.length)];
  }
  const left = strip(rest, ...cues(said, 'fill', 'and', 'or', 'too')).filter((piece) => piece.is !== 'sign');
  if (keys.length === 0 && left.length > 0 && has(left, cue(said, 'him')) && said.context.person !== null)
    return said.context.person;
  if (keys.length === 0 || left.length > 0) return null;
  return oneOf(said, 'person', keys) ?? null;
};

/** "tiles must be ordered by Friday": no one is told to, so it is a task of nobody's, in the words that were said. */
export const taskPassive: Frame = (said) => {
  if (said.isQuestion) return null;
  const must = seek(said.pieces, cue(said, 'must'));
  if (must === null || must.at === 0) return null;
  const subject = contentOf(said, said.pieces.slice(0, must.at));
  const isDone = said.pieces
    .slice(must.at)
    .some(
      (piece) =>
        isWord(piece) &&
        (meaningsOf(piece.token.word).some((meaning) => meaning.isPast) || isParticiple(said, piece.token.word)),
    );
  if (subject.length === 0 || !isDone) return null;
  const text = taskText(said, said.pieces);
  if (text === null) return null;
  return text.parts === null
    ? refused('impossible')
    : { outcome: { moves: [open('task.add', { text: text.text, ...text.parts })] } };
};

/** Words from its beginning in which a sentence says that it is a task. */
const FRONT = 5;
/** Words that say whose list it is. */
const LONGEST_OWNER = 3;

/** "todo: order the sink", "task for Lena: choose wall colour", "add task measure the niche to planning". */
export const taskNoted: Frame = (said) => {
  const { pieces } = said;
  const front = trimStart(pieces, ...cues(said, 'fill', 'polite', 'add', 'new', 'want'));
  const noun = seek(front.slice(0, FRONT), cue(said, 'task'));
  if (
    noun === null ||
    said.isQuestion ||
    trimStart(front.slice(0, noun.at), ...cues(said, 'fill', 'add', 'new')).length > 0
  )
    return null;
  const behind = front.slice(noun.at + noun.length);
  const colon = behind.findIndex((piece) => piece.is === 'sign' && [':', '-', '–'].includes(piece.token.raw));
  const head = colon < 0 ? [] : behind.slice(0, colon);
  const headStep = stepPhrase(said, head);
  const headWho = whoIn(said, headStep.rest, 'all');
  const headDay = head.find(isDay) ?? null;
  const headLeft = strip(
    withoutWho(said, headStep.rest),
    ...cues(said, 'for', 'fill', 'of', 'add', 'him', 'or', 'and', 'me'),
  ).filter(isWord);
  if (colon >= 0 && headLeft.length === 0) {
    const others = headWho === null ? [] : allWho(said, headStep.rest);
    const tail = headWho === null ? assigneeIn(said, behind.slice(colon + 1)) : null;
    return added(said, tail?.rest ?? behind.slice(colon + 1), {
      step: headStep.step,
      assignee:
        headWho !== null ? (oneOf(said, 'person', others) ?? undefined) : (tail?.assignee ?? pronounOf(said, head)),
      day: headDay,
    });
  }
  // "add a task to plumbing or electrics: ..." is for one of them, and no one knows which.
  if (colon >= 0 && has(head, cue(said, 'or'))) return refused('unknown');
  const lead = trimStart(behind, ...cues(said, 'fill'));
  if (strip(lead, ...cues(said, 'done', 'tick', 'be')).length === 0) return null;
  const step = stepPhrase(said, lead);
  const text = step.step === undefined ? lead : step.rest;
  const who = assigneeIn(said, text);
  if (who.assignee === undefined && startsWith(lead, cue(said, 'purpose'))) return null;
  return added(said, who.rest, { step: step.step, assignee: who.assignee, day: null });
};

/** "put buy bin bags on the list", "add call Tom to Ben's list". */
export const taskListed: Frame = (said) => {
  const front = trimStart(said.pieces, ...cues(said, 'fill', 'polite'));
  const verb = lengthAt(front, 0, cue(said, 'add'));
  const list = front.findLastIndex((_, at) => lengthAt(front, at, cue(said, 'list')) > 0);
  if (said.isQuestion || verb === 0 || list < 0) return null;
  const tail = front.slice(list + 1).filter((piece) => !isDay(piece) && piece.is !== 'sign');
  const lead = front.slice(0, list).findLastIndex((_, at) => lengthAt(front, at, cue(said, 'inside')) > 0);
  const owner = front.slice(lead + 1, list);
  if (strip(tail, cue(said, 'list')).length > 0 || lead < 1 || owner.length > LONGEST_OWNER) return null;
  const who = whoIn(said, owner, 'all');
  const assignee =
    who !== null ? oneOf(said, 'person', who.keys) : has(owner, cue(said, 'my')) ? said.known.house.speaker : undefined;
  return added(said, [...front.slice(verb, lead), ...front.slice(list).filter(isDay)], {
    step: undefined,
    assignee,
    day: null,
  });
};

const withoutWho = (said: Said, pieces: Pieces): Pieces => {
  const who = whoIn(said, pieces, 'all');
  if (who === null) return pieces;
  return withoutWho(said, [...pieces.slice(0, who.at), ...pieces.slice(who.at + who.length)]);
};

const allWho = (said: Said, pieces: Pieces): readonly Key[] => {
  const who = whoIn(said, pieces, 'all');
  return who === null ? [] : [...who.keys, ...allWho(said, pieces.slice(who.at + who.length))];
};

const pronounOf = (said: Said, head: Pieces): Part => {
  if (has(head, cue(said, 'me'))) return said.known.house.speaker;
  return has(head, cue(said, 'him')) && said.context.person !== null ? said.context.person : undefined;
};

interface Given {
  readonly step: Part;
  readonly assignee: Part;
  readonly day: DayPiece | null;
}

const added = (said: Said, pieces: Pieces, given: Given): Heard | null => {
  const text = taskText(said, pieces);
  if (text === null) return null;
  if (text.parts === null) return refused('impossible');
  const due = given.day === null ? undefined : daysOf(said, given.day, 'future');
  if (due?.length === 0) return refused('impossible');
  const parts = {
    ...text.parts,
    ...(due === undefined ? {} : { due: dayPart(due) }),
    ...(given.step === undefined ? {} : { step: given.step }),
  };
  return {
    outcome: { moves: [open('task.add', { text: text.text, assignee: given.assignee, ...parts })] },
    leaves: typeof given.assignee === 'string' ? { person: given.assignee } : {},
  };
};

/** "for Ben" before or behind what is to be done. */
const assigneeIn = (said: Said, pieces: Pieces): { readonly assignee: Part; readonly rest: Pieces } => {
  const who = whoIn(said, pieces, 'all');
  if (who === null) return { assignee: undefined, rest: pieces };
  const lead = seek(pieces.slice(Math.max(0, who.at - 1), who.at), cue(said, 'for'));
  const isEdge = who.at - 1 <= 0 || who.at + who.length >= pieces.filter((piece) => !isDay(piece)).length;
  if (lead === null || !isEdge) return { assignee: undefined, rest: pieces };
  const tail = pieces.slice(who.at + who.length);
  const other = startsWith(tail, cue(said, 'or')) ? whoIn(said, tail, 'all') : null;
  if (other !== null && other.at <= 2)
    return {
      assignee: oneOf(said, 'person', [...who.keys, ...other.keys]),
      rest: [...pieces.slice(0, who.at - 1), ...tail.slice(other.at + other.length)],
    };
  return {
    assignee: oneOf(said, 'person', who.keys),
    rest: [...pieces.slice(0, who.at - 1), ...tail],
  };
};

interface TaskText {
  readonly text: string;
  /** Null when its day is none. */
  readonly parts: Readonly<Record<string, Part>> | null;
}

const taskText = (said: Said, pieces: Pieces): TaskText | null => {
  const days = pieces.filter(isDay);
  const due = days.find(({ span }) => span.role === 'by') ?? days.at(-1) ?? null;
  const around = pieces.filter((piece) => piece !== due);
  const { part, rest: left } = due === null ? { part: '', rest: around } : dayPartOf(said, due, around);
  const step = stepPhrase(said, left, 'purpose');
  const rest = trimEnd(trimStart(step.step === undefined ? left : step.rest, cue(said, 'too')), cue(said, 'too'));
  const bare = textOf(rest, said.text).replace(/^(?:to|please|bitte|por favor|still|also|noch|auch) /i, '');
  if (bare === '' || words(rest).length === 0) return null;
  const text = part === '' ? bare : `${bare} ${part}`;
  if (due === null) return { text, parts: { step: step.step } };
  const meant = daysOf(said, due, 'future');
  return { text, parts: meant.length === 0 ? null : { due: dayPart(meant), step: step.step } };
};

/** "tick off the task", "check off measure window". */
export const taskTicked: Frame = (said) => {
  if (said.isQuestion) return null;
  const tick = seek(said.pieces, cue(said, 'tick'));
  const noun = seek(said.pieces, cue(said, 'task'));
  if (tick === null) return null;
  const rest = strip(said.pieces.slice(0), ...cues(said, 'tick', 'task', 'light', 'list', 'my'));
  const called = contentOf(said, rest).filter((word) => !isSomeone(said, word));
  if (called.length === 0) {
    if (noun === null) return null;
    const journey = openJourney(said)?.key ?? '';
    const all = said.known.tasksByJourney.get(journey)?.all.map(({ key }) => key) ?? [];
    return all.length === 0
      ? refused('unknown')
      : { outcome: { moves: [open('task.done', { task: doubtOf(said, 'task', all) })] } };
  }
  const tasks = tasksCalled(said, called);
  const isNamed = called.some(isWhole);
  const isEnough = isNamed || called.length > 1 || noun !== null || has(said.pieces.slice(0, 3), cue(said, 'tick'));
  if (tasks.length === 0 || !isEnough || (noun === null && !isNamed && !isDeedSaid(called))) return null;
  return { outcome: { moves: [open('task.done', { task: oneOf(said, 'task', tasks) })] }, leaves: { thing: called } };
};

const isDeedSaid = (called: readonly string[]): boolean =>
  called.some((word) => meaningsOf(word).some(({ concept }) => concept.kind === 'deed'));

/** "tiles ordered", "Ben measured the window": what a task asks for, told as done. */
export const taskDone: Frame = (said) => {
  if (said.isQuestion || has(said.pieces, cue(said, 'will'))) return null;
  const rest = said.pieces.filter((piece) => !isDay(piece));
  const own = contentOf(said, strip(rest, cue(said, 'by'))).filter(
    (word) => !isSomeone(said, word) || meaningsOf(word).some(({ concept }) => concept.kind !== 'trade'),
  );
  const isPast = own.some((word) => meaningsOf(word).some((meaning) => meaning.isPast) || isParticiple(said, word));
  if (!isPast) return null;
  const called = own.length === 1 && !said.isAlone ? [...own, ...said.context.thing] : own;
  if (called.length < 2) return null;
  const journey = openJourney(said)?.key ?? '';
  const fits = said.known.tasksByJourney.get(journey)?.names.fits(called) ?? [];
  const near = best(fits.filter(({ level }) => level >= 2)).map(({ key }) => key);
  if (near.length === 0) return null;
  const things = called.filter((word) => !meaningsOf(word).some((meaning) => meaning.isPast));
  return { outcome: { moves: [open('task.done', { task: oneOf(said, 'task', near) })] }, leaves: { thing: things } };
};

const isParticiple = (said: Said, word: string): boolean =>
  said.lang === 'en'
    ? /..ed$/.test(word)
    : said.lang === 'de'
      ? /^(?:ge|be|ver|aus|ab|ein).*t$/.test(word)
      : /(?:ad|id)[oa]s?$/.test(word);
