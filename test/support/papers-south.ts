// Quotes and invoices as Portuguese, Italian and Spanish tradesmen set them, written before looking at what reads them.
import { beside, big, eur, paper, table, type PaperAbroad } from './paper-abroad.ts';

export const southernPapers: readonly PaperAbroad[] = [
  {
    name: 'Portuguese: counted articles, a rate in each line',
    definition: paper(
      beside(
        [big('Construções Silva & Filhos, Lda.', 14), 'Rua das Flores, 112', 'NIF: 501 234 567'],
        [big('ORÇAMENTO'), 'N.º 2026/045', 'Data: 1º de março de 2026', 'Válido até: 02/04/2026'],
      ),
      { margin: [0, 20, 0, 0], stack: ['Exmo(a). Sr(a).', 'Maria Santos'] },
      'Obra: Remodelação de cozinha',
      table(
        [35, '*', 40, 30, 65, 35, 75],
        [
          'Art.|Designação|Qtd.|Un.|Preço unit.|IVA|Total',
          '01|Demolição de paredes|>1,00|vg|>850,00 €|23%|>850,00 €',
          '02|Bancada em granito preto|>3,60|ml|>210,00 €|23%|>756,00 €',
        ],
      ),
      table(
        ['*', 90],
        ['Total ilíquido|>1.606,00 €', 'IVA (23%)|>369,38 €', 'Total do orçamento|>1.975,38 €'],
        'noBorders',
      ),
      'Condições de pagamento: 40% na adjudicação.',
    ),
    says: {
      kind: 'quote',
      vendor: 'Construções Silva & Filhos, Lda.',
      title: 'Remodelação de cozinha',
      number: '2026/045',
      date: '2026-03-01',
      validUntil: '2026-04-02',
      subtotal: eur(160_600),
      tax: eur(36_938),
      total: eur(197_538),
    },
    lines: [
      ['Demolição de paredes', 1_000, 'vg', 85_000, 85_000],
      ['Bancada em granito preto', 3_600, 'ml', 21_000, 75_600],
    ],
  },
  {
    name: 'Portuguese: a proposal with a discount, thousands parted by a space',
    definition: paper(
      big('Proposta comercial', 22),
      'Lisboa, 18 de maio de 2026',
      'De: Canalizações Rápidas Unipessoal Lda',
      'Para: Condomínio Rua Augusta 41',
      'Proposta n.º P-318',
      table(
        ['*', 60, 75, 75],
        [
          'Descrição dos trabalhos|>Quantidade|>Valor unitário|>Valor',
          'Substituição de tubagem em cobre|>35 m|>EUR 24,90|>EUR 871,50',
          'Esquentador inteligente|>1 un|>EUR 489,00|>EUR 489,00',
          'Mão de obra|>20 h|>EUR 28,00|>EUR 560,00',
        ],
        'noBorders',
      ),
      table(
        ['*', 75],
        [
          '>Subtotal|>EUR 1 920,50',
          '>Desconto 5%|>- EUR 96,03',
          '>IVA à taxa de 6%|>EUR 109,47',
          '>Total a pagar|>EUR 1 933,94',
        ],
        'noBorders',
      ),
      'Validade da proposta: 60 dias',
    ),
    says: {
      kind: 'quote',
      vendor: 'Canalizações Rápidas Unipessoal Lda',
      number: 'P-318',
      date: '2026-05-18',
      validUntil: '2026-07-17',
      subtotal: eur(192_050),
      discount: eur(-9_603),
      tax: eur(10_947),
      total: eur(193_394),
    },
    lines: [
      ['Substituição de tubagem em cobre', 35_000, 'm', 2_490, 87_150],
      ['Esquentador inteligente', 1_000, 'un', 48_900, 48_900],
      ['Mão de obra', 20_000, 'h', 2_800, 56_000],
    ],
  },
  {
    name: 'Portuguese: an invoice with a series in its number and a discount in each line',
    definition: paper(
      beside(
        ['Carpintaria Oliveira', 'Rua Nova 8, 3000-180 Coimbra'],
        [big('Fatura n.º FT 2026/123', 13), 'Data de emissão: 2026-05-11', 'Data de vencimento: 2026-06-10'],
      ),
      table(
        ['*', 40, 60, 40, 40, 70],
        [
          'Artigo|Qtd|P. Unit.|Desc.|IVA|Valor',
          'Porta maciça de carvalho|3|310,00|10%|23%|837,00',
          'Montagem|3|60,00|0%|23%|180,00',
        ],
      ),
      { margin: [0, 12, 0, 0], stack: ['Valor tributável 1.017,00', 'IVA 233,91', 'TOTAL (EUR) 1.250,91'] },
    ),
    says: {
      kind: 'invoice',
      vendor: 'Carpintaria Oliveira',
      number: 'FT 2026/123',
      date: '2026-05-11',
      dueDate: '2026-06-10',
      subtotal: eur(101_700),
      tax: eur(23_391),
      total: eur(125_091),
    },
    lines: [
      ['Porta maciça de carvalho', 3_000, '', 31_000, 83_700],
      ['Montagem', 3_000, '', 6_000, 18_000],
    ],
  },
  {
    name: 'Italian: a quote of a day, tax with dots',
    definition: paper(
      { text: 'EDIL ROSSI S.r.l.', fontSize: 18, bold: true, alignment: 'center' },
      { margin: [280, 20, 0, 0], stack: ['Spett.le', 'Sig.ra Anna Bianchi', 'Via Verdi 12'] },
      big('Preventivo n. 34 del 12/03/2026', 13),
      'Oggetto: Ristrutturazione bagno',
      'Offerta valida fino al 12/04/2026',
      table(
        [25, '*', 40, 45, 70, 75],
        [
          'N.|Descrizione dei lavori|U.M.|Q.tà|Prezzo unit.|Importo',
          '1|Demolizione rivestimenti|a corpo|>1|>€ 1.200,00|>€ 1.200,00',
          '2|Posa in opera di piastrelle|mq|>26,50|>€ 48,00|>€ 1.272,00',
          '3|Sanitari sospesi|cad.|>2|>€ 315,50|>€ 631,00',
        ],
      ),
      table(['*', 85], ['Totale imponibile|>€ 3.103,00', 'I.V.A. 10%|>€ 310,30', 'TOTALE PREVENTIVO|>€ 3.413,30']),
    ),
    says: {
      kind: 'quote',
      vendor: 'EDIL ROSSI S.r.l.',
      title: 'Ristrutturazione bagno',
      number: '34',
      date: '2026-03-12',
      validUntil: '2026-04-12',
      subtotal: eur(310_300),
      tax: eur(31_030),
      total: eur(341_330),
    },
    lines: [
      ['Demolizione rivestimenti', 1_000, 'a corpo', 120_000, 120_000],
      ['Posa in opera di piastrelle', 26_500, 'mq', 4_800, 127_200],
      ['Sanitari sospesi', 2_000, 'cad.', 31_550, 63_100],
    ],
  },
  {
    name: 'Italian: an offer with a place before its date',
    definition: paper(
      beside([big('Impianti Elettrici Ferrari', 15)], ['Torino, 7 luglio 2026', 'Prot. 118/26']),
      big('OFFERTA ECONOMICA', 14),
      'Cliente: Giuseppe Conti, Corso Francia 201, Torino',
      "Validità dell'offerta: 30 giorni dalla data di emissione",
      table(
        ['*', 50, 80, 50, 80],
        [
          'Voce|>Quantità|>Prezzo|>Sconto|>Totale',
          'Quadro elettrico 24 moduli|>1 pz|>420,00|>10%|>378,00',
          'Cavo FS17 2,5 mmq|>250 m|>0,85||>212,50',
        ],
        'lightHorizontalLines',
      ),
      table(['*', 80], ['Imponibile|>590,50', 'IVA 22%|>129,91', 'Totale IVA inclusa €|>720,41'], 'noBorders'),
    ),
    says: {
      kind: 'quote',
      vendor: 'Impianti Elettrici Ferrari',
      number: '118/26',
      date: '2026-07-07',
      validUntil: '2026-08-06',
      subtotal: eur(59_050),
      tax: eur(12_991),
      total: eur(72_041),
    },
    lines: [
      ['Quadro elettrico 24 moduli', 1_000, 'pz', 42_000, 37_800],
      ['Cavo FS17 2,5 mmq', 250_000, 'm', 85, 21_250],
    ],
  },
  {
    name: 'Italian: an invoice whose currency is a word',
    definition: paper(
      big('Falegnameria Moretti', 14),
      'Via Roma 3, 37100 Verona',
      big('FATTURA N. 12/2026 DEL 03/04/2026', 12),
      'Cliente: Laura Neri',
      table(
        ['*', 60, 90, 90],
        [
          'Descrizione|Quantità|Prezzo|Totale',
          'Armadio su misura in rovere|1|Euro 2.340,00|Euro 2.340,00',
          'Porte interne laccate|4|Euro 415,00|Euro 1.660,00',
        ],
        'noBorders',
      ),
      {
        margin: [0, 12, 0, 0],
        stack: ['Imponibile: Euro 4.000,00', 'IVA 22%: Euro 880,00', 'Totale fattura: Euro 4.880,00'],
      },
      'Scadenza: 03/05/2026',
    ),
    says: {
      kind: 'invoice',
      vendor: 'Falegnameria Moretti',
      number: '12/2026',
      date: '2026-04-03',
      dueDate: '2026-05-03',
      subtotal: eur(400_000),
      tax: eur(88_000),
      total: eur(488_000),
    },
    lines: [
      ['Armadio su misura in rovere', 1_000, '', 234_000, 234_000],
      ['Porte interne laccate', 4_000, '', 41_500, 166_000],
    ],
  },
  {
    name: 'Spanish: measured works with codes',
    definition: paper(
      big('REFORMAS HNOS. GARCÍA S.L.', 16),
      'C/ Mayor 24, 28013 Madrid',
      beside(
        ['PRESUPUESTO Nº 0231/26', 'Fecha: 14 de septiembre de 2026', 'Válido 30 días'],
        ['Cliente: Dña. Lucía Romero', 'C/ Olmo 3, 2ºB'],
        'left',
      ),
      table(
        [30, '*', 45, 30, 60, 70],
        [
          'Cód.|Concepto|Medición|Ud|Precio|Importe',
          '01|Demolición de alicatados|22,00|m2|14,50|319,00',
          '02|Plato de ducha de resina|1,00|ud|365,00|365,00',
        ],
      ),
      table(['*', 70], ['BASE IMPONIBLE|>684,00 €', 'I.V.A. 10 %|>68,40 €', 'TOTAL PRESUPUESTO|>752,40 €']),
      'Forma de pago: 40 % a la aceptación',
    ),
    says: {
      kind: 'quote',
      vendor: 'REFORMAS HNOS. GARCÍA S.L.',
      number: '0231/26',
      date: '2026-09-14',
      validUntil: '2026-10-14',
      terms: 'Forma de pago: 40 % a la aceptación',
      subtotal: eur(68_400),
      tax: eur(6_840),
      total: eur(75_240),
    },
    lines: [
      ['Demolición de alicatados', 22_000, 'm2', 1_450, 31_900],
      ['Plato de ducha de resina', 1_000, 'ud', 36_500, 36_500],
    ],
  },
];
