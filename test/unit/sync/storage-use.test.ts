// The room that files take, by journey: each file once, wherever it is named, and only what lies here.
import { expect, test } from 'vitest';
import { roomByJourney } from '../../../src-renderer/sync/files/storage-use.ts';
import type { NamedOriginal } from '../../../src-renderer/sync/files/transfer-plan.ts';
import { ANNA, JOURNEY, PRIVATE } from '../../support/records.ts';

const named = (sha: string, bytes: number, more: Partial<NamedOriginal> = {}): NamedOriginal => ({
  key: `${PRIVATE}|photo_${sha}`,
  space: PRIVATE,
  journey: JOURNEY,
  createdAt: 1,
  createdBy: ANNA,
  movedTo: null,
  sha,
  bytes,
  mime: 'image/jpeg',
  preview: null,
  ...more,
});

test('a file named in two spaces counts once, one that was freed by its preview only; the largest journey comes first', () => {
  const other = 'journey_other';
  expect(
    roomByJourney({
      originals: [
        named('a', 100),
        named('a', 100, { space: JOURNEY }),
        named('b', 7_000),
        named('c', 900, { journey: other }),
        named('a', 100, { journey: other }),
      ],
      here: new Set(['a', 'c']),
      previews: new Map([
        ['a', 10],
        ['b', 20],
      ]),
    }),
  ).toEqual([
    { journey: other, originals: 1_000, previews: 10, here: 2, all: 2 },
    { journey: JOURNEY, originals: 100, previews: 30, here: 1, all: 2 },
  ]);
});
