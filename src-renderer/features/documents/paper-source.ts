// The paper that is open: what was read with what was put right over it, or the quote that it became; and where edits of it go.
import { useCallback, useMemo, useState } from 'react';
import { namingPhotos, onPages } from '../../../domain/documents/photo-pages.ts';
import { sameValue } from '../../../domain/kernel/same-value.ts';
import type { ReadPage } from '../../../domain/records/media.ts';
import { paperOfQuote, readPaper, withFixes, type Paper } from '../../../domain/documents/paper.ts';
import type { CommandInput } from '../../../domain/commands/registry.ts';
import type { PaperFixes } from '../../../domain/records/paper.ts';
import { recordAs, type RecordOf } from '../../../domain/records/registry.ts';
import { useRecord, useRun } from '../../data/hooks.ts';
import { today } from '../../ui/dates.ts';

export interface PaperSource {
  readonly paper: Paper;
  /** What the paper is in, where the journey is kept in another currency; else null. */
  readonly foreign: string | null;
  /** The quote it was kept as; null while it is only a reading. */
  readonly quote: RecordOf<'quote'> | null;
  readonly save: (set: PaperFixes) => void;
  /** What all pages say of lines and sums where other values are kept, from when it had fewer pages; null where that is not so. */
  readonly whole: PaperFixes | null;
}

interface Read {
  readonly reading: RecordOf<'reading'> | null | undefined;
  readonly pages: readonly ReadPage[] | null;
  /** The photos that are its pages; none of a document. */
  readonly photos: readonly RecordOf<'photo'>[];
}

/** Null until there is a reading. */
export const usePaper = ({ reading, pages, photos }: Read, currency: string): PaperSource | null => {
  const run = useRun();
  const made = useRecord(reading?.body.offer === 'taken' ? (reading.body.made ?? null) : null);
  const quote = made == null || made.trashedAt !== 0 ? null : recordAs('quote', made);
  // What was just typed shows at once, and is what Enter accepts, before the store has answered.
  const [typed, setTyped] = useState<PaperFixes>({});
  const read = useMemo(
    () => (pages === null ? null : namingPhotos(readPaper(pages, { currency, today: today() }), photos)),
    [pages, photos, currency],
  );
  const fixes = reading?.body.fixes;
  const paper = useMemo(() => {
    if (quote !== null) return onPages(withFixes(paperOfQuote(quote.body), typed), photos);
    return read === null ? null : onPages(withFixes(read, { ...fixes, ...typed }), photos);
  }, [quote, read, fixes, typed, photos]);
  const whole = useMemo(
    () => (photos.length < 2 || read === null || paper === null ? null : linesAndSums(read, paper)),
    [photos, read, paper],
  );
  const readingKey = reading?.key;
  const quoteKey = quote?.key;
  const save = useCallback(
    (set: PaperFixes): void => {
      setTyped((before) => ({ ...before, ...set }));
      const keep = async (): Promise<void> => {
        if (quoteKey !== undefined) await run('quote.edit', { key: quoteKey, set: quoteFields(set) });
        else if (readingKey !== undefined) await run('reading.fix', { key: readingKey, set });
        // From here on the record says it, and says what another device put there.
        setTyped((before) =>
          Object.fromEntries(Object.entries(before).filter(([name, value]) => !Object.is(set[name], value))),
        );
      };
      void keep();
    },
    [run, readingKey, quoteKey],
  );
  if (paper === null) return null;
  return { paper, foreign: paper.currency === currency ? null : paper.currency, quote, save, whole };
};

const bare = (paper: Paper['values']): unknown => [
  paper.lines.map(({ places: _places, ...line }) => line),
  paper.subtotal,
  paper.discount,
  paper.tax,
  paper.total,
];

/** Null where the same lines and sums stand there, wherever they were found. */
const linesAndSums = ({ values: read }: Paper, { values: shown }: Paper): PaperFixes | null => {
  const { lines, subtotal, discount, tax, total } = read;
  return lines.length <= shown.lines.length || sameValue(bare(read), bare(shown))
    ? null
    : { lines, subtotal, discount, tax, total };
};

/** A quote has no due date and no warranty of its own. */
const quoteFields = ({
  kind: _kind,
  dueDate: _due,
  warrantyEnd: _end,
  ...rest
}: PaperFixes): CommandInput<'quote.edit'>['set'] => rest;
