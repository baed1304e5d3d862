// Keeping the plan as it stands, so that later it can be laid beside what became of it.
import { z } from 'zod';
import { scheduleSteps } from '../journey/schedule.ts';
import { liveSteps } from '../journey/steps.ts';
import { keyOf } from '../kernel/ids.ts';
import { err, ok } from '../kernel/result.ts';
import { calendarDate } from '../kernel/time.ts';
import { baselineBody, MOST_STEPS_KEPT } from '../records/baseline.ts';
import { journeySpace, privateSpace } from '../spaces/space.ts';
import { findLive, made } from './changes.ts';
import { defineCommand } from './command.ts';
import { defineEdit } from './edit.ts';
import { journeyId } from './journey.ts';

/** `today` is the day on the wall calendar of who keeps it: the plan of open steps begins there. */
export const baselineKeep = defineCommand({
  name: 'baseline.keep',
  input: z.object({ journey: journeyId, name: baselineBody.shape.name, today: calendarDate }),
  needs: ({ journey }) => [{ key: keyOf(journeySpace(journey), journey) }, { type: 'step', journey }],
  plan: (reads, { journey: id, name, today }, { newId }) => {
    const journey = findLive(reads, 'journey', keyOf(journeySpace(id), id));
    if (!journey.ok) return journey;
    const steps = liveSteps(reads.list('step'));
    if (steps.length === 0 || steps.length > MOST_STEPS_KEPT) return err({ type: 'InputInvalid', fields: ['steps'] });
    const spans = scheduleSteps(steps, { today, startDate: journey.value.body.startDate });
    const kept = steps.flatMap(({ key, body }) => {
      const span = spans.get(key);
      return span === undefined ? [] : [[key, { name: body.name, ...span }] as const];
    });
    return ok([
      made({
        space: privateSpace(id),
        id: newId('baseline'),
        type: 'baseline',
        journey: id,
        parent: '',
        body: { name, day: today, steps: Object.fromEntries(kept) },
      }),
    ]);
  },
});

export const baselineEdit = defineEdit({
  name: 'baseline.edit',
  type: 'baseline',
  fields: { name: baselineBody.shape.name },
});
