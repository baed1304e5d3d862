// What the page may ask of the forecast worker: the futures of one journey's open steps.
import type { Forecast } from '../../domain/analytics/forecast.ts';
import type { ForecastQuestion } from '../../domain/analytics/done-by.ts';

export type ForecastCalls = {
  readonly forecast: { readonly args: ForecastQuestion; readonly reply: Forecast };
};
