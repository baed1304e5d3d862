// Objects whose members are named by ids that came from elsewhere: what every object has by nature is no member of theirs.

/** The member of that name, undefined where it has none of its own. */
export const memberOf = <V>(map: Readonly<Record<string, V>> | null | undefined, name: string): V | undefined =>
  map != null && Object.hasOwn(map, name) ? map[name] : undefined;

/** Whether a member at any depth is named `__proto__`: readers of JSON and checkers of schemas leave that one out, each without a word. */
export const namesPrototype = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (Object.hasOwn(value, '__proto__') || Object.values(value).some(namesPrototype));
