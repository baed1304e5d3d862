// What the background analysis makes out on a photo, and what a person puts right of it.
import { z } from 'zod';
import { recordKey, spaceOfKey } from '../kernel/ids.ts';
import { ok } from '../kernel/result.ts';
import { isLookWhole } from '../pictures/look.ts';
import { objectFixes, photoSeen, pictureLook, seenFixes, type SeenFixes } from '../records/media.ts';
import { paperFixes } from '../records/paper.ts';
import type { BodyOf } from '../records/registry.ts';
import { spaceKind } from '../spaces/space.ts';
import { edited, findLive } from './changes.ts';
import { defineCommand } from './command.ts';

/** For photos that came in before looks were measured. One that has a look keeps it, and gets what an older build did not measure. */
export const photoLook = defineCommand({
  name: 'photo.look',
  input: z.object({ key: recordKey, look: pictureLook }),
  needs: ({ key }) => [{ key }],
  plan: (reads, { key, look }) => {
    const found = findLive(reads, 'photo', key);
    if (!found.ok) return found;
    const known = found.value.body.look;
    return ok(isLookWhole(known) ? [] : edited(found.value, { body: { look: { ...look, ...known } } }));
  },
});

/** Beside the reading of the photo, so that it goes where the reading goes: not along when the photo is shared. */
export const readingSee = defineCommand({
  name: 'reading.see',
  input: z.object({ key: recordKey, seen: photoSeen }),
  needs: ({ key }) => [{ key }],
  plan: (reads, { key, seen }) => {
    const found = findLive(reads, 'reading', key);
    if (!found.ok) return found;
    const { place, ...rest } = seen;
    // Where a house stands is kept in the family's own space and in no other.
    const isPrivate = spaceKind(spaceOfKey(key)) === 'private';
    const kept = found.value.body.seenFixes?.noPlace === true && place !== undefined ? null : place;
    return ok(
      edited(found.value, { body: { seen: isPrivate && kept !== undefined ? { ...rest, place: kept } : rest } }),
    );
  },
});

/** Adds to what was put right before. */
export const readingCorrect = defineCommand({
  name: 'reading.correct',
  input: z.object({
    key: recordKey,
    set: seenFixes.optional(),
    objects: objectFixes.optional(),
    fixes: paperFixes.optional(),
  }),
  needs: ({ key }) => [{ key }],
  plan: (reads, { key, set, objects, fixes }) => {
    const found = findLive(reads, 'reading', key);
    if (!found.ok) return found;
    const { body } = found.value;
    return ok(
      edited(found.value, {
        body: {
          ...(set === undefined ? {} : putRight(body, { ...body.seenFixes, ...set })),
          ...(fixes === undefined ? {} : { fixes: { ...body.fixes, ...fixes } }),
          ...(objects === undefined ? {} : { objectFixes: { ...body.objectFixes, ...objects } }),
        },
      }),
    );
  },
});

/** What of a reading's body changes when these are all that people put right. */
export const putRight = (
  { seen = null }: Pick<BodyOf<'reading'>, 'seen'>,
  fixes: SeenFixes,
): Pick<BodyOf<'reading'>, 'seen' | 'seenFixes'> => ({
  seenFixes: fixes,
  // A place that is nobody's business is not only hidden.
  ...(fixes.noPlace === true && seen !== null ? { seen: { ...seen, place: null } } : {}),
});
