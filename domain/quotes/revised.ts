// Whether a quote looks like the revision of another: from the same contractor for the same step, and later.
import { fold } from '../kernel/fold.ts';
import { idOfKey } from '../kernel/ids.ts';
import type { RecordOf } from '../records/registry.ts';

type Quote = RecordOf<'quote'>;

/** The latest of the others that it may replace; null for none. Only a person says that it does. */
export const likelyEarlier = (quote: Quote, others: readonly Quote[]): Quote | null =>
  others
    .filter((other) => other.key !== quote.key && isBefore(other, quote) && isSameJob(other, quote))
    .toSorted((a, b) => (isBefore(a, b) ? 1 : -1))[0] ?? null;

const isBefore = (a: Quote, b: Quote): boolean =>
  a.body.date !== null && b.body.date !== null && a.body.date !== b.body.date
    ? a.body.date < b.body.date
    : a.createdAt < b.createdAt;

const isSameJob = ({ body: a }: Quote, { body: b }: Quote): boolean => {
  const isSameParty = a.party !== null && b.party !== null && idOfKey(a.party) === idOfKey(b.party);
  return (isSameParty || isSameName(a.vendor, b.vendor)) && a.step === b.step;
};

/** Two papers write one contractor's name alike but for case, accents and spaces. */
export const isSameName = (a: string, b: string): boolean => plain(a) !== '' && plain(a) === plain(b);

const plain = (name: string): string =>
  fold(name)
    .replaceAll(/[^\p{L}\d]+/gu, ' ')
    .trim();
