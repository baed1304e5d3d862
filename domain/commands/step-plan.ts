// Moving or lengthening a step in the plan, alone or with those that wait for it, as one deed.
import { z } from 'zod';
import { replan } from '../journey/replan.ts';
import { liveSteps } from '../journey/steps.ts';
import { keyOf, recordKey, spaceOfKey } from '../kernel/ids.ts';
import { err, ok } from '../kernel/result.ts';
import { calendarDate } from '../kernel/time.ts';
import { byKey } from '../records/by-key.ts';
import { recordAs } from '../records/registry.ts';
import { stepBody } from '../records/step.ts';
import { journeyOfSpace, journeySpace } from '../spaces/space.ts';
import { edited, findLive } from './changes.ts';
import { defineCommand } from './command.ts';
import { stepsAround } from './step.ts';

/** `along` moves those that wait for it by as many days; `today` is the day on the wall calendar of who plans. */
export const stepPlan = defineCommand({
  name: 'step.plan',
  input: z.object({
    key: recordKey,
    startDate: calendarDate.optional(),
    durationDays: stepBody.shape.durationDays.unwrap().optional(),
    along: z.boolean(),
    today: calendarDate,
  }),
  needs: ({ key }) => {
    const journey = journeyOfSpace(spaceOfKey(key));
    return [
      { key },
      ...stepsAround(key),
      ...(journey === null ? [] : [{ key: keyOf(journeySpace(journey), journey) }]),
    ];
  },
  plan: (reads, { key, startDate, durationDays, along, today }) => {
    const found = findLive(reads, 'step', key);
    if (!found.ok) return found;
    const steps = liveSteps(reads.list('step'));
    const { journey: id } = found.value;
    const journey = recordAs('journey', reads.get(keyOf(journeySpace(id), id)));
    const planned = replan(
      steps,
      { key, startDate, durationDays },
      { today, startDate: journey?.body.startDate ?? null },
    );
    if (planned === null) return err({ type: 'StepTransitionRefused', detail: `${found.value.body.state} plan` });
    const stepByKey = byKey(steps);
    return ok(
      [...planned.edits].flatMap(([each, body]) => {
        const step = stepByKey.get(each);
        return step === undefined || (!along && each !== key) ? [] : edited(step, { body: { ...body } });
      }),
    );
  },
});
