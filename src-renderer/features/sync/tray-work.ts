// One piece of work in the tray as a person made it: what kind of thing, its name, and what it says.
import { z } from 'zod';
import type { QueueJob } from '../../data/database-schema.ts';
import { wireRecord, type AnyRecord } from '../../../domain/records/envelope.ts';
import { isRecordType } from '../../../domain/records/registry.ts';
import { namingField } from '../../ui/record-name.ts';
import { isSpoken } from '../../ui/value-words.ts';

export interface TrayWork {
  /** The job that keeps it. */
  readonly job: QueueJob;
  readonly record: AnyRecord;
  /** A code under `tray.reasons` in i18n/en/sync.json. */
  readonly reason: string;
  /** Fields that were not accepted; none named means all of it. */
  readonly fields: readonly string[];
  /** The rest of it was kept: `fields` are what no command could carry. */
  readonly isRest: boolean;
}

const kept = z.object({
  row: wireRecord,
  reason: z.string(),
  fields: z.array(z.string()).catch([]),
  isRest: z.boolean().catch(false),
});

/** Null for a job whose row no longer reads as a record. */
export const workOf = (job: QueueJob): TrayWork | null => {
  const read = kept.safeParse(job.body);
  if (!read.success) return null;
  const { row, reason, fields, isRest } = read.data;
  return { job, record: row, reason, fields, isRest };
};

/** The same entry with only what is still to be kept. */
export const withRest = ({ job, ...work }: TrayWork, fields: readonly string[]): TrayWork => ({
  ...work,
  fields,
  isRest: true,
  job: { ...job, body: { ...job.body, fields, isRest: true } },
});

/** Key under `tray.kinds`. */
export const kindOf = ({ type }: AnyRecord): string => (isRecordType(type) ? type : 'other');

/** The fields worth telling: those refused, else all that say something; the name is told before them. */
export const toldFields = ({ record, fields }: Pick<TrayWork, 'record' | 'fields'>): readonly string[] => {
  const name = namingField(record)?.field;
  const told = Object.entries(record.body)
    .filter(([field, value]) => isSpoken(field) && field !== name && !isBlank(value))
    .map(([field]) => field);
  const refused = fields.filter((field) => isSpoken(field) && Object.hasOwn(record.body, field));
  return refused.length > 0 ? refused : told;
};

const isBlank = (value: unknown): boolean =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0);
