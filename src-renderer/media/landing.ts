// Decides where new files land: which step, and which space. Pure, so that "it lands on the current step" can be tested.
import type { PersonId, RecordId, RecordKey, SpaceId } from '../../domain/kernel/ids.ts';
import type { RecordOf } from '../../domain/records/registry.ts';
import type { Role } from '../../domain/spaces/roles.ts';
import { journeySpace, privateSpace } from '../../domain/spaces/space.ts';

/** Where an import goes. `parent` is the step's key, '' for the journey as a whole. */
export interface Landing {
  readonly journey: RecordId;
  readonly space: SpaceId;
  readonly parent: RecordKey;
}

/** The step that is open beside the list; else the only one being worked on; else none: guessing between two would misfile. */
export const landingStep = (steps: readonly RecordOf<'step'>[], open: RecordKey | null): RecordKey => {
  if (open !== null && steps.some(({ key }) => key === open)) return open;
  const doing = steps.filter(({ body }) => body.state === 'doing');
  return doing.length === 1 ? (doing[0]?.key ?? '') : '';
};

/** Photos and documents start private to the family; a contractor's start in the space they share with the family. */
export const landingSpace = (
  journey: RecordId,
  who: { readonly me: PersonId; readonly role: Role; readonly parties: readonly RecordOf<'party'>[] },
): SpaceId => {
  if (who.role !== 'contractor') return privateSpace(journey);
  return (
    who.parties.find(({ body }) => body.person === who.me)?.body.space ??
    who.parties[0]?.body.space ??
    journeySpace(journey)
  );
};
