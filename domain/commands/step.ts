// Adding, editing, ordering and moving steps through their states.
import { z } from 'zod';
import { liveSteps, wouldCycle } from '../journey/steps.ts';
import { recordKey, spaceOfKey, type RecordKey } from '../kernel/ids.ts';
import { memberOf } from '../kernel/members.ts';
import { err, ok } from '../kernel/result.ts';
import { instant, type Instant } from '../kernel/time.ts';
import type { BodyOf, RecordOf } from '../records/registry.ts';
import { delivery, stepBody, type StepState } from '../records/step.ts';
import { journeyOfSpace, journeySpace } from '../spaces/space.ts';
import { edited, findLive, made } from './changes.ts';
import { defineCommand, type CommandFailure, type Need, type Reads } from './command.ts';
import { defineEdit } from './edit.ts';
import { journeyId } from './journey.ts';
import { nextStepState, STEP_MOVES } from './step-state.ts';

type Step = RecordOf<'step'>;
const fields = stepBody.shape;

/** What a person made of a step: it is handed back when the step is added again after its record was refused. */
const own = stepBody
  .pick({
    state: true,
    blockedReason: true,
    dependsOn: true,
    startedAt: true,
    finishedAt: true,
    slug: true,
    deliveries: true,
    workDays: true,
  })
  .strip();

export const stepAdd = defineCommand({
  name: 'step.add',
  input: z.object({
    journey: journeyId,
    name: fields.name,
    /** The step it shall follow; absent or null puts it at the end. */
    after: recordKey.nullable().optional(),
    notes: fields.notes.optional(),
    startDate: fields.startDate.optional(),
    durationDays: fields.durationDays.optional(),
    assignee: fields.assignee.optional(),
    own: own.optional(),
  }),
  needs: ({ journey }) => [{ type: 'step', journey }],
  plan: (reads, input, context) => {
    const steps = liveSteps(reads.list('step'));
    const last = steps.at(-1)?.body.order ?? null;
    const previous = input.after == null ? null : (steps.find((step) => step.key === input.after) ?? null);
    if (input.after != null && previous === null) return err({ type: 'RecordNotFound', fields: ['after'] });
    const order =
      previous === null
        ? context.orderBetween(last, null)
        : context.orderBetween(previous.body.order, orderAbove(steps, previous.body.order));
    const body: BodyOf<'step'> = {
      name: input.name,
      notes: input.notes ?? '',
      order,
      state: 'todo',
      blockedReason: '',
      startDate: input.startDate ?? null,
      durationDays: input.durationDays ?? null,
      dependsOn: [],
      assignee: input.assignee ?? null,
      startedAt: null,
      finishedAt: null,
      ...input.own,
    };
    return ok([
      made({
        space: journeySpace(input.journey),
        id: context.newId('step'),
        type: 'step',
        journey: input.journey,
        parent: '',
        body,
      }),
    ]);
  },
});

// The next greater index, not the next step's: equal indexes have no room between them.
const orderAbove = (steps: readonly Step[], order: string): string | null =>
  steps.find((step) => step.body.order > order)?.body.order ?? null;

/** All steps of the journey that the key's space belongs to: dependencies and neighbours are looked for there. */
export const stepsAround = (key: RecordKey): readonly Need[] => {
  const journey = journeyOfSpace(spaceOfKey(key));
  return journey === null ? [] : [{ type: 'step', journey }];
};

export const stepEdit = defineEdit({
  name: 'step.edit',
  type: 'step',
  fields: {
    name: fields.name,
    notes: fields.notes,
    startDate: fields.startDate,
    durationDays: fields.durationDays,
    dependsOn: fields.dependsOn,
    assignee: fields.assignee,
    deliveries: fields.deliveries.unwrap(),
    workDays: fields.workDays.unwrap(),
  },
  needs: stepsAround,
  check: (reads, step, set) =>
    set['dependsOn'] === undefined ? null : checkDependencies(reads, step, fields.dependsOn.parse(set['dependsOn'])),
});

