// What was decided, chosen, planned to be paid and proposed in the sample, and what was written down on the site.
import { privateSpace, journeySpace } from '../spaces/space.ts';
import { act, euros, type SampleAct } from './sample-act.ts';
import type { SampleDays } from './sample-days.ts';
import { awardOf } from './sample-quote-acts.ts';
import { PAINTER } from './sample-quotes.ts';

/** Nothing of it is signed: who removes the sample leaves no word behind that nobody gave. */
export const agreedActs = (days: SampleDays): readonly SampleAct[] => [
  ...decisions(days),
  ...selections(days),
  ...payments(days),
  act('change.add', (place) => ({
    journey: place.journey,
    space: privateSpace(place.journey),
    title: 'Paint the ceiling in the hall as well',
    why: 'The painter is here and the colour is mixed. Coming back later costs the way and the covering again.',
    amount: euros(14_900),
    days: 1,
    lines: ['Hall ceiling, 11 m2, two coats'],
    step: place.stepKey('painting'),
    against: awardOf(PAINTER, place),
  })),
  ...logs.map(([day, slug, said]) =>
    act('log.add', ({ journey, stepKey }) => ({
      space: journeySpace(journey),
      journey,
      day: days.day(day),
      step: stepKey(slug),
      ...said,
    })),
  ),
];

const decisions = ({ day }: SampleDays): readonly SampleAct[] => [
  act(
    'decision.add',
    ({ journey, stepKey }) => ({
      journey,
      question: 'Which worktop?',
      alternatives: worktops.map(([name]) => name),
      step: stepKey('worktop'),
      deadline: day('2026-02-22'),
    }),
    'worktop',
  ),
  ...worktops.map(([, said], place) =>
    act('decision.offer', ({ made, mediaKey }) => ({
      key: made('worktop'),
      place: `a${place + 1}`,
      set: { ...said, ...(place === 0 ? { photos: [mediaKey('09-worktop.jpg') ?? []].flat() } : {}) },
    })),
  ),
  act('decision.take', ({ made }) => ({
    key: made('worktop'),
    choice: 'a1',
    why: 'It goes with the parquet, and nobody waits for a template.',
  })),
  act(
    'decision.add',
    ({ journey, stepKey }) => ({
      journey,
      question: 'Which colour for the wall by the door?',
      alternatives: colours.map(([name]) => name),
      step: stepKey('painting'),
      deadline: day('2026-06-08'),
    }),
    'colour',
  ),
  ...colours.map(([, set], place) =>
    act('decision.offer', ({ made }) => ({ key: made('colour'), place: `a${place + 1}`, set })),
  ),
  act('decision.vote', ({ made }) => ({ key: made('colour'), choice: 'a2' })),
];

const worktops = [
  [
    'Oak, oiled',
    {
      cost: euros(138_720),
      days: 4,
      pros: 'Warm, and can be sanded when it is worn.',
      cons: 'Wants oil twice a year.',
    },
  ],
  [
    'Quartz stone',
    {
      cost: euros(264_000),
      days: 14,
      pros: 'Hard, and needs no care.',
      cons: 'Measured once the units stand, and comes ten days later.',
    },
  ],
  [
    'Laminate',
    { cost: euros(61_000), days: 4, pros: 'By far the cheapest.', cons: 'The joint swells, as the old one did.' },
  ],
] as const;

const colours = [
  [
    'Warm white, like the rest',
    { cost: euros(0), days: 0, pros: 'The paint is there.', cons: 'Every hand leaves a mark.' },
  ],
  [
    'Sage, like the fronts',
    { cost: euros(5_800), days: 1, pros: 'Holds the room together.', cons: 'One more coat, and one more tin.' },
  ],
] as const;

const selections = ({ day }: SampleDays): readonly SampleAct[] => [
  act('selection.add', ({ journey, stepKey }) => ({
    journey,
    title: 'Sink and mixer tap',
    allowance: euros(45_000),
    deadline: day('2026-05-08'),
    step: stepKey('appliances'),
    chosen: { name: 'Granite sink 60 cm, tap with a pull-out spray', price: euros(38_900), finding: null },
  })),
  act('selection.add', ({ journey, stepKey }) => ({
    journey,
    title: 'Two pendant lamps',
    allowance: euros(25_000),
    deadline: day('2026-06-12'),
    step: stepKey('finish'),
  })),
];

const payments = ({ day }: SampleDays): readonly SampleAct[] =>
  [
    {
      title: 'Painter, half when the first coat is on',
      amount: euros(30_000),
      dueBy: day('2026-06-05'),
      photos: false,
    },
    { title: 'Painter, the rest once the second coat is dry', amount: euros(31_999), dueBy: null, photos: true },
  ].map(({ title, amount, dueBy, photos }) =>
    act('payment.add', (place) => ({
      journey: place.journey,
      space: privateSpace(place.journey),
      title,
      amount,
      against: awardOf(PAINTER, place),
      dueBy,
      step: photos ? place.stepKey('painting') : null,
      needsPhotos: photos,
    })),
  );

const logs = [
  [
    '2026-03-18',
    'plumbing',
    {
      people: 'Miller Plumbing, two',
      weather: 'Rain',
      done: 'Chases cut, supply and drain in the wall.',
      notes: 'Water was off from nine to two.',
      minutes: 960,
    },
  ],
  [
    '2026-05-28',
    'painting',
    { people: 'Malerei Osten, one', weather: 'Dry, 19 °C', done: 'First coat on the walls.', minutes: 420 },
  ],
] as const;
