// Text that every store keeps: half a character, as is left where an emoji was cut in two, becomes the sign for "not readable".

/** The same value where all of its text, names of members included, is Unicode; else a copy in which it is. */
export const wellFormed = <Value>(value: Value): Value => {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- text stays text, a list a list, an object an object
  return mended(value) as Value;
};

const mended = (value: unknown): unknown => {
  if (typeof value === 'string') return value.isWellFormed() ? value : value.toWellFormed();
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    const found = items.map(mended);
    return found.every((item, at) => item === items[at]) ? value : found;
  }
  const found = Object.entries(value).map(([name, inner]) => [name, inner, mended(inner)] as const);
  return found.every(([name, was, is]) => was === is && name.isWellFormed())
    ? value
    : Object.fromEntries(found.map(([name, , is]) => [name.toWellFormed(), is]));
};
