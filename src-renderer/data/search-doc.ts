// What the search index holds of each record: its words, plain. A record with nothing to read is not in the index.
import dayjs from 'dayjs';
import type { Money } from '../../domain/kernel/money.ts';
import type { CalendarDate, Instant } from '../../domain/kernel/time.ts';
import { minorDigits } from '../../domain/money/currency.ts';
import { decimalText } from '../../domain/money/decimal.ts';
import { takenOf } from '../../domain/pictures/taken.ts';
import { seenStanding } from '../../domain/pictures/seen.ts';
import { currentPrice } from '../../domain/research/price.ts';
import { spaceKind } from '../../domain/spaces/space.ts';
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
const amountWords = ({ minor, currency }: Money): string => {
  const plain = decimalText({ minor: Math.abs(minor), currency });
  return `${plain} ${plain.replace('.', ',')} ${currency}`;
};

/** Of a photo the room and the things that are on it, those that stand beside it. */
const seenWords = (body: Pick<RecordOf<'reading'>['body'], 'seen' | 'seenFixes' | 'objectFixes'>): string => {
  const { roomKind = null, objects = [] } = seenStanding(body) ?? {};
  const room = roomKind === null || roomKind === 'other' ? [] : [ROOM_WORDS[roomKind]];
  return [...room, ...objects.map(({ is }) => is)].join(', ');
};

const ROOM_WORDS = {
  kitchen: 'kitchen',
  bathroom: 'bathroom',
  bedroom: 'bedroom',
  living: 'living room',
  dining: 'dining room',
} as const;

/** Types that can be found by their words, in the order in which they are shown. */
export const SEARCHED = [
  'journey',
  'step',
  'photo',
  'document',
  'reading',
  'cost',
  'quote',
  'change',
  'payment',
  'finding',
  'question',
  'webpage',
  'comment',
  'message',
  'task',
  'log',
  'decision',
  'alternative',
  'selection',
  'party',
  'person',
  'budget',
] as const satisfies readonly RecordType[];
type Searched = (typeof SEARCHED)[number];

const wordsByType: { readonly [T in Searched]: (body: RecordOf<T>['body']) => Words } = {
  journey: ({ name, area, address }) => ({ title: name, text: lines(area, address) }),
  step: ({ name, notes, blockedReason, deliveries = {} }) => ({
    title: name,
    text: lines(notes, blockedReason, ...Object.values(deliveries).map(({ what }) => what)),
  }),
  photo: ({ caption, name, room, marks }) => ({
    title: caption,
    // What people wrote on it: a note, or what they measured.
    text: lines(room ?? '', ...Object.values(marks ?? {}).map(({ text }) => text), name),
  }),
  document: ({ title, name }) => ({ title, text: name }),
  reading: ({ pages, ...body }) => ({ title: '', text: lines(...pages.map((page) => page.text), seenWords(body)) }),
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
  change: ({ title, why, lines: items, amount }) => ({ title, text: lines(why, ...items, amountWords(amount)) }),
  payment: ({ title, amount }) => ({ title, text: amountWords(amount) }),
  finding: ({ title, site, snippet, tags, notes }) => ({ title, text: lines(site, tags.join(' '), notes, snippet) }),
  question: ({ text }) => ({ title: text, text: '' }),
  webpage: ({ blocks }) => ({
    title: '',
    text: blocks.map((block) => (block.kind === 'row' ? block.cells.join(' ') : block.text)).join('\n'),
  }),
  comment: ({ text }) => ({ title: '', text }),
  // What the assistant says is made of what is found elsewhere.
  message: ({ who, text }) => ({ title: '', text: who === 'person' ? text : '' }),
  task: ({ title, checklist, sentBack }) => ({
    title,
    text: lines(...Object.values(checklist ?? {}).map(({ text }) => text), sentBack?.why ?? ''),
  }),
  log: ({ day, people, weather, done, notes }) => ({ title: day, text: lines(done, notes, people, weather) }),
  decision: ({ question, alternatives, decided }) => ({
    title: question,
    text: lines(...Object.values(alternatives).map(({ name }) => name), decided?.why ?? ''),
  }),
  alternative: ({ pros, cons, cost }) => ({
    title: '',
    text: lines(pros, cons, cost === null ? '' : amountWords(cost)),
  }),
  selection: ({ title, allowance, chosen }) => ({
    title,
    text: lines(chosen?.name ?? '', amountWords(allowance), chosen === null ? '' : amountWords(chosen.price)),
  }),
  party: ({ name, trade }) => ({ title: name, text: trade }),
  person: ({ name }) => ({ title: name, text: '' }),
  budget: ({ total, categories }) => ({
    title: '',
    text: lines(
      amountWords(total),
      ...Object.entries(categories).map(([category, amount]) => `${category} ${amountWords(amount)}`),
    ),
  }),
};

