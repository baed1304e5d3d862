// Who paid, whose cost it is, and money that one person gave another.
import { z } from 'zod';
import {
  idOfKey,
  keyOf,
  personId,
  recordKey,
  spaceOfKey,
  uuidOf,
  type PersonId,
  type RecordId,
  type RecordKey,
} from '../kernel/ids.ts';
import { money, type Money } from '../kernel/money.ts';
import { err, ok } from '../kernel/result.ts';
import { calendarDate, type CalendarDate } from '../kernel/time.ts';
import { recordAs } from '../records/registry.ts';
import { splitBody } from '../records/split.ts';
import { journeyOfSpace, privateSpace } from '../spaces/space.ts';
import { murmur3 } from '../sync/checksum.ts';
import { findLive, madeOrEdited } from './changes.ts';
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

interface Given {
  readonly from: PersonId;
  readonly to: PersonId;
  readonly amount: Money;
  readonly date: CalendarDate;
}

/** Made of what was given: two who both say on one day that it was paid said it once. */
export const repayKey = (journey: RecordId, { from, to, amount, date }: Given): RecordKey => {
  const said = `${from} ${to} ${amount.minor} ${amount.currency} ${date}`;
  const hash = SEEDS.map((seed) => murmur3(said, seed).toString(16).padStart(8, '0')).join('');
  return keyOf(privateSpace(journey), `split_${uuidOf(journey)}_${hash}`);
};
const SEEDS = [0x0b5e_91c3, 0x74d2_2fa9] as const;

export const splitRepay = defineCommand({
  name: 'split.repay',
  input: z.object({ journey: journeyId, from: personId, to: personId, amount: money, date: calendarDate }),
  needs: ({ journey, ...given }) => [{ key: repayKey(journey, given) }],
  plan: (reads, { journey, from, to, amount, date }) => {
    if (from === to) return err({ type: 'InputInvalid', fields: ['to'] });
    if (amount.minor <= 0) return err({ type: 'InputInvalid', fields: ['amount'] });
    const key = repayKey(journey, { from, to, amount, date });
    if (recordAs('split', reads.get(key))?.trashedAt === 0) return err({ type: 'AlreadyThere', detail: key });
    const body = { cost: null, paidBy: from, shares: { [to]: 1 }, amount, date };
    return ok(
      madeOrEdited(reads, { space: spaceOfKey(key), id: idOfKey(key), type: 'split', journey, parent: '', body }),
    );
  },
});
