// Change orders: what is to be done otherwise than agreed. Proposed by either side; their approvals say whether they stand.
import { z } from 'zod';
import { recordKey, spaceId, type RecordKey, type SpaceId } from '../kernel/ids.ts';
import { err, ok } from '../kernel/result.ts';
import { changeBody } from '../records/change.ts';
import { isHiddenIn } from '../spaces/readable.ts';
import { edited, findLive, made } from './changes.ts';
import type { CommandFailure } from './command.ts';
import { defineCommand } from './command.ts';
import { defineEdit } from './edit.ts';
import { journeyId } from './journey.ts';

const { title, why, amount, days, lines, step, against } = changeBody.shape;
const fields = { title, why, amount, days, lines, step, against };

export const changeAdd = defineCommand({
  name: 'change.add',
  input: z.object({ journey: journeyId, space: spaceId, ...fields }),
  needs: () => [],
  plan: (_reads, { journey, space, ...body }, { newId }) => {
    const hidden = namesHidden(space, body);
    if (hidden !== null) return err(hidden);
    return ok([made({ space, id: newId('change'), type: 'change', journey, parent: '', body })]);
  },
});

/** Whoever approved it before has not approved what it says then. */
export const changeEdit = defineEdit({
  name: 'change.edit',
  type: 'change',
  fields,
  check: (_reads, { space }, set) => namesHidden(space, set),
});

/** Makes its step longer or shorter by so many of its days in all; 0 takes them out of the plan again. */
export const changePlan = defineCommand({
  name: 'change.plan',
  input: z.object({ key: recordKey, step: recordKey, days }),
  needs: ({ key, step: named }) => [{ key }, { key: named }],
  plan: (reads, { key, step: named, days: wanted }) => {
    const found = findLive(reads, 'change', key);
    if (!found.ok) return found;
    if (found.value.body.step !== named) return err({ type: 'InputInvalid', fields: ['step'] });
    const at = findLive(reads, 'step', named);
    if (!at.ok) return at;
    const more = wanted - (found.value.body.plannedDays ?? 0);
    const durationDays = Math.max(0, (at.value.body.durationDays ?? 1) + more);
    return ok([
      ...edited(at.value, { body: more === 0 ? {} : { durationDays } }),
      ...edited(found.value, { body: { plannedDays: wanted === 0 ? null : wanted } }),
    ]);
  },
});

/** A key alone tells its readers that something is there. */
export const namesHidden = (
  space: SpaceId,
  body: { readonly step?: RecordKey | null; readonly against?: RecordKey | null },
): CommandFailure | null => {
  const hidden = (['step', 'against'] as const).filter((name) => isHiddenIn(space, body[name]));
  return hidden.length === 0 ? null : { type: 'InputInvalid', fields: hidden };
};
