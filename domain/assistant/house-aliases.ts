// Short names for what is in the house, as a model is told them: it can copy "step3" without a slip, and can't name what it wasn't told.
import type { House, Key } from './house.ts';

export interface Aliases {
  readonly keyByAlias: ReadonlyMap<string, Key>;
  readonly aliasByKey: ReadonlyMap<Key, string>;
}

export const aliasesOf = (house: House): Aliases => {
  const lists: readonly (readonly [string, readonly { readonly key: Key }[]])[] = [
    ['journey', house.journeys],
    ['step', house.journeys.flatMap(({ steps }) => steps)],
    ['person', house.people],
    ['contractor', house.contractors],
    ['cost', house.costs],
    ['quote', house.quotes],
    ['task', house.tasks],
    ['decision', house.decisions],
  ];
  const pairs = lists.flatMap(([kind, list]) =>
    list.map(({ key }, place) => [`${kind}${String(place + 1)}`, key] as const),
  );
  return { keyByAlias: new Map(pairs), aliasByKey: new Map(pairs.map(([alias, key]) => [key, alias])) };
};
