// Reads what a person types to the assistant, with no network and no model: the same sentence in the same house is read the same.
import { answered } from './answer.ts';
import type { House } from './house.ts';
import { knownOf } from './known.ts';
import { languageOf } from './language.ts';
import { readWhole } from './message.ts';
import { piecesOf } from './pieces.ts';
import type { Choice, Reading, Tools } from './reading.ts';
import { reasonRead, type ReasonRead } from './reason-given.ts';
import { optionNear, optionTyped } from './typed-option.ts';
import type { NameSpan } from './whole-names.ts';

/** Longer than anyone types to ask for something; it is kept as it is. */
const MOST_LETTERS = 600;

/** What `text` asks for in this house. Nothing is written: acts are proposals. */
export const readMessage = (text: string, house: House, tools: Tools): Reading => {
  const typed = text.normalize('NFC');
  if (typed.trim() === '' || typed.length > MOST_LETTERS) return { unread: true };
  const known = knownOf(house);
  const names = known.wholeNames.findIn(typed, 'all');
  const lang = languageOf(blanked(typed, names), house.lang, known.isName);
  const journey = house.journey === null ? undefined : known.journeyByKey.get(house.journey);
  const at = { today: house.today, lang, currency: journey?.currency ?? house.currency };
  const readWith = (spans: readonly NameSpan[]): Reading =>
    readWhole({ known, lang, text: typed, pieces: piecesOf(typed, { ...at, names: spans }, tools) }, house);
  const reading = readWith(names);
  // A cost called "Tiling and painting" hides no two steps that are to be finished.
  const isLost = 'unread' in reading && (reading.why === undefined || reading.why === 'unknown');
  const steps = isLost ? known.wholeNames.findIn(typed, 'steps') : names;
  return steps.length === names.length ? reading : readWith(steps);
};

/** The "and the" of an English name makes no German sentence English. */
const blanked = (text: string, names: readonly NameSpan[]): string =>
  names.reduce((left, { from, to }) => left.slice(0, from) + ' '.repeat(to - from) + left.slice(to), text);

/** What `text` says to the question that was asked; a message that is no answer to it is read as one of its own. */
export const readAnswer = (answer: Answer, house: House, tools: Tools): Reading =>
  readReply(answer, house, tools).reading;

/** The same, with what it was taken for where that was a guess. */
export const readReply = ({ text, choose }: Answer, house: House, tools: Tools): ReasonRead => {
  if (choose.what === 'reason') return reasonRead({ text, choose, own: readMessage(text, house, tools) }, house, tools);
  const reading =
    optionTyped({ text, choose }, house, tools) ??
    answered({ text, pending: choose.pending }, house, tools) ??
    answerIn({ text, choose }, house, tools);
  return { reading, taken: null };
};

/** A mere beginning of a name answers only where the words mean nothing of their own. */
const answerIn = ({ text, choose }: Answer, house: House, tools: Tools): Reading => {
  const own = readMessage(text, house, tools);
  return 'unread' in own ? (optionNear({ text, choose }, house) ?? own) : own;
};

interface Answer {
  readonly text: string;
  readonly choose: Choice;
}
