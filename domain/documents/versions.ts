// Versions of one document or quote: which is the newest, and which came before it.
import type { RecordKey } from '../kernel/ids.ts';
import { byKey } from '../records/by-key.ts';

interface Versioned {
  readonly key: RecordKey;
  readonly body: { readonly replaces?: RecordKey | null | undefined };
}

/** Those that no other among them replaces. Where two devices made a circle, or one names itself, everything in it is shown: nothing is ever hidden. */
export const newestOf = <V extends Versioned>(documents: readonly V[]): readonly V[] => {
  const replaced = new Set(documents.flatMap((one) => (isInCircle(one, documents) ? [] : (one.body.replaces ?? []))));
  return documents.filter(({ key }) => !replaced.has(key));
};

/** The versions before this one, newest first. */
export const versionsBefore = <V extends Versioned>(document: V, documents: readonly V[]): readonly V[] => {
  const documentByKey = byKey(documents);
  const before: V[] = [];
  const seen = new Set<RecordKey>([document.key]);
  for (let next = document.body.replaces ?? null; next !== null && !seen.has(next);) {
    const version = documentByKey.get(next);
    if (version === undefined) break;
    seen.add(next);
    before.push(version);
    next = version.body.replaces ?? null;
  }
  return before;
};

const isInCircle = <V extends Versioned>(document: V, documents: readonly V[]): boolean => {
  const before = versionsBefore(document, documents);
  const last = before.at(-1) ?? document;
  return [document.key, ...before.map(({ key }) => key)].includes(last.body.replaces ?? '');
};
