// The sample kitchen: a journey near its end that a newcomer can look round, told as the commands that make it.
import type { StepMove } from '../commands/step-state.ts';
import { addDays, dayNumber, DAY_MS } from '../kernel/calendar.ts';
import type { RecordKey } from '../kernel/ids.ts';
import type { Money } from '../kernel/money.ts';
import type { CalendarDate, Instant } from '../kernel/time.ts';
import type { CostCategory, CostKind } from '../records/cost.ts';
import type { RecordOf } from '../records/registry.ts';
import { journeySpace, privateSpace } from '../spaces/space.ts';
import { act, euros, type SampleAct } from './sample-act.ts';
import { agreedActs } from './sample-agreed.ts';
import { sampleDays, type SampleDays } from './sample-days.ts';
import type { SampleMedia } from './sample-media.ts';
import { awardOf, quoteActs } from './sample-quote-acts.ts';

/** Slug by key of the made steps, turned round: for the runner's `stepKey`. */
export const stepKeyBySlug = (steps: readonly RecordOf<'step'>[]): ReadonlyMap<string, RecordKey> =>
  new Map(steps.flatMap(({ key, body }) => (body.slug == null ? [] : [[body.slug, key] as const])));

/**
 * The acts in order. The first starts the journey; the others need its steps, and find the imported files if they are
 * there already. `at` is now: nothing that was done in the sample was done later. The days are those of the photos, moved so that it is
 * looked at in its last week (sample-days.ts); the papers keep the dates that are printed on them.
 */
export const sampleKitchen = (media: readonly SampleMedia[], at: Instant): readonly SampleAct[] =>
  sampleActs(media, { at, days: sampleDays(at) });

interface When {
  readonly at: Instant;
  readonly days: SampleDays;
}

const sampleActs = (media: readonly SampleMedia[], when: When): readonly SampleAct[] => [
  act('journey.start', ({ journey }) => ({
    journey,
    name: 'Sample kitchen',
    area: 'Kitchen',
    address: 'Lindenstrasse 14, 10969 Berlin',
    currency: 'EUR',
    startDate: when.days.day(START),
    template: 'kitchen',
    budget: euros(1_850_000),
    sample: true,
  })),
  // The kitchen is delivered in nine weeks, and nobody strips out the old one long before.
  act('step.edit', ({ stepKey }) => ({ key: stepKey('order'), set: { durationDays: 63 } })),
  act('step.edit', ({ stepKey }) => ({ key: stepKey('demolition'), set: { startDate: when.days.day('2026-03-09') } })),
  act('baseline.keep', ({ journey }) => ({ journey, name: 'As planned at the start', day: when.days.day(START) })),
  act('budget.set', ({ journey, stepKey }) => ({
    journey,
    categories: plannedByCategory,
    steps: Object.fromEntries(plannedByStep.map(([slug, minor]) => [stepKey(slug), euros(minor)])),
  })),
  ...finished.flatMap(([slug, from, to]) => [
    move(slug, 'start', { on: from, when }),
    move(slug, 'complete', { on: to, when }),
  ]),
  move('interim', 'skip', { on: '2026-03-09', when }),
  move('painting', 'start', { on: '2026-05-26', when }),
  move('finish', 'start', { on: '2026-05-29', when }),
  move('finish', 'block', {
    on: '2026-05-29',
    when,
    reason: 'One front came scratched. Hartmann Kitchens delivers the new one and fits it.',
  }),
  act('step.deliver', ({ stepKey }) => ({
    key: stepKey('finish'),
    set: { what: 'New front', promised: when.days.day('2026-06-09') },
  })),
  act(
    'step.add',
    ({ journey }) => ({
      journey,
      name: 'Pay the last invoice and file the warranties',
      durationDays: 1,
      notes: 'Only after the new front is fitted.',
    }),
    LAST_STEP,
  ),
  act('step.edit', ({ made, stepKey }) => ({ key: made(LAST_STEP), set: { dependsOn: [stepKey('finish')] } })),
  ...quoteActs(when.days),
  ...media.flatMap((paper) => costsOfPaper(paper, when.days)),
  ...spending.map(([description, cost]) =>
    act('cost.add', ({ journey, stepKey }) => ({
      journey,
      description,
      ...cost,
      date: when.days.day(cost.date),
      step: stepKey(cost.step),
      receipt: null,
    })),
  ),
  ...tasks.map(([slug, title, due, at]) =>
    act('task.add', ({ journey, stepKey, mediaKey }) => {
      const on = at === undefined ? null : mediaKey(FINISHED);
      return {
        space: on === null ? journeySpace(journey) : privateSpace(journey),
        journey,
        parent: stepKey(slug),
        title,
        due: due === null ? null : when.days.day(due),
        ...(at === undefined ? {} : { list: 'punch' }),
        ...(at === undefined || on === null ? {} : { pin: { on, ...at } }),
      };
    }),
  ),
  ...agreedActs(when.days),
  ...comments.map(([slug, text]) =>
    act('comment.add', ({ journey, stepKey }) => ({
      space: journeySpace(journey),
      journey,
      parent: stepKey(slug),
      text,
    })),
  ),
];

