// On which weekdays a journey is worked on, said of all its open steps at once.
import { z } from 'zod';
import { followsWeek } from '../journey/schedule.ts';
import { liveSteps } from '../journey/steps.ts';
import { ok } from '../kernel/result.ts';
import { stepBody } from '../records/step.ts';
import { edited } from './changes.ts';
import { defineCommand } from './command.ts';
import { journeyId } from './journey.ts';

/** Null is every day. What was said to go on every day (a lead time, something that dries) does so still, and milestones take no days. */
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
