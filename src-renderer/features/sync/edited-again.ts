// Work from the tray put into what stands: an edit of the fields that are missing there, and of no others.
import { nextStepState, STEP_MOVES } from '../../../domain/commands/step-state.ts';
import { sameValue } from '../../../domain/kernel/same-value.ts';
import type { AnyRecord } from '../../../domain/records/envelope.ts';
import { recordAs, type BodyOf, type RecordOf } from '../../../domain/records/registry.ts';
import { onlySaid } from './only-said.ts';
import type { Retry } from './retry.ts';

/** `fields` are those that were refused; none named means whatever differs. Null where nothing of it is missing. */
export const editedAgain = (record: AnyRecord, standing: AnyRecord, fields: readonly string[]): Retry | null => {
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
    const names = ['name', 'notes', 'startDate', 'durationDays', 'dependsOn', 'assignee', 'workDays'] as const;
    const deliveries = missing.has('deliveries')
      ? { deliveries: besideThose(step.body.deliveries, recordAs('step', standing)?.body.deliveries) }
      : {};
    const set = { ...pick(step.body, names), ...deliveries };
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
  const allocation = recordAs('allocation', record);
  if (allocation !== null) {
    const set = pick(allocation.body, ['categories', 'rate']);
    const { of } = recordAs('allocation', standing)?.body ?? allocation.body;
    return some(set) ? { command: 'allocation.set', input: { of, ...set } } : null;
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
    const set = { ...kept, ...onlySaid(told), ...marks };
    return some(set) ? { command: 'photo.edit', input: { key, set } } : hangs();
  }
  const reading = recordAs('reading', record);
  if (reading !== null) {
    const { fixes, seenFixes, objectFixes } = pick(reading.body, ['fixes', 'seenFixes', 'objectFixes']);
    const put = onlySaid({ fixes, set: seenFixes ?? undefined, objects: objectFixes ?? undefined });
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
    const asked = onlySaid(pick(finding.body, ['contact', 'contactedOn', 'answeredOn']));
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
    const set = { ...asked, ...onlySaid({ agree }) };
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
    const told = onlySaid({ isPair: isPair ?? undefined, isTwice: isTwice ?? undefined, align: align ?? undefined });
    const { before, after } = pair.body;
    return some(told) || missing.has('before') ? { command: 'pair.say', input: { before, after, ...told } } : null;
  }
  const comment = recordAs('comment', record);
  if (comment === null || !missing.has('text')) return null;
  return { command: 'comment.edit', input: { key, text: comment.body.text } };
};

type Deliveries = NonNullable<BodyOf<'step'>['deliveries']>;

/** All that stand stay; of one that is in both, a day that is not in the tray takes back none that was said since. */
const besideThose = (deliveries: Deliveries = {}, standing: Deliveries = {}): Deliveries => {
  const mended = Object.entries(deliveries).map(([id, each]) => {
    const { promised = null, arrived = null } = standing[id] ?? {};
    return [id, { ...each, promised: each.promised ?? promised, arrived: each.arrived ?? arrived }];
  });
  return { ...standing, ...Object.fromEntries(mended) };
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
