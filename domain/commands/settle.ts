// A person decides between values: settles what stands contested, or takes an earlier value back.
import { z } from 'zod';
import { recordKey } from '../kernel/ids.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { AnyRecord } from '../records/envelope.ts';
import { recordAs, type RecordType } from '../records/registry.ts';
import { stepBody } from '../records/step.ts';
import { edited, findAny } from './changes.ts';
import { defineCommand, type CommandFailure, type Reads } from './command.ts';
import { checkDependencies, stepsAround } from './step.ts';

const field = z.string().min(1).max(80);

/** Takes one value for good; the contest ends even when it is the one that stands. */
export const recordSettle = defineCommand({
  name: 'record.settle',
  input: z.object({ key: recordKey, field, value: z.unknown() }),
  needs: ({ key }) => [{ key }],
  plan: (reads, { key, field: name, value }) => {
    const found = findOpen(reads, key);
    if (!found.ok) return found;
    const open = found.value.past.contested ?? [];
    const left = open.filter((contest) => contest.field !== name);
    if (left.length === open.length) return err({ type: 'SettledAlready', fields: [name], detail: key });
    return ok(edited(found.value, { body: { [name]: value }, contested: left }));
  },
});

/** What belongs to a step's state and makes no sense without it. */
const BESIDE_STATE = ['blockedReason', 'startedAt', 'finishedAt'];
/** A person never chose these: they say where the record went, and what its file is. */
const NEVER: ReadonlySet<string> = new Set(['movedTo', 'sha', 'bytes']);

/** An edit like any other: it can be undone, and the value that it replaces is in the history. */
export const recordTakeBack = defineCommand({
  name: 'record.takeBack',
  input: z.object({ key: recordKey, field, stamp: z.string().max(40) }),
  needs: ({ key }) => [{ key }, ...stepsAround(key)],
  plan: (reads, { key, field: name, stamp }) => {
    const found = findOpen(reads, key);
    if (!found.ok) return found;
    const lost = (found.value.past.superseded ?? []).filter((entry) => entry.stamp === stamp);
    const wanted = lost.find((entry) => entry.field === name);
    if (wanted === undefined) return err({ type: 'RecordNotFound', fields: [name], detail: key });
    if (NEVER.has(name)) return err({ type: 'NotAllowed', fields: [name] });
    const beside = found.value.type === 'step' && name === 'state' ? BESIDE_STATE : [];
    const taken = lost.filter((entry) => entry === wanted || beside.includes(entry.field));
    const body = Object.fromEntries(taken.map((entry) => [entry.field, entry.value]));
    const failure = checkTaken(reads, found.value, body);
    return failure === null ? ok(edited(found.value, { body })) : err(failure);
  },
});

const checkTaken = (
  reads: Reads,
  record: AnyRecord,
  body: Readonly<Record<string, unknown>>,
): CommandFailure | null => {
  const step = recordAs('step', record);
  if (step === null || body['dependsOn'] === undefined) return null;
  const dependsOn = stepBody.shape.dependsOn.safeParse(body['dependsOn']);
  return dependsOn.success
    ? checkDependencies(reads, step, dependsOn.data)
    : { type: 'InputInvalid', fields: ['dependsOn'] };
};

const findOpen = (reads: Reads, key: string): Result<AnyRecord & { readonly type: RecordType }, CommandFailure> => {
  const found = findAny(reads, key);
  if (!found.ok) return found;
  return found.value.trashedAt === 0 ? found : err({ type: 'RecordTrashed', detail: key });
};
