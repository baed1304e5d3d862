// When a photo was taken, as it stands: what a person put right, else what the camera's clock said. Pure.
import { z } from 'zod';
import type { BodyOf } from '../records/registry.ts';

type Dated = Pick<BodyOf<'photo'>, 'takenAt' | 'takenFix'>;

/** Local wall time `YYYY-MM-DDTHH:mm:ss`; null while neither camera nor person says it. */
export const takenOf = ({ takenAt, takenFix }: Dated): string | null => takenFix ?? takenAt;

/** A day of the calendar and a time of the day, as `takenOf` answers them. */
export const wallTime = z.iso.datetime({ local: true, precision: 0 }).refine((time) => !time.endsWith('Z'));

/** Where only the day is known: the middle of it is no more than half a day off. */
export const NOON = '12:00:00';

/** The day put right, at the time of the day that was known before. */
export const withDay = (taken: string | null, day: string): string => `${day}T${timeIn(taken) ?? NOON}`;

/** The time put right, `HH:mm`, on the day that was known before. */
export const withTime = (day: string, time: string): string => `${day}T${time}:00`;

const timeIn = (taken: string | null): string | null => /T(\d\d:\d\d:\d\d)/.exec(taken ?? '')?.[1] ?? null;

/** Whether both are dated, and `b` is the earlier one. Wall times sort as text. */
export const isLater = (a: Dated, b: Dated): boolean => {
  const [mine, theirs] = [takenOf(a), takenOf(b)];
  return mine !== null && theirs !== null && mine > theirs;
};