const START = '2026-02-02';
/** Under which the step is found that the template does not have. */
const LAST_STEP = 'step-last';

const NOON_MS = DAY_MS / 2;

const move = (
  slug: string,
  step: StepMove,
  { on, when, reason }: { readonly on: CalendarDate; readonly when: When; readonly reason?: string },
): SampleAct =>
  act('step.change', ({ stepKey }) => ({
    key: stepKey(slug),
    move: step,
    at: Math.min(dayNumber(when.days.day(on)) * DAY_MS + NOON_MS, when.at),
    ...(reason === undefined ? {} : { reason }),
  }));

/** Slug, first day, last day. */
const finished = [
  ['measure', '2026-02-02', '2026-02-02'],
  ['plan', '2026-02-03', '2026-02-08'],
  ['quotes', '2026-02-09', '2026-02-20'],
  ['order', '2026-02-23', '2026-05-02'],
  ['demolition', '2026-03-09', '2026-03-12'],
  ['plumbing', '2026-03-17', '2026-03-19'],
  ['electrics', '2026-03-24', '2026-03-26'],
  ['plaster', '2026-03-30', '2026-04-07'],
  ['floor', '2026-04-09', '2026-04-13'],
  ['tiling', '2026-04-15', '2026-04-18'],
  ['cabinets', '2026-05-04', '2026-05-07'],
  ['worktop', '2026-05-11', '2026-05-14'],
  ['appliances', '2026-05-18', '2026-05-20'],
] as const;

/** What the quotes came to, category by category; together the whole budget. Two were a little too hopeful. */
const plannedByCategory = {
  cabinets: euros(820_000),
  plumbing: euros(250_000),
  electrics: euros(240_000),
  labour: euros(160_000),
  flooring: euros(100_000),
  waste: euros(60_000),
  fixtures: euros(45_000),
  tiling: euros(40_000),
  painting: euros(85_000),
  walls: euros(20_000),
  other: euros(30_000),
} satisfies Partial<Record<CostCategory, Money>>;

const plannedByStep = [
  ['demolition', 60_000],
  ['plumbing', 250_000],
  ['electrics', 240_000],
  ['plaster', 180_000],
  ['floor', 100_000],
  ['tiling', 40_000],
  ['cabinets', 820_000],
  ['appliances', 45_000],
  ['painting', 85_000],
] as const;

const categoryByStep: Readonly<Record<string, CostCategory>> = {
  demolition: 'waste',
  plumbing: 'plumbing',
  electrics: 'electrics',
  plaster: 'walls',
  tiling: 'tiling',
  cabinets: 'cabinets',
  appliances: 'appliances',
};

/** The receipt that is left for the person to accept, so that the sample shows how a reading offers itself. */
const OFFERED = 'receipt-elektro-haus.jpg';

interface Payment {
  readonly part?: string;
  readonly minor?: number;
  readonly kind?: CostKind;
  /** Null: it is still due. */
  readonly on: CalendarDate | null;
}

