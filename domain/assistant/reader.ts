// Reads what a person types to the assistant, with no network and no model: the same sentence in the same house is read the same.
import type { House } from './house.ts';
import type { Pending, Reading, Tools } from './reading.ts';

/** What `text` asks for in this house. Nothing is written: acts are proposals. So far it reads "undo" and nothing else. */
export const readMessage = (text: string, _house: House, _tools: Tools): Reading =>
  /^\s*undo( that| it)?\s*[.!]*\s*$/i.test(text) ? { does: [{ act: 'undo' }] } : { unread: true };

/** What `text` says to the question that left `pending`; a message that is no answer to it is read as one of its own. */
export const readAnswer = (answer: Answer, house: House, tools: Tools): Reading =>
  readMessage(answer.text, house, tools);

interface Answer {
  readonly text: string;
  readonly pending: Pending;
}
