// Where the private original of a shared record is: the same id in the journey's private space.
import { idOfKey, keyOf, spaceOfKey, type RecordKey } from '../../domain/kernel/ids.ts';
import { journeyOfSpace, privateSpace } from '../../domain/spaces/space.ts';

/** The key itself when it is private already. */
export const privateOriginal = (key: RecordKey): RecordKey => {
  const journey = journeyOfSpace(spaceOfKey(key));
  return journey === null ? key : keyOf(privateSpace(journey), idOfKey(key));
};
