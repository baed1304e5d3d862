// Keeping the plan as it stands, so that later it can be laid beside what became of it.
import { z } from 'zod';
import { scheduleSteps, type PlanDay } from '../journey/schedule.ts';
import { liveSteps } from '../journey/steps.ts';
import { keyOf } from '../kernel/ids.ts';
import { err, ok } from '../kernel/result.ts';
import { calendarDate } from '../kernel/time.ts';
import { baselineBody, MOST_STEPS_KEPT } from '../records/baseline.ts';
import type { BodyOf } from '../records/registry.ts';
import { journeySpace, privateSpace } from '../spaces/space.ts';
import { findLive, made } from './changes.ts';
import { defineCommand, type Reads } from './command.ts';
import { defineEdit } from './edit.ts';
import { journeyId } from './journey.ts';

/** `day` is the one on the wall calendar of who keeps it: the plan of open steps begins there. */
export const baselineKeep = defineCommand({
  name: 'baseline.keep',
  input: z.object({
    journey: journeyId,
    name: baselineBody.shape.name,
    day: calendarDate,
    /** What was kept, when it is kept once more. */
    steps: baselineBody.shape.steps.optional(),
  }),
  needs: ({ journey }) => [{ key: keyOf(journeySpace(journey), journey) }, { type: 'step', journey }],
  plan: (reads, { journey: id, name, day, steps: kept }, { newId }) => {
    const journey = findLive(reads, 'journey', keyOf(journeySpace(id), id));
    if (!journey.ok) return journey;
    const steps = kept ?? planNow(reads, { today: day, startDate: journey.value.body.startDate });
    const count = Object.keys(steps).length;
    if (count === 0 || count > MOST_STEPS_KEPT) return err({ type: 'InputInvalid', fields: ['steps'] });
    return ok([
      made({
        space: privateSpace(id),
        id: newId('baseline'),
        type: 'baseline',
        journey: id,
        parent: '',
        body: { name, day, steps },
      }),
    ]);
  },
});

const planNow = (reads: Reads, plan: PlanDay): BodyOf<'baseline'>['steps'] => {
  const steps = liveSteps(reads.list('step'));
  const spans = scheduleSteps(steps, plan);
  return Object.fromEntries(
    steps.flatMap(({ key, body }) => {
      const span = spans.get(key);
      return span === undefined ? [] : [[key, { name: body.name, ...span }]];
    }),
  );
};

export const baselineEdit = defineEdit({
  name: 'baseline.edit',
  type: 'baseline',
  fields: { name: baselineBody.shape.name },
});
