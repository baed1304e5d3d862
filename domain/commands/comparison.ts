// Says by hand which lines of the quotes are one piece of work. It is remembered, whatever is matched or read anew later.
import { z } from 'zod';
import { idOfKey, keyOf, uuidOf, type RecordId, type RecordKey } from '../kernel/ids.ts';
import { ok } from '../kernel/result.ts';
import { NEW_ROW } from '../quotes/corrections.ts';
import { comparisonBody } from '../records/comparison.ts';
import { recordAs } from '../records/registry.ts';
import { privateSpace } from '../spaces/space.ts';
import { madeOrEdited } from './changes.ts';
import { defineCommand } from './command.ts';
import { journeyId } from './journey.ts';

export const comparisonKey = (journey: RecordId): RecordKey =>
  keyOf(privateSpace(journey), `comparison_${uuidOf(journey)}`);

export const comparisonPlace = defineCommand({
  name: 'comparison.place',
  /** By the line's name (domain/quotes/corrections.ts); what is not named stays. */
  input: z.object({ journey: journeyId, lines: comparisonBody.shape.rows }),
  needs: ({ journey }) => [{ key: comparisonKey(journey) }],
  plan: (reads, { journey, lines }, { newId }) => {
    const key = comparisonKey(journey);
    const row = newId('row');
    const placed = Object.entries(lines).map(([name, place]) => [
      name,
      place?.row === NEW_ROW ? { ...place, row } : place,
    ]);
    const known = recordAs('comparison', reads.get(key));
    // One that was taken back says nothing any more.
    const rows = { ...(known?.trashedAt === 0 ? known.body.rows : {}), ...Object.fromEntries(placed) };
    const space = privateSpace(journey);
    return ok(
      madeOrEdited(reads, { space, id: idOfKey(key), type: 'comparison', journey, parent: '', body: { rows } }),
    );
  },
});
