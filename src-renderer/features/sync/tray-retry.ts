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
  { record, fields, isRest = false }: Pick<TrayWork, 'record' | 'fields'> & Partial<Pick<TrayWork, 'isRest'>>,
  { standing, mayWrite }: Present,
): Retry | null => {
  if (!mayWrite || record.trashedAt !== 0) return null;
  if (standing !== null && standing.trashedAt === 0) return again(record, standing, fields);
  // Most of it is there again under another id: made once more it would be there twice.
  return isRest ? null : anew(record);
};

/** A refused new record came back deleted, so its id is spent: the command makes another. */
const anew = ({ id: formerly, type, space, journey, parent, by, body, v }: AnyRecord): Retry | null => {
  const place = { space, journey, parent };
  switch (type) {
    case 'comment': {
      const read = parseBody('comment', body, v);
      if (!read.ok || parent === '') return null;
      const { text, place: where, mentions } = read.value;
      return { command: 'comment.add', input: { ...place, text, ...said({ place: where, mentions }) } };
    }
    case 'task': {
      const read = parseBody('task', body, v);
      if (!read.ok) return null;
      const { title, assignee, due, doneAt, isReminder, party } = read.value;
      const { list, pin, checklist, checked, proof, doneBy } = read.value;
      const done = doneAt === null ? {} : { doneAt };
      return isReminder === true && due !== null
        ? { command: 'reminder.add', input: { ...place, title, due, ...done } }
        : {
            command: 'task.add',
            input: { ...place, title, assignee, due, party, list, pin, checklist, checked, proof, doneBy, ...done },
          };
    }
    case 'log': {
      const read = parseBody('log', body, v);
      if (!read.ok) return null;
      const { day, people, weather, done, notes, minutes, photos, step } = read.value;
      return {
        command: 'log.add',
        input: { space, journey, day, people, weather, done, notes, minutes, photos, step },
      };
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
      const { question, alternatives, step, decided, deadline, agree } = read.value;
      const names = Object.values(alternatives).map(({ name }) => name);
      const at = decided === null ? -1 : Object.keys(alternatives).indexOf(decided.choice);
      // What another chose is not said in this person's name.
      const taken = decided === null || decided.by !== by || at < 0 ? {} : { decided: { place: at, why: decided.why } };
      const asked = { question, alternatives: names, step, ...said({ deadline: deadline ?? undefined, agree }) };
      return { command: 'decision.add', input: { journey, space, ...asked, ...taken } };
    }
    case 'alternative': {
      const read = parseBody('alternative', body, v);
      if (!read.ok || parent === '') return null;
      const { place: of, photos, cost, days, pros, cons, links } = read.value;
      return {
        command: 'decision.offer',
        input: { key: parent, place: of, set: { photos, cost, days, pros, cons, links } },
      };
    }
    case 'selection': {
      const read = parseBody('selection', body, v);
      if (!read.ok) return null;
      const { title, allowance, deadline, step, chosen } = read.value;
      const taken = chosen?.by === by ? { chosen } : {};
      return { command: 'selection.add', input: { journey, space, title, allowance, deadline, step, ...taken } };
    }
    case 'step': {
      const read = parseBody('step', body, v);
      if (!read.ok) return null;
      const { name, notes, startDate, durationDays, assignee } = read.value;
      const { state, blockedReason, dependsOn, startedAt, finishedAt, slug } = read.value;
      const own = said({ state, blockedReason, dependsOn, startedAt, finishedAt, slug });
      return { command: 'step.add', input: { journey, name, notes, startDate, durationDays, assignee, own } };
    }
    case 'cost': {
      const read = parseBody('cost', body, v);
      if (!read.ok) return null;
      const { description, amount, category, vendor, step, state, date, receipt } = read.value;
      const cost = { description, amount, category, vendor, step, state, date, receipt };
      const { kind, tax, dueDate, rate, against } = read.value;
      const more = said({ kind, tax, dueDate, rate, against });
      return { command: 'cost.add', input: { journey, space, ...cost, ...more } };
    }
    case 'quote': {
      const read = parseBody('quote', body, v);
      if (!read.ok) return null;
      const { vendor, total, currency, party, step, date } = read.value;
      const { title, number, validUntil, terms, lines, subtotal, discount, tax, document } = read.value;
      const rest = { title, number, validUntil, terms, lines, subtotal, discount, tax, document };
      const { start, days, replaces, revision } = read.value;
      return {
        command: 'quote.add',
        input: {
          journey,
          space,
          vendor,
          total,
          currency,
          party,
          step,
          date,
          rest,
          ...said({ start, days, replaces, revision }),
        },
      };
    }
    case 'photo': {
      const read = parseBody('photo', body, v);
      if (!read.ok) return null;
      const { sha, bytes, mime, name, preview, width, height, takenAt, thumb, look } = read.value;
      const { caption, room, turn, isFine, takenFix, steps, marks, pages } = read.value;
      const file = { sha, bytes, mime, name, preview, width, height, takenAt, thumb, look };
      const photo = { ...file, caption, room, turn, isFine, takenFix, steps, marks };
      // Also of one that names no pages: it may be a page of another.
      const paper = pages == null ? { formerly } : { pages, formerly };
      return { command: 'photo.add', input: { ...place, ...photo, ...paper } };
    }
    case 'document': {
      const read = parseBody('document', body, v);
      if (!read.ok) return null;
      const { sha, bytes, mime, name, preview, title, pages, replaces } = read.value;
      return {
        command: 'document.add',
        input: { ...place, sha, bytes, mime, name, preview, title, pages, ...said({ replaces }) },
      };
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
    case 'change': {
      const read = parseBody('change', body, v);
      if (!read.ok) return null;
      // Nobody has signed the new one: it is proposed again from where it stands.
      const { title, why, amount, days, lines, step, against } = read.value;
      return { command: 'change.add', input: { journey, space, title, why, amount, days, lines, step, against } };
    }
    case 'baseline': {
      const read = parseBody('baseline', body, v);
      if (!read.ok) return null;
      const { name, day, steps } = read.value;
      return { command: 'baseline.keep', input: { journey, name, day, steps } };
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

  const hangs = (): Retry | null =>
    record.parent !== standing.parent && (fields.length === 0 || fields.includes('parent'))
      ? { command: 'media.link', input: { key, parent: record.parent } }
      : null;

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
  const change = recordAs('change', record);
  if (change !== null) {
    const set = pick(change.body, ['title', 'why', 'amount', 'days', 'lines', 'step', 'against']);
    return some(set) ? { command: 'change.edit', input: { key, set } } : null;
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
    return some(set) ? { command: 'photo.edit', input: { key, set } } : hangs();
  }
  const reading = recordAs('reading', record);
  if (reading !== null) {
    const { fixes, seenFixes, objectFixes } = pick(reading.body, ['fixes', 'seenFixes', 'objectFixes']);
    const put = said({ fixes, set: seenFixes ?? undefined, objects: objectFixes ?? undefined });
    return some(put) ? { command: 'reading.correct', input: { key, ...put } } : null;
  }
  const document = recordAs('document', record);
  if (document !== null) {
    const { title, replaces } = document.body;
    if (missing.has('title')) return { command: 'document.edit', input: { key, set: { title } } };
    if (missing.has('replaces') && replaces != null)
      return { command: 'document.replace', input: { key, of: replaces } };
    return hangs();
  }
  const finding = recordAs('finding', record);
  if (finding !== null) {
    const names = ['title', 'site', 'kind', 'question', 'step', 'tags', 'notes'] as const;
    const asked = said(pick(finding.body, ['contact', 'contactedOn', 'answeredOn']));
    // Beside those that stand: no price overwrites another.
    const prices = missing.has('prices')
      ? { prices: { ...finding.body.prices, ...recordAs('finding', standing)?.body.prices } }
      : {};
    const set = { ...pick(finding.body, names), ...asked, ...prices };
    if (some(set)) return { command: 'finding.edit', input: { key, set } };
    return missing.has('state') ? { command: 'finding.mark', input: { key, state: finding.body.state } } : null;
  }
  const task = recordAs('task', record);
  if (task !== null) {
    const set = pick(task.body, ['title', 'assignee', 'due', 'list', 'pin']);
    if (some(set)) return { command: 'task.edit', input: { key, set } };
    if (missing.has('checklist')) return { command: 'task.item', input: { key, items: task.body.checklist ?? {} } };
    if (missing.has('proof')) return { command: 'task.prove', input: { key, add: task.body.proof ?? [] } };
    return missing.has('doneAt') ? { command: 'task.check', input: { key, done: task.body.doneAt !== null } } : null;
  }
  const log = recordAs('log', record);
  if (log !== null) {
    const set = pick(log.body, ['day', 'people', 'weather', 'done', 'notes', 'minutes', 'photos', 'step']);
    return some(set) ? { command: 'log.edit', input: { key, set } } : null;
  }
  const question = recordAs('question', record);
  if (question !== null) {
    const set = pick(question.body, ['text', 'kind', 'step', 'state']);
    return some(set) ? { command: 'question.edit', input: { key, set } } : null;
  }
  const decision = recordAs('decision', record);
  if (decision !== null) {
    const { decided } = decision.body;
    const offered = recordAs('decision', standing)?.body.alternatives ?? {};
    if (missing.has('decided') && decided?.by === record.by && offered[decided.choice]?.name === decided.name)
      return { command: 'decision.take', input: { key, choice: decided.choice, why: decided.why } };
    const { agree, ...asked } = pick(decision.body, ['question', 'step', 'deadline', 'agree']);
    const set = { ...asked, ...said({ agree }) };
    return some(set) ? { command: 'decision.edit', input: { key, set } } : null;
  }
  const alternative = recordAs('alternative', record);
  if (alternative !== null) {
    const set = pick(alternative.body, ['photos', 'cost', 'days', 'pros', 'cons', 'links']);
    const { place } = alternative.body;
    return some(set) ? { command: 'decision.offer', input: { key: record.parent, place, set } } : null;
  }
  const selection = recordAs('selection', record);
  if (selection !== null) {
    const set = pick(selection.body, ['title', 'allowance', 'deadline', 'step']);
    if (some(set)) return { command: 'selection.edit', input: { key, set } };
    const { chosen } = selection.body;
    return missing.has('chosen') && (chosen === null || chosen.by === record.by)
      ? { command: 'selection.choose', input: { key, chosen } }
      : null;
  }
  const baseline = recordAs('baseline', record);
  if (baseline !== null)
    return missing.has('name') ? { command: 'baseline.edit', input: { key, set: { name: baseline.body.name } } } : null;
  const pair = recordAs('pair', record);
  if (pair !== null) {
    const { isPair, isTwice, align } = pick(pair.body, ['isPair', 'isTwice', 'align']);
    const told = said({ isPair: isPair ?? undefined, isTwice: isTwice ?? undefined, align: align ?? undefined });
    const { before, after } = pair.body;
    return some(told) || missing.has('before') ? { command: 'pair.say', input: { before, after, ...told } } : null;
  }
  const comment = recordAs('comment', record);
  if (comment === null || !missing.has('text')) return null;
  return { command: 'comment.edit', input: { key, text: comment.body.text } };
};
