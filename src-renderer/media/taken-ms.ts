// When a photo was taken, on this device's calendar. Pure.
import dayjs from 'dayjs';
import { takenOf } from '../../domain/pictures/taken.ts';
import type { Instant } from '../../domain/kernel/time.ts';
import type { RecordOf } from '../../domain/records/registry.ts';

interface Dated {
  readonly createdAt: Instant;
  readonly body: Pick<RecordOf<'photo'>['body'], 'takenAt' | 'takenFix'>;
}

/** A camera's clock knows no zone: it is read as this device's. When it says nothing, or nonsense, the photo's coming counts. */
export const takenMs = ({ body, createdAt }: Dated): Instant => {
  const said = takenOf(body);
  const taken = said === null ? null : dayjs(said);
  return taken?.isValid() === true ? taken.valueOf() : createdAt;
};
