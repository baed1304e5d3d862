// Half a character, left where a name or a subject was cut, or read out of a file: no server would take the record with it.
import { expect, test } from 'vitest';
import { wellFormed } from '../../../domain/kernel/well-formed.ts';
import { aJourney, addPhoto } from '../../support/a-journey.ts';
import { readingKey } from '../../../domain/commands/reading.ts';

const HALF = '\uD83D';

test('text that is whole stays the very same value', () => {
  const value = { text: 'Küche 🛁', list: [{ name: 'a' }, null, 1], none: null };
  expect(wellFormed(value)).toBe(value);
});

test('half a character becomes a sign for it, in lists, members and their names', () => {
  expect(wellFormed({ [`a${HALF}`]: ['b', `c${HALF}d`], e: 1 })).toEqual({ 'a\uFFFD': ['b', 'c\uFFFDd'], e: 1 });
});

test('no record and no event keeps half a character, whatever was handed in', () => {
  const world = aJourney();
  const photo = addPhoto(world);
  world.done('photo.edit', { key: photo, set: { caption: `Tub ${HALF}` } });
  world.done('photo.mark', {
    key: photo,
    id: 'mark_a',
    mark: { kind: 'text', from: [0, 0], to: [0, 0], text: `Leak ${HALF}` },
  });
  world.done('reading.save', {
    of: photo,
    sha: 'a'.repeat(64),
    language: 'eng',
    guess: null,
    pages: [
      { width: 10, height: 10, source: 'embedded', text: `Total ${HALF}`, words: [[`Total${HALF}`, 0, 0, 5, 5, 100]] },
    ],
  });
  expect(world.one('photo', photo).body.caption).toBe('Tub \uFFFD');
  expect(world.one('reading', readingKey(photo)).body.pages[0]?.words[0]?.[0]).toBe('Total\uFFFD');
  for (const record of world.records.values()) expect(JSON.stringify(record)).not.toMatch(/\\ud83d/);
});
