// Puts one entry of the history into words: which sentence of the catalogue, and what fills its blanks.
import type { ActivityChange, ActivityEntry } from '../../../domain/journey/activity.ts';
import { money } from '../../../domain/kernel/money.ts';
import { formatMoney } from '../../ui/money.ts';

export interface Sentence {
  /** Key under `did` in i18n/en/activity.json. */
  readonly key: string;
  readonly name: string;
  readonly amount: string;
  readonly reason: string;
}

/** `nameOf` answers the present name of a record, '' when it is not on this device. */
export const sentenceOf = (entry: ActivityEntry, nameOf: (key: string) => string): Sentence => {
  const [first] = entry.changes;
  const is = (field: string): unknown => first?.fields.find(({ name }) => name === field)?.is ?? null;
  const amount = money.safeParse(is('amount'));
  return {
    key: variantOf(entry, is),
    name: first === undefined ? '' : nameOf(first.key) || nameIn(first),
    amount: amount.success ? formatMoney(amount.data) : '',
    reason: textOf(is('blockedReason')),
  };
};

/** Some commands do different things; the state that came out of them tells which. */
const variantOf = ({ command, changes }: ActivityEntry, is: (field: string) => unknown): string => {
  if (command === 'step.change') {
    const resumed = changes[0]?.fields.some(
      ({ name, was, is: now }) => name === 'state' && was === 'blocked' && now === 'doing',
    );
    return resumed === true ? 'step.change.resumed' : `step.change.${textOf(is('state')) || 'todo'}`;
  }
  if (command === 'task.check') return is('doneAt') === null ? 'task.check.open' : 'task.check.done';
  return command;
};

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const nameIn = ({ fields }: ActivityChange): string => {
  const named = fields.find(({ name }) => name === 'name' || name === 'title' || name === 'description');
  return textOf(named?.is) || textOf(named?.was);
};

/** Steps the reader need not see: what the program did by itself. */
export const isOwnDoing = ({ command }: ActivityEntry): boolean => !BY_ITSELF.has(command);

const BY_ITSELF: ReadonlySet<string> = new Set(['reading.save', 'reading.see', 'photo.look']);
