// Change orders: what is to be done otherwise than agreed. Proposed by either side; their approvals say whether they stand.
import { z } from 'zod';
import { spaceId, type RecordKey, type SpaceId } from '../kernel/ids.ts';
import { err, ok } from '../kernel/result.ts';
import { changeBody } from '../records/change.ts';
import { isHiddenIn } from '../spaces/readable.ts';
import { made } from './changes.ts';
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

/** A key alone tells its readers that something is there. */
export const namesHidden = (
  space: SpaceId,
  body: { readonly step?: RecordKey | null; readonly against?: RecordKey | null },
): CommandFailure | null => {
  const hidden = (['step', 'against'] as const).filter((name) => isHiddenIn(space, body[name]));
  return hidden.length === 0 ? null : { type: 'InputInvalid', fields: hidden };
};
