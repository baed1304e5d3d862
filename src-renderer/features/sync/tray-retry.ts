// How work from the tray is done again: as a new record where none stands any more, else as an ordinary edit of what stands.
import type { CommandInput, CommandName } from '../../../domain/commands/registry.ts';
import { nextStepState, STEP_MOVES } from '../../../domain/commands/step-state.ts';
import { sameValue } from '../../../domain/kernel/same-value.ts';
import type { Result } from '../../../domain/kernel/result.ts';
import type { AnyRecord } from '../../../domain/records/envelope.ts';
import { parseBody, recordAs, type RecordOf } from '../../../domain/records/registry.ts';
import type { Failure } from '../../../protocol/failures.ts';
import type { Deed } from '../../data/store.ts';
import type { TrayWork } from './tray-work.ts';

/** The command and its input, as one runs them. */
export type Retry<Name extends CommandName = CommandName> = {
  readonly [C in Name]: { readonly command: C; readonly input: CommandInput<C> };
}[Name];

type Run = <C extends CommandName>(command: C, input: CommandInput<C>) => Promise<Result<Deed, Failure>>;

export const runRetry = <C extends CommandName>(
  run: Run,
  { command, input }: Retry<C>,
): Promise<Result<Deed, Failure>> => run(command, input);

export interface Present {
  /** What stands at its key now. */
  readonly standing: AnyRecord | null;
  /** Whether this person may write where it belongs, now: access may have come back. */
  readonly mayWrite: boolean;
}

/** Null where doing it again makes no sense: it is not this person's to write any more, or nothing of it is missing. */
export const retryOf = (
  { record, fields }: Pick<TrayWork, 'record' | 'fields'>,
  { standing, mayWrite }: Present,
): Retry | null => {
  if (!mayWrite || record.trashedAt !== 0) return null;
  return standing === null || standing.trashedAt !== 0 ? anew(record) : again(record, standing, fields);
};

/** A refused new record came back deleted, so its id is spent: the command makes another. */
const anew = ({ type, space, journey, parent, body, v }: AnyRecord): Retry | null => {
  const place = { space, journey, parent };
  switch (type) {
    case 'comment': {
      const read = parseBody('comment', body, v);
      return read.ok && parent !== '' ? { command: 'comment.add', input: { ...place, text: read.value.text } } : null;
    }
    case 'task': {
      const read = parseBody('task', body, v);
      if (!read.ok) return null;
      const { title, assignee, due, isReminder, party } = read.value;
      return isReminder === true && due !== null
        ? { command: 'reminder.add', input: { ...place, title, due } }
        : { command: 'task.add', input: { ...place, title, assignee, due, party } };
    }
    case 'message': {
      const read = parseBody('message', body, v);
      // What the assistant said is made anew, or is no longer of use.
      if (!read.ok || read.value.who === 'assistant') return null;
      const { text, step, attachments } = read.value;
      const id = `message_${crypto.randomUUID()}`;
      return {
        command: 'message.send',
        input: { conversation: parent, space, id, text, step, attachments, said: null },
      };
    }
    case 'decision': {
      const read = parseBody('decision', body, v);
      if (!read.ok) return null;
      const { question, alternatives, step } = read.value;
      const names = Object.values(alternatives).map(({ name }) => name);
      return { command: 'decision.add', input: { journey, space, question, alternatives: names, step } };
    }
    case 'step': {
      const read = parseBody('step', body, v);
      if (!read.ok) return null;
      const { name, notes, startDate, durationDays, assignee } = read.value;
      return { command: 'step.add', input: { journey, name, notes, startDate, durationDays, assignee } };
    }
    case 'cost': {
      const read = parseBody('cost', body, v);
      if (!read.ok) return null;
      const { description, amount, category, vendor, step, state, date, receipt } = read.value;
      const cost = { description, amount, category, vendor, step, state, date, receipt };
      return { command: 'cost.add', input: { journey, space, ...cost } };
    }
    case 'quote': {
      const read = parseBody('quote', body, v);
      // Without a total there is no currency to tell its figures by: its words are copied instead.
      if (!read.ok || read.value.total === null) return null;
      const { vendor, total, party, step, date } = read.value;
      const { title, number, validUntil, terms, lines, subtotal, discount, tax, document } = read.value;
      const rest = { title, number, validUntil, terms, lines, subtotal, discount, tax, document };
      return { command: 'quote.add', input: { journey, space, vendor, total, party, step, date, rest } };
    }
    case 'photo': {
      const read = parseBody('photo', body, v);
      if (!read.ok) return null;
      const { sha, bytes, mime, name, preview, width, height, takenAt, thumb, look } = read.value;
      const { caption, room, turn, isFine, takenFix, steps, marks } = read.value;
      const file = { sha, bytes, mime, name, preview, width, height, takenAt, thumb, look };
      const photo = { ...file, caption, room, turn, isFine, takenFix, steps, marks };
      return { command: 'photo.add', input: { ...place, ...photo } };
    }
    case 'document': {
      const read = parseBody('document', body, v);
      if (!read.ok) return null;
      const { sha, bytes, mime, name, preview, title, pages } = read.value;
      return { command: 'document.add', input: { ...place, sha, bytes, mime, name, preview, title, pages } };
    }
    case 'question': {
      const read = parseBody('question', body, v);
      if (!read.ok) return null;
      const { text, kind, step } = read.value;
      return { command: 'question.ask', input: { journey, text, kind, step, search: false } };
    }
    case 'finding': {
      const read = parseBody('finding', body, v);
      if (!read.ok) return null;
      const { url, title, site, snippet, kind, question, step } = read.value;
      const { state, tags, notes, prices, contact, contactedOn, answeredOn } = read.value;
      const own = said({ state, tags, notes, prices, contact, contactedOn, answeredOn });
      return { command: 'finding.save', input: { journey, url, title, site, snippet, kind, question, step, own } };
    }
    case 'pair': {
      const read = parseBody('pair', body, v);
      if (!read.ok) return null;
      const { before, after, isPair, isTwice, align } = read.value;
      return {
        command: 'pair.say',
        input: { before, after, isPair: isPair ?? undefined, isTwice: isTwice ?? undefined, align: align ?? undefined },
      };
    }
    default:
      return null;
  }
};

