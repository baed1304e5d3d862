// Finds the reading of a photo or document: beside it, or beside the private one that it was shared from.
import { readingKey } from '../../domain/commands/reading.ts';
import type { RecordKey } from '../../domain/kernel/ids.ts';
import type { AnyRecord } from '../../domain/records/envelope.ts';
import type { Store } from '../data/store.ts';
import { privateTwin } from './twin.ts';

export const findReading = async ({ get }: Pick<Store, 'get'>, of: RecordKey): Promise<AnyRecord | null> =>
  (await get(readingKey(of))) ?? (await get(readingKey(privateTwin(of))));
