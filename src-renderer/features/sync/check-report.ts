// What a comparison found, by where a person would look for it: the household, and each journey with all its spaces together.
import type { RecordId } from '../../../domain/kernel/ids.ts';
import { journeyOfSpace } from '../../../domain/spaces/space.ts';
import type { SpaceReport } from '../../sync/check/verify.ts';

export interface PlaceReport {
  /** Null for the household. */
  readonly journey: RecordId | null;
  /** Records that stand here. */
  readonly records: number;
  /** Records that are missing or older here, and there. */
  readonly missingHere: number;
  readonly missingThere: number;
  /** Changes made here that have not been sent. */
  readonly unsent: number;
  /** The same on both sides, but this device does not know it. */
  readonly unknown: number;
  /** It was changing all the while. */
  readonly isBusy: boolean;
}

/** What is to be told of the whole: the most pressing. */
export type CheckOutcome = 'same' | 'differ' | 'busy';

export const placesOf = (reports: readonly SpaceReport[]): readonly PlaceReport[] =>
  [...Map.groupBy(reports, ({ space }) => journeyOfSpace(space))].map(([journey, spaces]) => ({
    journey,
    records: sum(spaces.map(({ here }) => here)),
    missingHere: sum(spaces.map(({ difference }) => difference?.pull.length ?? 0)),
    missingThere: sum(spaces.map(({ difference }) => difference?.push.length ?? 0)),
    unsent: sum(spaces.map(({ difference }) => difference?.send.length ?? 0)),
    unknown: sum(spaces.map(({ difference }) => difference?.note.length ?? 0)),
    isBusy: spaces.some((space) => space.isBusy),
  }));

export const isDifferent = ({ missingHere, missingThere, unsent, unknown }: PlaceReport): boolean =>
  missingHere + missingThere + unsent + unknown > 0;

export const outcomeOf = (places: readonly PlaceReport[]): CheckOutcome => {
  if (places.some(isDifferent)) return 'differ';
  return places.some(({ isBusy }) => isBusy) ? 'busy' : 'same';
};

const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0);
