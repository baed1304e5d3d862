// What the search index holds of each record: its words, plain. A record with nothing to read is not in the index.
import dayjs from 'dayjs';
import type { CalendarDate, Instant } from '../../domain/kernel/time.ts';
import { minorDigits } from '../../domain/money/currency.ts';
import type { SearchDoc } from '../../protocol/ipc/channels.ts';
import type { AnyRecord } from '../../domain/records/envelope.ts';
import { recordAs, type RecordOf, type RecordType } from '../../domain/records/registry.ts';

interface Words {
  /** Weighs more than the text. */
  readonly title: string;
  readonly text: string;
}

const lines = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join('\n');

/** A cent value as people type it into a search field: 4210 in EUR is found by "42.10" and by "42,10". */
const amountWords = ({ minor, currency }: RecordOf<'cost'>['body']['amount']): string => {
  const digits =
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  const plain = (Math.abs(minor) / 10 ** digits).toFixed(digits);
  return `${plain} ${plain.replace('.', ',')} ${currency}`;
};

/** Types that can be found by their words, in the order in which they are shown. */
export const SEARCHED = [
  'journey',
  'step',
  'photo',
  'document',
  'reading',
  'cost',
  'quote',
  'comment',
  'task',
  'party',
] as const satisfies readonly RecordType[];
type Searched = (typeof SEARCHED)[number];

const wordsByType: { readonly [T in Searched]: (body: RecordOf<T>['body']) => Words } = {
  journey: ({ name, area, address }) => ({ title: name, text: lines(area, address) }),
  step: ({ name, notes, blockedReason }) => ({ title: name, text: lines(notes, blockedReason) }),
  photo: ({ caption, name }) => ({ title: caption, text: name }),
  document: ({ title, name }) => ({ title, text: name }),
  reading: ({ pages }) => ({ title: '', text: lines(...pages.map((page) => page.text)) }),
  cost: ({ description, vendor, category, amount }) => ({
    title: description,
    text: lines(vendor, category, amountWords(amount)),
  }),
  quote: ({ title, vendor, number, terms, lines: items, total }) => ({
    title: lines(title, vendor),
    text: lines(
      number,
      ...items.map(({ description }) => description),
      terms,
      total === null ? '' : amountWords(total),
    ),
  }),
  comment: ({ text }) => ({ title: '', text }),
  task: ({ title }) => ({ title, text: '' }),
  party: ({ name, trade }) => ({ title: name, text: trade }),
};

const wordsOf = (type: Searched, record: AnyRecord): Words | null => {
  const typed = recordAs(type, record);
  // Each function takes the body of the type it stands under, which the compiler can't follow through a union.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  const words = wordsByType[type] as (body: object) => Words;
  return typed === null ? null : words(typed.body);
};

export const isSearchable = (type: string): type is Searched => Object.hasOwn(wordsByType, type);

/** Null for what is not to be found: another type, in the trash, or with no word in it. */
export const searchDocOf = (record: AnyRecord): SearchDoc | null => {
  const { key, space, journey, type, trashedAt, createdAt } = record;
  if (!isSearchable(type) || trashedAt !== 0) return null;
  const words = wordsOf(type, record);
  if (words === null || lines(words.title, words.text).trim() === '') return null;
  const { createdBy: by } = record;
  return { key, space, journey, type, ...words, at: createdAt, by, ...factsOf(record) };
};

/** What filters ask about: what it hangs on, the day it is about, its amount. */
const factsOf = (record: AnyRecord): Pick<SearchDoc, 'parent' | 'day' | 'amount'> => {
  const day = localDay(record.createdAt);
  const cost = recordAs('cost', record);
  if (cost !== null) {
    const { step, date, amount } = cost.body;
    return { parent: step ?? '', day: date ?? day, amount: amount.minor / 10 ** minorDigits(amount.currency) };
  }
  const quote = recordAs('quote', record);
  if (quote !== null) {
    const { step, date, total } = quote.body;
    const amount = total === null ? null : total.minor / 10 ** minorDigits(total.currency);
    return { parent: step ?? '', day: date ?? day, amount };
  }
  const taken = recordAs('photo', record)?.body.takenAt?.slice(0, 'YYYY-MM-DD'.length);
  return { parent: record.parent, day: taken ?? day, amount: null };
};

/** On this device's wall calendar. */
const localDay = (at: Instant): CalendarDate => dayjs(at).format('YYYY-MM-DD');
