// Versions of one document: which is the newest, and which came before it.
import type { RecordKey } from '../kernel/ids.ts';
import type { RecordOf } from '../records/registry.ts';

type Document = RecordOf<'document'>;

/** Those that no other among them replaces. Where two devices made a circle, everything in it is shown: nothing is ever hidden. */
export const newestOf = (documents: readonly Document[]): readonly Document[] => {
  const replaced = new Set(documents.flatMap((one) => (isInCircle(one, documents) ? [] : (one.body.replaces ?? []))));
  return documents.filter(({ key }) => !replaced.has(key));
};

/** The versions before this one, newest first. */
export const versionsBefore = (document: Document, documents: readonly Document[]): readonly Document[] => {
  const byKey = new Map(documents.map((one) => [one.key, one]));
  const before: Document[] = [];
  const seen = new Set<RecordKey>([document.key]);
  for (let next = document.body.replaces ?? null; next !== null && !seen.has(next);) {
    const version = byKey.get(next);
    if (version === undefined) break;
    seen.add(next);
    before.push(version);
    next = version.body.replaces ?? null;
  }
  return before;
};

const isInCircle = (document: Document, documents: readonly Document[]): boolean => {
  const before = versionsBefore(document, documents);
  const last = before.at(-1);
  return last !== undefined && [document.key, ...before.map(({ key }) => key)].includes(last.body.replaces ?? '');
};
