// What a photo shows, as it stands: what was made out, under what a person put right. Pure.
import type { PhotoSeen } from '../records/media.ts';
import type { BodyOf } from '../records/registry.ts';
import { objectsStanding, SHOWN_FROM, type StandingObject } from './objects.ts';
import type { PhotoKind } from './photo-kind.ts';
import { roomKindOf, type RoomKind } from './room-kind.ts';

export interface SeenStanding {
  readonly kind: PhotoKind;
  /** A person said so. */
  readonly kindIsSure: boolean;
  /** Things that are on it, the surest first. */
  readonly objects: readonly StandingObject[];
  /** Null where the things on it don't say. */
  readonly roomKind: RoomKind | null;
  readonly roomKindIsSure: boolean;
  readonly colours: readonly string[];
  readonly place: NonNullable<PhotoSeen['place']> | null;
}

/** Null while nothing was looked at and nobody said anything. */
export const seenStanding = ({
  seen,
  seenFixes,
  objectFixes,
}: Pick<BodyOf<'reading'>, 'seen' | 'seenFixes' | 'objectFixes'>): SeenStanding | null => {
  const said = seenFixes?.kind ?? null;
  const kind = said ?? seen?.kind;
  if (kind === undefined) return null;
  // A receipt on a table is no table: only on photos of rooms is what was seen told. What a person says always is.
  const objects = objectsStanding(kind === 'room' ? (seen?.objects ?? []) : [], objectFixes ?? {});
  const roomSaid = seenFixes?.roomKind ?? null;
  return {
    kind,
    kindIsSure: said !== null,
    objects: objects.filter(({ sure }) => sure >= SHOWN_FROM),
    roomKind: roomSaid ?? roomKindOf(objects),
    roomKindIsSure: roomSaid !== null,
    colours: seenFixes?.colours ?? seen?.colours ?? [],
    place: seenFixes?.noPlace === true ? null : (seen?.place ?? null),
  };
};
