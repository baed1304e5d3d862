// Moving or lengthening a step in the plan, alone or with those that wait for it, as one deed.
import { z } from 'zod';
import { replan } from '../journey/replan.ts';
import { isMilestone, isOpen } from '../journey/schedule.ts';
import { liveSteps } from '../journey/steps.ts';
import { keyOf, recordKey, spaceOfKey } from '../kernel/ids.ts';
import { err, ok } from '../kernel/result.ts';
import { calendarDate } from '../kernel/time.ts';
import { EVERY_DAY } from '../kernel/work-week.ts';
import { byKey } from '../records/by-key.ts';
import { recordAs, type RecordOf } from '../records/registry.ts';
import { stepBody } from '../records/step.ts';
import { journeyOfSpace, journeySpace } from '../spaces/space.ts';
import { edited, findLive } from './changes.ts';
import { defineCommand } from './command.ts';
import { journeyId } from './journey.ts';
import { stepsAround } from './step.ts';

/**
 * On which weekdays the open steps of a journey are worked on, all at once; null is every day. Those of which it was said that they go on
 * every day (a lead time, something that dries) do so still, and milestones take no days.
 */
export const stepWeek = defineCommand({
  name: 'step.week',
  input: z.object({ journey: journeyId, workDays: stepBody.shape.workDays.unwrap() }),
  needs: ({ journey }) => [{ type: 'step', journey }],
  plan: (reads, { journey, workDays }) =>
    ok(
      liveSteps(reads.list('step'))
        .filter((step) => step.journey === journey && followsWeek(step))
        .flatMap((step) => edited(step, { body: { workDays } })),
    ),
});

/** Whether it is worked on when the journey's others are. */
export const followsWeek = (step: RecordOf<'step'>): boolean =>
  isOpen(step) && !isMilestone(step) && step.body.workDays?.length !== EVERY_DAY.length;

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
