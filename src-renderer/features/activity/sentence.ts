// Puts one entry of the history into words: which sentence of the catalogue, and what fills its blanks.
import { RUN_BY_ITSELF, type ActivityChange, type ActivityEntry } from '../../../domain/journey/activity.ts';
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
  const [foremost] = entry.changes;
  // A deed over several spaces is told by what it was about, whichever space's part came first.
  const first = ABOUT_DECISION.has(entry.command) ? (decisionIn(entry.changes) ?? foremost) : foremost;
  const is = (field: string): unknown => first?.fields.find(({ name }) => name === field)?.is ?? null;
  const amount = money.safeParse(is('amount'));
  return {
    key: variantOf(entry, is),
    name: first === undefined ? '' : nameOf(first.key) || nameIn(first),
    amount: amount.success ? formatMoney(amount.data) : '',
    reason: textOf(is('blockedReason')) || textOf(is('reason')) || textOf(Object(is('sentBack')).why),
  };
};

/** Of these a guest is told only what changed of what they may read. */
const ABOUT_DECISION: ReadonlySet<string> = new Set(['decision.rollback', 'decision.reapply']);
const decisionIn = (changes: readonly ActivityChange[]): ActivityChange | undefined =>
  changes.find(({ type }) => type === 'decision');

/** Some commands do different things; the state that came out of them tells which. */
const variantOf = ({ command: run, changes }: ActivityEntry, is: (field: string) => unknown): string => {
  const command = run === 'proposal.answer' ? commandBehind(changes) : run;
  if (command === 'step.change') {
    const resumed = changes[0]?.fields.some(
      ({ name, was, is: now }) => name === 'state' && was === 'blocked' && now === 'doing',
    );
    return resumed === true ? 'step.change.resumed' : `step.change.${textOf(is('state')) || 'todo'}`;
  }
  if (ABOUT_DECISION.has(command) && decisionIn(changes) === undefined) return 'other';
  if (command === 'task.tick') return Object.values(Object(is('checked'))).includes(null) ? 'task.edit' : 'task.tick';
  // What was said is the verdict; which one tells the sentence.
  if (command === 'approval.say') return `approval.say.${textOf(is('verdict')) || 'approve'}`;
  if (command === 'payment.paid') return is('paidOn') === null ? 'payment.paid.not' : 'payment.paid.paid';
  if (command === 'task.check') return is('doneAt') === null ? 'task.check.open' : 'task.check.done';
  return command;
};

/** The command that a proposal of one line came to, by what it did; of several it is said that they were proposed. */
const commandBehind = (changes: readonly ActivityChange[]): string => {
  const [first, ...others] = changes.filter(({ type }) => type !== 'message' && type !== 'conversation');
  if (first === undefined || others.some(({ type }) => type !== 'step' && type !== 'budget')) return 'proposal.answer';
  const { type, kind, fields } = first;
  if (kind === 'made' && type === 'journey') return 'journey.start';
  if (others.length > 0) return 'proposal.answer';
  if (type === 'budget') return 'budget.set';
  if (type === 'award') return 'quote.accept';
  if (kind === 'made') return `${type}.add`;
  const has = (field: string): boolean => fields.some(({ name }) => name === field);
  if (type === 'step' && has('state')) return 'step.change';
  if (type === 'task' && has('doneAt')) return 'task.check';
  if (type === 'decision' && has('decided')) return 'decision.take';
  return type === 'step' || type === 'cost' ? `${type}.edit` : 'proposal.answer';
};

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const nameIn = ({ fields }: ActivityChange): string => {
  const named = fields.find(
    ({ name }) => name === 'name' || name === 'title' || name === 'description' || name === 'day',
  );
  return textOf(named?.is) || textOf(named?.was);
};

/** Steps the reader need not see: what the program did by itself. */
export const isOwnDoing = ({ command, changes }: ActivityEntry): boolean =>
  !RUN_BY_ITSELF.has(command) && changes.some(({ type }) => !IN_CHAT.has(type));

/** What was said is in the chat; its history tells what came of it. */
const IN_CHAT: ReadonlySet<string> = new Set(['message', 'conversation']);
