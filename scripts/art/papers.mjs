// The quotes, the invoice and the receipts of the sample journey: who, when, what, for how much (unit prices in cents).

const customer = ['Anna and Jonas Weber', 'Lindenstrasse 14', '10969 Berlin'];

export const quotes = [
  {
    file: 'quote-miller-plumbing.pdf', kind: 'Quote', vendor: 'Miller Plumbing', number: 'Q-2026-031', date: '2026-02-11', validUntil: '2026-03-31', step: 'plumbing', accent: '#1f5f8b',
    tagline: 'Water, heating, sanitary', address: ['Uferweg 7', '12459 Berlin'], contact: ['+49 30 5550 174', 'office@miller-plumbing.example'], taxId: 'DE 299 555 174', customer,
    subject: 'Kitchen renovation Lindenstrasse 14: water and drain',
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
    terms: '30 % on order, 70 % within 14 days of the invoice. 2 % discount within 7 days.',
    notes: ['Cutting and closing of the wall chases is not included.', 'Start possible from calendar week 12; about three working days.'],
  },
  {
    file: 'quote-nordlicht-elektro.pdf', kind: 'Quote', vendor: 'Nordlicht Elektro', number: '26-0148', date: '2026-02-13', validUntil: '2026-04-15', step: 'electrics', accent: '#8a5a00',
    tagline: 'Electrical installation and lighting', address: ['Gerberstrasse 22', '13347 Berlin'], contact: ['+49 30 5550 962', 'hello@nordlicht-elektro.example'], taxId: 'DE 318 555 962', customer,
    subject: 'Kitchen: new circuits, sockets, lighting',
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
    terms: 'Payable within 14 days of the invoice, net.',
    notes: ['Price includes material and travel within Berlin.', 'The customer clears the room; closing of chases by the plasterer.'],
  },
  {
    file: 'quote-hartmann-kitchens.pdf', kind: 'Quote', vendor: 'Hartmann Kitchens', number: 'HK-20418', date: '2026-02-20', validUntil: '2026-03-20', step: 'cabinets', accent: '#2f5d50',
    tagline: 'Planned, built and fitted', address: ['Werkhof 3', '14482 Potsdam'], contact: ['+49 331 5550 30', 'studio@hartmann-kitchens.example'], taxId: 'DE 204 555 030', customer,
    subject: 'Fitted kitchen "Sage", matt lacquer, oak worktop',
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
    terms: '40 % on order, 50 % on delivery, 10 % after acceptance without open points.',
    notes: ['Delivery time nine weeks from the checked measurement.', 'Appliances, sink and tap are supplied by the customer.', 'Fronts: matt lacquer, colour RAL 6021 toned down by 40 %. A sample is left with the customer.', 'Five-year warranty on carcasses, fronts and hinges; two years on the lacquer.'],
  },
];

export const scannedInvoice = {
  file: 'invoice-skip-hire.pdf', kind: 'Invoice', vendor: 'Brandt Skip Hire', number: '2026-0877', date: '2026-03-13', validUntil: '2026-03-27', step: 'demolition', accent: '#333333',
  tagline: 'Skips, rubble, disposal', address: ['Hafenallee 90', '12347 Berlin'], contact: ['+49 30 5550 221', 'office@brandt-skips.example'], taxId: 'DE 177 555 221', customer,
  subject: 'Skip 5 m3, mixed rubble, 10 and 12 March 2026',
  lines: [
    ['Skip 5 m3, set down and collected', 2, 'pc', 14_500],
    ['Disposal mixed rubble, weighed', 3.4, 't', 6_200],
    ['Street permit, three days', 1, 'flat', 4_500],
  ],
  terms: 'Payable within 14 days.', notes: [],
};

/** Receipt lines are `[text, qty, price in cents, VAT included]`. */
export const receipts = [
  {
    file: 'receipt-holm-supplies.jpg', vendor: 'HOLM BUILDING SUPPLIES', date: '2026-03-30', time: '08:14', step: 'plaster', address: ['Industrieweg 41', '12099 Berlin'], till: 'Till 04   Receipt 118 402',
    lines: [['GYPSUM PLASTER 30 KG', 8, 1_149], ['PRIMER 5 L', 1, 2_795], ['CORNER BEAD 2.5 M', 6, 329], ['TROWEL 280 MM', 1, 1_890], ['BUCKET 20 L', 2, 449]], paid: 'CARD', font: 'Liberation Mono', turn: -2.3, board: 'oak',
  },
  {
    file: 'receipt-fliesen-kontor.jpg', vendor: 'FLIESEN KONTOR', date: '2026-04-14', time: '16:52', step: 'tiling', address: ['Seestrasse 118', '13353 Berlin'], till: 'Cash desk 2   No. 55 031',
    lines: [['METRO TILE 20X10 WHITE M2', 7, 2_490], ['TILE ADHESIVE FLEX 25 KG', 3, 1_999], ['GROUT SILVER GREY 5 KG', 2, 1_195], ['SPACERS 3 MM 500 PC', 1, 695], ['SILICONE SANITARY', 2, 749]], paid: 'CARD', font: 'DejaVu Sans Mono', turn: 1.7, board: 'stone',
  },
  {
    file: 'receipt-elektro-haus.jpg', vendor: 'ELEKTRO HAUS', date: '2026-05-16', time: '11:27', step: 'appliances', address: ['Am Markt 5', '10178 Berlin'], till: 'POS 11   Doc 2026-40917',
    lines: [['NORDHAUS BO-6320 S OVEN', 1, 54_900], ['NORDHAUS IH-64 HOB', 1, 39_900], ['DELIVERY', 1, 3_990], ['WARRANTY 5 YEARS', 1, 7_900]], paid: 'CARD', font: 'Liberation Mono', turn: -1.2, board: 'oak',
  },
];
