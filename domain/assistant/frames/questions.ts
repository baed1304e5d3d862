// Questions about what is there: next, when done, status, photos, tasks; those about money and searches are beside it.
import { has, isWord, type Pieces, seek, startsWith, strip, textOf, trimStart, words } from '../pieces.ts';
import { contentOf, whoIn } from '../resolve.ts';
import { cue, cues, type Frame, type Said } from '../said.ts';
import { phrasesOf } from '../words/lexicon.ts';
import { changes, committed, shares, signing } from './agreed-questions.ts';
import { bareOf, isOpenJourney, namedStep, questionOf, stepOrAll, told, toldOf, withStep } from './asking.ts';
import { left, owed, spent } from './money-questions.ts';
import { late, quotes, waiting } from './open-questions.ts';
import { decisions, stuck } from './standing-questions.ts';
import { foundOrMentioned } from './search.ts';

export const asked: Frame = (said) => {
  for (const frame of [
    photos,
    signing,
    committed,
    changes,
    shares,
    waiting,
    decisions,
    stuck,
    late,
    quotes,
    foundOrMentioned,
    owed,
    tasks,
    left,
    whenDone,
    spent,
    status,
    next,
  ]) {
    const heard = frame(said);
    if (heard !== null) return heard;
  }
  return null;
};

const isAsking = (said: Said): boolean =>
  said.isQuestion || startsWith(trimStart(said.pieces, ...cues(said, 'fill', 'polite')), cue(said, 'show'));

const photos: Frame = (said) => {
  const found = seek(said.pieces, cue(said, 'photos'));
  if (found === null || has(said.pieces, cue(said, 'must')) || said.pieces.some((piece) => piece.is === 'sum'))
    return null;
  const front = trimStart(
    said.pieces,
    ...cues(said, 'fill', 'polite', 'show', 'before', 'afterwards', 'my', 'qVerb', 'qWord', 'find', 'about'),
  );
  const isLed =
    front[0]?.at === said.pieces[found.at]?.at ||
    isAsking(said) ||
    startsWith(trimStart(said.pieces, ...cues(said, 'fill', 'polite')), cue(said, 'find'));
  if (!isLed) return null;
  const noun = said.pieces.slice(found.at, found.at + found.length);
  const around = [...said.pieces.slice(0, found.at), ...said.pieces.slice(found.at + found.length)];
  const before = has(noun, cue(said, 'before')) || has(around, cue(said, 'before'));
  const after = has(noun, cue(said, 'afterwards')) || has(around, cue(said, 'afterwards'));
  const when = before ? 'before' : after ? 'after' : undefined;
  const rest = bareOf(said, strip(around, ...cues(said, 'show', 'find', 'photos', 'before', 'afterwards', 'polite')));
  const step = namedStep(said, rest);
  const text = textOf(step.rest, said.text);
  return withStep(step.step, (key) =>
    questionOf({ question: 'photos', step: key, words: key === undefined ? text : '', when }),
  );
};

const tasks: Frame = (said) => {
  const front = trimStart(said.pieces, ...cues(said, 'fill', 'polite'));
  const isList = has(said.pieces, cue(said, 'list'));
  const isToDo = has(said.pieces, cue(said, 'toDo'));
  const isLed =
    said.isQuestion ||
    startsWith(front, cue(said, 'show')) ||
    startsWith(front, cue(said, 'my')) ||
    startsWith(front, OPEN[said.lang]) ||
    isListFirst(said, front);
  // "¿cuánto queda del presupuesto?": what is left of the money.
  if (!isLed || (!isList && !isToDo) || has(said.pieces, cue(said, 'budget'))) return null;
  const who = whoIn(said, said.pieces, 'all');
  const rest =
    who === null ? said.pieces : [...said.pieces.slice(0, who.at), ...said.pieces.slice(who.at + who.length)];
  const mine = who === null && has(said.pieces, cue(said, 'my')) && (isMine(said) || isList);
  const unknown = contentOf(
    said,
    strip(
      rest,
      ...cues(
        said,
        'list',
        'toDo',
        'show',
        'find',
        'my',
        'qWord',
        'qVerb',
        'must',
        'iMust',
        'weMust',
        'task',
        'of',
        'unpaid',
        'left',
      ),
      OPEN[said.lang],
    ),
  );
  if (unknown.length > 0) return null;
  // "what do we do now" asks for the next step, "what do I have to do" for tasks.
  if (!isList && who === null && !mine && has(said.pieces, cue(said, 'next'))) return null;
  const people = who?.keys ?? (mine ? [said.known.house.speaker] : []);
  return toldOf(said, { people }, ({ person }) => ({ question: 'tasks', assignee: person }));
};

const OPEN = {
  en: phrasesOf('open,outstanding,all,remaining,every,pending,unfinished,current,anything,todays,due'),
  de: phrasesOf('offene,offenen,alle,ausstehende,noch,übrigen'),
  es: phrasesOf('abiertas,pendientes,todas,las,restantes'),
} as const;

const isListFirst = (said: Said, front: Pieces): boolean => {
  const who = whoIn(said, front, 'all');
  return who !== null && who.at === 0 && who.own && seek(front, cue(said, 'list'))?.at === who.length;
};

const isMine = (said: Said): boolean =>
  words(said.pieces).some((word) =>
    [
      'i',
      'my',
      'me',
      'mine',
      'ich',
      'mein',
      'meine',
      'meiner',
      'meinen',
      'mir',
      'mi',
      'mis',
      'tengo',
      'yo',
      'mio',
    ].includes(word),
  );

