// Every record type there is, by name. What is not in here passes through untouched.
import type { z } from 'zod';
import { memberOf } from '../kernel/members.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { allocation } from './allocation.ts';
import { alternative } from './alternative.ts';
import { approval } from './approval.ts';
import { award } from './award.ts';
import { baseline } from './baseline.ts';
import { change } from './change.ts';
import { conversation, message } from './chat.ts';
import { comparison } from './comparison.ts';
import { cost } from './cost.ts';
import { decision } from './decision.ts';
import type { AnyRecord, RecordFrom } from './define.ts';
import { event } from './event.ts';
import { budget, journey } from './journey.ts';
import { log } from './log.ts';
import { document, photo, reading } from './media.ts';
import { pair } from './pair.ts';
import { payment } from './payment.ts';
import { quote } from './quote.ts';
import { household, party, person } from './people.ts';
import { finding, question, webpage } from './research.ts';
import { saving } from './saving.ts';
import { split } from './split.ts';
import { selection } from './selection.ts';
import { step } from './step.ts';
import { comment } from './talk.ts';
import { task } from './task.ts';

export const definitionByType = {
  journey,
  budget,
  step,
  cost,
  comment,
  task,
  log,
  conversation,
  message,
  decision,
  alternative,
  selection,
  award,
  allocation,
  split,
  saving,
  baseline,
  comparison,
  change,
  approval,
  payment,
  photo,
  document,
  reading,
  pair,
  quote,
  question,
  finding,
  webpage,
  household,
  person,
  party,
  event,
} as const;

export type RecordType = keyof typeof definitionByType;
export type RecordOf<T extends RecordType> = RecordFrom<(typeof definitionByType)[T]>;
export type BodyOf<T extends RecordType> = RecordOf<T>['body'];

export const isRecordType = (type: string): type is RecordType => Object.hasOwn(definitionByType, type);

/** Made by the app from an original: history and what a merge keeps leave it out. */
export const isDerivedField = (type: string, field: string): boolean => {
  const definition: { readonly derived?: readonly string[] } | null = isRecordType(type)
    ? definitionByType[type]
    : null;
  return definition?.derived?.includes(field) ?? false;
};

/** Whether a field by itself may be so, as far as this build knows it. */
export const fitsField = (type: string, field: string, value: unknown): boolean => {
  if (!isRecordType(type)) return true;
  const shape: Readonly<Record<string, z.ZodType>> = definitionByType[type].body.shape;
  return memberOf(shape, field)?.safeParse(value).success ?? true;
};

/** The body after a merge field by field, with what its type says of the fields together. */
export const afterMerge = (type: string, body: Readonly<Record<string, unknown>>): typeof body => {
  const definition: { readonly afterMerge?: (merged: typeof body) => typeof body } | null = isRecordType(type)
    ? definitionByType[type]
    : null;
  return definition?.afterMerge?.(body) ?? body;
};

/** A record of this type, or null when the row is of another; bodies were checked when they were written. */
export const recordAs = <T extends RecordType>(type: T, row: AnyRecord | undefined): RecordOf<T> | null =>
  row !== undefined && isOfType(row, type) ? row : null;

/** Bodies were checked when they were written, so the type alone tells what a body holds. */
const isOfType = <T extends RecordType>(row: AnyRecord, type: T): row is AnyRecord & RecordOf<T> => row.type === type;

export interface BodyProblem {
  readonly type: 'BodyProblem';
  readonly fields: readonly string[];
}

/** Brings a body up to this build's version and checks it; names the fields that do not fit. */
export const parseBody = <T extends RecordType>(
  type: T,
  body: Readonly<Record<string, unknown>>,
  v: number,
): Result<BodyOf<T>, BodyProblem> => {
  const definition = definitionByType[type];
  const upcast = 'upcast' in definition ? definition.upcast : null;
  const parsed = definition.body.safeParse(v < definition.version && upcast !== null ? upcast(body, v) : body);
  if (parsed.success) return ok(parsed.data as BodyOf<T>);
  return err({
    type: 'BodyProblem',
    fields: [...new Set(parsed.error.issues.map((issue) => String(issue.path[0] ?? '')))],
  });
};
