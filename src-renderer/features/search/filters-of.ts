// Turns the names in a search question into keys: the steps and people on this device that are called so.
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import type { SearchQuestion } from '../../../domain/search/question.ts';
import type { SearchFilters } from '../../../protocol/ipc/channels.ts';
import type { Store } from '../../data/store.ts';

/** Null when the question has no filter. A name that nobody has leaves nothing to be found. */
export const filtersOf = async (
  { types, step, by, from, until, amounts }: SearchQuestion,
  store: Pick<Store, 'find' | 'me'>,
): Promise<SearchFilters | null> => {
  const isFiltered = types.length + amounts.length > 0 || [step, by, from, until].some((filter) => filter !== null);
  if (!isFiltered) return null;
  return {
    types: [...types],
    within: step === null ? null : await keysAt(step, store),
    by: by === null ? null : await peopleCalled(by, store),
    from,
    until,
    amounts: [...amounts],
  };
};

const MOST_KEYS = 5_000;

/** The steps whose names hold these words, and the photos and documents at them: what was read from those hangs on them. */
const keysAt = async (words: string, { find }: Pick<Store, 'find'>): Promise<RecordKey[]> => {
  const named = plain(words);
  const steps = (await find({ type: 'step' })).filter(({ body }) => plain(body.name).includes(named));
  const keys = new Set(steps.map(({ key }) => key));
  const photos = await find({ type: 'photo' });
  const documents = await find({ type: 'document' });
  const media = [...photos, ...documents].filter(({ parent }) => keys.has(parent)).map(({ key }) => key);
  return [...keys, ...media].slice(0, MOST_KEYS);
};

/** `me` is who sits here; else every person with a name that has a word beginning like this. */
const peopleCalled = async (name: string, { find, me }: Pick<Store, 'find' | 'me'>): Promise<string[]> => {
  const called = plain(name);
  if (called === 'me') return [me];
  const people = (await find({ type: 'person' })).filter(({ body }) => {
    const whole = plain(body.name);
    return whole.startsWith(called) || whole.split(/\s+/).some((word) => word.startsWith(called));
  });
  return [...new Set(people.map(({ id }) => id))];
};

/** Without capitals and accents. */
const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim();
