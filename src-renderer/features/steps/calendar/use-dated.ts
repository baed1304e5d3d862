// All records of a journey that may have a day, live; null until every type has answered.
import { useMemo } from 'react';
import type { CalendarSource } from '../../../../domain/journey/calendar-entries.ts';
import type { RecordOf } from '../../../../domain/records/registry.ts';
import { useRecords } from '../../../data/hooks.ts';

export const useDated = ({ id: journey }: RecordOf<'journey'>): CalendarSource | null => {
  const step = useRecords({ type: 'step', journey });
  const task = useRecords({ type: 'task', journey });
  const quote = useRecords({ type: 'quote', journey });
  const cost = useRecords({ type: 'cost', journey });
  const payment = useRecords({ type: 'payment', journey });
  const decision = useRecords({ type: 'decision', journey });
  const selection = useRecords({ type: 'selection', journey });
  return useMemo(() => {
    if (step === undefined || task === undefined || quote === undefined || cost === undefined) return null;
    if (payment === undefined || decision === undefined || selection === undefined) return null;
    return { step, task, quote, cost, payment, decision, selection };
  }, [step, task, quote, cost, payment, decision, selection]);
};
