// Nothing in the tray is lost by trying again: each field of each record type is carried, need not be, or stays in the tray.
import { describe, expect, it } from 'vitest';
import type { AnyRecord } from '../../../domain/records/envelope.ts';
import { definitionByType, isDerivedField, type RecordType } from '../../../domain/records/registry.ts';
import { NEED_NOT, restOf } from '../../../src-renderer/features/sync/tray-rest.ts';
import { retryOf } from '../../../src-renderer/features/sync/tray-retry.ts';
import { ANNA, aRecord, JOURNEY, UUID } from '../../support/records.ts';

const KEY = `${JOURNEY}|step_${UUID}`;
const MAIL = `${JOURNEY}|document_${UUID}`;
const amount = { minor: 5_000, currency: 'EUR' };
const day = '2026-03-12';
const sha = 'a'.repeat(64);
const place = { page: 1, box: [0, 0, 1, 1] };
const original = { sha, bytes: 9, mime: 'image/jpeg', name: 'IMG_1.jpg', preview: { sha, bytes: 3 }, mail: MAIL };

/** Each with every field that its type has, and something in it. */
const full = {
  step: {
    name: 'Tiling',
    notes: 'Start left',
    order: 'a1',
    state: 'blocked',
    blockedReason: 'No tiles',
    startDate: day,
    durationDays: 3,
    dependsOn: [KEY],
    assignee: ANNA,
    startedAt: 5,
    finishedAt: 6,
    slug: 'tiling',
    workDays: [1, 2, 3],
    deliveries: { delivery_1: { what: 'Tiles', promised: day, arrived: null } },
    movedTo: KEY,
  },
  cost: {
    description: 'Tiles',
    amount,
    category: 'tiling',
    vendor: 'Kontor',
    step: KEY,
    state: 'paid',
    date: day,
    receipt: KEY,
    kind: 'part',
    tax: { minor: 1, currency: 'EUR' },
    dueDate: day,
    rate: { value: '0.92', to: 'CHF', on: day },
    against: KEY,
    movedTo: KEY,
    payment: KEY,
  },
  comment: { text: 'On Monday', place, mentions: [ANNA], movedTo: KEY },
  task: {
    title: 'Call',
    assignee: ANNA,
    due: day,
    doneAt: 7,
    doneBy: ANNA,
    isReminder: true,
    party: KEY,
    list: 'punch',
    pin: { on: KEY, x: 0.5, y: 0.25 },
    checklist: { item_a: { text: 'Tap tight', photoRequired: true } },
    checked: { item_a: { at: 6, by: ANNA, photo: KEY } },
    proof: [KEY],
    verified: { at: 8, by: ANNA, of: 7 },
    sentBack: { at: 5, by: ANNA, of: 4, why: 'Drips' },
    movedTo: KEY,
  },
  log: {
    day,
    people: 'Jo',
    weather: 'Rain',
    done: 'Primed',
    notes: 'Late',
    minutes: 480,
    photos: [KEY],
    step: KEY,
  },
  message: {
    who: 'person',
    text: 'Hello',
    step: KEY,
    attachments: [KEY],
    answers: KEY,
    said: { kind: 'x' },
    model: { name: 'm', tokens: null, cost: null, failed: null },
    outcomes: { '0:done': { state: 'done', at: 1, by: ANNA, deed: null, made: [] } },
  },
  decision: {
    question: 'Which floor?',
    alternatives: { a1: { name: 'Oak' }, b7: { name: 'Slate' } },
    step: KEY,
    decided: { choice: 'b7', name: 'Slate', why: 'Lasts', at: 1, by: ANNA },
    deadline: day,
    agree: [ANNA],
    votes: { [ANNA]: 'b7' },
    follows: { deed_1: { records: [KEY], choice: 'Slate', at: 1, by: ANNA } },
    back: { deed: 'deed_2', records: [KEY], name: 'Oak', why: '', at: 1, by: ANNA },
  },
  alternative: {
    place: 'b7',
    photos: [KEY],
    cost: amount,
    days: 4,
    pros: 'Lasts',
    cons: 'Cold',
    links: [KEY],
    movedTo: KEY,
  },
  selection: {
    title: 'Tap',
    allowance: amount,
    deadline: day,
    step: KEY,
    chosen: { name: 'Grohe', price: amount, finding: KEY, at: 1, by: ANNA },
    movedTo: KEY,
  },
  change: {
    title: 'Socket',
    why: 'The window is wider',
    amount,
    days: 2,
    lines: ['Move it'],
    step: KEY,
    against: KEY,
    plannedDays: 2,
  },
  photo: {
    ...original,
    caption: 'The leak',
    width: 40,
    height: 30,
    takenAt: '2026-05-04T12:00:00',
    takenFix: '2026-05-04T13:00:00',
    thumb: 'abc',
    look: { sharpness: 1, light: 'good', likeness: '0'.repeat(16) },
    isFine: true,
    room: 'Cellar',
    steps: [KEY],
    turn: 90,
    marks: { mark_a: { kind: 'text', from: [0, 0], to: [0, 0], text: 'Here' } },
    mergedInto: KEY,
    pages: ['photo_1', 'photo_2'],
    movedTo: KEY,
  },
  document: { ...original, title: 'Contract', pages: 2, replaces: KEY, movedTo: KEY },
  baseline: { name: 'As agreed', day, steps: { [KEY]: { name: 'Tiling', start: day, end: day } } },
  pair: { before: KEY, after: `${KEY}b`, isPair: true, isTwice: false, align: { x: 0, y: 0, scale: 1 }, movedTo: KEY },
  quote: {
    vendor: 'Miller',
    title: 'Bath',
    number: '7',
    date: day,
    validUntil: day,
    terms: '30 days',
    lines: [{ id: 'l1', description: 'Work', quantity: 1, unit: '', unitPrice: amount, amount }],
    subtotal: amount,
    discount: amount,
    tax: amount,
    total: amount,
    currency: 'EUR',
    document: KEY,
    party: KEY,
    step: KEY,
    places: { total: place },
    start: day,
    days: 12,
    replaces: KEY,
    revision: KEY,
    movedTo: KEY,
  },
  question: {
    text: 'Slate tiles',
    kind: 'product',
    step: KEY,
    state: 'dropped',
    search: 'answered',
    askedBy: ANNA,
    results: [{ url: 'https://shop.example/', title: 'Slate', snippet: '' }],
    provider: 'P',
    answeredAt: 1,
  },
  finding: {
    url: 'https://shop.example/',
    title: 'Slate',
    site: 'shop.example',
    snippet: 'Grey',
    kind: 'product',
    question: KEY,
    step: KEY,
    state: 'chosen',
    tags: ['grey'],
    notes: 'Heavy',
    prices: { 1: { amount, unit: '', quantity: 1, from: 'person' } },
    page: 'kept',
    askedBy: ANNA,
    checkedAt: 1,
    contact: 'Phone',
    contactedOn: day,
    answeredOn: day,
    made: KEY,
  },
} as const satisfies Partial<Record<RecordType, object>>;

