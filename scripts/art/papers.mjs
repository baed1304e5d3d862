// The quotes, the invoice and the receipts of the sample journey: who, when, what, for how much (unit prices in cents).
import { sampleQuotes } from '../../domain/templates/sample-quotes.ts';

const customer = ['Anna and Jonas Weber', 'Lindenstrasse 14', '10969 Berlin'];

/** What a quote says: the app records the same. */
const said = (file) => sampleQuotes.find((quote) => quote.file === file);

export const quotes = [
  {
    ...said('quote-miller-plumbing.pdf'),
    kind: 'Quote',
    accent: '#1f5f8b',
    tagline: 'Water, heating, sanitary',
    address: ['Uferweg 7', '12459 Berlin'],
    contact: ['+49 30 5550 174', 'office@miller-plumbing.example'],
    taxId: 'DE 299 555 174',
    customer,
    subject: 'Kitchen renovation Lindenstrasse 14: water and drain',
    notes: [
      'Cutting and closing of the wall chases is not included.',
      'Start possible from calendar week 12; about three working days.',
    ],
  },
  {
    ...said('quote-nordlicht-elektro.pdf'),
    kind: 'Quote',
    accent: '#8a5a00',
    tagline: 'Electrical installation and lighting',
    address: ['Gerberstrasse 22', '13347 Berlin'],
    contact: ['+49 30 5550 962', 'hello@nordlicht-elektro.example'],
    taxId: 'DE 318 555 962',
    customer,
    subject: 'Kitchen: new circuits, sockets, lighting',
    notes: [
      'Price includes material and travel within Berlin.',
      'The customer clears the room; closing of chases by the plasterer.',
    ],
  },
  {
    ...said('quote-hartmann-kitchens.pdf'),
    kind: 'Quote',
    accent: '#2f5d50',
    tagline: 'Planned, built and fitted',
    address: ['Werkhof 3', '14482 Potsdam'],
    contact: ['+49 331 5550 30', 'studio@hartmann-kitchens.example'],
    taxId: 'DE 204 555 030',
    customer,
    subject: 'Fitted kitchen "Sage", matt lacquer, oak worktop',
    notes: [
      'Delivery time nine weeks from the checked measurement.',
      'Appliances, sink and tap are supplied by the customer.',
      'Fronts: matt lacquer, colour RAL 6021 toned down by 40 %. A sample is left with the customer.',
      'Five-year warranty on carcasses, fronts and hinges; two years on the lacquer.',
    ],
  },
];

export const scannedInvoice = {
  file: 'invoice-skip-hire.pdf',
  kind: 'Invoice',
  vendor: 'Brandt Skip Hire',
  number: '2026-0877',
  date: '2026-03-13',
  validUntil: '2026-03-27',
  step: 'demolition',
  accent: '#333333',
  tagline: 'Skips, rubble, disposal',
  address: ['Hafenallee 90', '12347 Berlin'],
  contact: ['+49 30 5550 221', 'office@brandt-skips.example'],
  taxId: 'DE 177 555 221',
  customer,
  subject: 'Skip 5 m3, mixed rubble, 10 and 12 March 2026',
  lines: [
    ['Skip 5 m3, set down and collected', 2, 'pc', 14_500],
    ['Disposal mixed rubble, weighed', 3.4, 't', 6_200],
    ['Street permit, three days', 1, 'flat', 4_500],
  ],
  terms: 'Payable within 14 days.',
  notes: [],
};

/** Receipt lines are `[text, qty, price in cents, VAT included]`. */
export const receipts = [
  {
    file: 'receipt-holm-supplies.jpg',
    vendor: 'HOLM BUILDING SUPPLIES',
    date: '2026-03-30',
    time: '08:14',
    step: 'plaster',
    address: ['Industrieweg 41', '12099 Berlin'],
    till: 'Till 04   Receipt 118 402',
    lines: [
      ['GYPSUM PLASTER 30 KG', 8, 1_149],
      ['PRIMER 5 L', 1, 2_795],
      ['CORNER BEAD 2.5 M', 6, 329],
      ['TROWEL 280 MM', 1, 1_890],
      ['BUCKET 20 L', 2, 449],
    ],
    paid: 'CARD',
    font: 'Liberation Mono',
    turn: -2.3,
    board: 'oak',
  },
  {
    file: 'receipt-fliesen-kontor.jpg',
    vendor: 'FLIESEN KONTOR',
    date: '2026-04-14',
    time: '16:52',
    step: 'tiling',
    address: ['Seestrasse 118', '13353 Berlin'],
    till: 'Cash desk 2   No. 55 031',
    lines: [
      ['METRO TILE 20X10 WHITE M2', 7, 2_490],
      ['TILE ADHESIVE FLEX 25 KG', 3, 1_999],
      ['GROUT SILVER GREY 5 KG', 2, 1_195],
      ['SPACERS 3 MM 500 PC', 1, 695],
      ['SILICONE SANITARY', 2, 749],
    ],
    paid: 'CARD',
    font: 'DejaVu Sans Mono',
    turn: 1.7,
    board: 'stone',
  },
  {
    file: 'receipt-elektro-haus.jpg',
    vendor: 'ELEKTRO HAUS',
    date: '2026-05-16',
    time: '11:27',
    step: 'appliances',
    address: ['Am Markt 5', '10178 Berlin'],
    till: 'POS 11   Doc 2026-40917',
    lines: [
      ['NORDHAUS BO-6320 S OVEN', 1, 54_900],
      ['NORDHAUS IH-64 HOB', 1, 39_900],
      ['DELIVERY', 1, 3_990],
      ['WARRANTY 5 YEARS', 1, 7_900],
    ],
    paid: 'CARD',
    font: 'Liberation Mono',
    turn: -1.2,
    board: 'oak',
  },
];
