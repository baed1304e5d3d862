// What can be done with each piece of work that someone else handed over: decided from what stands here. Pure.
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import { sameValue } from '../../../domain/kernel/same-value.ts';
import type { AnyRecord } from '../../../domain/records/envelope.ts';
import { sha256 } from '../../../domain/records/media.ts';
import { recordAs } from '../../../domain/records/registry.ts';
import type { Retry } from './retry.ts';
import { retryOf, type Present } from './tray-retry.ts';

/** One piece, as it came. */
export interface Handed {
  readonly record: AnyRecord;
  readonly fields: readonly string[];
}

/**
 * `new` and `change` can be taken in; `later` as well, but what stands here was written after it; `there` nothing of it is
 * missing; `elsewhere` it belongs to a journey that is not this person's to write; `noFile` its original did not come along;
 * `unable` this build can't make it from here.
 */
export type Offer =
  | { readonly kind: 'new' | 'change' | 'later'; readonly retry: Retry }
  | { readonly kind: 'there' | 'elsewhere' | 'noFile' | 'unable'; readonly retry: null };

export interface Question extends Present {
  /** Whether the original that it names is here or came along. */
  readonly hasOriginal: boolean;
  /** Taken in from a file before. */
  readonly takenBefore: boolean;
}

const none = (kind: Exclude<Offer, { retry: Retry }>['kind']): Offer => ({ kind, retry: null });

export const offerOf = (handed: Handed, { standing, mayWrite, hasOriginal, takenBefore }: Question): Offer => {
  const { record } = handed;
  if (!mayWrite) return none('elsewhere');
  if (takenBefore) return none('there');
  const stands = standing !== null && standing.trashedAt === 0;
  if (stands && isAllThere(record, standing)) return none('there');
  const retry = retryOf(handed, { standing, mayWrite });
  if (retry === null) return none(stands ? 'there' : 'unable');
  if (!stands && originalOf(record) !== null && !hasOriginal) return none('noFile');
  if (!stands) return { kind: 'new', retry };
  return { kind: standing.stamp > record.stamp ? 'later' : 'change', retry };
};

const isAllThere = (record: AnyRecord, standing: AnyRecord): boolean =>
  standing.stamp === record.stamp || sameValue(record.body, standing.body);

/** The hash of the original that a photo or document names. */
export const originalOf = (record: AnyRecord): string | null =>
  sha256.safeParse((recordAs('photo', record) ?? recordAs('document', record))?.body.sha).data ?? null;

/** Names one write, so that the same file opened twice offers nothing twice. */
export const writeOf = ({ key, stamp }: { readonly key: RecordKey; readonly stamp: string }): string =>
  `${key} ${stamp}`;

/** A comment taken in is the owner's by name; whose words they are is said in it. */
export const inTheNameOf = (retry: Retry, say: (text: string) => string): Retry =>
  retry.command === 'comment.add' ? { ...retry, input: { ...retry.input, text: say(retry.input.text) } } : retry;
