// Records that are made by the app from others and need no keeping of their own: histories and readings.
import type { AnyRecord } from '../../../domain/records/envelope.ts';

const DERIVED: ReadonlySet<string> = new Set(['event', 'reading', 'person']);

export const isDerived = (record: AnyRecord): boolean => DERIVED.has(record.type);
