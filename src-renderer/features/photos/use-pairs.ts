// The pairs of a journey for components: what was said, what is proposed, and saying something of two photos.
import { useCallback, useMemo } from 'react';
import { pairSpace } from '../../../domain/commands/pair.ts';
import type { RecordId } from '../../../domain/kernel/ids.ts';
import { saidById, type PhotoPair, type Said } from '../../../domain/pictures/photo-pairs.ts';
import type { Alignment } from '../../../domain/records/pair.ts';
import { may } from '../../../domain/spaces/may.ts';
import { spaceKind } from '../../../domain/spaces/space.ts';
import { useRecords, useRun, useStore } from '../../data/hooks.ts';
import { useMediaDesk } from '../../media/hooks.ts';
import { inOrder, pairsShown } from './pairs.ts';
import type { Photo } from './photo-groups.ts';

export const useSaid = (journey: RecordId): Said => {
  const records = useRecords({ type: 'pair', journey });
  return useMemo(() => saidById(records ?? []), [records]);
};

export const usePairs = (journey: RecordId, photos: readonly Photo[]): readonly PhotoPair[] => {
  const said = useSaid(journey);
  return useMemo(() => pairsShown(said, photos), [said, photos]);
};

/** Whether this person may say what two photos are to each other: where both are read, they must be allowed to write it. */
export const useMayPair = (): ((a: Photo, b: Photo) => boolean) => {
  const { me, roleIn } = useStore();
  return useCallback(
    (a, b) => {
      const space = pairSpace(a.key, b.key);
      const kind = space === null ? null : spaceKind(space);
      if (space === null || kind === null) return false;
      const after = { ...a, space, type: 'pair', by: me, createdBy: me };
      return may({ role: roleIn(space), kind, type: 'pair', before: null, after, removed: false, caller: [me] }).ok;
    },
    [me, roleIn],
  );
};

/** Makes a pair of two photos, the earlier one before; or says that they are none. */
export const useSayPair = (): ((a: Photo, b: Photo, isPair: boolean) => Promise<boolean>) => {
  const run = useRun();
  const align = useAlign();
  return useCallback(
    async (a, b, isPair) => {
      const [before, after] = inOrder(a, b);
      const laid = isPair ? await align(before, after) : null;
      const deed = await run('pair.say', {
        before: before.key,
        after: after.key,
        isPair,
        ...(laid === null ? {} : { align: laid }),
      });
      return deed.ok;
    },
    [run, align],
  );
};

/** From both previews; null while one of them is not on this device. */
export const useAlign = (): ((before: Photo, after: Photo) => Promise<Alignment | null>) => {
  const { previews } = useStore();
  const { ports } = useMediaDesk();
  return useCallback(
    async (before, after) => {
      const [first, second] = await Promise.all([previews.get(before.body.sha), previews.get(after.body.sha)]);
      if (first === null || second === null) return null;
      return ports.pictures
        .ask('align', {
          before: { picture: first, turn: before.body.turn ?? 0 },
          after: { picture: second, turn: after.body.turn ?? 0 },
        })
        .catch(() => null);
    },
    [previews, ports],
  );
};
