// What a paper says about itself besides its figures: who it is from, its number, its dates, its terms.
import type { CalendarDate } from '../kernel/time.ts';
import type { PaperKind, Place } from '../records/paper.ts';
import { labelled, type Labelled } from './labels.ts';
import { datesIn, laterBy, spanIn } from './paper-dates.ts';
import { cellsOf, surenessOf, textOf, type Cell, type Row, type Word } from './rows.ts';
import { placeOf } from './table-lines.ts';
import { plain, TITLE_BY_KIND } from './vocabulary.ts';

/** A value with the reader's confidence, 0 to 100, and where it stands; null where that can't be shown. */
export interface Read<T> {
  readonly value: T;
  readonly sure: number;
  readonly place: Place | null;
}

/** A value without a label is a guess, however well its letters were read. */
const GUESSED = 0.6;

const read = <T>(
  value: T,
  { row, words }: { readonly row: Row; readonly words: readonly Word[] },
  trust = 1,
): Read<T> => ({
  value,
  sure: Math.round(surenessOf(words) * trust),
  place: placeOf(row.page, words, row.placed),
});

/** Rows that a title may stand in, and how much further down a word counts for less. */
const TITLE_ROWS = 25;

const TITLE_WORDS = 4;
/** "No warranty" is the title of nothing. */
const DENIED = /^(?:no|not|without|ohne|keine?|sans|sin|senza|geen|sem|bez)(?!\p{L})/u;
/** Words that slips of tills print as well: "no warranty", "licence no.", "floor plan 3". */
const SURE_OF: ReadonlySet<PaperKind> = new Set(['warranty', 'permit', 'contract', 'manual', 'plan']);
const CLEARLY_A_TITLE = 3.4;

/** By the words of its title; larger and higher words count for more. `receipt` for a short slip with a total, else `other`. */
export const readKind = (rows: readonly Row[], hasTotal: boolean): Read<PaperKind> => {
  const head = rows.slice(0, TITLE_ROWS);
  const usual = rows.map(({ size }) => size).toSorted((a, b) => a - b)[Math.floor(rows.length / 2)] ?? 1;
  const found = head.flatMap((row, at) =>
    cellsOf(row).flatMap((cell) => {
      const said = plain(cell.text);
      return TITLE_BY_KIND.flatMap(([kind, title], rank) => {
        const match = title.exec(said);
        const words = said.split(' ').length;
        // In the middle of a sentence it is only mentioned.
        if (match === null || (match.index > 0 && words > TITLE_WORDS)) return [];
        const tall = (cell.box[3] - cell.box[1]) / usual;
        const isTitle =
          match.index === 0 || (words <= 3 && match.index + match[0].length === said.length && !DENIED.test(said));
        const worth = (isTitle ? 2 : 0.5) + Math.min(tall, 3) + 2 / words - at / TITLE_ROWS - rank / 100;
        return SURE_OF.has(kind) && worth < CLEARLY_A_TITLE ? [] : [{ kind, worth, row, words: cell.words }];
      });
    }),
  );
  const [best] = found.toSorted((a, b) => b.worth - a.worth);
  if (best !== undefined) return read(best.kind, best, best.worth > 3 ? 1 : GUESSED);
  const isSlip = hasTotal && rows.length < 90;
  return { value: isSlip ? 'receipt' : 'other', sure: isSlip ? 50 : 30, place: null };
};

