// What a photo shows, as it stands: what was made out, under what a person put right. Pure.
import type { PhotoSeen } from '../records/media.ts';
import type { BodyOf } from '../records/registry.ts';
import type { PhotoKind } from './photo-kind.ts';

export interface SeenStanding {
  readonly kind: PhotoKind;
  /** A person said so. */
  readonly kindIsSure: boolean;
  readonly colours: readonly string[];
  readonly place: NonNullable<PhotoSeen['place']> | null;
}

/** Null while nothing was looked at and nobody said anything. */
export const seenStanding = ({
  seen,
  seenFixes,
}: Pick<BodyOf<'reading'>, 'seen' | 'seenFixes'>): SeenStanding | null => {
  const said = seenFixes?.kind ?? null;
  const kind = said ?? seen?.kind;
  if (kind === undefined) return null;
  return {
    kind,
    kindIsSure: said !== null,
    colours: seenFixes?.colours ?? seen?.colours ?? [],
    place: seenFixes?.noPlace === true ? null : (seen?.place ?? null),
  };
};
