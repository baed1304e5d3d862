// When a photo was taken, on this device's calendar. Pure.
import dayjs from 'dayjs';
import type { Instant } from '../../domain/kernel/time.ts';
import type { RecordOf } from '../../domain/records/registry.ts';

interface Dated {
  readonly createdAt: Instant;
  readonly body: Pick<RecordOf<'photo'>['body'], 'takenAt'>;
}

/** A camera's clock knows no zone: it is read as this device's. When it says nothing, or nonsense, the photo's coming counts. */
export const takenMs = ({ body: { takenAt }, createdAt }: Dated): Instant => {
  const taken = takenAt === null ? null : dayjs(takenAt);
  return taken?.isValid() === true ? taken.valueOf() : createdAt;
};
