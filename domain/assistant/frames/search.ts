// Searches: "find the guarantee", "what did the plumber say about the valve", "documents about the warranty".
import type { SEARCH_TYPES } from '../acts.ts';
import type { Key } from '../house.ts';
import { type Pieces, has, isDay, isWord, seek, startsWith, strip, trimStart, words } from '../pieces.ts';
import { isSomeone, whoIn } from '../resolve.ts';
import { cue, cues, doubtOf, type Frame, type Heard, type Said } from '../said.ts';
import type { Cue } from '../words/cues.ts';
import { stepPhrase } from './phrases.ts';
import { isVeryName } from '../names.ts';
import { phrasesOf } from '../words/lexicon.ts';

type SearchType = (typeof SEARCH_TYPES)[number];

const TYPE_CUES: readonly (readonly [SearchType, Cue])[] = [
  ['comment', 'comments'],
  ['document', 'documents'],
  ['quote', 'quote'],
  ['task', 'task'],
  ['cost', 'costNoun'],
];

/** Words from its beginning in which a sentence says that it searches. */
const FRONT = 8;

export const foundOrMentioned: Frame = (said) => {
  const front = trimStart(said.pieces, ...cues(said, 'polite', 'fill'));
  const find = seek(front.slice(0, FRONT), cue(said, 'find')) ?? seek(said.pieces.slice(0, FRONT), cue(said, 'find'));
  const isFound =
    find !== null &&
    (startsWith(front, cue(said, 'find')) ||
      startsWith(said.pieces, cue(said, 'find')) ||
      (said.isQuestion && find.at <= 2));
  const mention = said.isQuestion
    ? (seek(said.pieces, cue(said, 'mention')) ?? seek(said.pieces, DECIDED[said.lang]))
    : null;
  const noun = TYPE_CUES.find(([, name]) => isTypeFirst(said, front, name));
  const isMention =
    mention !== null && (whoIn(said, said.pieces, 'all') !== null || has(said.pieces, WHERE[said.lang]));
  if (!isFound && !isMention && noun === undefined) return null;
  if (said.pieces.some((piece) => piece.is === 'sum') && !isFound) return null;
  const state = seek(said.pieces, cue(said, 'status'));
  if (said.isQuestion && state !== null && !isMention && (!isFound || state.length > 2)) return null;
  return searched(said, isMention);
};

const WHERE = {
  en: phrasesOf('where,who,whose,did anyone,did anybody,did someone,has anyone,has anybody,did we,what did we'),
  de: phrasesOf('wo,wer,hat jemand,haben wir'),
  es: phrasesOf('dónde,quién,alguien,hemos,decidimos,acordamos,elegimos'),
} as const;

/** "What did we decide about the worktop?": the decision is found by what it is about. */
const DECIDED = {
  en: phrasesOf(
    'did we decide,did we agree,did we choose,did we settle on,have we decided,have we agreed,have we chosen',
  ),
  de: phrasesOf('entschieden,beschlossen,ausgemacht,vereinbart,ausgesucht'),
  es: phrasesOf('decidimos,hemos decidido,acordamos,hemos acordado,elegimos,hemos elegido'),
} as const;

/** "comments about asbestos": the word of a type first, and something it is about. */
const isTypeFirst = (said: Said, front: Pieces, name: Cue): boolean => {
  const open = trimStart(front, ...cues(said, 'show', 'polite', 'fill', 'find', 'my'), ANY[said.lang]);
  const owner = whoIn(said, open, 'all');
  const bare = owner?.at === 0 && owner.own ? open.slice(owner.length) : open;
  const found = seek(bare.slice(0, 4), cue(said, name));
  if (found === null || found.at !== 0) return false;
  const behind = bare.slice(found.length);
  const isPlural = /s$|en$|e$/.test(words(bare)[found.length - 1] ?? '');
  const isLed = bare.length < front.length || isPlural;
  return (
    isLed &&
    startsWith(behind, ABOUT[said.lang]) &&
    words(behind).length > 1 &&
    !behind.some((piece) => piece.is === 'sign' && piece.token.raw === ':')
  );
};

const ABOUT = {
  en: phrasesOf(
    'about,regarding,concerning,mentioning,containing,on the subject of,related to,that mention,with the word,to do with,from,on,for,with,by',
  ),
  de: phrasesOf('über,ueber,zu,zum,zur,von,bezüglich,wegen,mit,für'),
  es: phrasesOf('sobre,de,del,acerca de,con,que mencionan,para'),
} as const;
const ANY = {
  en: phrasesOf('any,all,all the,which,what,the,every'),
  de: phrasesOf('alle,welche,die,gibt es'),
  es: phrasesOf('todos,todas,los,las,hay,que,qué'),
} as const;

