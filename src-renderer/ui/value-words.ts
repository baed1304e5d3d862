// Says one field's value as a person would: money with its sign, days as dates, people and steps by their names.
import { money, totalsByCurrency } from '../../domain/kernel/money.ts';
import { EVERY_DAY } from '../../domain/kernel/work-week.ts';
import { keptRate } from '../../domain/records/cost.ts';
import { splitBody } from '../../domain/records/split.ts';
import { stepBody } from '../../domain/records/step.ts';
import { deliveriesOf } from '../../domain/journey/deliveries.ts';
import { dayExact, timeExact, weekdayShort } from './dates.ts';
import { formatMoney } from './money.ts';

/** Fields that people know by a name; the rest are the program's own (orders, hashes, times it notes by itself). */
const SPOKEN = [
  'address',
  'against',
  'allowance',
  'amount',
  'area',
  'assignee',
  'blockedReason',
  'caption',
  'category',
  'chosen',
  'cons',
  'contact',
  'contingency',
  'cost',
  'date',
  'days',
  'deadline',
  'decided',
  'deliveries',
  'dependsOn',
  'description',
  'discount',
  'doneAt',
  'due',
  'dueDate',
  'durationDays',
  'guestDays',
  'lines',
  'name',
  'notes',
  'number',
  'paidBy',
  'paidOn',
  'pros',
  'question',
  'rate',
  'receipt',
  'role',
  'shares',
  'site',
  'startDate',
  'state',
  'step',
  'subtotal',
  'tax',
  'terms',
  'text',
  'title',
  'total',
  'trade',
  'validUntil',
  'vendor',
  'workDays',
] as const;
const spoken: ReadonlySet<string> = new Set(SPOKEN);

export const isSpoken = (field: string): boolean => spoken.has(field);

export interface ValueOf {
  /** Of the record the field is in. */
  readonly type: string;
  readonly field: string;
  readonly value: unknown;
}

export interface ValueNames {
  readonly say: (key: string, blanks?: Readonly<Record<string, unknown>>) => string;
  readonly person: (id: string) => string;
  readonly step: (key: string) => string;
}

export const valueWords = ({ type, field, value }: ValueOf, names: ValueNames): string => {
  const { say } = names;
  if (value === null || value === undefined) return say(field === 'workDays' ? 'past:everyDay' : 'past:none');
  const amount = money.safeParse(value);
  if (amount.success) return formatMoney(amount.data);
  if (field === 'shares') return sharesWords(value, names) ?? say('past:kept');
  if (field === 'workDays') return workDayWords(value, say);
  if (field === 'deliveries') return deliveryWords(value, say);
  const rate = keptRate.safeParse(value);
  if (rate.success) return `${rate.data.value} ${rate.data.to}`;
  if (field === 'decided' || field === 'chosen') return nameWithin(value) ?? say('past:kept');
  if (typeof value === 'number') return numberWords(field, value, say);
  if (field === 'lines' && Array.isArray(value)) return lineWords(value, say);
  if (type === 'change' && Array.isArray(value)) return value.map(String).join(', ');
  if (Array.isArray(value)) return value.length === 0 ? say('past:none') : value.map(String).map(names.step).join(', ');
  // A shape this build does not know, or one that is no single word (a budget's parts).
  if (typeof value !== 'string') return say('past:kept');
  return value === '' ? say('past:empty') : textWords({ type, field }, value, names);
};

/** "Anna 2, Ben 1". */
const sharesWords = (value: unknown, { person, say }: ValueNames): string | null => {
  const shares = splitBody.shape.shares.safeParse(value);
  if (!shares.success) return null;
  const words = Object.entries(shares.data).map(([id, share]) => `${person(id)} ${share}`);
  return words.length === 0 ? say('past:none') : words.join(', ');
};

/** "Tiles, 12 Mar 2026; grout". */
const deliveryWords = (value: unknown, say: ValueNames['say']): string => {
  const read = stepBody.shape.deliveries.safeParse(value);
  if (!read.success) return say('past:kept');
  const words = deliveriesOf({ deliveries: read.data }).map(({ what, promised, arrived }) =>
    [
      what,
      ...(promised === null ? [] : [dayExact(promised)]),
      ...(arrived === null ? [] : [say('past:came', { day: dayExact(arrived) })]),
    ].join(', '),
  );
  return words.length === 0 ? say('past:none') : words.join('; ');
};

/** "Mon, Tue, Wed". */
const workDayWords = (value: unknown, say: ValueNames['say']): string => {
  const read = stepBody.shape.workDays.safeParse(value);
  if (!read.success) return say('past:kept');
  const days = read.data ?? EVERY_DAY;
  return days.length === EVERY_DAY.length ? say('past:everyDay') : days.map(weekdayShort).join(', ');
};

/** What a decision was taken for. */
const nameWithin = (value: unknown): string | null =>
  typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string' ? value.name : null;

/** "5 lines, €1,200.00": two lists of a quote are told apart by what they come to. */
const lineWords = (value: readonly unknown[], say: ValueNames['say']): string => {
  const amounts = value.flatMap((line) => {
    const amount = money.safeParse(typeof line === 'object' && line !== null && 'amount' in line ? line.amount : null);
    return amount.success ? [amount.data] : [];
  });
  const sums = totalsByCurrency(amounts).map(formatMoney);
  return [say('past:lines', { count: value.length }), ...sums].join(', ');
};

const numberWords = (field: string, value: number, say: ValueNames['say']): string => {
  if (field === 'days' || field === 'durationDays' || field === 'guestDays') return say('past:days', { count: value });
  return field === 'doneAt' ? timeExact(value) : String(value);
};

/** Where the names of a type's states are; those of a cost where it has none of its own. */
const STATES_OF: Readonly<Record<string, string>> = { step: 'ui:stepState', finding: 'research:state' };

const DAY = /^\d{4}-\d{2}-\d{2}$/;

const textWords = (
  { type, field }: Omit<ValueOf, 'value'>,
  text: string,
  { say, person, step }: ValueNames,
): string => {
  switch (field) {
    case 'state':
      return say(`${STATES_OF[type] ?? 'money:state'}.${text}`, { defaultValue: text });
    case 'category':
      return say(`money:category.${text}`, { defaultValue: text });
    case 'assignee':
    case 'paidBy':
      return person(text);
    case 'step':
      return step(text);
    case 'against':
    case 'receipt':
      return say('past:kept');
    case 'date':
    case 'due':
    case 'deadline':
    case 'dueDate':
    case 'paidOn':
    case 'startDate':
    case 'validUntil':
      return DAY.test(text) ? dayExact(text) : text;
    default:
      return text;
  }
};
