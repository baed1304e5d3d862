// Comments: what people say at a step, a photo, or the journey itself, and to whom.
import { z } from 'zod';
import { recordKey, spaceId } from '../kernel/ids.ts';
import { ok } from '../kernel/result.ts';
import { commentBody } from '../records/talk.ts';
import { edited, findLive, made } from './changes.ts';
import { defineCommand } from './command.ts';
import { journeyId } from './journey.ts';

/** Where something is said: the space is its audience, the parent what it hangs on. */
export const place = { space: spaceId, journey: journeyId, parent: recordKey.or(z.literal('')) };

const { text, place: where, mentions } = commentBody.shape;

export const commentAdd = defineCommand({
  name: 'comment.add',
  input: z.object({ ...place, parent: recordKey, text, place: where, mentions }),
  needs: () => [],
  plan: (_reads, { space, journey, parent, text: said, place: spot, mentions: named = [] }, { newId }) => {
    const body = {
      text: said,
      ...(spot === undefined ? {} : { place: spot }),
      ...(named.length === 0 ? {} : { mentions: [...new Set(named)] }),
    };
    return ok([made({ space, id: newId('comment'), type: 'comment', journey, parent, body })]);
  },
});

export const commentEdit = defineCommand({
  name: 'comment.edit',
  input: z.object({ key: recordKey, text, mentions }),
  needs: ({ key }) => [{ key }],
  plan: (reads, { key, text: said, mentions: named }) => {
    const found = findLive(reads, 'comment', key);
    if (!found.ok) return found;
    return ok(edited(found.value, { body: { text: said, ...(named === undefined ? {} : { mentions: named }) } }));
  },
});
