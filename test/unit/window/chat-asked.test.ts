// A message that a language model was asked about is not forgotten when the window goes down meanwhile.
import { expect, it } from 'vitest';
import { answerId } from '../../../domain/assistant/made-id.ts';
import { keyOf } from '../../../domain/kernel/ids.ts';
import { leftUnanswered, noteAnswered, noteAsked } from '../../../src-renderer/features/chat/asked.ts';
import type { Message } from '../../../src-renderer/features/chat/thread.ts';
import { aRecord, PRIVATE } from '../../support/records.ts';
import { recordAs } from '../../../domain/records/registry.ts';

const said = (id: string, who: 'person' | 'assistant'): Message => {
  const body = { who, text: id, step: null, attachments: [], answers: null, said: null, outcomes: {} };
  const message = recordAs('message', aRecord({ id, space: PRIVATE, type: 'message', body }));
  if (message === null) throw new Error('no message');
  return message;
};

const kept = () => {
  const values = new Map<string, unknown>();
  return {
    get: (name: string) => values.get(name),
    set: (name: string, value: unknown) => {
      values.set(name, value);
      return Promise.resolve();
    },
  };
};

it('waits until it is answered, here or on another device, or stopped', async () => {
  const settings = kept();
  const [one, two, three] = ['message_1', 'message_2', 'message_3'].map((id) => said(id, 'person'));
  const messages = [one, two, three].flatMap((message) => message ?? []);
  for (const { id } of messages) await noteAsked(settings, keyOf(PRIVATE, id));
  expect(leftUnanswered(settings, messages).map(({ id }) => id)).toEqual(['message_1', 'message_2', 'message_3']);
  noteAnswered(settings, keyOf(PRIVATE, 'message_2'));
  const answered = [...messages, said(answerId('message_3'), 'assistant')];
  expect(leftUnanswered(settings, answered).map(({ id }) => id)).toEqual(['message_1']);
  expect(leftUnanswered(kept(), messages)).toEqual([]);
});
