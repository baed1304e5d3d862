// What exactly is approved: the text of a change order, or of a quote as it was taken. Its hash is in the entry.
import { canonicalJson } from '../kernel/canonical.ts';
import type { AnyRecord } from '../records/envelope.ts';

/** Where an award's work stands in the journey, and what was planned for a change order, may change without asking anyone. */
const NOT_AGREED: Readonly<Record<string, readonly string[]>> = {
  award: ['party', 'step'],
  change: ['plannedDays'],
};

/** Whether a field is part of what is approved. */
export const isAgreed = (type: string, field: string): boolean => NOT_AGREED[type]?.includes(field) === false;

/** Null where the record is not of a kind that is approved. Contests are no part of it: what stands is what is approved. */
export const contentText = ({ key, type, body }: AnyRecord): string | null => {
  const open = NOT_AGREED[type];
  if (open === undefined) return null;
  const agreed = Object.entries(body).filter(([name]) => !open.includes(name));
  return canonicalJson({ key, type, body: Object.fromEntries(agreed) });
};
