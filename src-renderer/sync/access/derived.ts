// Records that the app makes by itself and that need no keeping of their own: histories, readings and name cards.
import type { AnyRecord } from '../../../domain/records/envelope.ts';

const DERIVED: ReadonlySet<string> = new Set(['event', 'reading', 'person']);

export const isDerived = (record: AnyRecord): boolean => DERIVED.has(record.type);
