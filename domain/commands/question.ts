// Questions to the web: asked, answered, asked again. Private to the family: nobody else is told what they look for.
import { z } from 'zod';
import { recordKey } from '../kernel/ids.ts';
import { ok } from '../kernel/result.ts';
import { questionBody } from '../records/research.ts';
import { privateSpace } from '../spaces/space.ts';
import { edited, findLive, made } from './changes.ts';
import { defineCommand } from './command.ts';
import { defineEdit } from './edit.ts';
import { journeyId } from './journey.ts';

const fields = questionBody.shape;

/** `search` has a provider asked as soon as there is one and a network. */
export const questionAsk = defineCommand({
  name: 'question.ask',
  input: z.object({
    journey: journeyId,
    text: fields.text,
    kind: fields.kind,
    step: fields.step.optional(),
    search: z.boolean(),
  }),
  needs: () => [],
  plan: (_reads, { journey, text, kind, step = null, search }, { newId, by }) =>
    ok([
      made({
        space: privateSpace(journey),
        id: newId('question'),
        type: 'question',
        journey,
        parent: '',
        body: {
          text,
          kind,
          step,
          state: 'open',
          search: search ? 'wanted' : 'none',
          askedBy: by,
          results: [],
          provider: '',
          answeredAt: null,
        },
      }),
    ]),
});

export const questionEdit = defineEdit({
  name: 'question.edit',
  type: 'question',
  fields: { text: fields.text, kind: fields.kind, step: fields.step, state: fields.state },
});

/** Has it asked (again), or takes the wish back. What was answered before stays until there is something else. */
export const questionSearch = defineCommand({
  name: 'question.search',
  input: z.object({ key: recordKey, wanted: z.boolean() }),
  needs: ({ key }) => [{ key }],
  plan: (reads, { key, wanted }, { by }) => {
    const question = findLive(reads, 'question', key);
    if (!question.ok) return question;
    const { answeredAt } = question.value.body;
    const search = wanted ? 'wanted' : answeredAt === null ? 'none' : 'answered';
    return ok(edited(question.value, { body: wanted ? { search, askedBy: by } : { search } }));
  },
});

export const questionAnswer = defineCommand({
  name: 'question.answer',
  input: z.object({ key: recordKey, provider: fields.provider, results: fields.results }),
  needs: ({ key }) => [{ key }],
  plan: (reads, { key, provider, results }, { at }) => {
    const question = findLive(reads, 'question', key);
    return question.ok
      ? ok(edited(question.value, { body: { search: 'answered', provider, results, answeredAt: at } }))
      : question;
  },
});
