// A house under renovation as records: as many journeys as it takes, each with what a family writes down in a year.
import { keyOf, type PersonId, type RecordId, type RecordKey, type SpaceId } from '../../domain/kernel/ids.ts';
import type { Stamp } from '../../domain/kernel/stamp.ts';
import type { AnyRecord } from '../../domain/records/envelope.ts';
import { COST_CATEGORIES } from '../../domain/records/cost.ts';
import { definitionByType, type RecordType } from '../../domain/records/registry.ts';
import { STEP_STATES } from '../../domain/records/step.ts';
import { journeySpace, privateSpace } from '../../domain/spaces/space.ts';
import { words } from './words.ts';

/** Records a journey; every command leaves an event, so events are nearly half of what a device holds. */
export const PER_JOURNEY = 1_000;
const ONE_IN = { step: 12, task: 9, comment: 9, cost: 16, photo: 8, reading: 16, document: 40 } as const;

export interface HouseParts {
  readonly me: PersonId;
  readonly mint: () => Stamp;
  readonly uuid: () => string;
  /** When the house was begun, ms. */
  readonly since: number;
}

interface Where {
  readonly journey: RecordId;
  readonly space: SpaceId;
  /** '' or absent for what hangs on nothing. */
  readonly parent?: RecordKey;
}

/** One journey of `count` records; the first is the journey itself. */
export const journeyRecords = (
  number: number,
  count: number,
  { me, mint, uuid, since }: HouseParts,
): readonly AnyRecord[] => {
  const journey = `journey_${uuid()}`;
  const [shared, own] = [journeySpace(journey), privateSpace(journey)];
  const records: AnyRecord[] = [];
  const steps: RecordKey[] = [];
  const photos: AnyRecord[] = [];
  const say = (n: number, seed: number): string => words(n, number * 7_919 + records.length * 31 + seed);

  const add = (type: RecordType, where: Where, body: AnyRecord['body'], id = `${type}_${uuid()}`): AnyRecord => {
    const at = since + records.length * 60_000;
    const record: AnyRecord = {
      key: keyOf(where.space, id),
      id,
      space: where.space,
      type,
      journey,
      parent: where.parent ?? '',
      v: definitionByType[type].version,
      stamp: mint(),
      by: me,
      createdAt: at,
      createdBy: me,
      trashedAt: 0,
      past: {},
      body,
    };
    records.push(record);
    return record;
  };
  const money = (n: number) => ({ minor: 1_000 + ((n * 7_907) % 250_000), currency: 'EUR' });
  const sha = (): string => (uuid() + uuid()).replaceAll('-', '').slice(0, 64);
  const someStep = (n: number): RecordKey => steps[n % Math.max(1, steps.length)] ?? '';

  add(
    'journey',
    { journey, space: shared },
    {
      name: `House ${number}: ${say(2, 1)}`,
      area: say(1, 2),
      address: say(4, 3),
      currency: 'EUR',
      startDate: '2026-03-02',
      state: 'active',
      template: null,
      sample: false,
    },
    journey,
  );
  add(
    'budget',
    { journey, space: own },
    {
      total: { minor: 4_500_000, currency: 'EUR' },
      categories: Object.fromEntries(COST_CATEGORIES.map((name, n) => [name, money(n)])),
    },
    `budget_${journey.slice('journey_'.length)}`,
  );
  for (let n = 0; records.length < count; n += 1) {
    const before = records.length;
    if (n % ONE_IN.step === 0) {
      const order = `a${n.toString(36).padStart(4, '0')}V`;
      const step = add(
        'step',
        { journey, space: shared },
        {
          name: say(4, 4),
          notes: say(40, 5),
          order,
          state: STEP_STATES[n % STEP_STATES.length],
          blockedReason: '',
          startDate: '2026-04-01',
          durationDays: 3,
          dependsOn: steps.slice(-1),
          assignee: null,
          startedAt: null,
          finishedAt: null,
        },
      );
      steps.push(step.key);
    } else if (n % ONE_IN.photo === 1) {
      photos.push(
        add(
          'photo',
          { journey, space: own, parent: someStep(n) },
          {
            sha: sha(),
            bytes: 4_200_000,
            mime: 'image/jpeg',
            name: `IMG_${n}.jpg`,
            caption: say(4, 6),
            width: 4_032,
            height: 3_024,
            takenAt: '2026-04-01T10:11:12',
            thumb: 'a'.repeat(32),
          },
        ),
      );
    } else if (n % ONE_IN.task === 2) {
      add(
        'task',
        { journey, space: shared, parent: someStep(n) },
        { title: say(6, 7), assignee: null, due: null, doneAt: n % 2 === 0 ? since : null },
      );
    } else if (n % ONE_IN.comment === 3) {
      add(
        'comment',
        { journey, space: shared, parent: n % 5 === 0 ? (records[0]?.key ?? '') : someStep(n) },
        { text: say(25, 8) },
      );
    } else if (n % ONE_IN.cost === 4) {
      add(
        'cost',
        { journey, space: own },
        {
          description: say(5, 9),
          amount: money(n),
          category: COST_CATEGORIES[n % COST_CATEGORIES.length],
          vendor: say(2, 10),
          step: someStep(n),
          state: n % 3 === 0 ? 'due' : 'paid',
          date: '2026-05-03',
          receipt: null,
        },
      );
    } else if (n % ONE_IN.document === 5) {
      add(
        'document',
        { journey, space: own, parent: someStep(n) },
        { sha: sha(), bytes: 300_000, mime: 'application/pdf', name: `Quote ${n}.pdf`, title: say(4, 11), pages: 2 },
      );
    } else if (n % ONE_IN.reading === 6) {
      const of = photos.at(-1);
      if (of !== undefined) addReading(of);
    }
    const last = records.at(-1);
    if (records.length > before && last !== undefined && records.length < count) addEvent(last);
  }
  return records.slice(0, count);

  function addReading(of: AnyRecord): void {
    const text = say(120, 12);
    const read = text
      .split(' ')
      .map((word, at) => [word, (at % 8) * 90, at * 4, (at % 8) * 90 + 80, at * 4 + 30, 91] as const);
    add(
      'reading',
      { journey, space: own, parent: of.key },
      {
        sha: String(of.body['sha']),
        language: 'eng',
        pages: [{ width: 1_600, height: 2_200, source: 'ocr', text, words: read }],
        guess: null,
        offer: 'none',
        readAt: since,
      },
    );
  }

  function addEvent({ key, type, space, body }: AnyRecord): void {
    const fields = Object.fromEntries(Object.entries(body).map(([name, value]) => [name, [null, value]]));
    add(
      'event',
      { journey, space },
      {
        deed: `deed_${uuid()}`,
        command: type === 'reading' ? 'reading.save' : `${type}.add`,
        at: since + records.length * 60_000,
        changes: [{ key, type, kind: 'made', fields }],
        undoneBy: null,
      },
    );
  }
};
