// Repairs and spare parts that were paid for while a warranty still covered what they mended.
import type { RecordKey } from '../../kernel/ids.ts';
import type { CalendarDate } from '../../kernel/time.ts';
import type { Entry } from '../entries.ts';
import { sameVendor } from '../cost-report.ts';
import { saving, type Saving } from './saving.ts';

export interface Warranty {
  /** Key of the paper. */
  readonly key: RecordKey;
  readonly vendor: string;
  /** What it is for, in the paper's words. */
  readonly words: string;
  readonly from: CalendarDate | null;
  readonly until: CalendarDate;
}

/** Words of mending in the languages that papers come in. A purchase is none: what is bought anew is under no warranty yet. */
const MENDED =
  /\b(?:repair\w*|fix(?:ed|ing)?|mend\w*|replac\w*|spare\w*|service call|call-?out|reparatur\w*|reparier\w*|ersatz\w*|austausch\w*|kundendienst\w*|repara\w*|sustitu\w*|recambio\w*|réparation\w*)\b/iu;
const SHORTEST_WORD = 4;
/** Words that stand on every warranty, or name the room: they tell no two things apart. */
const GENERIC =
  /^(?:warrant\w*|guarante\w*|garant\w*|gewähr\w*|certificate|zertifikat|date|datum|fecha|period\w*|years?|jahre?n?|años?|months?|monate?n?|service|customer|kunde|kitchen|küche|cocina|bath\w*|badezimmer|baño|from|with|this|that|until|valid|purchase\w*|serial|number|nummer|model\w*|built|\d+)$/iu;

/** Where a cost of mending and a warranty speak of one thing, or of one vendor; the sum saved is the cost. */
export const covered = (entries: readonly Entry[], warranties: readonly Warranty[]): readonly Saving[] =>
  entries.flatMap((entry) => {
    const { date, description, original } = entry;
    if (date === null || original.minor <= 0 || !MENDED.test(description)) return [];
    const own = wordsOf(description.replaceAll(new RegExp(MENDED, 'giu'), ' '));
    for (const { key, vendor, words, from, until } of warranties) {
      if (date > until || (from !== null && date < from)) continue;
      const named = wordsOf(words);
      const shared = [...own].filter((word) => named.has(word));
      const isVendor = sameVendor(vendor) !== '' && sameVendor(vendor) === sameVendor(entry.vendor);
      if (shared.length === 0 && !isVendor) continue;
      const found = {
        kind: 'warranty',
        name: description,
        amount: original,
        on: date,
        until,
        words: isVendor && shared.length === 0 ? [vendor] : shared,
      } as const;
      return [saving({ found, worth: original, records: [entry.key, key] })];
    }
    return [];
  });

const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(
    (text.toLowerCase().match(/[\p{L}\d]+/gu) ?? []).filter(
      (word) => word.length >= SHORTEST_WORD && !GENERIC.test(word),
    ),
  );
