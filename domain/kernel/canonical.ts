// One text for one value, whichever device wrote it and in which order: what is hashed and signed.

/**
 * JSON with the names of members in order of their UTF-16 units and nothing between them, as RFC 8785 (JSON Canonicalization Scheme)
 * has it; members that are `undefined` are left out. Numbers here are whole, which every engine writes alike.
 */
export const canonicalJson = (value: unknown): string => {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map((item: unknown) => canonicalJson(item)).join(',')}]`;
  const members = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([name, inner]) => `${JSON.stringify(name)}:${canonicalJson(inner)}`);
  return `{${members.join(',')}}`;
};