/** No command makes these anew from the tray: no retry is offered, and the entry stays whole. */
const NEVER_ANEW = [
  'journey',
  'budget',
  'conversation',
  'award',
  'allocation',
  'comparison',
  'split',
  'saving',
  'reading',
  'webpage',
  'household',
  'person',
  'party',
  'event',
  'approval',
  'payment',
];

/** What no command carries: the entry stays in the tray with it, and says so. */
const STAYS: Readonly<Record<string, readonly string[]>> = {
  // A reminder is for oneself; and what was found good or sent back is the family's to say again.
  task: ['doneBy', 'party', 'list', 'pin', 'checklist', 'checked', 'proof', 'verified', 'sentBack'],
  // What hung on it hangs on no other; a vote is cast anew.
  decision: ['votes', 'follows', 'back'],
  // Only the assistant's have them.
  message: ['model', 'outcomes'],
  // Said of by the person beside what is asked anew.
  question: ['state'],
  finding: ['made'],
};

const isFull = (type: string): type is keyof typeof full => Object.hasOwn(full, type);
const types = Object.keys(full).filter(isFull);
const of = (type: keyof typeof full, body: object = full[type]): AnyRecord =>
  aRecord({ id: `${type}_1`, type, parent: KEY, body: { ...body } });
const anewOf = (record: AnyRecord) => retryOf({ record, fields: [] }, { standing: null, mayWrite: true });

