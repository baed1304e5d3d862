// Moving a step with the pointer or the keyboard: first shown, then asked about where others wait for it, then done as one deed.
import { useCallback, useMemo, useState } from 'react';
import type { RecordOf } from '../../../../domain/records/registry.ts';
import { useRun, useSetting } from '../../../data/hooks.ts';
import { addNudge, heldNudge, lessNudge, wantedOf, type Nudge } from './drag.ts';
import { previewOf, type Plan, type Preview } from './use-plan.ts';

export const ALONG = ['ask', 'along', 'alone'] as const;
/** What becomes of the steps that wait for one that is moved. */
export type Along = (typeof ALONG)[number];

/** It holds as long as the plan is the one it was begun in; in the plan that a write of it makes, what was added meanwhile. */
interface Held {
  readonly nudge: Nudge;
  readonly steps: Plan['steps'];
  readonly asking: boolean;
  /** What of it is being written. */
  readonly written: Nudge | null;
}

export interface Nudging {
  readonly preview: Preview | null;
  readonly nudge: Nudge | null;
  readonly asking: boolean;
  readonly along: Along;
  readonly setAlong: (along: Along) => void;
  /** From where the step stands in the plan. */
  readonly hold: (nudge: Nudge) => void;
  /** From where it is held now. */
  readonly add: (more: Nudge) => void;
  /** Dropped: done, or asked about first. */
  readonly drop: () => void;
  readonly answer: (along: boolean) => void;
  readonly cancel: () => void;
}

export const useNudge = (journey: RecordOf<'journey'>, plan: Plan): Nudging => {
  const run = useRun();
  const [along, setAlong] = useSetting<Along>(`timeline-along:${journey.id}`, 'ask');
  const [held, setHeld] = useState<Held | null>(null);
  const { steps } = plan;
  if (held !== null && held.steps !== steps) {
    const rest = held.written === null ? null : lessNudge(held.nudge, held.written);
    setHeld(rest === null ? null : { nudge: heldNudge(plan, rest), steps, asking: false, written: null });
  }
  const now = held?.steps === steps ? held : null;

  const preview = useMemo(() => {
    const wanted = now === null ? null : wantedOf(plan, now.nudge);
    return wanted === null ? null : previewOf(plan, wanted, along === 'along');
  }, [now, plan, along]);

  const hold = useCallback(
    (nudge: Nudge) => setHeld({ nudge: heldNudge(plan, nudge), steps, asking: false, written: null }),
    [plan, steps],
  );
  const add = useCallback(
    (more: Nudge) =>
      setHeld((was) => {
        const from = was?.steps === steps && !was.asking ? was : null;
        const nudge = heldNudge(plan, addNudge(from?.nudge ?? null, more));
        return { nudge, steps, asking: false, written: from?.written ?? null };
      }),
    [plan, steps],
  );
  const cancel = useCallback(() => setHeld(null), []);

  const finish = async (withOthers: boolean): Promise<void> => {
    if (now === null) return;
    const wanted = wantedOf(plan, now.nudge);
    const writing = { ...now, asking: false, written: now.nudge };
    setHeld(writing);
    if (wanted !== null && preview !== null && preview.replanned.edits.size > 0)
      await run('step.plan', { ...wanted, along: withOthers, today: plan.day.today });
    // What was begun meanwhile goes on.
    setHeld((was) => (was === writing ? null : was));
  };
  const drop = (): void => {
    if (now === null || now.asking) return;
    const asks = along === 'ask' && (preview?.replanned.along.length ?? 0) > 0;
    if (asks) setHeld({ ...now, asking: true });
    else void finish(along === 'along');
  };
  return {
    preview,
    nudge: now?.nudge ?? null,
    asking: now?.asking === true,
    along,
    setAlong,
    hold,
    add,
    drop,
    answer: (withOthers) => void finish(withOthers),
    cancel,
  };
};
