// The paper that is open: what was read with what was put right over it, or the quote that it became; and where edits of it go.
import { useCallback, useMemo, useState } from 'react';
import { paperOfQuote, readPaper, withFixes, type Paper } from '../../../domain/documents/paper.ts';
import type { CommandInput } from '../../../domain/commands/registry.ts';
import type { PaperFixes } from '../../../domain/records/paper.ts';
import { recordAs, type RecordOf } from '../../../domain/records/registry.ts';
import { useRecord, useRun } from '../../data/hooks.ts';
import { today } from '../../ui/dates.ts';

export interface PaperSource {
  readonly paper: Paper;
  /** The quote it was kept as; null while it is only a reading. */
  readonly quote: RecordOf<'quote'> | null;
  readonly save: (set: PaperFixes) => void;
}

/** Null until there is a reading. */
export const usePaper = (reading: RecordOf<'reading'> | null | undefined, currency: string): PaperSource | null => {
  const run = useRun();
  const made = useRecord(reading?.body.offer === 'taken' ? (reading.body.made ?? null) : null);
  const quote = made == null || made.trashedAt !== 0 ? null : recordAs('quote', made);
  // What was just typed shows at once, and is what Enter accepts, before the store has answered.
  const [typed, setTyped] = useState<PaperFixes>({});
  const pages = reading?.body.pages;
  const read = useMemo(
    () => (pages === undefined ? null : readPaper(pages, { currency, today: today() })),
    [pages, currency],
  );
  const fixes = reading?.body.fixes;
  const paper = useMemo(() => {
    if (quote !== null) return withFixes(paperOfQuote(quote.body), typed);
    return read === null ? null : withFixes(read, { ...fixes, ...typed });
  }, [quote, read, fixes, typed]);
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
  return paper === null ? null : { paper, quote, save };
};

/** A quote has no due date and no warranty of its own. */
const quoteFields = ({
  kind: _kind,
  dueDate: _due,
  warrantyEnd: _end,
  ...rest
}: PaperFixes): CommandInput<'quote.edit'>['set'] => rest;
