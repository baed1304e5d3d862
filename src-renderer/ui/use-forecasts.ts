// When journeys will be done, live: their questions go to a worker, and the answers stay shown until there are newer ones.
import { useEffect, useMemo, useState } from 'react';
import { doneByOf, forecastQuestion, type DoneBy, type ForecastQuestion } from '../../domain/analytics/done-by.ts';
import type { RecordId } from '../../domain/kernel/ids.ts';
import { liveSteps } from '../../domain/journey/steps.ts';
import type { RecordOf } from '../../domain/records/registry.ts';
import { useRecords } from '../data/hooks.ts';
import { logBug } from '../ports/log-bug.ts';
import type { ForecastCalls } from '../workers/forecast-calls.ts';
import { createWorkerClient } from '../workers/worker-client.ts';
import { today } from './dates.ts';

/** One for the window; it starts at the first question. */
const worker = createWorkerClient<ForecastCalls>(
  () => new Worker(new URL('../workers/forecast.worker.ts', import.meta.url), { type: 'module' }),
);

/** By journey; what is not answered yet is missing, null has nothing left to do. */
type Forecasts = ReadonlyMap<RecordId, DoneBy | null>;

const NONE: Forecasts = new Map();

export const useForecasts = (journeys: readonly RecordOf<'journey'>[]): Forecasts => {
  const steps = useRecords({ type: 'step' });
  const questions = useMemo(
    () => (steps === undefined ? [] : questionsOf(journeys, steps, today())),
    [journeys, steps],
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
export const useForecast = (journey: RecordOf<'journey'>): DoneBy | null | undefined => {
  const journeys = useMemo(() => [journey], [journey]);
  return useForecasts(journeys).get(journey.id);
};

const questionsOf = (
  journeys: readonly RecordOf<'journey'>[],
  steps: readonly RecordOf<'step'>[],
  day: string,
): readonly { readonly journey: RecordId; readonly question: ForecastQuestion; readonly day: string }[] => {
  const byJourney = Map.groupBy(steps, ({ journey }) => journey);
  return journeys.map(({ id, body }) => ({
    journey: id,
    day,
    question: forecastQuestion({
      steps: liveSteps(byJourney.get(id) ?? []),
      others: steps.filter(({ journey }) => journey !== id),
      startDate: body.startDate,
      today: day,
    }),
  }));
};
