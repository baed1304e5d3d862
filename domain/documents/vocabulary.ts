// The words that papers use for their kind, their columns and their sums, in the languages that Plumbline reads.
// English, German, French, Spanish, Italian, Dutch, Portuguese, Polish; letters without accents, as `plain` makes them.
import { fold } from '../kernel/fold.ts';
import type { PaperKind } from '../records/paper.ts';

/** Lower case, without accents, dots and colons, spaces single. */
export const plain = (text: string): string =>
  fold(text)
    .replaceAll('ł', 'l')
    .replaceAll(/[^\p{L}\p{N}%#&]+/gu, ' ')
    .trim();

const oneOf = (words: string): RegExp => new RegExp(`(?<![\\p{L}])(?:${words})(?![\\p{L}])`, 'u');

/** By kind, the words that a paper of it has in its title. In the order in which they are asked: an invoice may name its quote. */
export const TITLE_BY_KIND: readonly (readonly [Exclude<PaperKind, 'other'>, RegExp])[] = [
  [
    'invoice',
    oneOf('(?:tax |pro forma )?invoice|(?:\\p{L}*)rechnung|facture|factura|fattura|factuur|fatura|faktura(?: vat)?'),
  ],
  [
    'quote',
    oneOf(
      'quote|quotation|estimate|proposal|offer|(?:\\p{L}*)angebot|kostenvoranschlag|kostenschatzung|devis|presupuesto|cotizacion|preventivo|offert[ae]|prijsopgave|prijsofferte|orcamento|cotacao|proposta|propuesta|oferta|wycena|kosztorys|bid',
    ),
  ],
  [
    'warranty',
    oneOf('warranty|guarantee|(?:\\p{L}*)garantie(?:\\p{L}*)|garantia|garanzia|gwarancja|karta gwarancyjna'),
  ],
  [
    'receipt',
    oneOf(
      'receipt|sales slip|cash sale|kassenbon|kassenbeleg|quittung|recu|ticket|recibo|scontrino|ricevuta|kassabon|paragon',
    ),
  ],
  ['permit', oneOf('(?:\\p{L}*)permit|(?:\\p{L}*)genehmigung|permis|licencia|permesso|vergunning|licenca|pozwolenie')],
  ['contract', oneOf('contract|agreement|(?:\\p{L}*)vertrag|contrat|contrato|contratto|overeenkomst|umowa')],
  [
    'manual',
    oneOf(
      'manual|instructions|user guide|installation guide|(?:\\p{L}*)anleitung|mode d emploi|notice|manuel|manuale|istruzioni|handleiding|instrukcja(?: \\p{L}+)?',
    ),
  ],
  [
    'plan',
    oneOf(
      'floor plan|site plan|ground floor|elevation|section [a-z]{1,2}|grundriss|ansicht|schnitt|plan|planta|pianta|plattegrond|rzut',
    ),
  ],
];

export const COLUMNS = [
  'position',
  'description',
  'quantity',
  'unit',
  'unitPrice',
  'tax',
  'discount',
  'amount',
] as const;
export type Column = (typeof COLUMNS)[number];

/** Readers lose the space between two words: "Unitprice" is one as well. */
const whole = (words: string): RegExp => new RegExp(`^(?:${words.replaceAll(' ', ' ?')})$`, 'u');
/** What may stand beside a column's name: its currency, and whether tax is in it. */
const BESIDE =
  /\b(?:in|eur|usd|gbp|chf|pln|euro|ex(?:cl)?|inc(?:l)?|vat|tax|gst|net(?:to)?|brutto|gross|mwst|ust|zzgl|ht|ttc|iva|btw|each|s|sin|con|bez|hors|taxe[s]?)\b|[€£$]/gu;

const NAME_BY_COLUMN: readonly (readonly [Column, RegExp])[] = [
  [
    'unitPrice',
    whole(
      'unit price|price(?: ?(?:per)? ?unit| ea)?|rate|unit rate|unit cost|cost per unit|per unit|price each|each|einzelpreis|einzel|e preis|ep|stuckpreis|preis(?: je)?(?: einheit)?|prix(?: unitaire| unit)?|pu(?: ht)?|p u|p unit|precio(?: unitario| ud)?|p unitario|prezzo(?: unitario| unit)?|(?:stuk|eenheids)prijs|prijs|preco(?: unitario| unit)?|(?:valor|custo|costo|coste) unitario|cena(?: jedn(?:ostkowa)?)?|stuksprijs|prijs per (?:stuk|eenheid)|tarief|tarifa|prezzo cad',
    ),
  ],
  [
    'amount',
    whole(
      'amount|total(?: price| amount| cost)?|line total|sum|sub ?total|value|extended(?: price)?|gesamtpreis|gesamt|gesamtbetrag|g preis|gp|betrag|summe|preis gesamt|montant(?: ht)?|total ligne|importe|importo|totale|bedrag|totaal|totaalprijs|totaalbedrag|(?:prix|prezzo|preco|precio|importe|importo|valor) total[e]?|valor|wartosc|kwota|razem|suma|cost|charge|fee|price total|net',
    ),
  ],
  [
    'quantity',
    whole(
      'qty|qt|quantity|quant|qnty|no of|hours|hrs|days|menge|anzahl|anz|stk|std|qte|quantite|cant|cantidad|q ta|qta|quantita|aantal|hoeveelheid|qtd|qtde|quantidade|medicion|ilosc|obmiar|liczba|qty unit|quantity unit|menge einheit|units',
    ),
  ],
  [
    'unit',
    whole(
      'unit|units|uom|u m|um|me|einheit|einh|eh|unite|u|unidad|ud|uds|unita|eenheid|unidade|un|j m|jm|jedn|measure',
    ),
  ],
  ['tax', whole('%|vat %|tax %|tax rate|vat rate|vat|tax|gst|mwst %|mwst|ust|ust %|tva|iva|btw|stawka vat|% \\p{L}+')],
  ['discount', whole('disc|discount|disc %|discount %|rabatt|rabatt %|remise|dto|sconto|korting|rabat')],
  [
    'position',
    whole(
      'pos|position|posten|no|nr|item no|line|ln|ref|#|lp|l p|n|num|code|cod|codigo|codice|sku|art|art nr|artikelnr|item code|product code|art no|item #',
    ),
  ],
  [
    'description',
    whole(
      'description(?: of (?:work|works|goods|services?))?|item(?:s)?(?: description)?|work(?:s)?(?: description| item)?|details?|service(?:s)?|product(?:s)?|article|scope(?: of works?)?|task|activity|particulars|material(?:s)?|goods|labour and materials|what|job|bezeichnung|leistung(?:en|sbeschreibung)?|beschreibung|artikel|artikelbezeichnung|text|position und leistung|designation|libelle|prestation(?:s)?|desc|descripcion(?: de \\p{L}+)?|concepto|descrizione(?: de\\p{L}* \\p{L}+)?|voce|omschrijving(?: werkzaamheden)?|werkzaamheden|descricao(?: d\\p{L}* \\p{L}+)?|artigo|servico|trabalhos|partida|trabajos|lavori|lavorazion[ie]|zakres(?: \\p{L}+)?|rodzaj(?: \\p{L}+)?|opis(?: \\p{L}+)?|nazwa(?: uslugi| towaru)?|nazwa towaru lub uslugi',
    ),
  ],
];

/** Which column a cell in a table's head names; null when it names none. */
export const columnOf = (text: string): Column | null => {
  const said = plain(text);
  if (said === '') return null;
  const bare = plain(said.replaceAll(BESIDE, ' '));
  return columnNamed(said) ?? (bare === '' ? null : columnNamed(bare));
};

const columnNamed = (words: string): Column | null => NAME_BY_COLUMN.find(([, name]) => name.test(words))?.[0] ?? null;

/** Units as they stand beside a quantity, in `plain` form. */
const UNITS = whole(
  'm|m2|m3|sqm|sq m|qm|cbm|lm|lfm|lfdm|lin m|rm|ml|mb|ft|sq ft|sqft|ft2|lf|yd|km|cm|mm|kg|g|t|l|ltr|pcs?|pc|pieces?|ea|each|no|nos|nr|units?|un|ud|uds|u|stk|stuck|st|psch|pausch|pauschal|pausch|ls|lump sum|lot|set|sets|satz|sat|h|hr|hrs|hours?|std|stunden?|d|day|days|tag|tage|jours?|dias?|giorni|dagen|week|weeks|pair|pairs|paar|box|boxes|bag|bags|sack|roll|rolls|rolle|rollen|pack|packs|pkt|job|item|items|visit|visits|trip|load|skip|gal|szt|kpl|godz|usl|forf(?:ait)?|ens|stuks?|uur|uren|pz|ore|hora|horas|heures?|pa|pida|vb|fl|eimer|dose|can|tin|bucket|point|points|run|sheet|sheets|board|boards|panel|panels|door|doors|window|windows|room|rooms|month|months|woche|wochen|mq|mc|cad|(?:a )?corpo|vg|wk|week|weken|m1|dzien|dni|ryczalt|rycz',
);

export const isUnit = (text: string): boolean => UNITS.test(plain(text.replaceAll('²', '2').replaceAll('³', '3')));

export type SumRole = 'subtotal' | 'discount' | 'tax' | 'total' | 'other';

const TAX = oneOf(
  'vat|tax|gst|hst|pst|sales tax|mws{1,2}t|ust|umsatzsteuer|mehrwertsteuer|tva|iva|btw|ptu|podatek(?: vat)?|i v a|t v a|b t w',
);
const TOTAL =
  /(?<!\p{L})(?:total|totals|totale?|sum|totaal\p{L}*|summe|gesamt\p{L}*|gesamt|endbetrag|endsumme|brutto\p{L}*|rechnungsbetrag|angebotssumme|zahlbetrag|zu zahlen|amount due|balance due|amount payable|to pay|net a payer|a payer|importe total|razem|suma|ogolem|do zaplaty|te betalen|(?:factuur|eind|offerte)bedrag|a pagar|da pagare)(?!\p{L})/u;
const SUBTOTAL =
  /(?<!\p{L})(?:sub ?totals?|net(?:to)?(?: total| amount|betrag|summe|price)?|netto\p{L}*|total (?:net(?:to)?|ht|ex(?:cl)?\p{L}*|before|without|hors)\b.*|zwischensumme|summe netto|gesamt netto|gesamtnetto|base imponible|base imposable|base tributavel|valor (?:tributavel|liquido)|(?:total )?iliquido|imponibile|subtotaal|sous total|subtotal|suma netto|wartosc netto|razem netto|goods total|works? total|total (?:works?|materials|labour))(?!\p{L})/u;
const GROSS =
  /(?<!\p{L})(?:inc(?:l)?\p{L}*|gross|brutto\p{L}*|ttc|inkl\p{L}*|including|grand|plus vat|iva incluido|due|payable|zaplaty)(?!\p{L})/u;
const DISCOUNT = oneOf(
  'discount|\\p{L}*rabatt|nachlass|remise|descuento|sconto|korting|desconto|rabat|less|reduction|skonto',
);
const OTHER = oneOf(
  'deposit|anzahlung|acompte|anticipo|acconto|aanbetaling|zaliczka|paid|bezahlt|received|balance forward|carried forward|brought forward|carry over|ubertrag|a reporter|report|retention|rounding|cash|change|iban|account|konto',
);

/** What may stand in the label of a sum beside the words above. */
const FILLING =
  /(?<!\p{L})(?:the|of|for|this|in|at|on|a|an|per|by|and|or|price|prices|amount|value|cost|costs|quote|quotation|estimate|offer|invoice|works?|project|job|items?|lines?|eur|usd|gbp|chf|pln|euro|der|die|das|des|fur|auf|von|zzgl|inkl|inklusive|exkl|mit|und|preis|mws{1,2}t|angebot|rechnung|gesetzliche\w*|de|du|la|le|les|el|il|di|del|da|do|van|het|w|z|plus|excluding|excl|including|incl|inc|ex|without|before|after|no|rate|standard|reduced|s|t|ht|ttc|taxable|tax|vat|gst|mwst|ust)(?!\p{L})|[%#&]|\d+/gu;
/** As many words of its own as the label of a sum may have: "Total tiling" is one, "Total strip-out of the old kitchen" is work. */
const OWN_WORDS = 2;
const SECTION = /^(?:sub ?total|zwischensumme|summe|total (?:section|part|for|of|pos|position|titel))/;

/** What a line of sums is, by its words; null when it is none. */
export const sumRoleOf = (text: string): SumRole | null => {
  const said = plain(text.replaceAll(/\d[\d.,]*\s*%?/g, ' '));
  if (said === '') return null;
  const role = roleOf(said);
  if (role === null || SECTION.test(said)) return role;
  const own = [TOTAL, SUBTOTAL, GROSS, DISCOUNT, OTHER, TAX].reduce(
    (rest, words) => rest.replaceAll(new RegExp(words.source, 'gu'), ' '),
    said,
  );
  const left = own
    .replaceAll(FILLING, ' ')
    .split(' ')
    .filter((word) => word !== '');
  return left.length > OWN_WORDS ? null : role;
};

const roleOf = (said: string): SumRole | null => {
  if (OTHER.test(said)) return 'other';
  const isTotal = TOTAL.test(said);
  if (SUBTOTAL.test(said) && !GROSS.test(said)) return 'subtotal';
  if (isTotal && (GROSS.test(said) || !TAX.test(said))) return 'total';
  // "Total VAT" is the tax, "Total excl. VAT" was a subtotal above.
  if (TAX.test(said)) return isTotal && /excl|zzgl|without|ohne/.test(said) ? 'subtotal' : 'tax';
  return DISCOUNT.test(said) ? 'discount' : null;
};
