// What most of several quotes say.

/** The most frequent; among equals the first in `order`, else by name. */
export const commonest = <Name extends string>(names: readonly Name[], order?: readonly Name[]): Name | null => {
  const rank = (name: Name): number => order?.indexOf(name) ?? 0;
  const groups = [...Map.groupBy(names, (name) => name)];
  const [first] = groups.toSorted(
    ([a, these], [b, those]) => those.length - these.length || rank(a) - rank(b) || (a < b ? -1 : 1),
  );
  return first?.[0] ?? null;
};
