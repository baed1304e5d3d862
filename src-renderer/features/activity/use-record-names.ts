// The present names of what the history speaks of, things in the trash included.
import { useMemo } from 'react';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useRecords } from '../../data/hooks.ts';
import { dayRelative } from '../../ui/dates.ts';

/** Answers '' for what is not on this device or has no name. */
export const useRecordNames = (journey: RecordOf<'journey'>): ((key: string) => string) => {
  const asked = { journey: journey.id, trash: 'with' } as const;
  const steps = useRecords({ type: 'step', ...asked });
  const costs = useRecords({ type: 'cost', ...asked });
  const quotes = useRecords({ type: 'quote', ...asked });
  const questions = useRecords({ type: 'question', ...asked });
  const findings = useRecords({ type: 'finding', ...asked });
  const tasks = useRecords({ type: 'task', ...asked });
  const logs = useRecords({ type: 'log', ...asked });
  const comments = useRecords({ type: 'comment', ...asked });
  const documents = useRecords({ type: 'document', ...asked });
  const decisions = useRecords({ type: 'decision', ...asked });
  const alternatives = useRecords({ type: 'alternative', ...asked });
  const selections = useRecords({ type: 'selection', ...asked });
  const awards = useRecords({ type: 'award', ...asked });
  const allocations = useRecords({ type: 'allocation', ...asked });
  const splits = useRecords({ type: 'split', ...asked });
  const changes = useRecords({ type: 'change', ...asked });
  const payments = useRecords({ type: 'payment', ...asked });
  const approvals = useRecords({ type: 'approval', ...asked });
  return useMemo(() => {
    const nameByKey = new Map<string, string>([[journey.key, journey.body.name]]);
    for (const { key, body } of steps ?? []) nameByKey.set(key, body.name);
    for (const { key, body } of costs ?? []) nameByKey.set(key, body.description || body.vendor);
    for (const { key, body } of quotes ?? []) nameByKey.set(key, body.vendor || body.title);
    for (const { key, body } of questions ?? []) nameByKey.set(key, body.text);
    for (const { key, body } of findings ?? []) nameByKey.set(key, body.title);
    for (const { key, body } of tasks ?? []) nameByKey.set(key, body.title);
    for (const { key, body } of logs ?? []) nameByKey.set(key, dayRelative(body.day));
    for (const { key, body } of documents ?? []) nameByKey.set(key, body.title);
    for (const { key, body } of decisions ?? []) nameByKey.set(key, body.question);
    for (const { key, parent } of alternatives ?? []) nameByKey.set(key, nameByKey.get(parent) ?? '');
    for (const { key, body } of selections ?? []) nameByKey.set(key, body.title);
    for (const { key, body } of awards ?? []) nameByKey.set(key, nameByKey.get(body.quote) ?? '');
    for (const { key, body } of allocations ?? []) nameByKey.set(key, nameByKey.get(body.of) ?? '');
    for (const { key, body } of splits ?? []) nameByKey.set(key, nameByKey.get(body.cost ?? '') ?? '');
    for (const { key, body } of [...(changes ?? []), ...(payments ?? [])]) nameByKey.set(key, body.title);
    for (const { key, body } of approvals ?? []) nameByKey.set(key, nameByKey.get(body.about) ?? '');
    // A comment is spoken of by what it is on.
    for (const { key, parent } of comments ?? []) nameByKey.set(key, nameByKey.get(parent) ?? '');
    return (key) => nameByKey.get(key) ?? '';
  }, [
    journey,
    steps,
    costs,
    quotes,
    questions,
    findings,
    tasks,
    logs,
    comments,
    documents,
    decisions,
    awards,
    allocations,
    splits,
    changes,
    payments,
    approvals,
    alternatives,
    selections,
  ]);
};
