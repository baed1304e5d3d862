// Selections: what is still to be chosen, the amount allowed for it and the day it is wanted; and what was chosen.
import { z } from 'zod';
import { recordKey, spaceId } from '../kernel/ids.ts';
import { err, ok } from '../kernel/result.ts';
import { chosenProduct, selectionBody } from '../records/selection.ts';
import { privateSpace } from '../spaces/space.ts';
import { edited, findLive, made } from './changes.ts';
import { defineCommand } from './command.ts';
import { defineEdit } from './edit.ts';
import { journeyId } from './journey.ts';

const { title, allowance, deadline, step } = selectionBody.shape;

const product = chosenProduct.pick({ name: true, price: true, finding: true }).strip();

/** Private to the family unless a space is named. */
export const selectionAdd = defineCommand({
  name: 'selection.add',
  input: z.object({
    journey: journeyId,
    space: spaceId.optional(),
    title,
    allowance,
    deadline,
    step,
    /** What was chosen already, when it is added once more. */
    chosen: product.optional(),
  }),
  needs: () => [],
  plan: (_reads, { journey, space = privateSpace(journey), chosen, ...said }, { newId, at, by }) => {
    if (chosen !== undefined && chosen.price.currency !== said.allowance.currency)
      return err({ type: 'CurrencyMismatch', fields: ['price'] });
    const body = { ...said, chosen: chosen === undefined ? null : { ...chosen, at, by } };
    return ok([made({ space, id: newId('selection'), type: 'selection', journey, parent: '', body })]);
  },
});

export const selectionEdit = defineEdit({
  name: 'selection.edit',
  type: 'selection',
  fields: { title, allowance, deadline, step },
  check: (_reads, { body }, set) => {
    const next = allowance.safeParse(set['allowance']).data;
    return next !== undefined && body.chosen !== null && body.chosen.price.currency !== next.currency
      ? { type: 'CurrencyMismatch', fields: ['allowance'] }
      : null;
  },
});

/** Null opens it again. */
export const selectionChoose = defineCommand({
  name: 'selection.choose',
  input: z.object({ key: recordKey, chosen: product.nullable() }),
  needs: ({ key }) => [{ key }],
  plan: (reads, { key, chosen }, { at, by }) => {
    const found = findLive(reads, 'selection', key);
    if (!found.ok) return found;
    if (chosen !== null && chosen.price.currency !== found.value.body.allowance.currency)
      return err({ type: 'CurrencyMismatch', fields: ['price'] });
    return ok(edited(found.value, { body: { chosen: chosen === null ? null : { ...chosen, at, by } } }));
  },
});
