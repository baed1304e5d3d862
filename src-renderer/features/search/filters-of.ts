// Turns what a search question filters by into what the index is asked: names of people become the people on this device called so.
import { fold } from '../../../domain/kernel/fold.ts';
import type { SearchQuestion } from '../../../domain/search/question.ts';
import type { SearchFilters } from '../../../protocol/ipc/channels.ts';
import type { Store } from '../../data/store.ts';

/** Null when the question has no filter. A name that nobody has leaves nothing to be found. */
export const filtersOf = async (
  { types, kinds, step, by, from, until, amounts }: SearchQuestion,
  store: Pick<Store, 'find' | 'me'>,
): Promise<SearchFilters | null> => {
  const lists = types.length + kinds.length + amounts.length;
  if (lists === 0 && [step, by, from, until].every((filter) => filter === null)) return null;
  return {
    types: [...new Set(types)].slice(0, MOST),
    kinds: [...new Set(kinds)].slice(0, MOST),
    step: step?.slice(0, 200) ?? null,
    by: by === null ? null : await peopleCalled(by, store),
    from,
    until,
    amounts: amounts.slice(0, MOST_AMOUNTS),
  };
};

/** As many as the index takes. */
const MOST = 20;
const MOST_AMOUNTS = 10;
const MOST_PEOPLE = 500;

/** `me` is who sits here; else every person with a name that has a word beginning like this. */
const peopleCalled = async (name: string, { find, me }: Pick<Store, 'find' | 'me'>): Promise<string[]> => {
  const called = fold(name).trim();
  if (called === 'me') return [me];
  const people = (await find({ type: 'person' })).filter(({ body }) => {
    const whole = fold(body.name).trim();
    return whole.startsWith(called) || whole.split(/\s+/).some((word) => word.startsWith(called));
  });
  return [...new Set(people.map(({ id }) => id))].slice(0, MOST_PEOPLE);
};
