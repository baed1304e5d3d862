// Reminders, comments and undo.
import { open } from '../draft.ts';
import {
  type DayPiece,
  has,
  isDay,
  isWord,
  lengthAt,
  type Piece,
  type Pieces,
  seek,
  startsWith,
  strip,
  textOf,
  trimEnd,
  trimStart,
  words,
} from '../pieces.ts';
import { dayPartOf } from '../day-part.ts';
import { SURE } from '../names.ts';
import { stepsIn } from '../resolve.ts';
import { cue, cues, dayPart, daysOf, doubtOf, type Frame, missing, refused, type Said } from '../said.ts';
import { stepPhrase } from './phrases.ts';
import { phrasesOf } from '../words/lexicon.ts';

/** Words from its beginning in which a sentence says that it reminds, or notes something. */
const FRONT = 6;

/** "remind me on Friday to call Tom", "reminder 22 May: bin collection". */
export const reminded: Frame = (said) => {
  const opening = trimStart(said.pieces, cue(said, 'fill'));
  // "tomorrow remind me to ring Eva"
  const early = opening[0] !== undefined && isDay(opening[0]) ? opening[0] : null;
  const opened = early === null ? null : dayPartOf(said, early, opening.slice(1));
  const front = trimStart(opened?.rest ?? opening, ...cues(said, 'fill', 'polite', 'add', 'new'));
  const found = seek(front.slice(0, FRONT), cue(said, 'remind'));
  if (found === null || trimStart(front.slice(0, found.at), ...cues(said, 'fill')).length > 0) return null;
  const behind = front.slice(found.at + found.length);
  const { day, rest: around } = early === null ? dayOfReminder(said, behind) : { day: early, rest: behind };
  const { part, rest } =
    opened === null && day !== null ? dayPartOf(said, day, around) : { part: opened?.part ?? '', rest: around };
  const colon = rest.findIndex(
    (piece) => piece.is === 'sign' && [':', '-', '–'].includes(piece.token.raw) && !isWithinFigures(said, piece),
  );
  const told =
    colon >= 0 && words(strip(rest.slice(0, colon), ...cues(said, 'me', 'fill', 'for'))).length === 0
      ? rest.slice(colon + 1)
      : rest;
  const { time, rest: untimed } = timeOf(said, told);
  const bare = trimEnd(
    trimStart(untimed, LEAD[said.lang], ...cues(said, 'me')),
    ...(said.lang === 'en' ? cues(said, 'me') : []),
  );
  if (words(bare).length === 0) return null;
  const text = [textOf(bare, said.text), part, time].filter((each) => each !== '').join(' ');
  const carry = front.slice(found.at, found.at + found.length);
  if (day === null)
    return { outcome: { moves: [open('reminder.add', { text, on: missing('date') })] }, leaves: { carry } };
  const days = daysOf(said, day, 'future').filter((each) => each >= said.known.house.today);
  if (days.length === 0 || day.span.until !== null) return refused('impossible');
  return { outcome: { moves: [open('reminder.add', { text, on: dayPart(days) })] }, leaves: { carry } };
};

/** The sign of "14:30". */
const isWithinFigures = ({ text }: Said, { from, to }: Piece): boolean =>
  /\d$/.test(text.slice(0, from)) && /^\d/.test(text.slice(to));

/** A reminder is for a day; the time said before what it is of stays in the text, behind: "at 8 to call Tom". */
const timeOf = (said: Said, pieces: Pieces): { readonly time: string; readonly rest: Pieces } => {
  const from = trimStart(pieces)[0]?.from ?? 0;
  const [time] = TIME[said.lang].exec(said.text.slice(from)) ?? [''];
  const rest = pieces.filter((piece) => piece.from >= from + time.length);
  const leads = said.lang === 'es' || startsWith(rest, LEAD[said.lang]) || rest[0]?.is === 'sign';
  return time !== '' && leads ? { time, rest } : { time: '', rest: pieces };
};

