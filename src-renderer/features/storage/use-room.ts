// The room that files take, counted when the section opens and after each freeing.
import { useCallback, useEffect, useState } from 'react';
import type { RecordId } from '../../../domain/kernel/ids.ts';
import type { Result } from '../../../domain/kernel/result.ts';
import type { Failure } from '../../../protocol/failures.ts';
import { desktop } from '../../ports/desktop.ts';
import { useSession } from '../../sync/context.ts';
import type { FreedSpace } from '../../sync/files/free-space.ts';
import { readRoom, type JourneyRoom } from '../../sync/files/storage-use.ts';

interface Room {
  readonly rooms: readonly JourneyRoom[] | null;
  /** The journey whose originals are going now. */
  readonly freeing: RecordId | null;
  readonly outcome: Result<FreedSpace, Failure> | null;
  readonly free: (journey: RecordId) => void;
}

export const useRoom = (): Room => {
  const { store, originals } = useSession();
  const [rooms, setRooms] = useState<Room['rooms']>(null);
  const [freeing, setFreeing] = useState<Room['freeing']>(null);
  const [outcome, setOutcome] = useState<Room['outcome']>(null);
  const count = useCallback(() => readRoom(store, desktop().ask).then(setRooms), [store]);
  useEffect(() => {
    void count();
  }, [count]);
  const free = async (journey: RecordId): Promise<void> => {
    setFreeing(journey);
    setOutcome(null);
    setOutcome(await originals.free(journey));
    await count();
    setFreeing(null);
  };
  return { rooms, freeing, outcome, free: (journey) => void free(journey) };
};
