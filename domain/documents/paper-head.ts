// Who a paper is from and what it is about, read from its head: the largest name that is not the customer's.
import type { PaperKind } from '../records/paper.ts';
import type { Read } from './paper-fields.ts';
import { labelled } from './labels.ts';
import { LEGAL_FORM, nameIn } from './receipt-vendor.ts';
import { cellsOf, surenessOf, type Box, type Cell, type Row } from './rows.ts';
import { placeOf } from './table-lines.ts';
import { columnOf, plain, TITLE_BY_KIND } from './vocabulary.ts';

const HEAD_ROWS = 14;
const FROM =
  /^(?:from|by|supplier|vendor|seller|contractor|company|absender|auftragnehmer|von|fournisseur|proveedor|fornitore|leverancier|fornecedor|de|da|sprzedawca|wykonawca|dostawca|oferent)\s?[.:]+\s*/iu;
const TO =
  /^(?:(?:bill|invoice|quote|quoted|ship|sold|prepared|estimate|quotation)\s?(?:to|for)|to|for|client|customer|attn|attention|an|kunde|empfänger|auftraggeber|bauherr|rechnung an|client|cliente|klant|aan|nabywca|zamawiający|inwestor|para|committente|destinatario|spett|egr|gent|sig|sig\.ra|exm[oa]|t\.?a\.?v|de heer|mevrouw|mevr|dhr|fam|site|project|job|mr|mrs|ms|herr|frau|familie|family)(?:\s?[.:]|\s|$)/iu;
const TRADE =
  /plumb|electri|build|construct|tiling|tile|paint|joiner|carpent|kitchen|bath|roof|floor|heating|renovat|interior|design|bau|fliesen|maler|elektro|sanitar|heizung|schreiner|tischler|dach|kuche|bad|services?|works|group|company|& sons?|& co\b|menuis|plomb|peint|carrel|construc|reforma|impiant|edil|bouw|loodgiet|schild|budow|remont|hydraul|install|canaliz|elettric/;

export const readVendor = (rows: readonly Row[]): Read<string> | null => {
  const [named] = labelled(rows.slice(0, HEAD_ROWS * 2), FROM).flatMap(({ row, cell }) => {
    const value = nameIn(cell.text);
    return value === null ? [] : [readCell(value, { row, cell }, 1)];
  });
  if (named !== undefined) return named;
  const head = rows.filter(({ page }) => page === 1).slice(0, HEAD_ROWS);
  const usual = rows.map(({ size }) => size).toSorted((a, b) => a - b)[Math.floor(rows.length / 2)] ?? 1;
  const customers = customerBoxes(head);
  const found = head.flatMap((row, at) =>
    cellsOf(row).flatMap((cell) => {
      const value = nameIn(cell.text);
      if (value === null || isTitle(value) || TO.test(cell.text) || columnOf(value) !== null) return [];
      const said = plain(value);
      const worth =
        (LEGAL_FORM.test(value) ? 4 : 0) +
        (TRADE.test(said) ? 2 : 0) +
        Math.min(3, ((cell.box[3] - cell.box[1]) / usual - 1) * 3) -
        at * 0.35 -
        (cell.text.endsWith(':') ? 3 : 0) -
        (customers.some((box) => isBelow(cell.box, box, row.size)) ? 7 : 0);
      return [{ value, worth, row, cell }];
    }),
  );
  const [best] = found.toSorted((a, b) => b.worth - a.worth);
  return best === undefined ? null : readCell(best.value, best, best.worth >= 2 ? 0.9 : 0.6);
};

const readCell = (
  value: string,
  { row, cell }: { readonly row: Row; readonly cell: Cell },
  trust: number,
): Read<string> => ({
  value,
  sure: Math.round(surenessOf(cell.words) * trust),
  place: placeOf(row.page, cell.words, row.placed),
});

const isTitle = (text: string): boolean => {
  const said = plain(text);
  return TITLE_BY_KIND.some(([kind, title]) => {
    const match = kind === 'plan' || kind === 'manual' ? null : title.exec(said);
    return match !== null && (match.index === 0 || said.split(' ').length <= 3);
  });
};

const customerBoxes = (head: readonly Row[]): readonly Box[] =>
  head.flatMap((row) =>
    cellsOf(row)
      .filter(({ text }) => TO.test(text))
      .map(({ box }) => box),
  );

/** The lines of an address under "To:". */
const ADDRESS_LINES = 7;
const isBelow = (box: Box, label: Box, size: number): boolean =>
  box[1] >= label[1] - size * 0.5 && box[1] - label[3] < size * ADDRESS_LINES && Math.abs(box[0] - label[0]) < size * 3;

const SUBJECT =
  /^(?:subject|re|project|job|works?|title|description of works?|regarding|betreff|betr|projekt|bauvorhaben|objet|chantier|asunto|proyecto|obra|oggetto|progetto|onderwerp|betreft|assunto|dotyczy|temat)\s?[.:]+\s*|^(?:subject|betreff|betreft|onderwerp|objet|asunto|oggetto|assunto|dotyczy|temat)\s*$/iu;

/** What it is about: its subject line, else its title with what follows it ("Quotation for a new bathroom"). */
export const readTitle = (rows: readonly Row[], kind: PaperKind): Read<string> | null => {
  const head = rows.slice(0, HEAD_ROWS * 2);
  const [subject] = labelled(head, SUBJECT);
  if (subject !== undefined && subject.cell.text.length > 3)
    return readCell(subject.cell.text.slice(0, 300), subject, 1);
  const title = TITLE_BY_KIND.find(([name]) => name === kind)?.[1];
  if (title === undefined) return null;
  for (const row of head)
    for (const cell of cellsOf(row)) {
      const said = plain(cell.text);
      if (title.exec(said)?.index === 0 && said.split(' ').length >= 3 && !/\d/.test(cell.text))
        return readCell(cell.text.slice(0, 300), { row, cell }, 0.9);
    }
  return null;
};
