// Quotes and invoices as Dutch and Polish tradesmen set them, written before looking at what reads them.
import { beside, big, eur, paper, pln, table, type PaperAbroad } from './paper-abroad.ts';

export const northernPapers: readonly PaperAbroad[] = [
  {
    name: 'Dutch: labels without colons, no head over the unit',
    definition: paper(
      beside([big('Bouwbedrijf De Vries B.V.', 16)], ['Industrieweg 22', '3542 AD Utrecht', 'KvK 30123456']),
      { margin: [0, 20, 0, 0], stack: ['Mevrouw A. Jansen', 'Dorpsstraat 14', '3981 EB Bunnik'] },
      big('Offerte', 20),
      beside(
        ['Offertenummer', 'Offertedatum', 'Geldig tot', 'Betreft'],
        ['2026-0117', '12 maart 2026', '11 april 2026', 'Renovatie badkamer Dorpsstraat 14'],
        'left',
      ),
      table(
        [50, 40, '*', 70, 80],
        [
          'Aantal||Omschrijving|>Prijs|>Totaal',
          '18,5|m²|Wandtegels 30x60 leveren en aanbrengen|>€ 72,50|>€ 1.341,25',
          '24|uur|Loodgieterswerk|>€ 58,00|>€ 1.392,00',
          '1|stuk|Inloopdouche met glazen wand|>€ 1.189,00|>€ 1.189,00',
        ],
        'noBorders',
      ),
      table(
        ['*', 90],
        ['Totaal excl. btw|>€ 3.922,25', 'Btw 21%|>€ 823,67', 'Totaal incl. btw|>€ 4.745,92'],
        'noBorders',
      ),
      'Betaling: 30% bij opdracht, 70% na oplevering.',
    ),
    says: {
      kind: 'quote',
      vendor: 'Bouwbedrijf De Vries B.V.',
      title: 'Renovatie badkamer Dorpsstraat 14',
      number: '2026-0117',
      date: '2026-03-12',
      validUntil: '2026-04-11',
      terms: 'Betaling: 30% bij opdracht, 70% na oplevering.',
      subtotal: eur(392_225),
      tax: eur(82_367),
      total: eur(474_592),
    },
    lines: [
      ['Wandtegels 30x60 leveren en aanbrengen', 18_500, 'm²', 7_250, 134_125],
      ['Loodgieterswerk', 24_000, 'uur', 5_800, 139_200],
      ['Inloopdouche met glazen wand', 1_000, 'stuk', 118_900, 118_900],
    ],
  },
  {
    name: 'Dutch: another word for a quote, its number behind it, two rates of tax',
    definition: paper(
      big('Schildersbedrijf Kleur & Co'),
      'Kerkplein 3, 2011 HG Haarlem',
      beside(
        ['Fam. Bakker', 'Lange Nieuwstraat 88'],
        ['PRIJSOPGAVE 26.043', 'Datum: 05-06-2026', 'Geldig t/m: 05-07-2026'],
      ),
      table(
        ['*', 50, 30, 75, 80],
        [
          'Werkzaamheden|>Aantal|Eh|>Eenheidsprijs|>Bedrag',
          'Buitenkozijnen schuren en aflakken|>42|m1|>27,50|>1.155,00',
          'Voordeur aflakken|>1|st|>245,00|>245,00',
          'Steigerhuur per week|>2|wk|>310,00|>620,00',
          '|||>Subtotaal|>2.020,00',
          '|||>9% btw over arbeid|>126,00',
          '|||>21% btw|>130,20',
          '|||>Te betalen|>€ 2.276,20',
        ],
      ),
    ),
    says: {
      kind: 'quote',
      vendor: 'Schildersbedrijf Kleur & Co',
      number: '26.043',
      date: '2026-06-05',
      validUntil: '2026-07-05',
      subtotal: eur(202_000),
      tax: eur(25_620),
      total: eur(227_620),
    },
    lines: [
      ['Buitenkozijnen schuren en aflakken', 42_000, 'm1', 2_750, 115_500],
      ['Voordeur aflakken', 1_000, 'st', 24_500, 24_500],
      ['Steigerhuur per week', 2_000, 'wk', 31_000, 62_000],
    ],
  },
  {
    name: 'Dutch: an invoice, its dates in a table',
    definition: paper(
      big('FACTUUR', 20),
      'Tegelhandel Noord',
      'Havenstraat 1, 8601 Sneek',
      table(['*', '*', '*'], ['Factuurnummer|Factuurdatum|Vervaldatum', '2026-201|30-04-2026|14-05-2026']),
      table(
        [45, '*', 80, 40, 80],
        [
          'Aantal|Artikel|Prijs per stuk|BTW|Bedrag',
          '30|Vloertegel grijs 60x60|€ 14,95|21%|€ 448,50',
          '4|Voegmiddel zak 5 kg|€ 11,25|21%|€ 45,00',
        ],
      ),
      { stack: ['Totaal exclusief BTW € 493,50', 'BTW 21% € 103,64', 'Totaalbedrag € 597,14'], margin: [0, 12, 0, 0] },
    ),
    says: {
      kind: 'invoice',
      vendor: 'Tegelhandel Noord',
      number: '2026-201',
      date: '2026-04-30',
      dueDate: '2026-05-14',
      subtotal: eur(49_350),
      tax: eur(10_364),
      total: eur(59_714),
    },
    lines: [
      ['Vloertegel grijs 60x60', 30_000, '', 1_495, 44_850],
      ['Voegmiddel zak 5 kg', 4_000, '', 1_125, 4_500],
    ],
  },
  {
    name: 'Polish: heads at the left of figures at the right, net and gross side by side',
    definition: paper(
      beside(
        ['Sprzedawca', big('REMONT-BUD Jan Kowalski', 10), 'ul. Kwiatowa 15/3'],
        ['Nabywca', big('Anna Nowak', 10), 'os. Złotego Wieku 22'],
        'left',
      ),
      big('Oferta nr 14/04/2026'),
      'Data wystawienia: 14.04.2026 r.     Ważna do: 14 maja 2026 r.',
      table(
        [20, '*', 40, 30, 60, 65, 35, 65],
        [
          'Lp.|Nazwa usługi|Ilość|J.m.|Cena netto|Wartość netto|VAT|Wartość brutto',
          '1|Układanie glazury|>38|m²|>140,00|>5 320,00|8%|>5 745,60',
          '2|Montaż kabiny|>1|szt.|>650,00|>650,00|8%|>702,00',
          '||||>Razem|>5 970,00||>6 447,60',
        ],
      ),
      big('Do zapłaty: 6 447,60 zł', 13),
      'Warunki płatności: zaliczka 30%, reszta po odbiorze prac.',
    ),
    says: {
      kind: 'quote',
      vendor: 'REMONT-BUD Jan Kowalski',
      number: '14/04/2026',
      date: '2026-04-14',
      validUntil: '2026-05-14',
      terms: 'Warunki płatności: zaliczka 30%, reszta po odbiorze prac.',
      subtotal: pln(597_000),
      tax: pln(47_760),
      total: pln(644_760),
    },
    lines: [
      ['Układanie glazury', 38_000, 'm²', 14_000, 532_000],
      ['Montaż kabiny', 1_000, 'szt.', 65_000, 65_000],
    ],
  },
  {
    name: 'Polish: an estimate that is valid for days',
    definition: paper(
      big('INSTAL-TERM Sp. z o.o.', 15),
      'ul. Fabryczna 8, 00-446 Warszawa',
      big('KOSZTORYS OFERTOWY', 16),
      beside(
        ['Numer: K/2026/77', 'Data: 2 VI 2026 r.', 'Termin ważności oferty: 30 dni'],
        ['Inwestor: Piotr Zieliński', 'Adres inwestycji: ul. Leśna 4'],
        'left',
      ),
      table(
        [24, '*', 40, 50, 80, 90],
        [
          'L.p.|Opis robót|Jedn.|>Ilość|>Cena jedn.|>Wartość',
          '1.|Dostawa i montaż kotła 24 kW|kpl|>1,00|>7.890,00 zł|>7.890,00 zł',
          '2.|Rura PEX 16 mm|mb|>120,00|>8,75 zł|>1.050,00 zł',
        ],
        'lightHorizontalLines',
      ),
      table(
        ['*', 90],
        ['Wartość robót netto|>8.940,00 zł', 'Podatek VAT 8%|>715,20 zł', 'Ogółem|>9.655,20 zł'],
        'noBorders',
      ),
    ),
    says: {
      kind: 'quote',
      vendor: 'INSTAL-TERM Sp. z o.o.',
      number: 'K/2026/77',
      date: '2026-06-02',
      validUntil: '2026-07-02',
      subtotal: pln(894_000),
      tax: pln(71_520),
      total: pln(965_520),
    },
    lines: [
      ['Dostawa i montaż kotła 24 kW', 1_000, 'kpl', 789_000, 789_000],
      ['Rura PEX 16 mm', 120_000, 'mb', 875, 105_000],
    ],
  },
  {
    name: 'Polish: an invoice whose table ends in net, tax and gross',
    definition: paper(
      big('Faktura VAT nr FV/2026/06/031', 15),
      'Data wystawienia: 10-06-2026',
      'Termin płatności: 24-06-2026',
      beside(['SPRZEDAWCA', 'Dachy Pomorskie s.c.'], ['NABYWCA', 'Ewa Lis'], 'left'),
      table(
        [20, '*', 30, 40, 60, 65, 35, 55, 65],
        [
          'Lp|Nazwa usługi|Jm|Ilość|Cena netto|Wartość netto|VAT|Kwota VAT|Wartość brutto',
          '1|Pokrycie dachu|m2|>86,00|>155,00|>13 330,00|8%|>1 066,40|>14 396,40',
          '2|Rynny|mb|>34,00|>72,00|>2 448,00|8%|>195,84|>2 643,84',
          '||||>RAZEM|>15 778,00|X|>1 262,24|>17 040,24',
        ],
      ),
      'Sposób płatności: przelew',
    ),
    says: {
      kind: 'invoice',
      vendor: 'Dachy Pomorskie s.c.',
      number: 'FV/2026/06/031',
      date: '2026-06-10',
      dueDate: '2026-06-24',
      terms: 'Sposób płatności: przelew',
      subtotal: { minor: 1_577_800 },
      tax: { minor: 126_224 },
      total: { minor: 1_704_024 },
    },
    lines: [
      ['Pokrycie dachu', 86_000, 'm2', 15_500, 1_333_000],
      ['Rynny', 34_000, 'mb', 7_200, 244_800],
    ],
  },
  {
    name: 'Dutch: one word for the price of a piece and one for that of all, dashes for cents',
    definition: paper(
      big('Offerte dakrenovatie', 20),
      beside(
        ['Dakdekkersbedrijf Van Dam', 'Havenkade 8'],
        ['Referentie: VD-26-311', 'Datum offerte: 21 september 2026', 'Geldigheid: 30 dagen'],
        'left',
      ),
      'T.a.v. dhr. P. de Boer',
      table(
        [60, '*', 80, 80],
        [
          'Hoeveelheid|Omschrijving|Stuksprijs|Totaalprijs',
          '85 m2|EPDM dakbedekking verkleefd|€ 64,-|€ 5.440,-',
          '12 m1|Zinken dakgoot|€ 78,50|€ 942,-',
        ],
      ),
      table(['*', 80], ['Subtotaal|>€ 6.382,-', 'BTW 21%|>€ 1.340,22', 'Totaal|>€ 7.722,22'], 'noBorders'),
    ),
    says: {
      kind: 'quote',
      vendor: 'Dakdekkersbedrijf Van Dam',
      number: 'VD-26-311',
      date: '2026-09-21',
      validUntil: '2026-10-21',
      subtotal: eur(638_200),
      tax: eur(134_022),
      total: eur(772_222),
    },
    lines: [
      ['EPDM dakbedekking verkleefd', 85_000, 'm2', 6_400, 544_000],
      ['Zinken dakgoot', 12_000, 'm1', 7_850, 94_200],
    ],
  },
  {
    name: 'Polish: a painter without tax, whole amounts',
    definition: paper(
      big('Wycena remontu łazienki', 17),
      'Firma Usługowa Malarz Tomasz Wójcik',
      'Klient: Państwo Mazur, ul. Długa 12, Kraków',
      'Kraków, dnia 3 września 2026 r.',
      table(
        ['*', 60, 60, 80],
        ['Zakres prac|Ilość|Cena|Suma', 'Malowanie ścian|64 m2|22 zł|1408 zł', 'Wyniesienie mebli|1|300 zł|300 zł'],
      ),
      big('Razem: 1708 zł', 10),
    ),
    says: {
      kind: 'quote',
      vendor: 'Firma Usługowa Malarz Tomasz Wójcik',
      title: 'Wycena remontu łazienki',
      date: '2026-09-03',
      total: pln(170_800),
    },
    lines: [
      ['Malowanie ścian', 64_000, 'm2', 2_200, 140_800],
      ['Wyniesienie mebli', 1_000, '', 30_000, 30_000],
    ],
  },
];
