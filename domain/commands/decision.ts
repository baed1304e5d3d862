// Decisions: a question with its alternatives is kept, and later what was chosen and why.
import { z } from 'zod';
import { recordKey, spaceId } from '../kernel/ids.ts';
import { err, ok } from '../kernel/result.ts';
import { alternative, decided, decisionBody } from '../records/decision.ts';
import { privateSpace } from '../spaces/space.ts';
import { edited, findLive, made } from './changes.ts';
import { defineCommand } from './command.ts';
import { journeyId } from './journey.ts';

/** Private to the family unless a space is named. */
export const decisionAdd = defineCommand({
  name: 'decision.add',
  input: z.object({
    journey: journeyId,
    space: spaceId.optional(),
    question: decisionBody.shape.question,
    alternatives: z.array(alternative.shape.name).max(50),
    step: decisionBody.shape.step,
    /** What was chosen already, when it is added once more: the place of its alternative, and why. */
    decided: z.object({ place: z.int().min(0), why: decided.shape.why }).optional(),
  }),
  needs: () => [],
  plan: (
    _reads,
    { journey, space = privateSpace(journey), question, alternatives, step, decided: taken },
    { newId, at, by },
  ) => {
    const chosen = taken === undefined ? undefined : alternatives[taken.place];
    if (taken !== undefined && chosen === undefined) return err({ type: 'InputInvalid', fields: ['decided'] });
    const body = {
      question,
      alternatives: Object.fromEntries(alternatives.map((name, place) => [`a${place + 1}`, { name }])),
      step,
      decided:
        taken === undefined || chosen === undefined
          ? null
          : { choice: `a${taken.place + 1}`, name: chosen, why: taken.why, at, by },
    };
    return ok([made({ space, id: newId('decision'), type: 'decision', journey, parent: '', body })]);
  },
});

/** Deciding again replaces what was decided; the history keeps it. */
export const decisionTake = defineCommand({
  name: 'decision.take',
  input: z.object({ key: recordKey, choice: decided.shape.choice, why: decided.shape.why.optional() }),
  needs: ({ key }) => [{ key }],
  plan: (reads, { key, choice, why = '' }, { at, by }) => {
    const found = findLive(reads, 'decision', key);
    if (!found.ok) return found;
    const chosen = found.value.body.alternatives[choice];
    if (chosen === undefined) return err({ type: 'InputInvalid', fields: ['choice'] });
    return ok(edited(found.value, { body: { decided: { choice, name: chosen.name, why, at, by } } }));
  },
});
