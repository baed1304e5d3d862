// Main against the real sync server: an account on two devices, and a photo that goes from one to the other.
import { randomBytes, randomUUID } from 'node:crypto';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { ask, importFile } from '../../support/ask.ts';
import { makeBareApp } from '../../support/bare-app.ts';
import { launch, type Launched } from '../../support/launch.ts';
import { startRealServer, type RealServer } from '../../support/real-server.ts';
import { textPicture } from '../../support/text-picture.ts';

const bare = makeBareApp();
const [home, journey] = [`home_${randomUUID()}`, randomUUID()];
const credentials = { email: 'ann@example.com', password: 'a long spirit level', device: 'test' };
let server: RealServer;
let one: Launched;
let two: Launched;
beforeAll(async () => {
  server = await startRealServer();
  [one, two] = [await launch({ app: bare.folder }), await launch({ app: bare.folder })];
}, 120_000);
afterAll(async () => {
  await one.close();
  await two.close();
  await server.end();
  await bare.remove();
});

const api = (device: Launched, where: string, body?: unknown) =>
  device.page.evaluate(
    async ([address, sent]) => {
      const headers = { 'content-type': 'application/json' };
      const reply = await fetch(`/api${address}`, sent === null ? {} : { method: 'POST', headers, body: sent });
      const answer: unknown = await reply.json();
      return { status: reply.status, answer };
    },
    [where, body === undefined ? null : JSON.stringify(body)] as const,
  );

test('signing up on one device and in on another; a wrong password and a taken address are said so', async () => {
  const at = { server: server.url, ...credentials };
  const person = `person_${randomUUID()}`;
  expect(await ask(one.page, 'session.signUp', { ...at, name: 'Ann', person })).toMatchObject({
    ok: true,
    value: { email: 'ann@example.com' },
  });
  const other = { ...at, person: `person_${randomUUID()}` };
  expect(await ask(two.page, 'session.signUp', { ...other, name: 'Ben' })).toMatchObject({
    ok: false,
    error: { type: 'EmailTaken' },
  });
  expect(await ask(two.page, 'session.signIn', { ...other, password: 'wrong' })).toMatchObject({
    ok: false,
    error: { type: 'SignInWrong' },
  });
  expect(await ask(two.page, 'session.signIn', other)).toMatchObject({ ok: true, value: { name: 'Ann' } });
});

test('after a claim the account that main remembers has the household', async () => {
  expect((await ask(one.page, 'session.status', {})).account?.households).toEqual([]);
  expect(await api(one, '/access/claim', { home, journeys: [`journey_${journey}`] })).toMatchObject({ status: 200 });
  expect((await ask(one.page, 'session.status', {})).account?.households).toMatchObject([{ home, role: 'owner' }]);
});

test('a photo goes up in chunks and comes down whole on the other device', async () => {
  const space = `private_${journey}`;
  const photo = Buffer.concat([await textPicture(['Receipt']), randomBytes(5_200_000)]);
  const imported = await importFile(one.page, photo);
  if (!imported.ok) throw new Error(imported.error.type);
  const { sha } = imported.value;
  expect(await ask(two.page, 'blob.download', { space, sha })).toEqual({ ok: false, error: { type: 'BlobMissing' } });
  expect(await ask(one.page, 'blob.upload', { space, sha })).toEqual({ ok: true, value: null });
  expect(await ask(one.page, 'blob.upload', { space, sha })).toEqual({ ok: true, value: null });
  expect(await ask(two.page, 'blob.download', { space, sha })).toEqual({ ok: true, value: null });
  const size = await two.page.evaluate(
    async (name) => (await (await fetch(`plumbline-blob://${name}`)).arrayBuffer()).byteLength,
    sha,
  );
  expect(size).toBe(photo.length);
  await ask(two.page, 'blob.remove', { shas: [sha] });
  const stranger = `private_${randomUUID()}`;
  expect(await ask(two.page, 'blob.download', { space: stranger, sha })).toMatchObject({ ok: false });
  expect(await ask(one.page, 'blob.upload', { space: stranger, sha })).toMatchObject({ ok: false });
});

test('signing out ends the session here', async () => {
  expect(await ask(two.page, 'session.signOut', {})).toEqual({ ok: true, value: null });
  expect(await api(two, '/sync/hello')).toEqual({ status: 401, answer: { error: { type: 'NotSignedIn' } } });
  expect((await api(one, '/sync/hello')).status).toBe(200);
});
