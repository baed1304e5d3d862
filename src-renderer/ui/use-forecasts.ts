// When journeys will be done, live: their questions go to a worker, and the answers stay shown until there are newer ones.
import { useEffect, useMemo, useState } from 'react';
import {
  doneByOf,
  forecastQuestion,
  learnsFrom,
  type DoneBy,
  type ForecastQuestion,
} from '../../domain/analytics/done-by.ts';
import { liveSteps } from '../../domain/journey/steps.ts';
import type { RecordId } from '../../domain/kernel/ids.ts';
import type { RecordOf } from '../../domain/records/registry.ts';
import { useRecords, useStore } from '../data/hooks.ts';
import { logBug } from '../ports/log-bug.ts';
import type { ForecastCalls } from '../workers/forecast-calls.ts';
import { createWorkerClient } from '../workers/worker-client.ts';
import { today } from './dates.ts';
import { useIdle } from './use-idle.ts';

type Journey = RecordOf<'journey'>;
type Step = RecordOf<'step'>;

/** One for the window; it starts at the first question. */
const worker = createWorkerClient<ForecastCalls>(
  () => new Worker(new URL('../workers/forecast.worker.ts', import.meta.url), { type: 'module' }),
);

/** By journey; what is not answered yet is missing, null has nothing left to do. */
type Forecasts = ReadonlyMap<RecordId, DoneBy | null>;

const NONE: Forecasts = new Map();

/** `steps` are those of the journeys and of all that `learnsFrom` names for them; `undefined` until they have been read. */
export const useForecasts = (journeys: readonly Journey[], steps: readonly Step[] | undefined): Forecasts => {
  const all = useRecords({ type: 'journey' });
  const questions = useMemo(
    () => (steps === undefined || all === undefined ? [] : questionsOf(journeys, { all, steps, day: today() })),
    [journeys, all, steps],
  );
  const [answers, setAnswers] = useState(NONE);
  useEffect(() => {
    let left = false;
    const ask = async (): Promise<void> => {
      for (const { journey, question, day } of questions) {
        const answer = await worker.ask('forecast', question);
        if (left) return;
        const doneBy = doneByOf(answer, question, day);
        setAnswers((before) => new Map([...before, [journey, doneBy]]));
      }
    };
    ask().catch((thrown: unknown) => logBug(thrown, 'forecast'));
    return () => {
      left = true;
    };
  }, [questions]);
  return answers;
};

/** `undefined` until it is known, null when nothing is left to do. */
export const useForecast = (journey: Journey): DoneBy | null | undefined => {
  const journeys = useMemo(() => [journey], [journey]);
  return useForecasts(journeys, useStepsFor(journey)).get(journey.id);
};

/** Its own steps and those it learns from, of few journeys, read once the window has nothing more urgent to do. */
const useStepsFor = (journey: Journey): readonly Step[] | undefined => {
  const store = useStore();
  const all = useRecords({ type: 'journey' });
  const isIdle = useIdle();
  const wanted = useMemo(
    () => (all === undefined ? '' : [journey.id, ...learnsFrom(all, journey.id)].join(' ')),
    [all, journey.id],
  );
  const [answer, setAnswer] = useState<{ readonly of: string; readonly steps: readonly Step[] } | null>(null);
  useEffect(() => {
    if (!isIdle || wanted === '') return undefined;
    const ids = wanted.split(' ');
    const stepsById = new Map<RecordId, readonly Step[]>();
    const leaves = ids.map((id) =>
      store.watch({ type: 'step', journey: id }, (steps) => {
        stepsById.set(id, steps);
        if (stepsById.size === ids.length) setAnswer({ of: wanted, steps: [...stepsById.values()].flat() });
      }),
    );
    return () => {
      for (const leave of leaves) leave();
    };
  }, [store, isIdle, wanted]);
  return answer?.of === wanted ? answer.steps : undefined;
};

const questionsOf = (
  journeys: readonly Journey[],
  { all, steps, day }: { readonly all: readonly Journey[]; readonly steps: readonly Step[]; readonly day: string },
): readonly { readonly journey: RecordId; readonly question: ForecastQuestion; readonly day: string }[] => {
  const byJourney = Map.groupBy(steps, ({ journey }) => journey);
  return journeys.map(({ id, body }) => ({
    journey: id,
    day,
    question: forecastQuestion({
      steps: liveSteps(byJourney.get(id) ?? []),
      others: learnsFrom(all, id).flatMap((other) => byJourney.get(other) ?? []),
      startDate: body.startDate,
      today: day,
    }),
  }));
};