const wordsOf = (type: Searched, record: AnyRecord): Words | null => {
  const typed = recordAs(type, record);
  // Each function takes the body of the type it stands under, which the compiler can't follow through a union.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  const words = wordsByType[type] as (body: object) => Words;
  return typed === null ? null : words(typed.body);
};

export const isSearchable = (type: string): type is Searched => Object.hasOwn(wordsByType, type);

/** What hangs on these is looked for by where they hang, so they are in the index with no word as well. */
const HELD_WITHOUT_WORDS: ReadonlySet<string> = new Set(['photo', 'document']);

/** Null for what is not to be found: another type, in the trash, or with no word in it. */
export const searchDocOf = (record: AnyRecord): SearchDoc | null => {
  const { key, space, journey, type, trashedAt, createdAt } = record;
  if (!isSearchable(type) || trashedAt !== 0) return null;
  // Of a person's cards, one in each space whose readers need the name, the journey's speaks for all.
  if (type === 'person' && spaceKind(space) !== 'journey') return null;
  const words = wordsOf(type, record);
  if (words === null) return null;
  if (lines(words.title, words.text).trim() === '' && !HELD_WITHOUT_WORDS.has(type)) return null;
  const { createdBy: by } = record;
  return { key, space, journey, type, ...words, at: createdAt, by, ...factsOf(record) };
};

type Facts = Pick<SearchDoc, 'parent' | 'steps' | 'day' | 'amount' | 'kind' | 'vendor'>;

/** What filters ask about: what it hangs on, the day it is about, its amount, what kind of paper, from whom. */
const factsOf = (record: AnyRecord): Facts => {
  const day = localDay(record.createdAt);
  const plain: Facts = { parent: record.parent, day, amount: null, kind: '', vendor: '' };
  const cost = recordAs('cost', record)?.body;
  const quote = recordAs('quote', record)?.body;
  const agreed = recordAs('change', record)?.body ?? recordAs('payment', record)?.body;
  if (agreed !== undefined) return { ...plain, parent: agreed.step ?? '', amount: wholeUnits(agreed.amount) };
  const asked = cost ?? quote;
  if (asked !== undefined) {
    const { step, date, vendor } = asked;
    const amount = wholeUnits(cost?.amount ?? quote?.total ?? null);
    return { ...plain, parent: step ?? '', day: date ?? day, amount, vendor };
  }
  const finding = recordAs('finding', record)?.body;
  if (finding !== undefined) {
    const price = currentPrice(finding.prices)?.amount ?? null;
    return { ...plain, parent: finding.step ?? '', amount: wholeUnits(price), vendor: finding.site };
  }
  const question = recordAs('question', record)?.body;
  if (question !== undefined) return { ...plain, parent: question.step ?? '' };
  const reading = recordAs('reading', record)?.body;
  if (reading !== undefined) return { ...plain, ...factsOfPaper(reading, day) };
  const photo = recordAs('photo', record)?.body;
  if (photo === undefined) return plain;
  const steps = photo.steps ?? [];
  return {
    ...plain,
    day: takenOf(photo)?.slice(0, 'YYYY-MM-DD'.length) ?? day,
    ...(steps.length === 0 ? {} : { steps: [...steps] }),
  };
};

/** What was read, with what a person put right over it. What has become a quote or a cost is found as that by its kind. */
const factsOfPaper = (
  { guess, fixes, offer }: RecordOf<'reading'>['body'],
  day: CalendarDate,
): Omit<Facts, 'parent' | 'steps'> => {
  const kind = fixes?.kind ?? guess?.kind ?? 'other';
  return {
    day: (fixes?.date === undefined ? guess?.date : fixes.date) ?? day,
    amount: wholeUnits((fixes?.total === undefined ? guess?.total : fixes.total) ?? null),
    kind: kind === 'other' || offer === 'taken' ? '' : kind,
    vendor: fixes?.vendor ?? guess?.vendor ?? '',
  };
};

const wholeUnits = (amount: Money | null): number | null =>
  amount === null ? null : amount.minor / 10 ** minorDigits(amount.currency);

/** On this device's wall calendar. After the year 9999, where only a wrong clock gets to, its last day. */
const localDay = (at: Instant): CalendarDate => {
  const day = dayjs(at);
  return day.year() > 9_999 ? '9999-12-31' : day.format('YYYY-MM-DD');
};
