// The recovery code survives being written down and typed in by a person.
import { expect, test } from 'vitest';

import { newRecoveryCode, readRecoveryCode } from '../../../src-main/vault/recovery-code.ts';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

test('seven groups of four letters that cannot be mistaken for one another', () => {
  for (let i = 0; i < 50; i++) expect(newRecoveryCode()).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/);
});

test('two codes are never the same and use every letter', () => {
  const codes = Array.from({ length: 200 }, () => newRecoveryCode());
  expect(new Set(codes).size).toBe(200);
  expect(new Set(codes.join('').replaceAll('-', '')).size).toBe(32);
});

test('it is read in any case, with blanks, without hyphens, and with O, I and L for 0 and 1', () => {
  const code = newRecoveryCode(() => Uint8Array.from({ length: 27 }, (_, i) => i % 3));
  const plain = code.replaceAll('-', '');
  expect(code).toContain('0');
  expect(code).toContain('1');
  expect(readRecoveryCode(code)).toBe(plain);
  expect(readRecoveryCode(` ${code.toLowerCase().replaceAll('-', '  ')} `)).toBe(plain);
  expect(readRecoveryCode(code.replaceAll('0', 'o').replaceAll('1', 'l'))).toBe(plain);
});

test('every slip in one letter is noticed', () => {
  const code = newRecoveryCode().replaceAll('-', '');
  for (let at = 0; at < code.length; at++) {
    for (const letter of ALPHABET) {
      if (letter === code[at]) continue;
      expect(readRecoveryCode(code.slice(0, at) + letter + code.slice(at + 1)), `${letter} at ${at}`).toBeNull();
    }
  }
});

test('a code that is too short, too long or holds other signs is none', () => {
  const code = newRecoveryCode();
  for (const typed of ['', code.slice(0, -1), `${code}0`, code.replace(/^./, 'U'), code.replace(/^./, '*')])
    expect(readRecoveryCode(typed)).toBeNull();
});
