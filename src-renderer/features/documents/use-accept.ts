// What becomes of a paper when it is accepted: a quote, a cost, or a reminder, each by one command.
import { useMemo, useState } from 'react';
import { homeOf } from '../../../domain/commands/offer.ts';
import { outcomeOf, type Paper } from '../../../domain/documents/paper.ts';
import { addDays } from '../../../domain/kernel/calendar.ts';
import type { RecordKey, SpaceId } from '../../../domain/kernel/ids.ts';
import { spaceOfKey } from '../../../domain/kernel/ids.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { isHiddenIn } from '../../../domain/spaces/readable.ts';
import { useRecord, useRecords, useRun } from '../../data/hooks.ts';
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
  /** Whose quote it is, of the contractors on the journey; null for someone who is not on it. */
  readonly party: RecordKey | null;
  readonly setParty: (party: RecordKey | null) => void;
}

type Accept = (paper: Paper) => Promise<void>;

/** The contractors on the journey, as those see them who will read the quote. */
export const useParties = ({ key, journey }: RecordOf<'reading'>): readonly RecordOf<'party'>[] => {
  const parties = useRecords({ type: 'party', journey });
  const home = homeOf(key);
  return useMemo(() => (parties ?? []).filter(({ space }) => space === home), [parties, home]);
};

export const useAccept = (reading: RecordOf<'reading'>, onDone: () => void): readonly [Choices, Accept] => {
  const run = useRun();
  const family = useIsFamily(reading.journey);
  const of = useRecord(reading.parent);
  const [category, setCategory] = useState('other');
  const [chosen, setStep] = useState<RecordKey | null | undefined>(undefined);
  const hangsOn = of == null || of.parent === '' ? null : of.parent;
  const step = chosen === undefined ? hangsOn : chosen;
  const parties = useParties(reading);
  const [chosenParty, setParty] = useState<RecordKey | null | undefined>(undefined);
  const vendor = (reading.body.fixes?.vendor ?? reading.body.guess?.vendor ?? '').toLowerCase();
  const named = parties.find(({ body }) => body.name.length > 2 && vendor.includes(body.name.toLowerCase()));
  const party = chosenParty === undefined ? (named?.key ?? null) : chosenParty;
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
        party: hidden(reading, party) ? null : party,
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
  return [{ category, setCategory, step, setStep, party, setParty }, accept];
};

/** What the readers of the paper's space can't read is not named in it. */
const hidden = (reading: RecordOf<'reading'>, key: RecordKey | null): boolean =>
  key !== null && isHiddenIn(spaceOfKey(reading.key), key);
