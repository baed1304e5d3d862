// Finds the reading of a photo or document: beside it, or beside the private one that it was shared from.
import { readingKey } from '../../domain/commands/reading.ts';
import type { RecordKey } from '../../domain/kernel/ids.ts';
import type { AnyRecord } from '../../domain/records/envelope.ts';
import { recordAs, type RecordOf } from '../../domain/records/registry.ts';
import type { Store } from '../data/store.ts';
import { privateOriginal } from './private-original.ts';

export const findReading = async ({ get }: Pick<Store, 'get'>, of: RecordKey): Promise<AnyRecord | null> =>
  (await get(readingKey(of))) ?? (await get(readingKey(privateOriginal(of))));

export const readingOf = async (store: Pick<Store, 'get'>, of: RecordKey): Promise<RecordOf<'reading'> | null> => {
  const found = await findReading(store, of);
  return found === null ? null : recordAs('reading', found);
};
