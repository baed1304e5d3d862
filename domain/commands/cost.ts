// Recording what something costs, due or paid. Private to the family unless a space is named.
import { z } from 'zod';
import { spaceId } from '../kernel/ids.ts';
import { ok } from '../kernel/result.ts';
import { costBody } from '../records/cost.ts';
import { privateSpace } from '../spaces/space.ts';
import { made } from './changes.ts';
import { defineCommand } from './command.ts';
import { defineEdit } from './edit.ts';
import { journeyId } from './journey.ts';

const shape = costBody.shape;

export const costFields = {
  description: shape.description,
  amount: shape.amount,
  category: shape.category,
  vendor: shape.vendor,
  step: shape.step,
  state: shape.state,
  date: shape.date,
  receipt: shape.receipt,
};

export const costAdd = defineCommand({
  name: 'cost.add',
  input: z.object({ journey: journeyId, space: spaceId.optional(), ...costFields }),
  needs: () => [],
  plan: (_reads, { journey, space = privateSpace(journey), ...body }, { newId }) =>
    ok([made({ space, id: newId('cost'), type: 'cost', journey, parent: '', body })]),
});

export const costEdit = defineEdit({ name: 'cost.edit', type: 'cost', fields: costFields });
