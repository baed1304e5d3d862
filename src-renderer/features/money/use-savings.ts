// Gathers what ways to save are found in: costs, quotes, allowances, research, and the papers that say terms and warranties.
import { useEffect, useMemo, useState } from 'react';
import { comparisonKey } from '../../../domain/commands/comparison.ts';
import { readPaper, withFixes } from '../../../domain/documents/paper.ts';
import type { Entry } from '../../../domain/money/entries.ts';
import { headOf, SAVING_PAPERS, savingsOf, type PaperRead } from '../../../domain/money/savings/from-records.ts';
import type { Savings } from '../../../domain/money/savings/savings.ts';
import { recordAs, type RecordOf } from '../../../domain/records/registry.ts';
import { useRecord, useRecords, useStore } from '../../data/hooks.ts';
import { today } from '../../ui/dates.ts';

/** Null until all of it was read. */
export const useSavings = (journey: RecordOf<'journey'>, entries: readonly Entry[]): Savings | null => {
  const asked = { journey: journey.id } as const;
  const quotes = useRecords({ type: 'quote', ...asked });
  const awards = useRecords({ type: 'award', ...asked });
  const changes = useRecords({ type: 'change', ...asked });
  const selections = useRecords({ type: 'selection', ...asked });
  const questions = useRecords({ type: 'question', ...asked });
  const findings = useRecords({ type: 'finding', ...asked });
  const steps = useRecords({ type: 'step', ...asked });
  const dismissed = useRecords({ type: 'saving', ...asked });
  const comparison = useRecord(comparisonKey(journey.id));
  const papers = usePapers(journey);
  const corrections = recordAs('comparison', comparison ?? undefined)?.body.rows;
  return useMemo(() => {
    if (
      quotes === undefined ||
      awards === undefined ||
      changes === undefined ||
      selections === undefined ||
      questions === undefined ||
      findings === undefined ||
      steps === undefined ||
      dismissed === undefined ||
      papers === null
    )
      return null;
    const found = { quotes, awards, changes, selections, questions, findings, steps, dismissed, corrections, papers };
    return savingsOf({ journey, today: today(), entries, ...found });
  }, [
    quotes,
    awards,
    changes,
    selections,
    questions,
    findings,
    steps,
    dismissed,
    papers,
    corrections,
    entries,
    journey,
  ]);
};

/** Read once when it is asked for: papers are long, and few of them change while one looks at a list. */
const usePapers = (journey: RecordOf<'journey'>): readonly PaperRead[] | null => {
  const store = useStore();
  const { id, body } = journey;
  const { currency } = body;
  const [papers, setPapers] = useState<readonly PaperRead[] | null>(null);
  useEffect(() => {
    let isOver = false;
    const read = async (): Promise<void> => {
      const readings = await store.find({ type: 'reading', journey: id });
      if (isOver) return;
      setPapers(
        readings.flatMap(({ parent, body: { pages, fixes, guess } }) => {
          const kind = fixes?.kind ?? guess?.kind;
          if (kind === undefined || !SAVING_PAPERS.has(kind)) return [];
          const { values } = withFixes(readPaper(pages, { currency, today: today() }), fixes ?? {});
          return [{ of: parent, values, head: headOf(pages) }];
        }),
      );
    };
    void read();
    return () => {
      isOver = true;
    };
  }, [store, id, currency]);
  return papers;
};
