// Random deeds about money and agreements: quotes and awards, change orders and what is signed of them, payments, costs and shares.
import type { RecordType } from '../../domain/records/registry.ts';
import { spaceKind } from '../../domain/spaces/space.ts';
import type { DeedMaker } from './random-deed.ts';
import { eur } from '../support/amounts.ts';

const quoteAdd: DeedMaker = [
  4,
  async ({ aDealSpace, words, euro, prng }, journey) => {
    const space = await aDealSpace(journey);
    if (space === null) return null;
    const line = (id: string) => ({
      id,
      description: words(),
      quantity: 1_000,
      unit: 'pc',
      unitPrice: null,
      amount: euro(),
    });
    const said = { title: words(), number: '', validUntil: null, terms: words(), lines: [line('l1'), line('l2')] };
    const rest = { ...said, subtotal: null, discount: null, tax: null, document: null };
    const total = prng.chance(0.7) ? euro() : null;
    return {
      name: 'quote.add',
      input: { journey, space, vendor: words(), total, currency: 'EUR', party: null, step: null, date: null, rest },
    };
  },
];

/** Accepted, and signed by a press of its own. */
const quoteWork: DeedMaker = [
  6,
  async ({ one, prng, euro }) => {
    const quote = await one('quote');
    if (quote === null) return null;
    return prng.chance(0.6)
      ? { name: 'quote.accept', input: { key: quote.key } }
      : { name: 'quote.edit', input: { key: quote.key, set: { total: euro() } } };
  },
];

const awardTakeBack: DeedMaker = [
  2,
  async ({ one }) => {
    const award = await one('award');
    return award === null ? null : { name: 'record.trash', input: { key: award.key } };
  },
];

const allocationSet: DeedMaker = [
  5,
  async ({ one, prng }) => {
    // An award, or a bill; of a cost of the family's own it is refused.
    const of = prng.chance(0.6) ? await one('award') : await one('cost');
    if (of === null) return null;
    const rate = { value: prng.pick(['0.9', '1.1', '1.25']), to: 'CHF', on: null };
    const categories = { [prng.pick(['', 'tiles', 'pipes'])]: prng.pick(['tiling', 'walls', 'other']) };
    const said = prng.pick([{ rate }, { categories }, { rate, categories }, { rate: null }]);
    return { name: 'allocation.set', input: { of: of.key, ...said } };
  },
];

const comparisonPlace: DeedMaker = [
  4,
  async ({ one, prng }) => {
    const quote = await one('quote');
    if (quote === null) return null;
    const names = quote.body.lines.map(({ id, description }) => [`${quote.id} ${description}`, id] as const);
    if (names.length === 0) return null;
    const [name, line] = prng.pick(names);
    const place = prng.chance(0.2) ? null : { row: prng.pick(['', '+', 'row_1']), line };
    return { name: 'comparison.place', input: { journey: quote.journey, lines: { [name]: place } } };
  },
];

const changeAdd: DeedMaker = [
  5,
  async ({ aDealSpace, words, euro, prng, one }, journey) => {
    const space = await aDealSpace(journey);
    if (space === null) return null;
    const step = prng.chance(0.5) ? ((await one('step'))?.key ?? null) : null;
    const input = {
      journey,
      space,
      title: words(),
      why: words(),
      amount: euro(),
      days: prng.below(9),
      lines: [],
      step,
    };
    return { name: 'change.add', input: { ...input, against: null } };
  },
];

const changeWork: DeedMaker = [
  6,
  async ({ one, prng, words, euro }) => {
    const change = await one('change');
    if (change === null) return null;
    const { key, body } = change;
    if (prng.chance(0.3) && body.step !== null)
      return { name: 'change.plan', input: { key, step: body.step, days: prng.below(9) } };
    const set = prng.pick([{ amount: euro() }, { why: `${body.why}\n${words()}` }, { days: prng.below(9) }]);
    return { name: 'change.edit', input: { key, set } };
  },
];

const sign: DeedMaker = [
  18,
  async ({ one, prng, words, store }) => {
    const isAward = prng.chance(0.25);
    const record = await one(isAward ? 'award' : 'change');
    if (record === null) return null;
    const isGuest = store.roleIn(record.space) === 'contractor';
    const verdict = prng.pick(['propose', 'approve', 'approve', 'decline', 'withdraw'] as const);
    return { name: 'sign', record, verdict: isAward && !isGuest ? 'award' : verdict, reason: words() };
  },
];

const paymentAdd: DeedMaker = [
  3,
  async ({ aDealSpace, words, euro, day, prng, one }, journey) => {
    const space = await aDealSpace(journey);
    if (space === null) return null;
    const against = prng.chance(0.4) ? ((await one('award'))?.key ?? null) : null;
    return {
      name: 'payment.add',
      input: { journey, space, title: words(), amount: euro(), against, dueBy: day(), step: null, needsPhotos: false },
    };
  },
];

