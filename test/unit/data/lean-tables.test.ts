// Which indexes of RxDB's are made.
import { expect, it } from 'vitest';
import { leanIndexes } from '../../../src-renderer/data/lean-tables.ts';

const DECLARED = 'key, [_deleted+key], [_deleted+space+key], [_meta.lwt+key], _meta.lwt';

it('records keep the indexes that are asked, the memory of the replication none, other tables all', () => {
  expect(leanIndexes('rxdb-dexie-plumbline--0--records', DECLARED)).toBe('key, [_deleted+space+key], [_meta.lwt+key]');
  expect(leanIndexes('rxdb-dexie-plumbline--0--rx-replication-meta-82ad', DECLARED)).toBe('key');
  expect(leanIndexes('rxdb-dexie-plumbline--0--queue', DECLARED)).toBe(DECLARED);
});