const TIME = {
  en: /^at (?:about |around )?(?:(?:half past|a quarter past|a quarter to|quarter past|quarter to) )?(?:\d{1,2}(?:[:.]\d{2})?(?: ?(?:am|pm|a\.m\.|p\.m\.|o['’]?clock))?|noon|midday|midnight)(?![\p{L}\d])|^\d{1,2}(?:[:.]\d{2})? ?(?:am|pm|o['’]?clock)(?![\p{L}\d])|^\d{1,2}:\d{2}(?!\d)/iu,
  de: /^(?:um|gegen) (?:(?:halb|viertel vor|viertel nach) )?\d{1,2}(?:[:.]\d{2})?(?: ?Uhr)?(?![\p{L}\d])|^\d{1,2}(?:[:.]\d{2})? ?Uhr(?![\p{L}\d])/iu,
  es: /^(?:a las|a la|sobre las) \d{1,2}(?:[:.]\d{2})?(?: y media| y cuarto| menos cuarto)?(?: ?(?:h|horas|de la mañana|de la tarde|de la noche))?(?![\p{L}\d])/iu,
} as const;

/** What leads to what one is reminded of. */
const LEAD = {
  en: phrasesOf(
    'to,that,about,of,please,for,i have to,i need to,i must,we have to,we need to,we must,that i have to,that we have to',
  ),
  de: phrasesOf('daran,an,dass,bitte,zu,das,die,den,dem,der,ans,mich,wegen,damit,noch,ich soll'),
  es: phrasesOf('que,de,a,por favor,para,lo de,del'),
} as const;

/** The day right behind "remind me" is the reminder's, else the last one; any other belongs to the text. */
const dayOfReminder = (said: Said, pieces: Pieces): { readonly day: DayPiece | null; readonly rest: Pieces } => {
  const lead = trimStart(pieces, ...cues(said, 'me', 'fill'));
  const first = lead[0];
  const day = first !== undefined && isDay(first) ? first : (pieces.findLast(isDay) ?? null);
  return { day, rest: pieces.filter((piece) => piece !== day) };
};

/** "note on plumbing: the valve leaks", "note that the key is under the pot". */
export const noted: Frame = (said) => {
  if (said.isQuestion) return null;
  const bare = trimStart(said.pieces, ...cues(said, 'fill', 'polite'));
  const front = startsWith(bare, cue(said, 'note')) ? bare : trimStart(bare, ...cues(said, 'fill', 'add', 'new'));
  const found = seek(front.slice(0, FRONT), cue(said, 'note'));
  if (found === null || trimStart(front.slice(0, found.at), ...cues(said, 'fill')).length > 0) return null;
  const behind = front.slice(found.at + found.length);
  const colon = behind.findIndex((piece) => piece.is === 'sign' && [':', '-', '–', ','].includes(piece.token.raw));
  // "notes about the stopcock" are looked for.
  if (colon < 0 && has(front.slice(found.at, found.at + found.length), SEVERAL)) return null;
  if (colon > 0) {
    const two = has(behind.slice(0, colon), cue(said, 'or'))
      ? stepsIn(said, strip(behind.slice(0, colon), cue(said, 'inside')))
      : null;
    if (two?.is === 'steps' && two.or)
      return comment(
        said,
        behind.slice(colon + 1),
        doubtOf(
          said,
          'step',
          two.groups.flat().map(({ key }) => key),
        ),
      );
    const bareHead = behind.slice(0, colon);
    const plain = piecesNameStep(said, bareHead);
    if (plain !== null) return comment(said, behind.slice(colon + 1), plain);
    const head = stepPhrase(said, bareHead);
    const left = strip(head.rest, ...cues(said, 'fill', 'inside', 'stepNoun', 'me')).filter(isWord);
    if (left.length === 0 && head.step !== undefined) return comment(said, behind.slice(colon + 1), head.step);
  }
  const lead = behind[0];
  // "note on plumbing the valve leaks": the step stands first, without a sign behind it.
  for (let end = Math.min(5, behind.length - 1); end >= 2; end -= 1) {
    const head = stepPhrase(said, behind.slice(0, end));
    if (lead === undefined || !isWord(lead)) break;
    if (head.step !== undefined && strip(head.rest, ...cues(said, 'fill', 'stepNoun')).length === 0)
      return comment(said, behind.slice(end), head.step);
  }
  return comment(said, behind, undefined);
};

/** "comment plumbing: ...", with no word that leads to the step. */
const piecesNameStep = (said: Said, pieces: Pieces): string | null => {
  const named = stepsIn(said, pieces);
  if (named.is !== 'steps' || named.groups.length !== 1) return null;
  const [one, ...others] = (named.groups[0] ?? []).filter(({ level }) => level >= SURE);
  return one !== undefined && others.length === 0 ? one.key : null;
};

const SEVERAL = phrasesOf('notes,comments,notizen,kommentare,notas,comentarios');

const comment = (said: Said, pieces: Pieces, step: ReturnType<typeof stepPhrase>['step']): ReturnType<Frame> => {
  const opened = trimStart(pieces, THAT[said.lang]);
  const text = textOf(opened, said.text);
  return text === '' || words(opened).length === 0
    ? null
    : { outcome: { moves: [open('comment.add', { text, step })] }, leaves: typeof step === 'string' ? { step } : {} };
};

const THAT = {
  en: phrasesOf('that,saying,to say,to self,down'),
  de: phrasesOf('dass'),
  es: phrasesOf('que,de que'),
} as const;

export const undone: Frame = (said) => {
  const pieces = trimStart(said.pieces, ...cues(said, 'fill', 'polite'));
  const found = seek(pieces, cue(said, 'undo'));
  if (found === null || found.at > 1) return null;
  const rest = strip(
    [...pieces.slice(0, found.at), ...pieces.slice(found.at + found.length)],
    ...cues(said, 'fill', 'it', 'me', 'polite', 'undo', 'too'),
    LAST[said.lang],
  );
  return rest.some((piece) => piece.is !== 'sign') || lengthAt(pieces, found.at, cue(said, 'undo')) === 0
    ? null
    : { outcome: { moves: [open('undo', {})] } };
};

const LAST = {
  en: phrasesOf(
    'last,thing,change,what i just did,just did,step,one,entry,my last,action,move,mistake,sorry,what you did,what you just did,my,instead,for me',
  ),
  de: phrasesOf('letzte,letzten,letztes,änderung,aenderung,anderung,schritt,mach,machen,bitte,eben,gerade'),
  es: phrasesOf('ultimo,ultima,cambio,accion,cosa,lo,eso,que hice'),
} as const;