describe('what a retry leaves behind', () => {
  it('is looked at for every record type and every field of it', () => {
    expect([...types, ...NEVER_ANEW].toSorted()).toEqual(Object.keys(definitionByType).toSorted());
    const fieldsByType = (shown: (type: (typeof types)[number]) => object) =>
      Object.fromEntries(types.map((type) => [type, Object.keys(shown(type)).toSorted()]));
    expect(fieldsByType((type) => full[type])).toEqual(fieldsByType((type) => definitionByType[type].body.shape));
    expect(NEVER_ANEW.filter((type) => anewOf(aRecord({ type })) !== null)).toEqual([]);
  });

  it.each(types)('carries or keeps back each field of a new %s, and those with a reason only', (type) => {
    const record = of(type);
    const retry = anewOf(record);
    if (retry === null) throw new Error('no retry');
    expect(restOf({ record, fields: [] }, retry, null)).toEqual(STAYS[type] ?? []);
    const said = JSON.stringify(retry.input);
    const reasons = { ...NEED_NOT[''], ...NEED_NOT[type] };
    // Not by its own word: what is neither left nor excused is in the command under some name, or the test says how.
    const untold = Object.entries(full[type]).filter(([field, value]) => {
      const excused = Object.hasOwn(reasons, field) || isDerivedField(type, field) || STAYS[type]?.includes(field);
      const otherwise = ['alternatives', 'decided', 'isReminder', 'assignee', 'chosen'].includes(field);
      return excused !== true && !otherwise && !said.includes(JSON.stringify(value));
    });
    expect(untold).toEqual([]);
  });

  it('keeps back what a newer version put into a record', () => {
    const record = of('cost', { ...full.cost, colour: 'blue' });
    const retry = anewOf(record);
    expect(retry === null ? null : restOf({ record, fields: [] }, retry, null)).toEqual(['colour']);
  });

  it('says what an edit of what stands leaves, and the next retry takes it', () => {
    const record = of('step', { ...full.step, state: 'done' });
    const standing = of('step', { ...full.step, notes: '', state: 'doing' });
    const present = { standing, mayWrite: true };
    const first = retryOf({ record, fields: [] }, present);
    expect(first).toMatchObject({ command: 'step.edit', input: { set: { notes: 'Start left' } } });
    const left = first === null ? [] : restOf({ record, fields: [] }, first, standing);
    expect(left).toEqual(['state']);
    const second = retryOf({ record, fields: left, isRest: true }, present);
    expect(second).toMatchObject({ command: 'step.change', input: { move: 'complete' } });
    expect(second === null ? null : restOf({ record, fields: left }, second, standing)).toEqual([]);
  });

  it('keeps a whole task of a list: only what is the family’s to say stays in the tray', () => {
    const { isReminder: _reminder, ...body } = full.task;
    const record = of('task', body);
    const retry = anewOf(record);
    expect(retry?.command).toBe('task.add');
    expect(retry === null ? null : restOf({ record, fields: [] }, retry, null)).toEqual(['verified', 'sentBack']);
  });

  it('does not make a thing twice whose rest stays in the tray', () => {
    const rest = { record: of('task'), fields: ['party'], isRest: true };
    expect(retryOf(rest, { standing: null, mayWrite: true })).toBeNull();
  });
});