const searched = (said: Said, isMention: boolean): Heard | null => {
  const type = TYPE_CUES.find(([, name]) => {
    const found = seek(said.pieces, cue(said, name));
    return found !== null && !(isMention && name === 'comments') && isTypeWord(said, found.at);
  });
  const who = whoIn(said, said.pieces, 'all');
  const isBy = who !== null && (isMention || isLedBy(said, who.at));
  const cut =
    !isBy || who === null ? said.pieces : [...said.pieces.slice(0, who.at), ...said.pieces.slice(who.at + who.length)];
  const typed = type === undefined ? cut : strip(cut, cue(said, type[1]));
  const verbs = cues(
    said,
    'find',
    'polite',
    'show',
    ...(isMention ? (['mention', 'qWord', 'qVerb', 'will'] as const) : []),
  );
  const bare = strip(
    typed.filter((piece) => !isDay(piece)),
    ...verbs,
    EXTRA[said.lang],
    ...(isMention ? [DECIDED[said.lang]] : []),
  );
  const step = veryStep(said, bare);
  const left = words(strip(step.rest, ...cues(said, 'about', 'fill', 'be', 'me', 'my', 'qWord', 'him', 'it')));
  const text = said.text;
  const kept = strip(step.rest, ...cues(said, 'about', 'fill', 'be', 'me', 'my', 'qWord', 'him', 'it')).filter(
    (piece) => piece.is !== 'sign',
  );
  const spoken = kept.map(({ from, to }) => text.slice(from, to).replace(/['’]s$/, '')).join(' ');
  const all = left.length === 0 && step.step !== undefined ? (said.known.labelByKey.get(step.step) ?? '') : spoken;
  if (all.trim() === '') return null;
  const ask = (
    by: Key | undefined,
  ): { readonly question: 'search'; readonly words: string } & Record<string, string> => ({
    question: 'search',
    words: all,
    ...(by === undefined ? {} : { by }),
    // A decision stands where it was put in, which may be another step or none.
    ...(step.step === undefined || has(said.pieces, DECIDED[said.lang]) ? {} : { step: step.step }),
    ...(type === undefined ? {} : { type: type[0] }),
  });
  const keys = isBy && who !== null ? who.keys : [];
  if (keys.length > 1) return { outcome: { doubted: doubtOf(said, 'person', keys), asked: (key) => ask(key) } };
  return { outcome: { asks: ask(keys[0]) } };
};

/** "search comments", "documents about", "find the quote for": a type's word stands near the front. */
const isTypeWord = (said: Said, at: number): boolean =>
  words(
    trimStart(
      said.pieces.slice(0, at).filter((piece) => !isWord(piece) || !isSomeone(said, piece.token.word)),
      ...cues(said, 'find', 'show', 'fill', 'polite', 'inside', 'my', 'qWord', 'qVerb', 'about'),
    ),
  ).length === 0;

/** "from Ben", "by the plumber", "Ben's". */
const isLedBy = (said: Said, at: number): boolean => {
  const before = said.pieces[at - 1];
  const own = said.pieces[at];
  return (
    (before !== undefined &&
      has([before], cue(said, 'by')) &&
      !(said.lang === 'en' && has([before], cue(said, 'of')) && !has([before], FROM))) ||
    (own?.is === 'word' && own.token.own)
  );
};

const FROM = phrasesOf('from,by');

const EXTRA = {
  en: phrasesOf('everything,anything,something,all,any,where,again,written,that has,was it'),
  de: phrasesOf('alles,etwas,irgendwas,wo'),
  es: phrasesOf('todo,algo,donde'),
} as const;

/** A step behind "at", "in" by its very name, when something else is what is looked for. */
const veryStep = (said: Said, pieces: Pieces): { readonly step: Key | undefined; readonly rest: Pieces } => {
  const phrase = stepPhrase(said, pieces);
  if (typeof phrase.step !== 'string') return { step: undefined, rest: pieces };
  const taken = words(pieces.filter((piece) => !phrase.rest.includes(piece))).slice(1);
  const bare = words(
    strip(pieces.filter((piece) => !phrase.rest.includes(piece)).slice(1), ...cues(said, 'fill', 'stepNoun')),
  );
  return taken.length > 0 && isVeryName(bare, said.known.labelByKey.get(phrase.step) ?? '', said.lang)
    ? { step: phrase.step, rest: phrase.rest }
    : { step: undefined, rest: pieces };
};
