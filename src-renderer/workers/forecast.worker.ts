// The forecast worker: draws the futures of a journey, so that the window never waits for them.
import { FORECAST_SEED } from '../../domain/analytics/done-by.ts';
import { forecast } from '../../domain/analytics/forecast.ts';
import { seededChance } from '../data/seeded-chance.ts';
import type { ForecastCalls } from './forecast-calls.ts';
import { serveCalls } from './serve-calls.ts';

serveCalls<ForecastCalls>({
  forecast: ({ work, belief }) => Promise.resolve(forecast(work, belief, { chance: seededChance(FORECAST_SEED) })),
});
