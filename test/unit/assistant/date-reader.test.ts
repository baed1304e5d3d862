// chrono-node behind the assistant's port: whole days only, and nothing of the device's clock or zone.
import { expect, it } from 'vitest';
import { readDates } from '../../../src-renderer/data/date-reader.ts';

const daysIn = (text: string, lang: 'en' | 'de' | 'es') => readDates(text, '2026-05-13', lang).map(({ day }) => day);

it.each([
  ['demo in 3 days', 'en', ['2026-05-16']],
  ['two weeks ago', 'en', ['2026-04-29']],
  ['in zwei Wochen', 'de', ['2026-05-27']],
  ['dentro de diez días', 'es', ['2026-05-23']],
  ['at five', 'en', []],
  ['in June', 'en', []],
  ['it may be Friday', 'en', []],
] as const)('finds whole days in "%s"', (text, lang, days) => {
  expect(daysIn(text, lang)).toEqual(days);
});

it('says where the days stand', () => {
  expect(readDates('floor 8 to 12 June please', '2026-05-13', 'en')).toEqual([
    { index: 6, length: 12, day: '2026-06-08', until: '2026-06-12' },
  ]);
});
