// What the quotes of the sample say: three as their papers say them, which are drawn from this, and two that were typed in.

/** What it is, how many, of what, and the price of one in cents. */
type Line = readonly [description: string, count: number, unit: string, cents: number];

export interface SampleQuote {
  /** Its paper where it has one, which is its name among the acts too. */
  readonly file: string;
  readonly isTyped?: true;
  readonly isTaken: boolean;
  readonly vendor: string;
  readonly title: string;
  readonly number: string;
  readonly step: string;
  readonly date: string;
  readonly validUntil: string;
  readonly terms: string;
  readonly days: number;
  readonly lines: readonly Line[];
}

export const PAINTER = 'quote-malerei-osten';

export const sampleQuotes: readonly SampleQuote[] = [
  {
    file: 'quote-miller-plumbing.pdf',
    isTaken: true,
    vendor: 'Miller Plumbing',
    title: 'Water and drain',
    number: 'Q-2026-031',
    step: 'plumbing',
    date: '2026-02-11',
    validUntil: '2026-03-31',
    terms: '30 % on order, 70 % within 14 days of the invoice. 2 % discount within 7 days.',
    days: 3,
    lines: [
      ['Disconnect old sink and cooker, cap supply and drain', 1, 'flat', 18_000],
      ['Hot and cold supply, PEX 16 mm in wall chase', 14, 'm', 2_850],
      ['Waste pipe DN 50 with fall, sound insulated', 6, 'm', 2_400],
      ['Angle valves 1/2 inch, lockable', 4, 'pc', 1_890],
      ['Connection for dishwasher incl. anti-siphon', 1, 'pc', 8_500],
      ['Mount sink and mixer tap (supplied by customer)', 1, 'pc', 14_500],
      ['Labour, plumber', 16, 'h', 5_800],
      ['Pressure test and record', 1, 'flat', 9_500],
    ],
  },
  {
    file: 'quote-ahrens',
    isTyped: true,
    isTaken: false,
    vendor: 'Ahrens and Sons',
    title: 'Kitchen, water and drain',
    number: '1184',
    step: 'plumbing',
    date: '2026-02-16',
    validUntil: '2026-03-16',
    terms: 'Payable within 8 days of the invoice.',
    days: 4,
    lines: [
      ['Disconnect and cap old sink and cooker', 1, 'flat', 15_000],
      ['Hot and cold supply, PEX 16 mm in wall chase', 14, 'm', 3_300],
      ['Waste pipe DN 50 with fall', 6, 'm', 2_750],
      ['Angle valves 1/2 inch', 4, 'pc', 1_490],
      ['Mount sink and mixer tap', 1, 'pc', 16_000],
      ['Labour, plumber', 20, 'h', 6_200],
    ],
  },
  {
    file: 'quote-nordlicht-elektro.pdf',
    isTaken: true,
    vendor: 'Nordlicht Elektro',
    title: 'New circuits, sockets, lighting',
    number: '26-0148',
    step: 'electrics',
    date: '2026-02-13',
    validUntil: '2026-04-15',
    terms: 'Payable within 14 days of the invoice, net.',
    days: 3,
    lines: [
      ['New cooker circuit 5 x 2.5 mm2, 3 x 16 A, from distribution board', 1, 'flat', 38_500],
      ['Socket circuit 3 x 2.5 mm2 with RCD 30 mA', 2, 'pc', 21_500],
      ['Double sockets in wall box, white', 6, 'pc', 5_450],
      ['Separate circuit for dishwasher', 1, 'pc', 19_800],
      ['Ceiling outlets for pendant lights, with dimmer', 2, 'pc', 8_900],
      ['LED strip under wall units, 2.1 m, driver', 1, 'set', 16_900],
      ['Wall chases, cut and dust extracted', 18, 'm', 1_650],
      ['Test, measurement record, update of board plan', 1, 'flat', 14_500],
    ],
  },
  {
    file: 'quote-hartmann-kitchens.pdf',
    isTaken: true,
    vendor: 'Hartmann Kitchens',
    title: 'Fitted kitchen "Sage", matt lacquer, oak worktop',
    number: 'HK-20418',
    step: 'cabinets',
    date: '2026-02-20',
    validUntil: '2026-03-20',
    terms: '40 % on order, 50 % on delivery, 10 % after acceptance without open points.',
    days: 4,
    lines: [
      ['Base unit 60 cm, three drawers, soft close', 2, 'pc', 46_900],
      ['Base unit 30 cm, one door, one shelf', 1, 'pc', 24_900],
      ['Sink unit 80 cm with waste sorter', 1, 'pc', 38_500],
      ['Base unit 60 cm, one door, right run', 1, 'pc', 31_500],
      ['Corner filler and base unit 45 cm', 1, 'pc', 35_200],
      ['Housing for built-in oven, 60 cm', 1, 'pc', 22_900],
      ['Wall unit 60 x 75 cm', 1, 'pc', 23_800],
      ['Wall unit 50 x 75 cm', 2, 'pc', 21_900],
      ['Plinth, cover panels, brass bar handles', 1, 'set', 41_800],
      ['Oak worktop 40 mm, oiled, full stave', 4.8, 'm', 28_900],
      ['Cut-outs for sink and hob, joint in the corner', 3, 'pc', 7_900],
      ['Delivery to the second floor', 1, 'flat', 18_000],
      ['Fitting, two people', 22, 'h', 6_400],
    ],
  },
  {
    file: PAINTER,
    isTyped: true,
    isTaken: true,
    vendor: 'Malerei Osten',
    title: 'Paint walls and ceiling',
    number: '2026-57',
    step: 'painting',
    date: '2026-05-12',
    validUntil: '2026-07-31',
    terms: 'Half when the first coat is on, the rest once the second is dry.',
    days: 3,
    lines: [
      ['Paint walls, two coats, wipeable paint', 46, 'm2', 750],
      ['Paint ceiling, two coats', 14, 'm2', 800],
      ['Masking and covering before painting', 1, 'flat', 6_400],
    ],
  },
];
