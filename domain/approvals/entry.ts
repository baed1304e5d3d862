// What an entry of the hash graph says, as the one text that is hashed into its id and signed by the device.
import { canonicalJson } from '../kernel/canonical.ts';
import type { PersonId, RecordId, SpaceId } from '../kernel/ids.ts';
import type { AnyRecord } from '../records/envelope.ts';

export interface EntryFrame {
  readonly space: SpaceId;
  readonly journey: RecordId;
  readonly by: PersonId;
}

/**
 * The signed text: where the entry stands, who speaks, and all of its body but the signature, fields of newer builds included.
 * The first line keeps a signature from ever meaning anything else.
 */
export const entryText = (
  { space, journey, by }: EntryFrame,
  { signature: _signature, ...body }: AnyRecord['body'],
): string => `plumbline approval v1\n${canonicalJson({ space, journey, by, body })}`;

export const textOfRecord = ({ space, journey, createdBy, body }: AnyRecord): string =>
  entryText({ space, journey, by: createdBy }, body);

export const entryIdOf = (hash: string): RecordId => `approval_${hash}`;

/** What a device signs to show, at signing in, that it holds the key it brings. */
export const keyProofText = (person: PersonId): string => `plumbline device key v1\n${person}`;
