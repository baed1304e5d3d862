// The house of every sentence in the assistant's table, as data: who is there, what is planned, spent and open. Nothing else exists.

/** A Wednesday. */
export const TODAY = '2026-05-13';

/** The first is who speaks. */
export const PEOPLE = ['Anna', 'Ben', 'Lena'] as const;

export const CONTRACTORS = [
  { name: 'Miller Plumbing', person: 'Tom Miller' },
  { name: 'Volt Electric', person: 'Eva Stark' },
  { name: 'Hansen Joinery', person: 'Piet Hansen' },
] as const;

/** The first is open in the window while one speaks. Steps in their order; who is not told otherwise is `open`. */
export const JOURNEYS = [
  {
    name: 'Kitchen',
    currency: 'EUR',
    budget: '25000.00',
    starts: '2026-05-04',
    steps: [
      { name: 'Planning', state: 'done' },
      { name: 'Demolition', state: 'active' },
      { name: 'Plumbing' },
      { name: 'Electrics' },
      { name: 'Plastering' },
      { name: 'Floor' },
      { name: 'Cabinets' },
      { name: 'Worktop' },
      { name: 'Tiling' },
      { name: 'Painting', state: 'blocked', reason: 'waiting for plaster to dry' },
      { name: 'Appliances' },
      { name: 'Snagging' },
    ],
  },
  {
    name: 'Bathroom upstairs',
    currency: 'EUR',
    budget: '9000.00',
    steps: [
      { name: 'Design', state: 'active' },
      { name: 'Strip out' },
      { name: 'Shower' },
      { name: 'Tiling' },
      { name: 'Painting' },
    ],
  },
] as const;

/** All in Kitchen. */
export const COSTS = [
  { name: 'Skip hire', amount: '240.00', paid: true, step: 'Demolition' },
  { name: 'Deposit cabinets', amount: '3000.00', paid: false, step: 'Cabinets', payee: 'Hansen Joinery' },
  { name: 'Tiles', amount: '684.50', paid: false, step: 'Tiling' },
  { name: 'Paint', amount: '95.00', paid: true, step: 'Painting' },
  { name: 'Pipes', amount: '310.00', paid: false, step: 'Plumbing', payee: 'Miller Plumbing' },
  { name: 'Paint samples', amount: '12.00', paid: true, step: 'Painting' },
] as const;

/** A quote is called by its vendor. */
export const QUOTES = [
  { vendor: 'Miller Plumbing', amount: '4350.00', step: 'Plumbing', accepted: false },
  { vendor: 'Volt Electric', amount: '2900.00', step: 'Electrics', accepted: false },
  { vendor: 'Hansen Joinery', amount: '11200.00', step: 'Cabinets', accepted: true },
] as const;

export const TASKS = [
  { text: 'Order tiles', assignee: 'Anna', due: '2026-05-20' },
  { text: 'Measure window', assignee: 'Ben' },
] as const;

export const DECISIONS = [{ question: 'Worktop material', alternatives: ['Oak', 'Quartz', 'Laminate'] }] as const;

export const TEMPLATES = ['kitchen', 'bathroom', 'repaint'] as const;