const paymentWork: DeedMaker = [
  6,
  async ({ one, prng, euro, day }) => {
    const payment = await one('payment');
    if (payment === null) return null;
    const { key, space } = payment;
    switch (prng.below(3)) {
      case 0:
        return { name: 'payment.edit', input: { key, set: prng.pick([{ amount: euro() }, { dueBy: day() }]) } };
      case 1:
        return {
          name: 'payment.show',
          input: { key, photos: [`${space}|photo_00000000-0000-7000-8000-00000000000${prng.below(9)}`] },
        };
      default: {
        const paidOn = prng.chance(0.8) ? day() : null;
        return { name: 'payment.paid', input: { key, paidOn, cost: (await one('cost'))?.key ?? null } };
      }
    }
  },
];

const costAdd: DeedMaker = [
  5,
  async ({ aDealSpace, words, prng, day, store }, journey) => {
    const space = await aDealSpace(journey);
    if (space === null) return null;
    const isPrivate = spaceKind(space) === 'private';
    return {
      name: 'cost.add',
      input: {
        journey,
        space,
        description: words(),
        amount: eur(10_000 + prng.below(90_000)),
        category: 'labour',
        vendor: '',
        step: null,
        state: 'due',
        date: null,
        receipt: null,
        kind: prng.pick(['expense', 'deposit', 'part'] as const),
        tax: eur(prng.below(9_000)),
        dueDate: day(),
        ...(isPrivate && prng.chance(0.4) ? { split: { paidBy: store.me, shares: { [store.me]: 1 } } } : {}),
      },
    };
  },
];

const holdBack: DeedMaker = [
  6,
  async ({ one, prng, day }) => {
    const cost = await one('cost');
    if (cost === null) return null;
    const amount = { minor: 1 + prng.below(9_000), currency: 'EUR' };
    return { name: 'cost.holdBack', input: { key: cost.key, amount, until: day() } };
  },
];

const splitWork: DeedMaker = [
  5,
  async ({ one, prng, store, euro }, journey) => {
    const person = (await one('person'))?.id ?? store.me;
    const cost = await one('cost');
    if (prng.chance(0.3) || cost === null) {
      // Few amounts and one day: people who pay twice while apart.
      const amount = { minor: 100 * (1 + prng.below(3)), currency: 'EUR' };
      return { name: 'split.repay', input: { journey, from: store.me, to: person, amount, date: '2027-03-01' } };
    }
    const shares = { [store.me]: 1 + prng.below(3), [person]: 1 + (euro().minor % 3) };
    return { name: 'split.set', input: { cost: cost.key, paidBy: prng.pick([store.me, person, null]), shares } };
  },
];

const savingDismiss: DeedMaker = [
  2,
  async ({ prng }, journey) => ({
    name: 'saving.dismiss',
    input: { journey, kind: 'twice', about: `found ${prng.below(3)}` },
  }),
];

const LATER = [
  'decision',
  'selection',
  'change',
  'payment',
  'quote',
  'award',
  'allocation',
  'split',
  'saving',
  'comparison',
  'log',
  'baseline',
] as const satisfies readonly RecordType[];

const trashAndBack: DeedMaker = [
  6,
  async ({ one, prng }) => {
    const isBack = prng.chance(0.5);
    const found = await one(prng.pick(LATER), isBack ? 'only' : 'without');
    return found === null ? null : { name: isBack ? 'record.restore' : 'record.trash', input: { key: found.key } };
  },
];

const CONTESTED = ['cost', 'change', 'decision', 'selection', 'payment', 'quote', 'allocation', 'split'] as const;

const settle: DeedMaker = [
  5,
  async ({ store, prng }) => {
    const all = await Promise.all(CONTESTED.map((type) => store.find({ type })));
    const open = all.flat().filter(({ past }) => past.contested !== undefined);
    if (open.length === 0) return null;
    const { key, past } = prng.pick(open);
    const { field, values } = prng.pick(past.contested ?? []);
    return { name: 'record.settle', input: { key, field, value: prng.pick(values).value } };
  },
];

/** One of this person's last deeds. */
const undo: DeedMaker = [
  4,
  async ({ store, prng }, journey) => {
    const own = (await store.find({ type: 'event', journey, latest: 30 })).filter(
      ({ createdBy, body }) => createdBy === store.me && body.undoneBy === null,
    );
    if (own.length === 0) return null;
    const { deed } = prng.pick(own).body;
    const events = own.filter(({ body }) => body.deed === deed);
    const records = [...new Set(events.flatMap(({ body }) => body.changes.map(({ key }) => key)))];
    return { name: 'deed.undo', input: { events: events.map(({ key }) => key), records } };
  },
];

export const DEALS: readonly DeedMaker[] = [
  quoteAdd,
  quoteWork,
  awardTakeBack,
  allocationSet,
  comparisonPlace,
  changeAdd,
  changeWork,
  sign,
  paymentAdd,
  paymentWork,
  costAdd,
  holdBack,
  splitWork,
  savingDismiss,
  trashAndBack,
  settle,
  undo,
];
