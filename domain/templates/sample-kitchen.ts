// The sample kitchen: a journey near its end that a newcomer can look round, told as the commands that make it.
import type { CommandInput, CommandName } from '../commands/registry.ts';
import type { StepMove } from '../commands/step-state.ts';
import { addDays, dayNumber, DAY_MS } from '../kernel/calendar.ts';
import type { RecordId, RecordKey } from '../kernel/ids.ts';
import type { Money } from '../kernel/money.ts';
import type { CalendarDate, Instant } from '../kernel/time.ts';
import type { CostCategory } from '../records/cost.ts';
import type { RecordOf } from '../records/registry.ts';
import { journeySpace } from '../spaces/space.ts';
import type { SampleMedia } from './sample-media.ts';

/** Where the acts are played: the runner mints the journey's id and looks the keys up once the first act has run. */
export interface SamplePlace {
  readonly journey: RecordId;
  readonly stepKey: (slug: string) => RecordKey;
  /** The record of an imported file; null when it was not imported. */
  readonly mediaKey: (file: string) => RecordKey | null;
}

type Run<R> = <C extends CommandName>(command: C, input: CommandInput<C>) => R;

export interface SampleAct {
  readonly command: CommandName;
  /** Hands the command and its input to `run`, and answers what that answers. */
  readonly perform: <R>(run: Run<R>, place: SamplePlace) => R;
}

const act = <C extends CommandName>(command: C, input: (place: SamplePlace) => CommandInput<C>): SampleAct => ({
  command,
  perform: (run, place) => run(command, input(place)),
});

/** Slug by key of the made steps, turned round: for the runner's `stepKey`. */
export const stepKeyBySlug = (steps: readonly RecordOf<'step'>[]): ReadonlyMap<string, RecordKey> =>
  new Map(steps.flatMap(({ key, body }) => (body.slug == null ? [] : [[body.slug, key] as const])));

/**
 * The acts in order. The first starts the journey; the others need its steps, and find the imported files if they are
 * there already. `at` is now: nothing in the sample happens later. The days are those of the photos.
 */
export const sampleKitchen = (media: readonly SampleMedia[], at: Instant): readonly SampleAct[] => [
  act('journey.start', ({ journey }) => ({
    journey,
    name: 'Sample kitchen',
    area: 'Kitchen',
    address: 'Lindenstrasse 14, 10969 Berlin',
    currency: 'EUR',
    startDate: '2026-02-02',
    template: 'kitchen',
    budget: euros(1_850_000),
    sample: true,
  })),
  act('budget.set', ({ journey }) => ({ journey, categories: plannedByCategory })),
  ...finished.flatMap(([slug, from, to]) => [
    move(slug, 'start', { on: from, at }),
    move(slug, 'complete', { on: to, at }),
  ]),
  move('interim', 'skip', { on: '2026-03-09', at }),
  move('painting', 'start', { on: '2026-05-26', at }),
  move('finish', 'start', { on: '2026-05-29', at }),
  move('finish', 'block', {
    on: '2026-05-29',
    at,
    reason: 'One front came scratched. Hartmann Kitchens delivers the new one and fits it.',
  }),
  act('step.add', ({ journey }) => ({
    journey,
    name: 'Pay the last invoice and file the warranties',
    durationDays: 1,
    notes: 'Only after the new front is fitted.',
  })),
  ...media.flatMap(costOfPaper),
  ...spending.map(([description, cost]) =>
    act('cost.add', ({ journey, stepKey }) => ({
      journey,
      description,
      ...cost,
      step: stepKey(cost.step),
      receipt: null,
    })),
  ),
  ...tasks.map(([slug, title]) =>
    act('task.add', ({ journey, stepKey }) => ({
      space: journeySpace(journey),
      journey,
      parent: stepKey(slug),
      title,
    })),
  ),
  ...comments.map(([slug, text]) =>
    act('comment.add', ({ journey, stepKey }) => ({
      space: journeySpace(journey),
      journey,
      parent: stepKey(slug),
      text,
    })),
  ),
];

const euros = (minor: number): Money => ({ minor, currency: 'EUR' });

const NOON_MS = DAY_MS / 2;

const move = (
  slug: string,
  step: StepMove,
  { on, at, reason }: { readonly on: CalendarDate; readonly at: Instant; readonly reason?: string },
): SampleAct =>
  act('step.change', ({ stepKey }) => ({
    key: stepKey(slug),
    move: step,
    at: Math.min(dayNumber(on) * DAY_MS + NOON_MS, at),
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
  painting: euros(25_000),
  walls: euros(20_000),
  other: euros(90_000),
} satisfies Partial<Record<CostCategory, Money>>;

const categoryByStep: Readonly<Record<string, CostCategory>> = {
  demolition: 'waste',
  plumbing: 'plumbing',
  electrics: 'electrics',
  plaster: 'walls',
  tiling: 'tiling',
  cabinets: 'cabinets',
  appliances: 'appliances',
};

/** The share of the kitchen fitter's price that is held back until the last front hangs. */
const HELD_BACK = euros(80_613);

/** The receipt that is left for the person to accept, so that the sample shows how a reading offers itself. */
const OFFERED = 'receipt-elektro-haus.jpg';

// A paper with a total became a cost when it was paid; the kitchen fitter still waits for the last tenth.
const costOfPaper = ({ file, paper, title, step, vendor = '', date, total }: SampleMedia): readonly SampleAct[] => {
  if (paper === undefined || total === undefined || file === OFFERED) return [];
  const cost = (description: string, amount: Money, due: boolean): SampleAct =>
    act('cost.add', ({ journey, stepKey, mediaKey }) => ({
      journey,
      description,
      amount,
      category: categoryByStep[step] ?? 'other',
      vendor,
      step: stepKey(step),
      state: due ? 'due' : 'paid',
      date: due || date === undefined ? null : addDays(date, paper === 'receipt' ? 0 : 14),
      receipt: mediaKey(file),
    }));
  if (step !== 'cabinets') return [cost(title, total, false)];
  return [
    cost(`${title}, 90 %`, { ...total, minor: total.minor - HELD_BACK.minor }, false),
    cost(`${title}, last 10 %`, HELD_BACK, true),
  ];
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

const tasks = [
  ['finish', 'Chase Hartmann about the scratched front'],
  ['finish', 'Tighten the loose handle'],
  ['finish', 'Renew the silicone behind the tap'],
  ['painting', 'Second coat on the ceiling'],
  ['appliances', 'Register the oven for its warranty'],
] as const;

const comments = [
  ['plumbing', 'Pressure test held 10 bar for half an hour. The record comes with the invoice.'],
  ['electrics', 'One more double socket right of the window than planned, for the coffee machine.'],
  ['plaster', 'Still damp behind the door. We wait until Monday before the floor goes in.'],
  ['cabinets', 'The front of the corner unit has a scratch. Photographed and reported the same day.'],
  ['finish', 'Hartmann confirmed the replacement. The last ten percent wait until it hangs.'],
] as const;
