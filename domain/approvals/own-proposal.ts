// A change order that only the family signs, and that whoever looks at it proposed: who is to approve it, another of the family or they themselves.
import type { PersonId } from '../kernel/ids.ts';
import type { AnyRecord } from '../records/envelope.ts';
import { sidesOf, type Standing } from './standing.ts';

/** `alone`: nobody else of the family is known here. `others`: it is theirs to approve; without them one says why. */
export type OwnProposal = 'alone' | 'others';

export interface Proposer {
  /** Every person id of whoever looks: each of their devices has one. */
  readonly own: ReadonlySet<PersonId>;
  /** Everyone of the family whom this device knows. */
  readonly family: ReadonlySet<PersonId>;
}

/** Null where it waits for nobody's second word, or where another of the family proposed it too: then one's own word is the second. */
export const ownProposal = (
  { space, type }: Pick<AnyRecord, 'space' | 'type'>,
  { state, words }: Pick<Standing, 'state' | 'words'>,
  { own, family }: Proposer,
): OwnProposal | null => {
  if (state !== 'proposed' || sidesOf({ space, type }).length > 1) return null;
  if (!words.every(({ by }) => own.has(by))) return null;
  return [...family].some((person) => !own.has(person)) ? 'others' : 'alone';
};
