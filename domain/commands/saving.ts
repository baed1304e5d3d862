// Waving away a way to save money, and wanting to see it again.
import { z } from 'zod';
import { idOfKey, keyOf, spaceOfKey, uuidOf, type RecordId, type RecordKey } from '../kernel/ids.ts';
import { ok } from '../kernel/result.ts';
import { savingBody } from '../records/saving.ts';
import { privateSpace } from '../spaces/space.ts';
import { murmur3 } from '../sync/checksum.ts';
import { madeOrEdited } from './changes.ts';
import { defineCommand } from './command.ts';
import { journeyId } from './journey.ts';

const SEEDS = [0x1f3d_5b79, 0x6a09_e667] as const;
const hex = (half: number): string => half.toString(16).padStart(8, '0');

/** `about` is what was found, the same on every device: the keys of its records. */
export const savingKey = (journey: RecordId, kind: string, about: string): RecordKey =>
  keyOf(
    privateSpace(journey),
    `saving_${uuidOf(journey)}_${SEEDS.map((seed) => hex(murmur3(`${kind} ${about}`, seed))).join('')}`,
  );

/** Seen again by moving its record to the trash. */
export const savingDismiss = defineCommand({
  name: 'saving.dismiss',
  input: z.object({ journey: journeyId, kind: savingBody.shape.kind, about: savingBody.shape.about }),
  needs: ({ journey, kind, about }) => [{ key: savingKey(journey, kind, about) }],
  plan: (reads, { journey, kind, about }) => {
    const key = savingKey(journey, kind, about);
    return ok(
      madeOrEdited(reads, {
        space: spaceOfKey(key),
        id: idOfKey(key),
        type: 'saving',
        journey,
        parent: '',
        body: { kind, about },
      }),
    );
  },
});
