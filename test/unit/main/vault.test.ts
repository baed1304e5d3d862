// The vault in real folders: what opens it, what does not, and that nothing opens it after tampering.
/* oxlint-disable typescript/no-unsafe-type-assertion -- what is read back is checked by the test itself */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, expect, test, vi } from 'vitest';

import { copyOfKeys } from '../../../src-main/vault/keys-file.ts';
import type { Keyring } from '../../../src-main/vault/keyring.ts';
import { openVault, type Vault } from '../../../src-main/vault/vault.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-vault-'));
// Each passphrase costs 128 MB and a third of a second on purpose, more on a busy machine.
vi.setConfig({ testTimeout: 120_000 });
afterAll(() => rm(folder, { recursive: true, force: true }));

let files = 0;
const newFile = (): string => path.join(folder, `keys-${files++}.json`);
const noKeyring: Keyring = { isThere: () => false, encrypt: () => Buffer.alloc(0), decrypt: () => '' };
/** Like the system's: encrypts, but has no seal, so that another keyring may give nonsense instead of an error. */
const keyringOf = (secret: number, isThere = true): Keyring => {
  const turn = (bytes: Buffer): Buffer => Buffer.from(bytes.map((byte) => byte ^ secret));
  return {
    isThere: () => isThere,
    encrypt: (text) => turn(Buffer.from(text)),
    decrypt: (box) => turn(box).toString('utf8'),
  };
};
const keyOf = (vault: Vault): string => {
  const key = vault.key('records');
  if (!key.ok || key.value === null) throw new Error('no key');
  return key.value.toString('hex');
};
const protect = async (file: string, keyring: Keyring, mode: 'keyring' | 'passphrase', passphrase: string | null) => {
  const vault = await openVault(file, keyring);
  const prepared = await vault.prepare(mode, passphrase);
  if (!prepared.ok || prepared.value.recoveryCode === null) throw new Error('not prepared');
  expect(await vault.commit()).toEqual({ ok: true, value: null });
  return { key: keyOf(vault), recoveryCode: prepared.value.recoveryCode };
};

test('nothing is on the disk until the person has kept the code', async () => {
  const file = newFile();
  const vault = await openVault(file, noKeyring);
  expect(vault.status()).toEqual({ state: 'new', mode: null, keyring: false, reason: null });
  expect((await vault.prepare('passphrase', 'a spirit level')).ok).toBe(true);
  expect(vault.status().state).toBe('new');
  expect(vault.key('records')).toEqual({ ok: false, error: { type: 'VaultLocked' } });
  expect(() => readFileSync(file)).toThrow('ENOENT');
  expect((await vault.commit()).ok).toBe(true);
  expect(vault.status()).toEqual({ state: 'open', mode: 'passphrase', keyring: false, reason: null });
  expect((await vault.prepare('none', null)).ok).toBe(false);
});

test('preparing again before keeping replaces the code: only the last one opens', async () => {
  const file = newFile();
  const vault = await openVault(file, noKeyring);
  const first = await vault.prepare('passphrase', 'first');
  const second = await vault.prepare('passphrase', 'second');
  await vault.commit();
  const again = await openVault(file, noKeyring);
  expect(await again.unlock(null, first.ok ? first.value.recoveryCode : null)).toMatchObject({
    error: { type: 'RecoveryCodeWrong' },
  });
  expect((await again.unlock(null, second.ok ? second.value.recoveryCode : null)).ok).toBe(true);
});

test('a passphrase opens it after a restart, another does not, and the key is the same', async () => {
  const file = newFile();
  const { key } = await protect(file, noKeyring, 'passphrase', 'a spirit level');
  const again = await openVault(file, noKeyring);
  expect(again.status()).toEqual({ state: 'locked', mode: 'passphrase', keyring: false, reason: 'passphrase' });
  expect(await again.unlock('a spirit leve1', null)).toEqual({ ok: false, error: { type: 'PassphraseWrong' } });
  expect(again.status().state).toBe('locked');
  expect((await again.unlock('a spirit level', null)).ok).toBe(true);
  expect(keyOf(again)).toBe(key);
});

test('the same passphrase typed with composed and decomposed letters is one', async () => {
  const file = newFile();
  await protect(file, noKeyring, 'passphrase', 'Tür\u00e9');
  const again = await openVault(file, noKeyring);
  expect((await again.unlock('Tu\u0308re\u0301', null)).ok).toBe(true);
});

test('a keyring opens it unasked', async () => {
  const file = newFile();
  const { key } = await protect(file, keyringOf(7), 'keyring', null);
  const again = await openVault(file, keyringOf(7));
  expect(again.status()).toEqual({ state: 'open', mode: 'keyring', keyring: true, reason: null });
  expect(keyOf(again)).toBe(key);
});

test('without a keyring it says so instead of keeping a key in clear', async () => {
  const vault = await openVault(newFile(), noKeyring);
  expect(await vault.prepare('keyring', null)).toEqual({ ok: false, error: { type: 'KeyringMissing' } });
});

