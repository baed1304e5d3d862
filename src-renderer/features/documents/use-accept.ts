// What becomes of a paper when it is accepted: a quote, a cost, or a reminder, each by one command.
import { useState } from 'react';
import { outcomeOf, type Paper } from '../../../domain/documents/paper.ts';
import { addDays } from '../../../domain/kernel/calendar.ts';
import type { RecordKey, SpaceId } from '../../../domain/kernel/ids.ts';
import { spaceOfKey } from '../../../domain/kernel/ids.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { isHiddenIn } from '../../../domain/spaces/readable.ts';
import { useRecord, useRun } from '../../data/hooks.ts';
import { recordAs } from '../../../domain/records/registry.ts';
import { useIsFamily } from '../../ui/use-family.ts';
import { today } from '../../ui/dates.ts';

/** How long before a warranty ends one is reminded, in days. */
const AHEAD_DAYS = 30;

export interface Choices {
  readonly category: string;
  readonly setCategory: (category: string) => void;
  readonly step: RecordKey | null;
  readonly setStep: (step: RecordKey | null) => void;
}

type Accept = (paper: Paper) => Promise<void>;

export const useAccept = (reading: RecordOf<'reading'>, onDone: () => void): readonly [Choices, Accept] => {
  const run = useRun();
  const family = useIsFamily(reading.journey);
  const of = useRecord(reading.parent);
  const [category, setCategory] = useState('other');
  const [chosen, setStep] = useState<RecordKey | null | undefined>(undefined);
  const hangsOn = of == null || of.parent === '' ? null : of.parent;
  const step = chosen === undefined ? hangsOn : chosen;
  // What a contractor makes stays where they may write.
  const own: { readonly space?: SpaceId } = family ? {} : { space: spaceOfKey(reading.key) };
  const fallback = of == null ? '' : (recordAs('document', of)?.body.title ?? '');

  const accept: Accept = async (paper) => {
    const { values, currency, places } = paper;
    const { kind: _kind, dueDate, warrantyEnd, ...rest } = values;
    const { key } = reading;
    const outcome = outcomeOf(values.kind);
    if (outcome === 'quote') {
      const quote = {
        ...rest,
        currency,
        party: null,
        step: hidden(reading, step) ? null : step,
        places: { ...places },
      };
      const title = rest.title === '' ? fallback : rest.title;
      if ((await run('reading.quote', { key, quote: { ...quote, title } })).ok) onDone();
    } else if (outcome === 'cost' && values.total !== null) {
      const cost = {
        description: values.title || values.vendor || fallback,
        amount: values.total,
        category,
        vendor: values.vendor,
        step,
        state: values.kind === 'invoice' && (dueDate ?? today()) >= today() ? ('due' as const) : ('paid' as const),
        date: values.date,
        ...own,
      };
      if ((await run('reading.accept', { key, cost })).ok) onDone();
    } else if (outcome === 'reminder' && warrantyEnd !== null) {
      const early = addDays(warrantyEnd, -AHEAD_DAYS);
      const title = (values.title || values.vendor || fallback).slice(0, 500);
      const due = early > today() ? early : warrantyEnd;
      if ((await run('reading.remind', { key, title, due, ...own })).ok) onDone();
    }
  };
  return [{ category, setCategory, step, setStep }, accept];
};

const hidden = (reading: RecordOf<'reading'>, step: RecordKey | null): boolean =>
  step !== null && isHiddenIn(spaceOfKey(reading.key), step);
