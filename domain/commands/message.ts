// Saying something in a chat: the message, what the assistant answers to it, and the conversation itself if it is the first.
import { z } from 'zod';
import { answerId } from '../assistant/made-id.ts';
import {
  idOfKey,
  keyOf,
  recordKey,
  spaceId,
  spaceOfKey,
  uuidOf,
  type RecordId,
  type RecordKey,
  type SpaceId,
} from '../kernel/ids.ts';
import { err, ok } from '../kernel/result.ts';
import { messageBody } from '../records/chat.ts';
import type { BodyOf } from '../records/registry.ts';
import { recordAs } from '../records/registry.ts';
import { journeyOfSpace, spaceKind } from '../spaces/space.ts';
import { edited, findLive, made, type Edit } from './changes.ts';
import { defineCommand, type Change, type Reads } from './command.ts';

const { shape } = messageBody;

/** The one conversation of those who read a journey's space. Those of a home space have ids of their own. */
export const conversationKey = (space: SpaceId): RecordKey => {
  const journey = journeyOfSpace(space);
  const whose = spaceKind(space) === 'party' ? space.slice(-UUID_LENGTH) : uuidOf(journey ?? space);
  return keyOf(space, `conversation_${whose}`);
};
const UUID_LENGTH = 36;

const messageId = z.string().regex(/^message_[0-9a-f-]{36}$/);

export const messageSend = defineCommand({
  name: 'message.send',
  input: z.object({
    /** Absent: the one conversation of the space. */
    conversation: recordKey.optional(),
    space: spaceId,
    /** Minted before the first try, so that trying again is the same message. */
    id: messageId,
    text: shape.text,
    step: shape.step,
    attachments: shape.attachments,
    /** What the assistant says to it; null where it keeps silent. */
    said: shape.said,
  }),
  needs: ({ conversation, space, id }) => [
    { key: conversation ?? conversationKey(space) },
    { key: keyOf(space, id) },
    { key: keyOf(space, answerId(id)) },
  ],
  plan: (reads, { conversation, space, id, text, step, attachments, said }) => {
    if (text.trim() === '' && attachments.length === 0) return err({ type: 'InputInvalid', fields: ['text'] });
    if (reads.get(keyOf(space, id)) !== undefined) return err({ type: 'AlreadyThere', detail: id });
    const parent = conversation ?? conversationKey(space);
    const journey = journeyOfSpace(space) ?? '';
    const message = (body: Partial<BodyOf<'message'>>, of: RecordId): Change =>
      made({
        space,
        id: of,
        type: 'message',
        journey,
        parent,
        body: { ...NOTHING_SAID, step, ...body },
      });
    return ok([
      message({ text, attachments }, id),
      ...(said === null ? [] : [message({ who: 'assistant', answers: keyOf(space, id), said }, answerId(id))]),
      ...beginConversation(reads, { key: parent, space, journey }),
    ]);
  },
});

/** What the assistant says to a message that is there: a language model takes its time. The same message is answered once. */
export const messageAnswer = defineCommand({
  name: 'message.answer',
  input: z.object({
    /** Key of what is answered. */
    message: recordKey,
    text: shape.text,
    said: shape.said,
    model: shape.model,
  }),
  needs: ({ message }) => [{ key: message }, { key: keyOf(spaceOfKey(message), answerId(idOfKey(message))) }],
  plan: (reads, { message: key, text, said, model }) => {
    const found = findLive(reads, 'message', key);
    if (!found.ok) return found;
    const { space, id, journey, parent, body } = found.value;
    const own = answerId(id);
    if (reads.get(keyOf(space, own)) !== undefined) return err({ type: 'AlreadyThere', detail: own });
    const told = { ...NOTHING_SAID, who: 'assistant' as const, step: body.step, answers: key, text, said };
    return ok([
      made({
        space,
        id: own,
        type: 'message',
        journey,
        parent,
        body: model === undefined ? told : { ...told, model },
      }),
    ]);
  },
});

const NOTHING_SAID: BodyOf<'message'> = {
  who: 'person',
  text: '',
  step: null,
  attachments: [],
  answers: null,
  said: null,
  outcomes: {},
};

interface Place {
  readonly key: RecordKey;
  readonly space: SpaceId;
  /** `''` in a home space. */
  readonly journey: RecordId;
}

/** Nothing when it is there; back from the trash when someone goes on with it. */
const beginConversation = (reads: Reads, { key, space, journey }: Place): readonly Change[] => {
  const standing = recordAs('conversation', reads.get(key));
  const back: Edit = { trashedAt: 0 };
  if (standing !== null) return edited(standing, back);
  return [made({ space, id: idOfKey(key), type: 'conversation', journey, parent: '', body: { journey: null } })];
};

/** With what the assistant said to it: an answer to nothing would only puzzle. What came of it stays. */
export const messageTrash = defineCommand({
  name: 'message.trash',
  input: z.object({ key: recordKey }),
  needs: ({ key }) => [{ key }, { key: keyOf(spaceOfKey(key), answerId(idOfKey(key))) }],
  plan: (reads, { key }, { at }) => {
    const found = findLive(reads, 'message', key);
    if (!found.ok) return found;
    const answer = recordAs('message', reads.get(keyOf(spaceOfKey(key), answerId(idOfKey(key)))));
    const both = answer === null || answer.trashedAt !== 0 ? [found.value] : [found.value, answer];
    return ok(both.flatMap((message) => edited(message, { trashedAt: at })));
  },
});
