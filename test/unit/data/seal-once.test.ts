// What is kept twice is sealed once, and nothing else is taken for it.
import { expect, it, vi } from 'vitest';
import { createSealOnce } from '../../../src-renderer/data/seal-once.ts';
import { createCipher, type Cipher } from '../../../src-renderer/data/vault-cipher.ts';
import { aKey } from '../../support/open-test-store.ts';

const counted = async (): Promise<{ readonly cipher: Cipher; readonly times: () => number }> => {
  const cipher = createCipher(await aKey());
  const seal = vi.fn<Cipher['seal']>(cipher.seal);
  return { cipher: { ...cipher, seal }, times: () => seal.mock.calls.length };
};

it('seals the same values of a record once, and they open', async () => {
  const { cipher, times } = await counted();
  const once = createSealOnce(cipher);
  const [body, past] = [{ name: 'Lay the tiles' }, {}];
  const sealed = await once.seal([body, past], 'here');
  expect(await once.seal([body, past], 'here')).toBe(sealed);
  expect(times()).toBe(1);
  expect(await cipher.open(sealed, 'here')).toEqual({ value: [body, past] });
});

it('seals anew for another place, another past, another value that only looks the same, and fields it did not have', async () => {
  const { cipher, times } = await counted();
  const once = createSealOnce(cipher);
  const [body, past] = [{ name: 'Lay the tiles' }, {}];
  const all = [
    await once.seal([body, past], 'here'),
    await once.seal([body, past], 'there'),
    await once.seal([body, {}], 'there'),
    await once.seal([{ ...body }, past], 'here'),
    await once.seal([body, past, { later: 1 }], 'here'),
  ];
  expect(times()).toBe(all.length);
  expect(await cipher.open(all[4], 'here')).toEqual({ value: [body, past, { later: 1 }] });
});

it('what was opened is kept again as it was', async () => {
  const { cipher, times } = await counted();
  const once = createSealOnce(cipher);
  const sealed = await cipher.seal([{ name: 'Lay the tiles' }, {}], 'here');
  const opened = await once.open(sealed, 'here');
  expect(await once.seal(Array.isArray(opened?.value) ? opened.value : [], 'here')).toBe(sealed);
  expect(times()).toBe(1);
  expect(await once.open(sealed, 'elsewhere')).toBeNull();
});
