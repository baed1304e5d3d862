// What lies on the disk of a real device, in each of the three ways it can be protected, and what opens it again.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, expect, test } from 'vitest';

import { ask, importFile } from '../../support/ask.ts';
import { makeBareApp } from '../../support/bare-app.ts';
import { hasKeyring, NO_KEYRING } from '../../support/has-keyring.ts';
import { launch as launchApp, type LaunchOptions } from '../../support/launch.ts';
import { textPicture } from '../../support/text-picture.ts';

const root = mkdtempSync(path.join(tmpdir(), 'plumbline-at-rest-'));
const bare = makeBareApp();
const launch = (options: LaunchOptions = {}) => launchApp({ app: bare.folder, protection: 'ask', ...options });
afterAll(async () => {
  rmSync(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  await bare.remove();
});
let n = 0;
const newFolder = (): string => {
  const folder = path.join(root, String(n++));
  mkdirSync(folder);
  return folder;
};

const WORD = 'SECRETBACKSPLASH';
const doc = {
  key: 'k',
  space: 's',
  journey: 'j',
  type: 'step',
  title: WORD,
  text: `${WORD} in the text`,
  at: 1,
  parent: '',
  by: 'person_a',
  day: '2026-05-04',
  amount: null,
  kind: '',
  vendor: '',
};
const picture = await textPicture(['Total 42.10']);

/** Everything main keeps, in one string; the browser's own folders hold nothing of main's. */
const kept = (userData: string): string =>
  ['blobs', 'index', 'logs']
    .flatMap((folder) => readdirSync(path.join(userData, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'latin1'))
    .join('');
const fill = async ({ page }: { readonly page: Parameters<typeof ask>[0] }) => {
  expect(await ask(page, 'search.put', { docs: [doc] })).toEqual({ ok: true, value: null });
  const imported = await importFile(page, picture);
  if (!imported.ok) throw new Error(imported.error.type);
  return imported.value.sha;
};
const look = async ({ page }: { readonly page: Parameters<typeof ask>[0] }, sha: string) => ({
  found: await ask(page, 'search.count', {}),
  bytes: await page.evaluate(
    async (name) => (await fetch(`plumbline-blob://${name}`)).arrayBuffer().then(({ byteLength }) => byteLength),
    sha,
  ),
});
const protect = async (options: LaunchOptions, mode: 'keyring' | 'passphrase' | 'none', passphrase: string | null) => {
  const device = await launch(options);
  const prepared = await ask(device.page, 'vault.prepare', { mode, passphrase });
  if (!prepared.ok) throw new Error(prepared.error.type);
  expect(await ask(device.page, 'vault.commit', {})).toEqual({ ok: true, value: null });
  return { device, recoveryCode: prepared.value.recoveryCode };
};

test('with a passphrase: nothing readable on the disk, locked after a start, opened by it or by the code', async () => {
  const userData = newFolder();
  const { device, recoveryCode } = await protect({ userData }, 'passphrase', 'a spirit level');
  const sha = await fill(device);
  expect(kept(userData).toUpperCase()).not.toContain(WORD);
  expect(kept(userData)).not.toContain(picture.toString('latin1', 0, 200));
  const pageKey = await device.page.evaluate(async () => {
    const key = await window.plumbline.ask('vault.pageKey', {});
    return key.ok && key.value !== null ? [...key.value] : null;
  });
  expect(pageKey).toHaveLength(32);
  await device.close();
  expect(kept(userData).toUpperCase()).not.toContain(WORD);

  const second = await launch({ userData });
  expect(await ask(second.page, 'vault.status', {})).toMatchObject({
    state: 'locked',
    mode: 'passphrase',
    reason: 'passphrase',
  });
  expect(await ask(second.page, 'search.count', {})).toEqual({ ok: false, error: { type: 'VaultLocked' } });
  expect(await ask(second.page, 'vault.pageKey', {})).toEqual({ ok: false, error: { type: 'VaultLocked' } });
  expect(await ask(second.page, 'vault.unlock', { passphrase: 'wrong', recoveryCode: null })).toEqual({
    ok: false,
    error: { type: 'PassphraseWrong' },
  });
  expect(await ask(second.page, 'vault.unlock', { passphrase: 'a spirit level', recoveryCode: null })).toMatchObject({
    ok: true,
  });
  expect(await look(second, sha)).toEqual({ found: { ok: true, value: 1 }, bytes: picture.length });
  await second.close();

  const third = await launch({ userData });
  expect(await ask(third.page, 'vault.unlock', { passphrase: null, recoveryCode })).toMatchObject({
    ok: true,
    value: { state: 'open' },
  });
  expect(await look(third, sha)).toEqual({ found: { ok: true, value: 1 }, bytes: picture.length });
  await third.close();
});

test('without encryption: the person chose it, the words are readable, and no key exists', async () => {
  const userData = newFolder();
  const { device, recoveryCode } = await protect({ userData }, 'none', null);
  expect(recoveryCode).toBeNull();
  const sha = await fill(device);
  expect(await ask(device.page, 'vault.pageKey', {})).toEqual({ ok: true, value: null });
  await device.close();
  // This also shows that the search for the word above would have found it.
  expect(kept(userData).toUpperCase()).toContain(WORD);
  expect(statSync(path.join(userData, 'keys.json')).mode & 0o077).toBe(0);
  const again = await launch({ userData });
  expect(await ask(again.page, 'vault.status', {})).toMatchObject({ state: 'open', mode: 'none' });
  expect(await look(again, sha)).toEqual({ found: { ok: true, value: 1 }, bytes: picture.length });
  // Gone with a space that was left: once the search is idle, no file of the index holds the word.
  const gone = { keys: [], trashed: [], forever: [doc.key] };
  expect(await ask(again.page, 'search.remove', gone)).toEqual({ ok: true, value: null });
  await expect.poll(() => kept(userData).toUpperCase()).not.toContain(WORD);
  await again.close();
});

test('on a computer without a keyring it says so', async () => {
  const device = await launch();
  expect(await ask(device.page, 'vault.status', {})).toMatchObject({ state: 'new', keyring: false });
  expect(await ask(device.page, 'vault.prepare', { mode: 'keyring', passphrase: null })).toEqual({
    ok: false,
    error: { type: 'KeyringMissing' },
  });
  await device.close();
});

test('with a keyring: open without asking; when it is lost the code opens, and the new keyring takes over (needs gnome-keyring)', async ({
  skip,
}) => {
  skip(!hasKeyring, NO_KEYRING);
  const userData = newFolder();
  const [first, second] = [newFolder(), newFolder()];
  const { device, recoveryCode } = await protect({ userData, keyring: first }, 'keyring', null);
  const sha = await fill(device);
  await device.close();
  expect(kept(userData).toUpperCase()).not.toContain(WORD);

  const unasked = await launch({ userData, keyring: first });
  expect(await ask(unasked.page, 'vault.status', {})).toEqual({
    state: 'open',
    mode: 'keyring',
    keyring: true,
    reason: null,
  });
  expect(await look(unasked, sha)).toEqual({ found: { ok: true, value: 1 }, bytes: picture.length });
  await unasked.close();

  const without = await launch({ userData });
  expect(await ask(without.page, 'vault.status', {})).toEqual({
    state: 'locked',
    mode: 'keyring',
    keyring: false,
    reason: 'keyring-lost',
  });
  expect(await ask(without.page, 'vault.unlock', { passphrase: null, recoveryCode })).toMatchObject({
    ok: true,
    value: { state: 'open' },
  });
  expect(await look(without, sha)).toEqual({ found: { ok: true, value: 1 }, bytes: picture.length });
  await without.close();

  const renewed = await launch({ userData, keyring: second });
  expect(await ask(renewed.page, 'vault.status', {})).toMatchObject({
    state: 'locked',
    reason: 'keyring-lost',
    keyring: true,
  });
  expect(await ask(renewed.page, 'vault.unlock', { passphrase: null, recoveryCode })).toMatchObject({ ok: true });
  await renewed.close();
  const settled = await launch({ userData, keyring: second });
  expect(await ask(settled.page, 'vault.status', {})).toMatchObject({ state: 'open', mode: 'keyring' });
  await settled.close();
}, 180_000);

test('a kill in the middle of an import leaves no half of it', async () => {
  const userData = newFolder();
  const { device } = await protect({ userData }, 'none', null);
  const sha = await fill(device);
  await device.page.evaluate(async () => {
    const begun = await window.plumbline.ask('blob.begin', { name: 'x', bytes: 1_000_000 });
    if (begun.ok) await window.plumbline.ask('blob.append', { id: begun.value.id, chunk: new Uint8Array(500_000) });
  });
  expect(readdirSync(path.join(userData, 'blobs/arriving'))).toHaveLength(1);
  await device.kill();
  const again = await launch({ userData });
  expect(
    existsSync(path.join(userData, 'blobs/arriving')) ? readdirSync(path.join(userData, 'blobs/arriving')) : [],
  ).toEqual([]);
  expect(await look(again, sha)).toEqual({ found: { ok: true, value: 1 }, bytes: picture.length });
  await again.close();
});

test('a database put aside is kept, and the app starts with an empty one', async () => {
  const userData = newFolder();
  const { device } = await protect({ userData }, 'none', null);
  await fill(device);
  await device.page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        indexedDB.open('marker').onsuccess = () => resolve();
      }),
  );
  const over = new Promise<void>((resolve) => device.app.once('close', () => resolve()));
  expect(await ask(device.page, 'data.setAside', {})).toEqual({ ok: true, value: null });
  await over;
  const again = await launch({ userData });
  const [aside = ''] = readdirSync(path.join(userData, 'kept-aside'));
  expect(readdirSync(path.join(userData, 'kept-aside', aside)).toSorted()).toEqual(['IndexedDB', 'index']);
  expect(
    await again.page.evaluate(async () => (await indexedDB.databases()).some(({ name }) => name === 'marker')),
  ).toBe(false);
  expect(await ask(again.page, 'search.count', {})).toEqual({ ok: true, value: 0 });
  await again.close();
});

test('files are saved into the folder that tests name, under a name that cannot leave it', async () => {
  const saves = newFolder();
  const { device } = await protect({ env: { PLUMBLINE_SAVE_DIR: saves } }, 'none', null);
  const saved = await device.page.evaluate(() =>
    window.plumbline.ask('file.save', { name: '../../Kitchen: report.pdf', bytes: new Uint8Array([1, 2, 3]) }),
  );
  expect(saved).toEqual({ ok: true, value: { saved: true } });
  await ask(device.page, 'log.write', { level: 'info', code: 'Tested', detail: 'from a test' });
  expect(await ask(device.page, 'log.export', {})).toEqual({ ok: true, value: { saved: true } });
  expect(readdirSync(saves).toSorted()).toEqual(['Kitchen report.pdf', 'plumbline-log.txt']);
  expect(readFileSync(path.join(saves, 'plumbline-log.txt'), 'utf8')).toContain('page.Tested');
  writeFileSync(path.join(saves, 'done'), '');
  await device.close();
});