/** Words of "the next step", said as a question without being one. */
const SHORT = 4;
/** Words of "finish date of the kitchen". */
const SHORT_DATE = 6;

const next: Frame = (said) => {
  const front = trimStart(said.pieces, ...cues(said, 'fill', 'polite', 'and'));
  const isShort =
    words(said.pieces).length <= SHORT &&
    startsWith(trimStart(said.pieces, ...cues(said, 'polite')), NEXT_STEP[said.lang]);
  if (!(said.isQuestion || startsWith(front, cue(said, 'show')) || isShort) || !has(said.pieces, cue(said, 'next')))
    return null;
  const unknown = contentOf(
    said,
    strip(
      said.pieces,
      ...cues(
        said,
        'next',
        'qWord',
        'qVerb',
        'stepNoun',
        'show',
        'toDo',
        'my',
        'advice',
        'weMust',
        'iMust',
        'must',
        'project',
        'list',
        'open',
        'begin',
      ),
    ),
  );
  const others = unknown.filter((word) => !isOpenJourney(said, word));
  return others.length > 0 ? null : told({ question: 'next' });
};

const NEXT_STEP = {
  en: phrasesOf('next step,next,the next step,whats next,what next,what now,next up,up next,now what,and now'),
  de: phrasesOf('nächster schritt,der nächste schritt,was nun,was jetzt,als nächstes,und jetzt,wie geht es weiter'),
  es: phrasesOf(
    'siguiente paso,el siguiente paso,próximo paso,el próximo paso,y ahora,qué sigue,que sigue,qué toca,que toca',
  ),
} as const;

const whenDone: Frame = (said) => {
  const when = has(said.pieces, cue(said, 'when')) || has(said.pieces, cue(said, 'howLong'));
  const date = has(said.pieces, DATE[said.lang]) && !said.pieces.some((piece) => piece.is === 'day');
  if (!(when && said.isQuestion) && !(date && (said.isQuestion || words(said.pieces).length <= SHORT_DATE)))
    return null;
  if (!has(said.pieces, cue(said, 'ready')) && !has(said.pieces, cue(said, 'howLong'))) return null;
  const verbs = cues(
    said,
    'when',
    'howLong',
    'ready',
    'qWord',
    'qVerb',
    'stepNoun',
    'project',
    'left',
    'finish',
    'done',
    'show',
    'status',
    'inside',
    'my',
  );
  return stepOrAll(said, strip(said.pieces, ...verbs, DATE[said.lang], TILL[said.lang]), (key) =>
    questionOf({ question: 'whenDone', step: key }),
  );
};

const DATE = {
  en: phrasesOf('finish date,end date,completion date,finishing date,deadline,date of completion'),
  de: phrasesOf('enddatum,fertigstellungstermin,endtermin,fertigstellung'),
  es: phrasesOf('fecha de fin,fecha final,fecha de finalización,fecha de entrega'),
} as const;
const TILL = {
  en: phrasesOf(
    'till,until,before,expected,estimated,planned,supposed to be,supposed to,everything,take,does,will,left,time,more,is left,to finish,going to take,likely',
  ),
  de: phrasesOf('bis,voraussichtlich,noch,alles,dauert,dauern,brauchen,braucht,werden wir,mit allem,bis zum'),
  es: phrasesOf('hasta,para,falta,previsto,todo,más,tardar,va a,vamos a,estará,queda,con todo'),
} as const;

const status: Frame = (said) => {
  // "how are you" is about no step.
  if (words(said.pieces).some((word) => YOU.has(word))) return null;
  const found = has(said.pieces, cue(said, 'status'));
  const front = trimStart(said.pieces, ...cues(said, 'fill', 'polite', 'show'));
  const isState =
    said.isQuestion &&
    cues(said, 'began', 'done', 'block', 'begin', 'finish', 'skip', 'reopen', 'waiting', 'goon').some((phrases) =>
      has(said.pieces, phrases),
    );
  if (!isState && !(found && (said.isQuestion || startsWith(front, cue(said, 'status'))))) return null;
  const verbs = cues(
    said,
    'status',
    'qWord',
    'qVerb',
    'began',
    'done',
    'block',
    'begin',
    'finish',
    'skip',
    'reopen',
    'waiting',
    'goon',
    'stepNoun',
    'project',
    'inside',
    'about',
    'when',
    'show',
    'my',
    'not',
    'plan',
    'left',
  );
  const rest = strip(said.pieces, ...verbs).filter(isWord);
  const called = contentOf(said, rest).filter((word) => !isOpenJourney(said, word) && !whoIsOnly(said, word));
  // "has it started?" with nothing named is about nothing in particular.
  if (
    called.length === 0 &&
    isState &&
    !found &&
    !has(said.pieces, cue(said, 'project')) &&
    contentOf(said, rest).length === 0
  )
    return null;
  return stepOrAll(
    said,
    rest.filter((piece) => !whoIsOnly(said, piece.token.word)),
    (key) => questionOf({ question: 'status', step: key }),
  );
};

const YOU = new Set(['you', 'u', 'du', 'dir', 'ihr', 'tu', 'usted', 'estas']);

const whoIsOnly = (said: Said, word: string): boolean => said.known.people.has(word);
