// Reads what a person types to the assistant, with no network and no model: the same sentence in the same house is read the same.
import { answered } from './answer.ts';
import type { House } from './house.ts';
import { knownOf } from './known.ts';
import { languageOf } from './language.ts';
import { readWhole } from './message.ts';
import { piecesOf } from './pieces.ts';
import type { Pending, Reading, Tools } from './reading.ts';

/** Longer than anyone types to ask for something; it is kept as it is. */
const MOST_LETTERS = 600;

/** What `text` asks for in this house. Nothing is written: acts are proposals. */
export const readMessage = (text: string, house: House, tools: Tools): Reading => {
  const typed = text.normalize('NFC');
  if (typed.trim() === '' || typed.length > MOST_LETTERS) return { unread: true };
  const known = knownOf(house);
  const lang = languageOf(typed, house.lang, known.isName);
  const journey = house.journey === null ? undefined : known.journeyByKey.get(house.journey);
  const at = { today: house.today, lang, currency: journey?.currency ?? house.currency };
  return readWhole({ known, lang, text: typed, pieces: piecesOf(typed, at, tools) }, house);
};

/** What `text` says to the question that left `pending`; a message that is no answer to it is read as one of its own. */
export const readAnswer = ({ text, pending }: Answer, house: House, tools: Tools): Reading =>
  answered({ text, pending }, house, tools) ?? readMessage(text, house, tools);

interface Answer {
  readonly text: string;
  readonly pending: Pending;
}