const NUMBER_LABEL =
  /^(?:(?:tax |our |your )?(?:quote|quotation|estimate|proposal|invoice|offer|receipt|order|contract|permit|document|reference|ref|bill|job|\p{L}*angebots?|\p{L}*rechnungs?|\p{L}*beleg|auftrags?|facture|devis|factura|presupuesto|preventivo|fattura|offert[ae]|factuur|fatura|orcamento|orçamento|oferta|proposta|faktura(?: vat)?|wycena|kosztorys)[\s-]*)(?:(?:numer|nummer|number|num[ée]ro|num|n\.?[°ºo]|no|nr|n|id|#|ref(?:erence)?)(?!\p{L})\s?[.:#]*|[.:#]+|#)\s*/iu;
const BARE_NUMBER_LABEL =
  /^(?:(?:no|nr|number|nummer|numer|n\.?[°º]|prot)(?!\p{L})[.:]*|#|ref(?:erence)?(?!\p{L})[.:]*|(?:referentie|kenmerk|riferimento|rif|referencia|referência|référence|réf)(?!\p{L})[.:]*|belegnr[.:]*)\s*/iu;
/** "Angebot 2026-17": its title alone. */
const TITLE_LABEL = new RegExp(
  `^(?:${TITLE_BY_KIND.filter(([kind]) => kind === 'quote' || kind === 'invoice')
    .map(([, title]) => title.source)
    .join('|')})\\s+(?=\\S*\\d(?!\\S*%))`,
  'iu',
);
const NUMBER = /^[#]?((?:\p{Lu}{1,4} )?[\p{L}\d][\p{L}\d/_.-]*\d[\p{L}\d/_-]*|\d{2,})/u;

export const readNumber = (rows: readonly Row[]): Read<string> | null => {
  for (const label of [NUMBER_LABEL, BARE_NUMBER_LABEL, TITLE_LABEL])
    for (const { row, cell } of labelled(rows, label)) {
      const words = numberWords(cell);
      const value = NUMBER.exec(textOf(words))?.[1];
      const dated = label === TITLE_LABEL ? cell.text : (value ?? '');
      const isDay = value !== undefined && datesIn(dated, false).length > 0 && !isNumbered(row, value);
      if (value !== undefined && value.length <= 80 && !isDay) return read(value, { row, words });
    }
  return null;
};

/** The first word; "FT 2026/123" is two, its series and its number. */
const numberWords = ({ words: [first, second] }: Cell): readonly Word[] => {
  if (first === undefined) return [];
  const isSeries = second !== undefined && /^\p{Lu}{1,4}$/u.test(first[0]) && /^\d[\d/-]*$/.test(second[0]);
  return isSeries ? [first, second] : [first];
};

/** "Oferta nr 14/04/2026" is the fourteenth of that month: where the label says that it is a number, it is none of a day. */
const isNumbered = ({ words }: Row, value: string): boolean =>
  value.includes('/') &&
  words.some(([text], at) => text === value && /^(?:nr|numer|n[°ºo.]?\.?)$/iu.test(words[at - 1]?.[0] ?? ''));

const DATE_LABEL =
  /^(?:(?:quote|quotation|estimate|invoice|issue|offer|receipt|purchase|angebots|rechnungs|beleg|offerte|factuur)?[\s-]*(?:date(?: of (?:issue|quote|invoice|purchase))?|datum|dated|issued(?: on)?|tarikh|fecha|data(?: wystawienia)?|date d['’]émission)|le|den)\s?[.:]*\s*/iu;
const VALID_LABEL =
  /^.{0,40}?(?:valid(?:ity)?(?: (?:until|till|to|through|for|period))?|expir(?:es|y|ation)(?: (?:on|date))?|good (?:until|through)|open for acceptance(?: for| until)?|g(?:ü|u|ii|i|ti)ltig(?: bis(?: zum)?)?|bindefrist|valable(?: jusqu['’]au)?|válid[oa](?: hasta| até)?|valid[oa](?: fino al)?|geldig(?: tot| t\/m)?|ważn[ae](?: do)?|ważności|związania)[\s.:]*/iu;
const DUE_LABEL =
  /^.{0,30}?(?:due(?: date| on| by)?|payable by|pay by|fällig(?: am| bis)?|zahlbar bis(?: zum)?|échéance|vencimiento|scadenza|vervaldatum|te betalen (?:voor|vóór)|vencimento|pagar até|entro il|termin płatności|płatne do)[\s.:]*/iu;
const WARRANTY_LABEL =
  /^.{0,40}?(?:warranty|guarantee|cover(?:age)?|garantie\p{L}*|garantía|garanzia|garantia|gwarancj\p{L}*)(?: (?:period|until|ends?|expires?|valid|through|to|term|is|of|bis))*[\s.:]*/iu;

interface Dated {
  readonly date: Read<CalendarDate> | null;
  readonly monthFirst: boolean;
}

/** The day it was written: the labelled one, else the first in its head. */
export const readDate = (rows: readonly Row[], monthFirst: boolean): Read<CalendarDate> | null => {
  const named = labelled(rows, DATE_LABEL).flatMap((found) => dateOf(found, monthFirst) ?? []);
  const [first] = named;
  if (first !== undefined) return first;
  for (const row of rows) {
    const text = textOf(row.words);
    if (LATER.test(plain(text))) continue;
    const [date] = datesIn(text, monthFirst);
    if (date !== undefined) return read(date, { row, words: wordsOfDate(row.words) }, GUESSED);
  }
  return null;
};
const LATER =
  /valid|expir|due|gultig|fallig|until|bis|jusqu|hasta|start|begin|delivery|liefer|warranty|garant|geldig|vervald|wazn|validade|validita|scad|vencim|gwaranc|garanz/;

const dateOf = ({ row, cell }: Labelled, monthFirst: boolean): Read<CalendarDate> | null => {
  const [date] = datesIn(cell.text, monthFirst);
  return date === undefined ? null : read(date, { row, words: wordsOfDate(cell.words) });
};

const hasFigure = ([text]: Word): boolean => /\d/.test(text);

/** The words from the first figure to the last: a date is among them. */
const wordsOfDate = (words: readonly Word[]): readonly Word[] => {
  const from = words.findIndex(hasFigure);
  const to = words.findLastIndex(hasFigure);
  return from === -1 ? words : words.slice(from, to + 1);
};

export const readValidUntil = (rows: readonly Row[], dated: Dated): Read<CalendarDate> | null =>
  labelledDay(rows, VALID_LABEL, dated);

export const readDueDate = (rows: readonly Row[], dated: Dated): Read<CalendarDate> | null =>
  labelledDay(rows, DUE_LABEL, dated);

export const readWarrantyEnd = (rows: readonly Row[], dated: Dated): Read<CalendarDate> | null =>
  labelledDay(rows, WARRANTY_LABEL, dated) ?? spanBefore(rows, dated);

/** A date after the label, or a length of time that counts from the paper's own date. */
const labelledDay = (rows: readonly Row[], label: RegExp, { date, monthFirst }: Dated): Read<CalendarDate> | null => {
  for (const found of labelled(rows, label)) {
    const day = dateOf(found, monthFirst);
    if (day !== null && (date === null || day.value > date.value)) return day;
    const span = spanIn(found.cell.text);
    if (span !== null && date !== null)
      return read(laterBy(date.value, span), { row: found.row, words: found.cell.words }, 0.9);
  }
  return null;
};

/** "2 years manufacturer's warranty": the length stands before the word. */
const spanBefore = (rows: readonly Row[], { date }: Dated): Read<CalendarDate> | null => {
  if (date === null) return null;
  for (const row of rows) {
    const text = textOf(row.words);
    const span = /warrant|guarant|garant|garanz|gwaranc/.test(plain(text)) ? spanIn(text) : null;
    if (span !== null) return read(laterBy(date.value, span), { row, words: row.words }, 0.8);
  }
  return null;
};

const TERMS =
  /(?<!\p{L})(?:payment|terms|deposit|net \d+|zahlung\p{L}*|zahlbar|anzahlung|skonto|conditions? de (?:paiement|reglement)|reglement|acompte|forma de pago|condiciones|pagamento|betaling\p{L}*|aanbetaling|condicoes|platnosc\p{L}*|zaliczka)(?!\p{L})/u;
/** Rows of terms that follow each other. */
const TERM_ROWS = 4;

/** "Termin płatności: 24-06-2026" says until when, and is told as that. */
const ONLY_DUE = new RegExp(`${DUE_LABEL.source}[\\d./-]+$`, 'iu');

/** "Net 1,200.00" is a sum, "net 30 days" are terms. */
const isTerm = ({ text }: Cell): boolean => {
  const said = plain(text);
  return TERMS.test(said) && said.includes(' ') && !/\d[.,]\d{2}(?!\d)/.test(text) && !ONLY_DUE.test(text);
};

const saysTerms = (row: Row): boolean => cellsOf(row).some(isTerm);

/** The rows that speak of payment, as one text. */
export const readTerms = (rows: readonly Row[]): Read<string> | null => {
  // A row of the sums may name a deposit, and what it comes to stands beside it; but terms stand beside sums as well.
  const alone = rows.findIndex((row) => saysTerms(row) && !/\d[.,]\d{2}(?!\d)/.test(textOf(row.words)));
  const at = alone === -1 ? rows.findIndex(saysTerms) : alone;
  const first = rows[at];
  if (first === undefined) return null;
  const isHeading = first.words.length <= 3;
  const taken = [first];
  for (const row of rows.slice(at + 1, at + TERM_ROWS)) {
    const last = taken.at(-1) ?? first;
    const isNear =
      row.page === last.page && row.box[1] - last.box[3] <= last.size * (isHeading && taken.length === 1 ? 1.5 : 0.8);
    if (!isNear || Math.abs(row.box[0] - first.box[0]) > first.size * 2) break;
    taken.push(row);
  }
  const words = taken.flatMap((row) => cellNear(row, first));
  return read(textOf(words).slice(0, 2_000), { row: first, words });
};

/** Of a row beside which other things stand, what stands under the first row. */
const cellNear = (row: Row, first: Row): readonly Word[] => {
  const cells = cellsOf(row);
  const near = cells.findIndex(({ box }) => box[2] > first.box[0]);
  const words: Word[] = [];
  for (const [at, cell] of cells.entries()) {
    if (at < near) continue;
    const last = words.at(-1);
    if (last !== undefined && cell.box[0] - last[3] > row.size * 3) break;
    words.push(...cell.words);
  }
  return words;
};
