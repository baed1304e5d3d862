// The payment schedule: what is planned to be paid when, what shows that it is due, and that it was paid.
import { z } from 'zod';
import { recordKey, spaceId } from '../kernel/ids.ts';
import { err, ok } from '../kernel/result.ts';
import { calendarDate } from '../kernel/time.ts';
import { paymentBody } from '../records/payment.ts';
import { isHiddenIn } from '../spaces/readable.ts';
import { namesHidden } from './change.ts';
import { edited, findLive, made } from './changes.ts';
import { defineCommand, type Change } from './command.ts';
import { defineEdit } from './edit.ts';
import { journeyId } from './journey.ts';

const { title, amount, against, dueBy, step, needsPhotos } = paymentBody.shape;
const fields = { title, amount, against, dueBy, step, needsPhotos };

export const paymentAdd = defineCommand({
  name: 'payment.add',
  input: z.object({ journey: journeyId, space: spaceId, ...fields }),
  needs: () => [],
  plan: (_reads, { journey, space, ...said }, { newId }) => {
    const hidden = namesHidden(space, said);
    if (hidden !== null) return err(hidden);
    const body = { ...said, photos: [], paidOn: null };
    return ok([made({ space, id: newId('payment'), type: 'payment', journey, parent: '', body })]);
  },
});

export const paymentEdit = defineEdit({
  name: 'payment.edit',
  type: 'payment',
  fields,
  check: (_reads, { space }, set) => namesHidden(space, set),
});

/** Photos that show the work; only such as the payment's readers can see. */
export const paymentShow = defineCommand({
  name: 'payment.show',
  input: z.object({ key: recordKey, photos: z.array(recordKey).max(100) }),
  needs: ({ key }) => [{ key }],
  plan: (reads, { key, photos }) => {
    const found = findLive(reads, 'payment', key);
    if (!found.ok) return found;
    if (photos.some((photo) => isHiddenIn(found.value.space, photo)))
      return err({ type: 'InputInvalid', fields: ['photos'] });
    return ok(edited(found.value, { body: { photos } }));
  },
});

/** Says the day it was paid, and which cost that is where there is one; null takes both back. */
export const paymentPaid = defineCommand({
  name: 'payment.paid',
  input: z.object({ key: recordKey, paidOn: calendarDate.nullable(), cost: recordKey.nullable() }),
  needs: ({ key, cost }) => [{ key }, ...(cost === null ? [] : [{ key: cost }])],
  plan: (reads, { key, paidOn, cost }) => {
    const found = findLive(reads, 'payment', key);
    if (!found.ok) return found;
    const changes: Change[] = [...edited(found.value, { body: { paidOn } })];
    if (cost === null) return ok(changes);
    const paid = findLive(reads, 'cost', cost);
    if (!paid.ok) return paid;
    return ok([...changes, ...edited(paid.value, { body: { payment: paidOn === null ? null : key } })]);
  },
});