/** Without what was not said: it stays as it stands. */
const said = <S extends object>(set: S): S => {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only members that may be absent are left out
  return Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined)) as S;
};

const some = (set: object): boolean => Object.keys(set).length > 0;

/** The move that brings the step that stands to where it was moved here; null where none does. */
const moveTo = (wanted: RecordOf<'step'>, standing: RecordOf<'step'> | null): Retry | null => {
  if (standing === null) return null;
  const { state, blockedReason } = wanted.body;
  const move = STEP_MOVES.find((each) => nextStepState[standing.body.state][each] === state);
  if (move === undefined) return null;
  const reason = state === 'blocked' ? { reason: blockedReason } : {};
  return { command: 'step.change', input: { key: standing.key, move, ...reason } };
};

const again = (record: AnyRecord, standing: AnyRecord, fields: readonly string[]): Retry | null => {
  const { key } = standing;
  const wanted = fields.length > 0 ? fields : Object.keys(record.body);
  const missing = new Set(wanted.filter((name) => !sameValue(record.body[name] ?? null, standing.body[name] ?? null)));
  const pick = <B extends object, const F extends keyof B & string>(
    body: B,
    names: readonly F[],
  ): Partial<Pick<B, F>> => {
    const set: Partial<Pick<B, F>> = {};
    for (const name of names) if (missing.has(name)) set[name] = body[name];
    return set;
  };

  const step = recordAs('step', record);
  if (step !== null) {
    const set = pick(step.body, ['name', 'notes', 'startDate', 'durationDays', 'dependsOn', 'assignee']);
    if (some(set)) return { command: 'step.edit', input: { key, set } };
    return missing.has('state') ? moveTo(step, recordAs('step', standing)) : null;
  }
  const cost = recordAs('cost', record);
  if (cost !== null) {
    const names = ['description', 'amount', 'category', 'vendor', 'step', 'state', 'date', 'receipt'] as const;
    const set = pick(cost.body, names);
    return some(set) ? { command: 'cost.edit', input: { key, set } } : null;
  }
  const quote = recordAs('quote', record);
  if (quote !== null) {
    const names = ['vendor', 'title', 'number', 'date', 'validUntil', 'terms', 'step'] as const;
    const figures = ['lines', 'subtotal', 'discount', 'tax', 'total'] as const;
    const set = pick(quote.body, [...names, ...figures]);
    return some(set) ? { command: 'quote.edit', input: { key, set } } : null;
  }
  const photo = recordAs('photo', record);
  if (photo !== null) {
    const names = ['caption', 'takenFix', 'room', 'turn', 'isFine', 'steps'] as const;
    const { room, turn, isFine, steps, ...kept } = pick(photo.body, names);
    const told = {
      room: room ?? undefined,
      turn: turn ?? undefined,
      isFine: isFine ?? undefined,
      steps: steps ?? undefined,
    };
    // Beside those that stand: another's marks stay.
    const marks = missing.has('marks')
      ? { marks: { ...recordAs('photo', standing)?.body.marks, ...photo.body.marks } }
      : {};
    const set = { ...kept, ...said(told), ...marks };
    return some(set) ? { command: 'photo.edit', input: { key, set } } : null;
  }
  const reading = recordAs('reading', record);
  if (reading !== null) {
    const { fixes, seenFixes, objectFixes } = pick(reading.body, ['fixes', 'seenFixes', 'objectFixes']);
    const put = said({ fixes, set: seenFixes ?? undefined, objects: objectFixes ?? undefined });
    return some(put) ? { command: 'reading.correct', input: { key, ...put } } : null;
  }
  const document = recordAs('document', record);
  if (document !== null)
    return missing.has('title')
      ? { command: 'document.edit', input: { key, set: { title: document.body.title } } }
      : null;
  const finding = recordAs('finding', record);
  if (finding !== null) {
    const set = pick(finding.body, ['title', 'site', 'kind', 'question', 'step', 'tags', 'notes']);
    if (some(set)) return { command: 'finding.edit', input: { key, set } };
    return missing.has('state') ? { command: 'finding.mark', input: { key, state: finding.body.state } } : null;
  }
  const task = recordAs('task', record);
  if (task !== null) {
    const set = pick(task.body, ['title', 'assignee', 'due']);
    if (some(set)) return { command: 'task.edit', input: { key, set } };
    return missing.has('doneAt') ? { command: 'task.check', input: { key, done: task.body.doneAt !== null } } : null;
  }
  const comment = recordAs('comment', record);
  if (comment === null || !missing.has('text')) return null;
  return { command: 'comment.edit', input: { key, text: comment.body.text } };
};
