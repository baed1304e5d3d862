// How good past estimates were: planned lengths beside what the steps took.
import type { RecordKey } from '../kernel/ids.ts';
import type { DurationSample } from './duration-sample.ts';

export interface Estimates {
  /** Finished steps that had a planned length. */
  readonly count: number;
  /** Of them, ended within it. */
  readonly kept: number;
  /** The median of actual / planned; null without any. 1.25 is a quarter longer. */
  readonly ratio: number | null;
  /** Those that went off furthest, in days, first. */
  readonly furthest: readonly { readonly key: RecordKey; readonly days: number }[];
}

const MOST = 3;

export const estimatesOf = (samples: readonly (DurationSample & { readonly key: RecordKey })[]): Estimates => {
  const ratios = samples.map(({ plannedDays, actualDays }) => actualDays / plannedDays).toSorted((a, b) => a - b);
  const [low, high] = [ratios[Math.floor((ratios.length - 1) / 2)], ratios[Math.floor(ratios.length / 2)]];
  return {
    count: samples.length,
    kept: samples.filter(({ plannedDays, actualDays }) => actualDays <= plannedDays).length,
    ratio: low === undefined || high === undefined ? null : (low + high) / 2,
    furthest: samples
      .map(({ key, plannedDays, actualDays }) => ({ key, days: actualDays - plannedDays }))
      .filter(({ days }) => days !== 0)
      .toSorted((a, b) => Math.abs(b.days) - Math.abs(a.days))
      .slice(0, MOST),
  };
};
