// Writes what a person has signed. What it says was fixed when it was signed: nothing of it is decided here.
import { z } from 'zod';
import { keyOf, spaceId, spaceOfKey } from '../kernel/ids.ts';
import { err, ok } from '../kernel/result.ts';
import { approvalBody, entryId } from '../records/approval.ts';
import { made } from './changes.ts';
import { defineCommand } from './command.ts';
import { journeyId } from './journey.ts';

export const approvalSay = defineCommand({
  name: 'approval.say',
  input: z.object({ space: spaceId, journey: journeyId, id: entryId, body: approvalBody }),
  needs: ({ space, id, body }) => [{ key: keyOf(space, id) }, { key: body.about }],
  plan: (reads, { space, journey, id, body }) => {
    if (reads.get(body.about) === undefined) return err({ type: 'RecordNotFound', detail: body.about });
    // An entry tells of its own space only: whoever reads it can read what it is about.
    if (spaceOfKey(body.about) !== space) return err({ type: 'InputInvalid', fields: ['about'] });
    // Its id is the hash of what it says: the same again is there already.
    if (reads.get(keyOf(space, id)) !== undefined) return ok([]);
    return ok([made({ space, id, type: 'approval', journey, parent: '', body })]);
  },
});
