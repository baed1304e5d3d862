// Takes the rows that hold nothing out of the sheets of an Excel file before it is read: a sheet may name a million of them.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const SHEET = /^xl\/worksheets\/[^/]+\.xml$/;
/** All that a reader needs: pictures and the like are left out. */
const PART = /\.(?:xml|rels)$/;
const ROW = /<row\b[^>]*?(?:\/>|>[\s\S]*?<\/row>)/g;
/** A value, or text that stands in the cell itself. */
const HOLDS = /<(?:v|is)\b[^>]*[^/]?>/;
const PLACE = /(<(?:row|c)\b[^>]*?\sr=")([A-Z]*)\d+"/g;

/** The same file with at most so many rows a sheet, each of which holds something, counted through: gaps close. Throws what fflate throws. */
export const withHeldRows = (bytes: Uint8Array, most: number): Uint8Array => {
  const parts = unzipSync(bytes, { filter: ({ name }) => PART.test(name) });
  const kept = Object.entries(parts).map(
    ([name, part]) =>
      [name, SHEET.test(name) && isUtf8(part) ? strToU8(heldRows(strFromU8(part), most)) : part] as const,
  );
  return zipSync(Object.fromEntries(kept), { level: 0 });
};

/** As nearly every program writes it: it begins with `<` or with the mark of UTF-8. Another is left as it is. */
const isUtf8 = ([first, second]: Uint8Array): boolean => first === 0xef || (first === 0x3c && second !== 0);

const heldRows = (sheet: string, most: number): string => {
  let row = 0;
  return sheet.replace(/<dimension\b[^>]*\/>/, '').replaceAll(ROW, (text) => {
    if (row >= most || !HOLDS.test(text)) return '';
    row += 1;
    return text.replaceAll(PLACE, (_all, before: string, column: string) => `${before}${column}${row}"`);
  });
};
