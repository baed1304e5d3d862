// Names of files: each is one that Windows, macOS and Linux take, in the folder that was chosen.
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { fileName } from '../../../src-main/desk/file-name.ts';

it.each([
  ['Kitchen, 2026-11-22.pdf', 'Kitchen, 2026-11-22.pdf'],
  ['Küche / Bad: "Plan".pdf', 'Küche Bad Plan .pdf'],
  // Names of devices, with any ending.
  ['CON', 'CON!'],
  ['nul.pdf', 'nul!.pdf'],
  ['COM1.tar.gz', 'COM1!.tar.gz'],
  ['com¹.txt', 'com¹!.txt'],
  ['/aux', 'aux!'],
  ['\u200Bprn. ', 'prn!'],
  ['CONSERVATORY.pdf', 'CONSERVATORY.pdf'],
  // Dots and spaces at either end, ways out of the folder.
  ['offer. . ', 'offer'],
  ['../../etc/passwd', 'etc passwd'],
  ['..', 'Plumbline'],
  [' \n ', 'Plumbline'],
  // What nobody sees, and half a character.
  ['photo\u202Egpj.exe', 'photo gpj.exe'],
  ['a\uD800b.jpg', 'a b.jpg'],
])('%j becomes %j', (name, expected) => expect(fileName(name)).toBe(expected));

it('is cut short before its ending, in bytes', () => {
  expect(fileName(`${'x'.repeat(300)}.pdf`)).toMatch(/^x+\.pdf$/);
  const long = fileName(`${'木'.repeat(300)}.pdf`);
  expect(long).toMatch(/^木+\.pdf$/);
  expect(Buffer.byteLength(long)).toBeLessThanOrEqual(240);
  // Wherever in it the long characters stand.
  for (const name of [`${'木'.repeat(100)}${'x'.repeat(200)}.pdf`, `${'x'.repeat(200)}${'木'.repeat(100)}.pdf`])
    expect(Buffer.byteLength(fileName(name))).toBeLessThanOrEqual(240);
  // What is so long is no ending, and a letter may carry any number of accents.
  expect(fileName(`a.${'木'.repeat(100)}`)).toMatch(/^a\.木{79}$/);
  expect(fileName(`a${'\u0301'.repeat(300)}.pdf`)).toMatch(/^á\u0301+\.pdf$/);
});

const PARTS = ['.', ' ', 'a', '木', '\u0301', '👩‍👩‍👧', '\u0958', '\u200D', 'CON', '!'] as const;
const LONG_AND_DOTTED = fc
  .array(fc.constantFrom(...PARTS), { maxLength: 260, size: 'max' })
  .map((parts) => parts.join(''));

it('takes any text, and what it made once more as it is', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), LONG_AND_DOTTED), (text) => {
      const name = fileName(text);
      expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}]|^[. ]|[. ]$|^$/u);
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(240);
      expect(fileName(name)).toBe(name);
    }),
    { seed: 6 },
  );
});
