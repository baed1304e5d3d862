// What the assistant may know of the household, live: it reads and answers from what is on this device. Photos, of which there
// are thousands, are looked for when somebody asks for them.
import { useMemo } from 'react';
import type { Records } from '../../../domain/assistant/house-of.ts';
import { useRecords } from '../../data/hooks.ts';

/** Null until all of it has been read. */
export const useHouseRecords = (): Records | null => {
  const journeys = useRecords({ type: 'journey' });
  const steps = useRecords({ type: 'step' });
  const budgets = useRecords({ type: 'budget' });
  const costs = useRecords({ type: 'cost' });
  const quotes = useRecords({ type: 'quote' });
  const awards = useRecords({ type: 'award' });
  const allocations = useRecords({ type: 'allocation' });
  const tasks = useRecords({ type: 'task' });
  const decisions = useRecords({ type: 'decision' });
  const parties = useRecords({ type: 'party' });
  const people = useRecords({ type: 'person' });
  return useMemo(() => {
    const lists = {
      journeys,
      steps,
      budgets,
      costs,
      quotes,
      awards,
      allocations,
      tasks,
      decisions,
      parties,
      people,
      photos: NONE,
      pairs: NONE,
    };
    return isWhole(lists) ? lists : null;
  }, [journeys, steps, budgets, costs, quotes, awards, allocations, tasks, decisions, parties, people]);
};

const isWhole = (lists: { readonly [L in keyof Records]: Records[L] | undefined }): lists is Records =>
  Object.values(lists).every((list) => list !== undefined);

const NONE: readonly never[] = [];
