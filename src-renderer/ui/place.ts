// Where a person is in the window, and how each move changes it. Kept on the device, so that a restart resumes exactly there.
import { z } from 'zod';
import type { RecordId, RecordKey } from '../../domain/kernel/ids.ts';
import { exhaustive } from '../../domain/kernel/exhaustive.ts';

const journeyPlaceShape = z.object({
  tab: z.string(),
  /** The record shown in the right panel, null when it is closed. */
  record: z.string().nullable(),
  /** What was searched for when the record was found: its place in the text is shown. Absent when it was opened from a list. */
  find: z.string().max(500).optional(),
  /** What was found where it opens: a comment in its thread, a quote in its list. It is brought into sight. */
  at: z.string().optional(),
});
const placeShape = z.object({
  /** `home`, `journey`, or the id of a screen that the app's slots name (search, settings). */
  screen: z.string(),
  journey: z.string().nullable(),
  /** Each journey remembers its own tab and panel: Resume goes back to it. */
  journeys: z.record(z.string(), journeyPlaceShape),
});

/** Where a person was within one journey. */
export type JourneyPlace = Readonly<z.infer<typeof journeyPlaceShape>>;
export type Place = Readonly<z.infer<typeof placeShape>>;

export type Move =
  | { readonly go: 'screen'; readonly screen: string }
  /** Into a journey; without a tab, to where one was in it. */
  | {
      readonly go: 'journey';
      readonly journey: RecordId;
      readonly tab?: string;
      readonly record?: RecordKey | null;
      readonly find?: string;
      readonly at?: RecordKey;
    }
  | { readonly go: 'tab'; readonly tab: string }
  | { readonly go: 'record'; readonly record: RecordKey | null };

export const FIRST_TAB = 'overview';
/** Opened in the photos' tab instead of a photo: those that are here twice. */
export const TWINS = 'twins';
export const START: Place = { screen: 'home', journey: null, journeys: {} };

export const journeyPlace = (place: Place, journey: RecordId): JourneyPlace =>
  place.journeys[journey] ?? { tab: FIRST_TAB, record: null };

export const move = (place: Place, to: Move): Place => {
  switch (to.go) {
    case 'screen':
      return { ...place, screen: to.screen };
    case 'journey': {
      const was = journeyPlace(place, to.journey);
      const there = {
        tab: to.tab ?? was.tab,
        record: to.record === undefined ? was.record : to.record,
        ...(to.find === undefined ? {} : { find: to.find }),
        ...(to.at === undefined ? {} : { at: to.at }),
      };
      return { screen: 'journey', journey: to.journey, journeys: { ...place.journeys, [to.journey]: there } };
    }
    case 'tab':
      return inJourney(place, ({ record }) => ({ tab: to.tab, record }));
    case 'record':
      return inJourney(place, ({ tab }) => ({ tab, record: to.record }));
    default:
      return exhaustive(to);
  }
};

const inJourney = (place: Place, change: (was: JourneyPlace) => JourneyPlace): Place => {
  if (place.journey === null) return place;
  return {
    ...place,
    journeys: { ...place.journeys, [place.journey]: change(journeyPlace(place, place.journey)) },
  };
};

/** What settings kept, if it still has the shape; anything else starts at home. */
export const placeFrom = (kept: unknown): Place => {
  const read = placeShape.safeParse(kept);
  return read.success ? read.data : START;
};
