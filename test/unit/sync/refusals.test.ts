// What is left of a write whose fields were refused in part: the rest of it, and what stands there for those.
import { expect, test } from 'vitest';
import { createRefusals } from '../../../src-renderer/sync/records/refusals.ts';
import type { LocalRow } from '../../../src-renderer/sync/records/wire.ts';
import { aRecord, stampAt } from '../../support/records.ts';

const row = (changes: object = {}): LocalRow => ({ ...aRecord(), ...changes, _deleted: false });

test('refused fields of the body and of the envelope are as they stand there, those that a newer build knows too', () => {
  const refusals = createRefusals();
  const theirs = row({ body: { name: 'Tiles', state: 'todo' }, grade: 'A' });
  const mine = row({
    stamp: stampAt(5, 'aaaaaaaa'),
    body: { name: 'Mine', state: 'doing', colour: 'slate' },
    parent: 'elsewhere',
    grade: 'B',
    pinned: true,
    kept: 1,
  });
  refusals.refuse(mine, ['name', 'colour', 'parent', 'grade', 'pinned']);
  expect(refusals.withoutRefused(mine, theirs)).toEqual({
    ...mine,
    body: { name: 'Tiles', state: 'doing' },
    parent: theirs.parent,
    grade: 'A',
    pinned: undefined,
  });
  // Said once: what is written after it is judged anew.
  expect(refusals.withoutRefused(mine, theirs)).toBe(mine);
});

test('a write that was refused whole leaves nothing, another write of the record is not touched', () => {
  const refusals = createRefusals();
  const mine = row({ stamp: stampAt(5, 'aaaaaaaa') });
  const later = row({ stamp: stampAt(6, 'aaaaaaaa') });
  refusals.refuse(mine, []);
  expect(refusals.withoutRefused(later, row())).toBe(later);
  expect(refusals.withoutRefused(mine, row())).toBeNull();
});
