// What of a piece of work in the tray a retry does not carry: its entry stays with that, so that nothing of it is lost.
import { sameValue } from '../../../domain/kernel/same-value.ts';
import type { AnyRecord } from '../../../domain/records/envelope.ts';
import { isDerivedField } from '../../../domain/records/registry.ts';
import type { Retry } from './retry.ts';
import type { TrayWork } from './tray-work.ts';

/** Fields that a record made anew need not be given, by type, each with the reason. */
export const NEED_NOT: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '': { movedTo: 'the copy that it names is a record of its own' },
  step: { order: 'it goes to the end of the list, where a person moves it' },
  photo: { mergedInto: 'only of one that is in the trash' },
  change: { plannedDays: 'its step has them' },
  cost: { payment: 'the planned payment says by itself that it was paid' },
  quote: { currency: 'its total or the command says it' },
  question: {
    search: 'nobody is asked by itself',
    askedBy: 'who asks again is asked for',
    provider: 'an answer of the web, which is fetched again',
    answeredAt: 'an answer of the web, which is fetched again',
  },
  finding: {
    page: 'its page is looked at again',
    askedBy: 'who saves it again is asked for',
    checkedAt: 'its page is looked at again',
  },
  message: { who: 'only a person’s is said again', answers: 'only of the assistant', said: 'only of the assistant' },
};

/** Of what stands a person changes these by no command: they follow from what is done. */
const FOLLOWS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  question: NEED_NOT['question'] ?? {},
  finding: NEED_NOT['finding'] ?? {},
};

/** What each record starts with when it is made. */
const STARTS_WITH: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  step: { state: 'todo' },
  question: { state: 'open' },
};

/** Names of what the retry leaves behind: fields of the body, and `parent` where what stands hangs elsewhere. Empty: all of it is kept. */
export const restOf = (
  { record, fields }: Pick<TrayWork, 'record' | 'fields'>,
  retry: Retry,
  standing: AnyRecord | null,
): readonly string[] => {
  const { type, body } = record;
  const there = standing !== null && standing.trashedAt === 0 ? standing : null;
  const held = there === null || fields.length === 0 ? Object.keys(body) : fields;
  const isMissing = (field: string): boolean =>
    there === null
      ? !isBlank(body[field]) && !sameValue(STARTS_WITH[type]?.[field], body[field])
      : !sameValue(body[field] ?? null, there.body[field] ?? null);
  const reasons = { ...NEED_NOT[''], ...(there === null ? NEED_NOT : FOLLOWS)[type] };
  const left = held.filter(
    (field) =>
      isMissing(field) &&
      !Object.hasOwn(reasons, field) &&
      !isDerivedField(type, field) &&
      !carries(retry, record, field),
  );
  const moved =
    there !== null &&
    there.parent !== record.parent &&
    (fields.length === 0 || fields.includes('parent')) &&
    retry.command !== 'media.link';
  return moved ? [...left.filter((field) => field !== 'parent'), 'parent'] : left;
};

const isBlank = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (typeof value === 'object' && Object.keys(value).length === 0);

/** Where a command takes a field under another name, or makes it by itself. */
const carries = (retry: Retry, record: AnyRecord, field: string): boolean => {
  const { body } = record;
  // oxlint-disable-next-line typescript/switch-exhaustiveness-check -- most commands take each field under its own name
  switch (retry.command) {
    case 'decision.add':
      // By name and in their order: more than a name no command takes.
      if (field === 'alternatives') return Object.values(Object(body[field])).every(isOnlyNamed);
      return field === 'decided' ? retry.input.decided !== undefined : isIn(retry.input, field, body[field]);
    case 'decision.take':
      return field === 'decided';
    case 'selection.add':
      return field === 'chosen' ? retry.input.chosen !== undefined : isIn(retry.input, field, body[field]);
    case 'selection.choose':
      return field === 'chosen';
    case 'reminder.add':
      if (field === 'isReminder') return true;
      // It is for whoever makes it.
      return field === 'assignee' ? body[field] === record.by : isIn(retry.input, field, body[field]);
    case 'step.change':
      return ['state', 'blockedReason', 'startedAt', 'finishedAt'].includes(field);
    case 'task.check':
      return field === 'doneAt' || field === 'doneBy';
    case 'task.item':
      return field === 'checklist';
    case 'task.prove':
      return field === 'proof';
    case 'photo.add':
      // Among its pages it is named by its new id.
      return field === 'pages' ? retry.input.pages != null : isIn(retry.input, field, body[field]);
    case 'step.edit':
      return field === 'deliveries' ? retry.input.set.deliveries !== undefined : isIn(retry.input, field, body[field]);
    case 'photo.edit':
      return field === 'marks' ? retry.input.set.marks !== undefined : isIn(retry.input, field, body[field]);
    case 'finding.edit':
      return field === 'prices' ? retry.input.set.prices !== undefined : isIn(retry.input, field, body[field]);
    case 'document.replace':
      return field === 'replaces';
    case 'reading.correct':
      if (field === 'seenFixes') return retry.input.set !== undefined;
      return field === 'objectFixes' ? retry.input.objects !== undefined : isIn(retry.input, field, body[field]);
    default:
      return isIn(retry.input, field, body[field]);
  }
};

const isOnlyNamed = (alternative: unknown): boolean =>
  Object.keys(Object(alternative)).every((name) => name === 'name');

/** The very value, under its own name, in the input or in one of its parts. */
const isIn = (input: object, field: string, value: unknown): boolean => {
  const parts: Readonly<Record<string, unknown>> = { ...input };
  return [parts, parts['set'], parts['own'], parts['rest']].some(
    (part) =>
      typeof part === 'object' &&
      part !== null &&
      Object.hasOwn(part, field) &&
      sameValue(Reflect.get(part, field) ?? null, value ?? null),
  );
};