test.each([
  ['is gone', noKeyring],
  ['was made anew and decrypts to nonsense', keyringOf(9)],
])('when the keyring %s the code opens it', async (_, other) => {
  const file = newFile();
  const { key, recoveryCode } = await protect(file, keyringOf(7), 'keyring', null);
  const lost = await openVault(file, other);
  expect(lost.status()).toMatchObject({ state: 'locked', mode: 'keyring', reason: 'keyring-lost' });
  expect(await lost.unlock(null, '0000-0000-0000-0000-0000-0000-0000')).toEqual({
    ok: false,
    error: { type: 'RecoveryCodeWrong' },
  });
  expect((await lost.unlock(null, recoveryCode)).ok).toBe(true);
  expect(keyOf(lost)).toBe(key);
});

test('after the code the new keyring has the key: the next start asks nothing', async () => {
  const file = newFile();
  const { key, recoveryCode } = await protect(file, keyringOf(7), 'keyring', null);
  const lost = await openVault(file, keyringOf(9));
  await lost.unlock(null, recoveryCode);
  const next = await openVault(file, keyringOf(9));
  expect(next.status()).toMatchObject({ state: 'open', mode: 'keyring' });
  expect(keyOf(next)).toBe(key);
});

test('a code with a new passphrase sets that passphrase, and the code stays good', async () => {
  const file = newFile();
  const { key, recoveryCode } = await protect(file, noKeyring, 'passphrase', 'forgotten');
  await (await openVault(file, noKeyring)).unlock('remembered', recoveryCode);
  const next = await openVault(file, noKeyring);
  expect(await next.unlock('forgotten', null)).toMatchObject({ error: { type: 'PassphraseWrong' } });
  expect((await next.unlock('remembered', null)).ok).toBe(true);
  expect(keyOf(next)).toBe(key);
  expect((await (await openVault(file, noKeyring)).unlock(null, recoveryCode)).ok).toBe(true);
});

test('no encryption is a choice: open, without a key', async () => {
  const file = newFile();
  const vault = await openVault(file, noKeyring);
  expect(await vault.prepare('none', null)).toEqual({ ok: true, value: { recoveryCode: null } });
  await vault.commit();
  const again = await openVault(file, noKeyring);
  expect(again.status()).toEqual({ state: 'open', mode: 'none', keyring: false, reason: null });
  expect(again.key('blobs')).toEqual({ ok: true, value: null });
});

test('each purpose has a key of its own', async () => {
  const file = newFile();
  await protect(file, keyringOf(7), 'keyring', null);
  const vault = await openVault(file, keyringOf(7));
  const keys = (['records', 'blobs', 'index', 'session'] as const).map((purpose) => vault.key(purpose));
  expect(new Set(keys.map((key) => (key.ok ? key.value?.toString('hex') : ''))).size).toBe(4);
});

test('a wrap with one byte turned opens with nothing', async () => {
  const file = newFile();
  const { recoveryCode } = await protect(file, noKeyring, 'passphrase', 'a spirit level');
  for (const [wrap, field] of [
    ['passphrase', 'box'],
    ['passphrase', 'tag'],
    ['passphrase', 'iv'],
    ['recovery', 'box'],
    ['recovery', 'salt'],
  ] as const) {
    const keys = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Record<string, string>>;
    const bytes = Buffer.from(keys[wrap]?.[field] ?? '', 'base64');
    bytes[0] = (bytes[0] ?? 0) ^ 1;
    const tampered = newFile();
    writeFileSync(tampered, JSON.stringify({ ...keys, [wrap]: { ...keys[wrap], [field]: bytes.toString('base64') } }));
    const vault = await openVault(tampered, noKeyring);
    const result =
      wrap === 'passphrase' ? await vault.unlock('a spirit level', null) : await vault.unlock(null, recoveryCode);
    expect(result.ok, `${wrap}.${field}`).toBe(false);
  }
});

test('a damaged keys.json is never taken for a fresh start', async () => {
  const file = newFile();
  writeFileSync(file, '{"version":1,"mode":"keyr');
  const vault = await openVault(file, noKeyring);
  expect(vault.status()).toEqual({ state: 'damaged', mode: null, keyring: false, reason: null });
  expect(await vault.prepare('none', null)).toEqual({ ok: false, error: { type: 'AlreadyThere' } });
  expect(await vault.commit()).toEqual({ ok: false, error: { type: 'AlreadyThere' } });
  expect(vault.key('blobs')).toEqual({ ok: false, error: { type: 'VaultLocked' } });
  expect(readFileSync(file, 'utf8')).toBe('{"version":1,"mode":"keyr');
});

test('keys that were damaged, emptied or removed are read from their copy, and either file mends the other', async () => {
  const file = newFile();
  const copy = copyOfKeys(file);
  const { key } = await protect(file, keyringOf(7), 'keyring', null);
  const whole = readFileSync(file, 'utf8');
  const spoil: readonly (() => void)[] = [
    () => writeFileSync(file, ''),
    () => writeFileSync(file, whole.slice(0, 100)),
    () => rmSync(file),
    () => rmSync(copy),
    () => writeFileSync(copy, '{}'),
  ];
  for (const spoilOne of spoil) {
    spoilOne();
    const vault = await openVault(file, keyringOf(7));
    expect(vault.status().state).toBe('open');
    expect(keyOf(vault)).toBe(key);
    expect([readFileSync(file, 'utf8'), readFileSync(copy, 'utf8')]).toEqual([whole, whole]);
  }
});
