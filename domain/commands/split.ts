// Who paid, whose cost it is, and money that one person gave another.
import { z } from 'zod';
import { idOfKey, keyOf, personId, recordKey, spaceOfKey, uuidOf, type RecordKey } from '../kernel/ids.ts';
import { money } from '../kernel/money.ts';
import { err, ok } from '../kernel/result.ts';
import { calendarDate } from '../kernel/time.ts';
import { splitBody } from '../records/split.ts';
import { journeyOfSpace, privateSpace } from '../spaces/space.ts';
import { findLive, made, madeOrEdited } from './changes.ts';
import { defineCommand } from './command.ts';
import { journeyId } from './journey.ts';

/** With the family, whichever space the cost is in. */
export const splitKey = (cost: RecordKey): RecordKey => {
  const journey = journeyOfSpace(spaceOfKey(cost));
  const space = journey === null ? spaceOfKey(cost) : privateSpace(journey);
  return keyOf(space, `split_${uuidOf(idOfKey(cost))}`);
};

/** What every record of a cost's split begins with. */
export const splitPlace = (
  cost: RecordKey,
): { readonly space: string; readonly id: string; readonly type: 'split'; readonly parent: '' } => {
  const key = splitKey(cost);
  return { space: spaceOfKey(key), id: idOfKey(key), type: 'split', parent: '' };
};

/** Without a share for anybody, and without who paid, the cost is the household's own again. */
export const splitSet = defineCommand({
  name: 'split.set',
  input: z.object({ cost: recordKey, paidBy: splitBody.shape.paidBy, shares: splitBody.shape.shares }),
  needs: ({ cost }) => [{ key: cost }, { key: splitKey(cost) }],
  plan: (reads, { cost, paidBy, shares }) => {
    const found = findLive(reads, 'cost', cost);
    if (!found.ok) return found;
    return ok(
      madeOrEdited(reads, {
        ...splitPlace(cost),
        journey: found.value.journey,
        body: { cost, paidBy, shares, amount: null, date: null },
      }),
    );
  },
});

export const splitRepay = defineCommand({
  name: 'split.repay',
  input: z.object({ journey: journeyId, from: personId, to: personId, amount: money, date: calendarDate }),
  needs: () => [],
  plan: (_reads, { journey, from, to, amount, date }, { newId }) => {
    if (from === to) return err({ type: 'InputInvalid', fields: ['to'] });
    if (amount.minor <= 0) return err({ type: 'InputInvalid', fields: ['amount'] });
    const body = { cost: null, paidBy: from, shares: { [to]: 1 }, amount, date };
    return ok([made({ space: privateSpace(journey), id: newId('split'), type: 'split', journey, parent: '', body })]);
  },
});
