// Ids of what a message makes: they follow from the message and the line, so that a retry or a second device makes nothing twice.
import { uuidOf, type RecordId } from '../kernel/ids.ts';

const UUID_LENGTH = 36;

/** Of the assistant's answer: it follows from the message's, so that a message is answered once. */
export const answerId = (message: RecordId): RecordId => `${message}-a`;

/** The unique part of a message's id, or of its answer's: both name what is made of it. */
const messageUuid = (id: RecordId): string => uuidOf(id).slice(0, UUID_LENGTH);

/** @param nth the line of the proposal, from 0. @param many of several of one type, which, from 0 */
export const madeId = (
  message: RecordId,
  nth: number,
  { type, many = 0 }: { readonly type: string; readonly many?: number },
): RecordId => {
  const uuid = messageUuid(message);
  // A journey's id has the shape of its spaces' names, so it is a uuid: the message's, counted up.
  return type === 'journey' ? journeyId(message, nth) : `${type}_${uuid}-${nth}${many === 0 ? '' : `-${many}`}`;
};

/** Of the journey that the line starts. */
export const journeyId = (message: RecordId, nth: number): RecordId => {
  const uuid = messageUuid(message);
  const cut = uuid.lastIndexOf('-') + 1;
  const tail = (BigInt(`0x${uuid.slice(cut)}`) + BigInt(nth)) % (1n << 48n);
  return `journey_${uuid.slice(0, cut)}${tail.toString(16).padStart(UUID_LENGTH - cut, '0')}`;
};
