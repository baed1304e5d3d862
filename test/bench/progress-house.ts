// Journeys with a history, for `bench analytics`: steps that were begun, blocked and done, what was paid for them, and an event for every deed.
import { randomInt, randomLcg } from 'd3-random';
import type { FiguresInput } from '../../domain/analytics/journey-figures.ts';
import { dateOfDay, dayOfInstant } from '../../domain/kernel/calendar.ts';
import { keyOf, type RecordKey } from '../../domain/kernel/ids.ts';
import type { AnyRecord } from '../../domain/records/envelope.ts';
import { COST_CATEGORIES } from '../../domain/records/cost.ts';
import { recordAs, type RecordOf, type RecordType } from '../../domain/records/registry.ts';
import { journeySpace, privateSpace } from '../../domain/spaces/space.ts';

const DAY_MS = 86_400_000;
/** Monday, 5 January 2026, at eight. */
const SINCE = Date.UTC(2026, 0, 5, 8);
const ME = 'person_01890000-0000-7000-8000-00000000000a';
/** Of a hundred records: the others are events, as on a device. */
const SHARES = { step: 7, cost: 15, task: 9, decision: 2 } as const;
const REASONS = ['Tiles not delivered', 'Permit', 'Plaster is wet', 'The plumber did not come', 'Not decided'];

export interface HistoryJourney {
  readonly input: FiguresInput;
  readonly records: number;
}

/** A journey of so many records, about half done. The same number gives the same journey. */
export const historyJourney = (number: number, records: number): HistoryJourney => {
  const uniform = randomLcg((number + 1) / 1_000);
  const whole = (from: number, below: number): number => randomInt.source(uniform)(from, below)();
  const uuid = (n: number): string =>
    `${number.toString(16).padStart(8, '0')}-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
  const journeyId = `journey_${uuid(0)}`;
  const [shared, own] = [journeySpace(journeyId), privateSpace(journeyId)];
  const made: AnyRecord[] = [];
  const add = (type: RecordType, at: number, body: AnyRecord['body']): AnyRecord => {
    const space = type === 'step' || type === 'task' || type === 'journey' ? shared : own;
    const id = type === 'journey' ? journeyId : `${type}_${uuid(made.length + 1)}`;
    const record: AnyRecord = {
      key: keyOf(space, id),
      id,
      space,
      type,
      journey: journeyId,
      parent: '',
      v: 1,
      stamp: '',
      by: ME,
      createdAt: at,
      createdBy: ME,
      trashedAt: 0,
      past: {},
      body,
    };
    made.push(record);
    return record;
  };
  const tell = (at: number, about: AnyRecord, fields: Readonly<Record<string, readonly [unknown, unknown]>>): void => {
    const change = { key: about.key, type: about.type, kind: 'changed', fields };
    add('event', at, { deed: `deed_${made.length}`, command: 'x', at, changes: [change], undoneBy: null });
  };
  const count = (type: keyof typeof SHARES): number => Math.max(1, Math.floor((records * SHARES[type]) / 100));
  const euros = (): { readonly minor: number; readonly currency: string } => ({
    minor: whole(500, 300_000),
    currency: 'EUR',
  });
  const day = (at: number): string => dateOfDay(dayOfInstant(at));

  const journey = add('journey', SINCE, {
    name: `House ${number}`,
    area: '',
    address: '',
    currency: 'EUR',
    startDate: day(SINCE),
    state: 'active',
    template: null,
    sample: false,
  });
  add('budget', SINCE, {
    total: { minor: 90_000_000, currency: 'EUR' },
    categories: Object.fromEntries(COST_CATEGORIES.map((name) => [name, euros()])),
  });
  const steps: RecordKey[] = [];
  const total = count('step');
  let clock = SINCE;
  for (let n = 0; n < total; n += 1) {
    const planned = whole(1, 9);
    const start = clock + DAY_MS * whole(0, 3);
    const end = start + DAY_MS * Math.max(1, Math.round(planned * (0.6 + uniform() * 1.2)));
    const state = n < total / 2 ? 'done' : n % 9 === 4 ? 'blocked' : n % 7 === 3 ? 'doing' : 'todo';
    const begun = state === 'done' || state === 'doing';
    const reason = REASONS[n % REASONS.length] ?? '';
    const step = add('step', SINCE, {
      name: `Step ${n}`,
      notes: '',
      order: `a${String(n).padStart(5, '0')}`,
      state,
      blockedReason: state === 'blocked' ? reason : '',
      startDate: day(start - DAY_MS),
      durationDays: planned,
      dependsOn: [steps[n - whole(1, 4)], steps[n - 7]].flatMap((key) => key ?? []),
      assignee: n % 3 === 0 ? ME : null,
      startedAt: begun ? start : null,
      finishedAt: state === 'done' ? end : null,
    });
    steps.push(step.key);
    tell(SINCE, step, { name: [null, `Step ${n}`] });
    if (begun) tell(start, step, { state: ['todo', 'doing'], startedAt: [null, start] });
    if (n % 5 === 0 || state === 'blocked')
      tell(start + DAY_MS / 2, step, { state: ['doing', 'blocked'], blockedReason: ['', reason] });
    if (n % 5 === 0 && begun) tell(start + DAY_MS, step, { state: ['blocked', 'doing'], blockedReason: [reason, ''] });
    if (state === 'done') tell(end, step, { state: ['doing', 'done'], finishedAt: [null, end] });
    if (n < total / 2) clock = n % 3 === 0 ? end : clock;
  }
  for (let n = 0; n < count('cost'); n += 1) {
    const at = SINCE + whole(0, 200) * DAY_MS;
    const cost = add('cost', at, {
      description: `Cost ${n}`,
      amount: euros(),
      category: COST_CATEGORIES[n % COST_CATEGORIES.length],
      vendor: `Vendor ${n % 23}`,
      step: steps[n % total] ?? null,
      state: n % 4 === 0 ? 'due' : 'paid',
      date: day(at),
      receipt: null,
    });
    tell(at, cost, { description: [null, `Cost ${n}`] });
  }
  for (let n = 0; n < count('task'); n += 1)
    add('task', SINCE, {
      title: `Task ${n}`,
      assignee: n % 2 === 0 ? ME : null,
      due: day(SINCE + n * DAY_MS),
      doneAt: n % 3 === 0 ? SINCE + whole(0, 200) * DAY_MS : null,
    });
  for (let n = 0; n < count('decision'); n += 1)
    add('decision', SINCE, {
      question: `Which ${n}?`,
      alternatives: {},
      step: steps[n % total] ?? null,
      decided: null,
    });
  while (made.length < records) tell(SINCE + whole(0, 200) * DAY_MS, journey, { address: ['', 'Street'] });
  const all = <T extends RecordType>(type: T): readonly RecordOf<T>[] =>
    made.flatMap((record) => recordAs(type, record) ?? []);
  const [journeyRecord] = all('journey');
  if (journeyRecord === undefined) throw new Error('a journey without a journey');
  const now = clock + DAY_MS;
  return {
    records: made.length,
    input: {
      journey: journeyRecord,
      steps: all('step'),
      events: all('event'),
      tasks: all('task'),
      costs: all('cost'),
      decisions: all('decision'),
      selections: all('selection'),
      baselines: all('baseline'),
      payments: all('payment'),
      changes: [],
      awards: all('award'),
      quotes: all('quote'),
      allocations: all('allocation'),
      budget: all('budget')[0] ?? null,
      others: [],
      today: day(now),
      now,
    },
  };
};
