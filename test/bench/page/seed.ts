// Fills a device with a house, below the commands: rows as they would stand after years of use.
import { isRecordType, parseBody } from '../../../domain/records/registry.ts';
import type { AnyRecord } from '../../../domain/records/envelope.ts';
import type { OpenStore } from '../../../src-renderer/data/open-store.ts';
import { SEARCHED, searchDocOf } from '../../../src-renderer/data/search-doc.ts';
import { desktop } from '../../../src-renderer/ports/desktop.ts';
import { journeyRecords, PER_JOURNEY } from '../house.ts';

/** Rows a write. */
const BATCH = 500;
const DAYS = 24 * 3_600_000;

export const seedHouse = async (store: OpenStore, count: number): Promise<void> => {
  const parts = { me: store.me, mint: store.mint, uuid: () => crypto.randomUUID(), since: Date.now() - 200 * DAYS };
  for (let made = 0, number = 1; made < count; number += 1) {
    const records = journeyRecords(number, Math.min(PER_JOURNEY, count - made), parts);
    // A house that commands could not have made would measure nothing.
    if (number === 1) for (const record of records) check(record);
    await write(store, records);
    made += records.length;
  }
};

const check = ({ type, body, v, key }: AnyRecord): void => {
  const parsed = isRecordType(type) ? parseBody(type, body, v) : null;
  if (parsed?.ok !== true) throw new Error(`${key} is no ${type}: ${parsed?.error.fields.join(' ') ?? ''}`);
};

const write = async (store: OpenStore, records: readonly AnyRecord[]): Promise<void> => {
  for (let at = 0; at < records.length; at += BATCH) {
    const rows = records.slice(at, at + BATCH).map((after) => ({ before: null, after, removed: false }));
    const written = await store.commitRows(rows);
    if (!written.ok) throw new Error(written.error.type);
  }
};

/** Everything that can be found goes into main's index, as the window's own feed would put it there. */
export const fillSearch = async (store: OpenStore): Promise<void> => {
  const journeys = await store.find({ type: 'journey' });
  for (const { id: journey } of journeys)
    for (const type of SEARCHED) {
      const found: readonly AnyRecord[] = await store.find({ type, journey });
      const docs = found.map((record) => searchDocOf(record)).filter((doc) => doc !== null);
      for (let at = 0; at < docs.length; at += BATCH) {
        const put = await desktop().ask('search.put', { docs: docs.slice(at, at + BATCH) });
        if (!put.ok) throw new Error(put.error.type);
      }
    }
};