/** How the quotes were paid; the kitchen fitter still waits for the last tenth, until the last front hangs. */
const paymentsByFile: Readonly<Record<string, readonly Payment[]>> = {
  'quote-miller-plumbing.pdf': [{ on: '2026-03-30' }],
  'quote-nordlicht-elektro.pdf': [{ on: '2026-04-07' }],
  'quote-hartmann-kitchens.pdf': [
    { part: '40 % on order', minor: 322_452, kind: 'deposit', on: '2026-02-25' },
    { part: '50 % on delivery', minor: 403_065, kind: 'part', on: '2026-05-04' },
    { part: 'last 10 %', minor: 80_613, kind: 'retention', on: null },
  ],
};

// A paper with a total became a cost when it was paid.
const costsOfPaper = (
  { file, paper, title, caption, step, vendor = '', date, total }: SampleMedia,
  { day }: SampleDays,
): readonly SampleAct[] => {
  if (paper === undefined || total === undefined || date === undefined || file === OFFERED) return [];
  const payments = paymentsByFile[file] ?? [{ on: addDays(date, paper === 'receipt' ? 0 : 14) }];
  return payments.map(({ part, minor = total.minor, kind = 'expense', on }) =>
    act('cost.add', (place) => ({
      journey: place.journey,
      description: [paper === 'quote' ? caption : title, part ?? []].flat().join(', '),
      amount: { ...total, minor },
      category: categoryByStep[step] ?? 'other',
      vendor,
      step: place.stepKey(step),
      state: on === null ? 'due' : 'paid',
      date: on === null ? null : day(on),
      receipt: place.mediaKey(file),
      kind,
      ...(paper === 'quote' ? { against: awardOf(file, place) } : {}),
    })),
  );
};

const spending = [
  [
    'Plasterer, walls and chases',
    {
      amount: euros(145_000),
      category: 'labour',
      vendor: 'Reinhold Putz',
      step: 'plaster',
      state: 'paid',
      date: '2026-04-10',
    },
  ],
  [
    'Oak parquet, 11 m2, and underlay',
    {
      amount: euros(98_000),
      category: 'flooring',
      vendor: 'Parkett Nord',
      step: 'floor',
      state: 'paid',
      date: '2026-04-08',
    },
  ],
  [
    'Wall paint and filler',
    {
      amount: euros(21_430),
      category: 'painting',
      vendor: 'Farben Lenz',
      step: 'painting',
      state: 'paid',
      date: '2026-05-23',
    },
  ],
  [
    'Sink and mixer tap',
    {
      amount: euros(38_900),
      category: 'fixtures',
      vendor: 'Bad und Becken',
      step: 'appliances',
      state: 'due',
      date: '2026-05-22',
    },
  ],
] as const;

const FINISHED = '11-finished.jpg';

/** Of a defect where it is on the last photo. */
type Spot = { readonly x: number; readonly y: number };

const tasks: readonly (readonly [slug: string, title: string, due: CalendarDate | null, spot?: Spot])[] = [
  ['finish', 'Chase Hartmann about the scratched front', '2026-06-04'],
  ['finish', 'Tighten the loose handle', null, { x: 0.3, y: 0.68 }],
  ['finish', 'Renew the silicone behind the tap', null, { x: 0.5, y: 0.56 }],
  ['painting', 'Second coat on the ceiling', '2026-06-05'],
  ['appliances', 'Register the oven for its warranty', '2026-06-17'],
];

const comments = [
  ['plumbing', 'Pressure test held 10 bar for half an hour. The record comes with the invoice.'],
  ['electrics', 'One more double socket right of the window than planned, for the coffee machine.'],
  ['plaster', 'Still damp behind the door. We wait until Monday before the floor goes in.'],
  ['cabinets', 'The front of the corner unit has a scratch. Photographed and reported the same day.'],
  ['finish', 'Hartmann confirmed the replacement. The last ten percent wait until it hangs.'],
] as const;
