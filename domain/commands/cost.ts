// Recording what something costs, due or paid, and holding part of it back. Private to the family unless a space is named.
import { z } from 'zod';
import { idOfKey, keyOf, recordKey, spaceId, spaceOfKey, typeOfId, uuidOf, type RecordKey } from '../kernel/ids.ts';
import { money } from '../kernel/money.ts';
import { err, ok } from '../kernel/result.ts';
import { calendarDate } from '../kernel/time.ts';
import { splitMoney } from '../money/split.ts';
import { costBody, HELD } from '../records/cost.ts';
import { splitBody } from '../records/split.ts';
import { recordAs, type BodyOf } from '../records/registry.ts';
import { privateSpace } from '../spaces/space.ts';
import { edited, findLive, made, madeOrEdited } from './changes.ts';
import { defineCommand, type CommandFailure } from './command.ts';
import { defineEdit } from './edit.ts';
import { journeyId } from './journey.ts';
import { splitPlace } from './split.ts';

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

/** What only some costs have. */
const further = {
  kind: shape.kind,
  tax: shape.tax,
  dueDate: shape.dueDate,
  rate: shape.rate,
  against: shape.against,
};

type Figures = Pick<BodyOf<'cost'>, 'amount' | 'tax' | 'rate' | 'against'>;

/** What must hold of a cost's figures together; null when it does. */
const oddFigures = ({ amount, tax, rate, against }: Figures): CommandFailure | null => {
  if (tax != null && tax.currency !== amount.currency) return { type: 'CurrencyMismatch', fields: ['tax'] };
  // Tax is a part of the amount: not more than it, and of a credit it is given back.
  if (tax != null && (Math.abs(tax.minor) > Math.abs(amount.minor) || tax.minor * amount.minor < 0))
    return { type: 'InputInvalid', fields: ['tax'] };
  if (rate != null && rate.to === amount.currency) return { type: 'CurrencyMismatch', fields: ['rate'] };
  if (against != null && !['award', 'change'].includes(typeOfId(idOfKey(against))))
    return { type: 'InputInvalid', fields: ['against'] };
  return null;
};

export const costAdd = defineCommand({
  name: 'cost.add',
  input: z.object({
    journey: journeyId,
    space: spaceId.optional(),
    ...costFields,
    ...further,
    /** Who paid and whose it is, kept in the family's own space in the same deed. */
    split: splitBody.pick({ paidBy: true, shares: true }).strip().optional(),
  }),
  needs: () => [],
  plan: (_reads, { journey, space = privateSpace(journey), split, ...body }, { newId }) => {
    const odd = oddFigures(body);
    if (odd !== null) return err(odd);
    const id = newId('cost');
    const cost = keyOf(space, id);
    const whose =
      split === undefined
        ? []
        : [made({ ...splitPlace(cost), journey, body: { cost, ...split, amount: null, date: null } })];
    return ok([made({ space, id, type: 'cost', journey, parent: '', body }), ...whose]);
  },
});

const FIGURES = ['amount', 'tax', 'rate', 'against'];

export const costEdit = defineEdit({
  name: 'cost.edit',
  type: 'cost',
  fields: { ...costFields, ...further },
  // Only what is said now is judged, together with what it stands beside.
  check: (_reads, { body }, set) =>
    FIGURES.some((name) => set[name] !== undefined) ? oddFigures({ ...body, ...set }) : null,
});

/** One for each cost: two people who hold back of it while apart made one retention, and not two. */
export const heldKey = (cost: RecordKey): RecordKey => keyOf(spaceOfKey(cost), `cost_${uuidOf(idOfKey(cost))}${HELD}`);

/** One cost becomes two whose amounts, and whose tax, sum to what it was: what is to be paid now, and what is held back until a day. */
export const costHoldBack = defineCommand({
  name: 'cost.holdBack',
  input: z.object({ key: recordKey, amount: money, until: calendarDate.nullable() }),
  needs: ({ key }) => [{ key }, { key: heldKey(key) }],
  plan: (reads, { key, amount: held, until }) => {
    const found = findLive(reads, 'cost', key);
    if (!found.ok) return found;
    const { body, space, journey } = found.value;
    const { amount, tax } = body;
    if (held.currency !== amount.currency) return err({ type: 'CurrencyMismatch', fields: ['amount'] });
    const retention = recordAs('cost', reads.get(heldKey(key)));
    if (retention?.trashedAt === 0) return err({ type: 'AlreadyThere', detail: retention.key });
    // What is paid can't be held back any more.
    if (body.state === 'paid') return err({ type: 'NotAllowed', fields: ['state'] });
    if (held.minor <= 0 || held.minor >= amount.minor) return err({ type: 'InputInvalid', fields: ['amount'] });
    const rest = { minor: amount.minor - held.minor, currency: amount.currency };
    const taxes = tax == null ? {} : splitMoney(tax, { rest: rest.minor, held: held.minor });
    const { movedTo: _movedTo, payment: _planned, ...same } = body;
    return ok([
      ...edited(found.value, { body: { amount: rest, tax: taxes['rest'] } }),
      ...madeOrEdited(reads, {
        space,
        id: idOfKey(heldKey(key)),
        type: 'cost',
        journey,
        parent: '',
        body: {
          ...same,
          kind: 'retention',
          amount: held,
          dueDate: until,
          ...(tax == null ? {} : { tax: taxes['held'] }),
        },
      }),
    ]);
  },
});
