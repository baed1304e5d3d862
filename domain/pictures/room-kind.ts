// Tells what kind of room a photo shows from the things in it: by rule, and not at all where they don't say. Pure.
import type { FoundObject, SeenObject } from './objects.ts';

/** `other` is for people to say: the rule never does. */
export const ROOM_KINDS = ['kitchen', 'bathroom', 'bedroom', 'living', 'dining', 'other'] as const;
export type RoomKind = (typeof ROOM_KINDS)[number];

type Told = Exclude<RoomKind, 'other'>;

/** How much a thing that is there for sure speaks for a room. What stands in several rooms speaks for each a little. */
const SPEAKS: Readonly<Record<Told, Readonly<Partial<Record<SeenObject, number>>>>> = {
  // A table in a kitchen makes it no dining room.
  kitchen: { oven: 1.2, fridge: 1.2, microwave: 1.1, toaster: 0.7, sink: 0.4 },
  bathroom: { toilet: 1.3, sink: 0.4 },
  bedroom: { bed: 1.2 },
  living: { sofa: 0.9, television: 0.3, books: 0.1 },
  dining: { table: 0.5, chair: 0.15 },
};

/** Less than one thing seen half sure says nothing. */
const ENOUGH = 0.55;
/** So much more than the next, or it could be either. */
const AHEAD = 1.15;

export const roomKindOf = (found: readonly FoundObject[]): Told | null => {
  const sure = new Map(found.map((one) => [one.is, one.sure / 100]));
  const [first, second] = TOLD.map((room) => ({ room, points: pointsOf(room, sure) })).toSorted(
    (a, b) => b.points - a.points,
  );
  if (first === undefined || first.points < ENOUGH) return null;
  return second !== undefined && first.points < second.points * AHEAD ? null : first.room;
};

const TOLD = ROOM_KINDS.filter((kind) => kind !== 'other');

const pointsOf = (room: Told, sure: ReadonlyMap<string, number>): number =>
  Object.entries(SPEAKS[room]).reduce((sum, [is, weight]) => sum + weight * (sure.get(is) ?? 0), 0);