/** Adds a delivery when no id is named; `set` null takes it away. */
export const stepDeliver = defineCommand({
  name: 'step.deliver',
  input: z.object({
    key: recordKey,
    id: z.string().max(80).optional(),
    set: z
      .strictObject({ what: delivery.shape.what, promised: delivery.shape.promised, arrived: delivery.shape.arrived })
      .partial()
      .nullable(),
  }),
  needs: ({ key }) => [{ key }],
  plan: (reads, { key, id, set }, { newId }) => {
    const found = findLive(reads, 'step', key);
    if (!found.ok) return found;
    const { deliveries = {} } = found.value.body;
    const { [id ?? '']: _before, ...others } = deliveries;
    const known = memberOf(deliveries, id ?? '');
    if (id !== undefined && known === undefined) return err({ type: 'RecordNotFound', fields: ['deliveries'] });
    if (set === null) return ok(edited(found.value, { body: { deliveries: others } }));
    const next = { promised: null, arrived: null, ...known, ...set };
    if (next.what === undefined) return err({ type: 'InputInvalid', fields: ['what'] });
    return ok(edited(found.value, { body: { deliveries: { ...deliveries, [id ?? newId('delivery')]: next } } }));
  },
});

export const checkDependencies = (reads: Reads, step: Step, dependsOn: readonly RecordKey[]): CommandFailure | null => {
  const steps = reads.list('step');
  // A dependency that was there before may have gone to the trash since; only a new one must be live.
  const unknown = dependsOn.filter(
    (key) => !step.body.dependsOn.includes(key) && !steps.some((other) => other.key === key && other.trashedAt === 0),
  );
  if (unknown.length > 0) return { type: 'RecordNotFound', fields: ['dependsOn'] };
  return wouldCycle(steps, step.key, dependsOn) ? { type: 'DependencyCycle', fields: ['dependsOn'] } : null;
};

/** `before` is the neighbour that shall come before it, `after` the one that shall follow; null is an end of the list. */
export const stepPlace = defineCommand({
  name: 'step.place',
  input: z.object({ key: recordKey, before: recordKey.nullable(), after: recordKey.nullable() }),
  needs: ({ key }) => [{ key }, ...stepsAround(key)],
  plan: (reads, { key, before, after }, context) => {
    const found = findLive(reads, 'step', key);
    if (!found.ok) return found;
    const others = liveSteps(reads.list('step')).filter((step) => step.key !== key);
    const previous = before === null ? null : others.find((step) => step.key === before);
    const next = after === null ? null : others.find((step) => step.key === after);
    if (previous === undefined || next === undefined)
      return err({ type: 'RecordNotFound', fields: [previous === undefined ? 'before' : 'after'] });
    const low = previous?.body.order ?? null;
    const high = next?.body.order ?? null;
    const { order } = found.value.body;
    if ((low === null || low < order) && (high === null || order < high)) return ok([]);
    // Neighbours that are no longer in that order, or share an index: keep to the one before, as far as the list goes now.
    const room = low === null ? high : high === null || high > low ? high : orderAbove(others, low);
    return ok(edited(found.value, { body: { order: context.orderBetween(low, room) } }));
  },
});

/** `at` says when it really happened, for what is entered afterwards; absent is now. */
export const stepChange = defineCommand({
  name: 'step.change',
  input: z.object({
    key: recordKey,
    move: z.enum(STEP_MOVES),
    reason: z.string().trim().max(1_000).optional(),
    at: instant.optional(),
  }),
  needs: ({ key }) => [{ key }],
  plan: (reads, { key, move, reason = '', at }, context) => {
    const found = findLive(reads, 'step', key);
    if (!found.ok) return found;
    const { body } = found.value;
    const state = nextStepState[body.state][move];
    if (state === null) return err({ type: 'StepTransitionRefused', detail: `${body.state} ${move}` });
    if (state === 'blocked' && reason === '') return err({ type: 'InputInvalid', fields: ['reason'] });
    if (at !== undefined && at > context.at) return err({ type: 'InputInvalid', fields: ['at'] });
    return ok(
      edited(found.value, {
        body: { state, blockedReason: state === 'blocked' ? reason : '', ...times(body, state, at ?? context.at) },
      }),
    );
  },
});

const times = (
  body: BodyOf<'step'>,
  state: StepState,
  at: Instant,
): Pick<BodyOf<'step'>, 'startedAt' | 'finishedAt'> => {
  if (state === 'todo') return { startedAt: null, finishedAt: null };
  if (state === 'doing') return { startedAt: body.startedAt ?? at, finishedAt: null };
  if (state === 'done') return { startedAt: body.startedAt ?? at, finishedAt: at };
  return { startedAt: body.startedAt, finishedAt: null };
};
