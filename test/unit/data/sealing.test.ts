// The cipher of what lies on disk: opens only with its key, in its place, and whole.
import { describe, expect, it } from 'vitest';
import { createCipher } from '../../../src-renderer/data/vault-cipher.ts';

const aKey = (): Promise<CryptoKey> =>
  crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);

describe('a sealed value', () => {
  it.each([[null], [''], ['words'], [{ a: [1, null, { b: 'ü🏠' }] }], ['x'.repeat(200_000)]])(
    'opens again',
    async (value) => {
      const cipher = createCipher(await aKey());
      expect(await cipher.open(await cipher.seal(value, 'here'), 'here')).toEqual({ value });
    },
  );

  it('does not open with another key, in another place, changed, cut short, or when it never was sealed', async () => {
    const cipher = createCipher(await aKey());
    const sealed = await cipher.seal({ text: 'secret' }, 'here');
    expect(await createCipher(await aKey()).open(sealed, 'here')).toBeNull();
    expect(await cipher.open(sealed, 'there')).toBeNull();
    for (let at = 3; at < sealed.length; at += 5) {
      const other = sealed[at] === 'A' ? 'B' : 'A';
      expect(await cipher.open(sealed.slice(0, at) + other + sealed.slice(at + 1), 'here')).toBeNull();
    }
    for (const wrong of [sealed.slice(0, -8), sealed.slice(3), 's1.', 's1.%%%', '', null, { text: 'secret' }])
      expect(await cipher.open(wrong, 'here')).toBeNull();
  });

  it('is never the same twice, and does not hold the words', async () => {
    const cipher = createCipher(await aKey());
    const sealed = await Promise.all(Array.from({ length: 100 }, () => cipher.seal('secret', 'here')));
    expect(new Set(sealed.map((one) => one.slice(3, 19))).size).toBe(100);
    for (const one of sealed) expect(atob(one.slice(3))).not.toContain('secret');
  });
});
