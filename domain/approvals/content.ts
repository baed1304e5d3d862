// What exactly is approved: the text of a change order, or of a quote as it was taken. Its hash is in the entry.
import { canonicalJson } from '../kernel/canonical.ts';
import type { AnyRecord } from '../records/envelope.ts';

/** Of an award: where its work stands in the journey may change without asking anyone. */
const NOT_AGREED: ReadonlySet<string> = new Set(['party', 'step']);

/** Null where the record is not of a kind that is approved. Contests are no part of it: what stands is what is approved. */
export const contentText = ({ key, type, body }: AnyRecord): string | null => {
  if (type === 'change') return canonicalJson({ key, type, body });
  if (type !== 'award') return null;
  const agreed = Object.entries(body).filter(([name]) => !NOT_AGREED.has(name));
  return canonicalJson({ key, type, body: Object.fromEntries(agreed) });
};
