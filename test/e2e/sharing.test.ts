// A household and a contractor in real windows against a real server: sign up, invite, work offline, meet again.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { gps } from 'exifr/dist/full.esm.mjs';
import { beforeAll, expect, test } from 'vitest';
import { accountOf, PASSWORD } from '../support/accounts.ts';
import { privateSpace } from '../../domain/spaces/space.ts';
import { previewsHere } from '../kills/media-here.ts';
import { annaSignsIn } from '../support/anna-and-miller.ts';
import { devicesOnServer, type Seated } from '../support/devices.ts';
import type { Person } from '../support/person.ts';
import { everythingAtRest, rawRecords } from '../support/raw-records.ts';

const photo = path.resolve(import.meta.dirname, '../fixtures/files/photo-orientation-6.jpg');
const { server, newDevice, serverReturns } = await devicesOnServer();
let anna: Person;
let ben: Person;
let miller: Seated;
let journey = '';

beforeAll(async () => {
  anna = await newDevice();
});

test('a wrong address, then signing up adopts what was made before there was an account', async () => {
  await anna.startJourney({ name: 'Kitchen', budget: '83,917.42' });
  await anna.openTab('Steps');
  await anna.addStep('Tile the wall');
  await anna.openTab('Money');
  await anna.addCost({ amount: '7,318.62', description: 'Secret tiles' });
  journey = (await rawRecords(anna.page)).find(({ type }) => type === 'journey')?.id ?? '';

  await anna.goTo('Settings');
  await anna.page.getByLabel('Server address').fill('http://127.0.0.1:9');
  await anna.page.getByLabel('Your name').fill('Anna');
  await anna.page.getByLabel('E-mail').fill('anna@example.org');
  await anna.page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
  await anna.page.getByRole('button', { name: 'Sign up', exact: true }).click();
  await anna.page.getByRole('alert').getByText('The server cannot be reached.').waitFor();
  await expect.poll(() => anna.page.getByLabel('Your name').inputValue()).toBe('Anna');

  // Something answers there, but it is no Plumbline server.
  const nonsense = createServer((_, answer) => answer.end('<html>Welcome to your router</html>'));
  await new Promise<void>((resolve) => nonsense.listen(0, '127.0.0.1', resolve));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a server on TCP always has such an address
  const { port } = nonsense.address() as AddressInfo;
  await anna.page.getByLabel('Server address').fill(`http://127.0.0.1:${port}`);
  await anna.page.getByRole('button', { name: 'Sign up', exact: true }).click();
  await anna.page.getByRole('alert').getByText('The server gave an answer that makes no sense.').waitFor();
  nonsense.close();

  await anna.signUp(server.url, accountOf('Anna'));
  await anna.allSent();
});

test('family joins by code and sees everything, photos included', async () => {
  await anna.goTo('Kitchen');
  const code = await anna.invite('family');
  ben = await newDevice();
  await ben.join(server.url, { code, account: accountOf('Ben') });
  await ben.goTo('Kitchen');
  await ben.openTab('Money');
  await ben.page.getByText('Secret tiles').waitFor();

  await anna.openTab('Photos');
  await anna.addFiles('Add photos', [photo]);
  await ben.openTab('Photos');
  await ben.page.getByRole('button', { name: /^Open photo/ }).waitFor();
  const original = async (): Promise<number> => {
    const sha = String((await rawRecords(ben.page)).find(({ type }) => type === 'photo')?.body['sha']);
    return ben.page.evaluate(
      async (name) => (await fetch(`plumbline-blob://${name}`).catch(() => null))?.status ?? 0,
      sha,
    );
  };
  await expect.poll(original, { timeout: 60_000, interval: 500 }).toBe(200);
});

test('joining asks which journeys come along; what is kept stays on the device only', async () => {
  const kim = await newDevice();
  await kim.startJourney({ name: 'Bath to share' });
  await kim.goTo('Home');
  await kim.startJourney({ name: 'My own shed' });
  await kim.goTo('Home');
  const code = await anna.invite('family');
  await kim.lookAtInvitation(server.url, {
    code,
    account: accountOf('Kim'),
  });
  const dialog = kim.page.getByRole('dialog');
  await dialog.getByRole('checkbox', { name: 'Bath to share' }).check();
  await Promise.all([kim.page.waitForEvent('load'), dialog.getByRole('button', { name: 'Join', exact: true }).click()]);
  await kim.allSent();
  await anna.page.getByRole('navigation', { name: 'Places' }).getByRole('button', { name: 'Bath to share' }).waitFor();
  expect((await rawRecords(anna.page)).some(({ body }) => body['name'] === 'My own shed')).toBe(false);
  await expect
    .poll(async () => (await rawRecords(kim.page)).some(({ body }) => body['name'] === 'My own shed'))
    .toBe(true);
  await kim.device.close();
});

test('a second device of one person joins their household by itself: what is begun there reaches the family', async () => {
  const second = await newDevice();
  await annaSignsIn(second, server.url);
  await second.goTo('Home');
  await second.startJourney({ name: 'Shed of two' });
  await second.allSent();
  const rail = ben.page.getByRole('navigation', { name: 'Places' });
  await rail.getByRole('button', { name: 'Shed of two' }).waitFor();
  expect(await rail.getByRole('button', { name: 'Shed of two' }).count()).toBe(1);
  await second.device.close();
});

test('the code works once; whom the owner takes out of the household loses its journeys', async () => {
  const late = await newDevice();
  await anna.openTab('People');
  const code = await anna.invite('family');
  await late.join(server.url, { code, account: accountOf('Late') });
  const later = await newDevice();
  await later.lookAtInvitation(server.url, {
    code,
    account: accountOf('Later'),
  });
  const dialog = later.page.getByRole('dialog');
  const alert = dialog.getByRole('alert').getByText('The invitation has been used already.');
  await alert.waitFor();
  expect(await alert.isVisible()).toBe(true);
  await later.device.close();

  // The owner takes a member of the family out again: every journey goes from their device.
  await anna.goTo('Kitchen');
  await anna.openTab('People');
  const row = anna.page.getByRole('list', { name: 'People on this journey' }).getByRole('listitem');
  await row.filter({ hasText: 'Late' }).getByRole('button', { name: 'Remove', exact: true }).click();
  await anna.page.getByRole('dialog').getByRole('button', { name: 'Remove access' }).click();
  await row.filter({ hasText: 'Late' }).waitFor({ state: 'detached' });
  await expect.poll(() => everythingAtRest(late.page), { timeout: 60_000 }).not.toContain('Tile the wall');
  await late.page
    .getByRole('navigation', { name: 'Places' })
    .getByRole('button', { name: 'Kitchen' })
    .waitFor({ state: 'detached' });
  await late.device.close();
});

test('different fields of one step, edited on two devices with no server, are both kept', async () => {
  await server.stop();
  await anna.openTab('Steps');
  await anna.openStep('Tile the wall');
  const name = anna.page
    .getByRole('complementary', { name: 'Step' })
    .getByRole('textbox', { name: 'Name of the step' });
  await name.fill('Tile the long wall');
  await name.press('Enter');
  await ben.openTab('Steps');
  await ben.openStep('Tile the wall');
  await ben.page
    .getByRole('complementary', { name: 'Step' })
    .getByRole('button', { name: 'Start', exact: true })
    .click();
  await ben.addStep('Grout');

  await serverReturns();
  for (const person of [anna, ben]) {
    await person.page.getByRole('button', { name: 'Open Tile the long wall' }).waitFor({ timeout: 60_000 });
    await person.page.getByRole('button', { name: 'Open Grout' }).waitFor();
    const step = async () => (await rawRecords(person.page)).find(({ body }) => body['name'] === 'Tile the long wall');
    await expect.poll(async () => (await step())?.body['state'], { timeout: 60_000 }).toBe('doing');
  }
});

test('a contractor gets steps and talk, and never a byte of what is private', async () => {
  await anna.page.getByRole('button', { name: 'Close panel' }).click();
  const code = await anna.invite({ contractor: 'Miller Plumbing' });
  miller = await newDevice();
  await miller.join(server.url, { code, account: accountOf('Miller') });
  await miller.goTo('Kitchen');
  await miller.openTab('Steps');
  await miller.page.getByRole('button', { name: 'Open Tile the long wall' }).waitFor();
  // How it goes is told of what they can read, and what it costs is not.
  await miller.openTab('Overview');
  const told = (name: string) => miller.page.getByRole('region', { name, exact: true });
  await told('Likely done').getByText('80 % sure').waitFor();
  await miller.page.getByText('Weeks', { exact: true }).click();
  await told('Next week').waitFor();
  expect(await told('Spent').or(told('Cost so far')).count()).toBe(0);
  await miller.allSent();

  const rows = await rawRecords(miller.page);
  expect(rows.filter(({ space }) => space === privateSpace(journey))).toEqual([]);
  const kept = await everythingAtRest(miller.page);
  for (const secret of ['Secret tiles', '731862', '8391742', `${privateSpace(journey)}|`])
    expect(kept).not.toContain(secret);
  // Widened by the family: the contractor gets the picture, without the place it was taken at.
  await anna.openTab('Photos');
  await anna.page.getByRole('button', { name: /^Open photo/ }).click();
  await anna.page.getByRole('button', { name: /Who can see this/ }).click();
  await anna.page.getByRole('menuitem', { name: /^Everyone/ }).click();
  await anna.page.getByRole('button', { name: 'Show it' }).click();
  await miller.openTab('Photos');
  await miller.page.getByRole('button', { name: /^Open photo/ }).waitFor({ timeout: 60_000 });
  await miller.allSent();
  const sharedSha = String((await rawRecords(miller.page)).find(({ type }) => type === 'photo')?.body['sha']);
  const original = async (): Promise<Buffer> =>
    Buffer.from(
      await miller.page.evaluate(async (sha) => {
        const answer = await fetch(`plumbline-blob://${sha}`).catch(() => null);
        return answer?.ok === true ? [...new Uint8Array(await answer.arrayBuffer())] : [];
      }, sharedSha),
    );
  const begin = async (): Promise<string> => (await original()).subarray(0, 3).toString('hex');
  await expect.poll(begin, { timeout: 60_000, interval: 250 }).toBe('ffd8ff');
  const bytes = await original();
  expect(await gps(readFileSync(photo))).toBeDefined();
  expect(await gps(bytes)).toBeUndefined();

  // Of previews only the one of what was shared, which carries no metadata either.
  await expect.poll(async () => [...(await previewsHere(miller.page))]).toEqual([sharedSha]);

  // What they add themselves starts between them and the family.
  await miller.openTab('Photos');
  await miller.addFiles('Add photos', [photo]);
  const added = async (): Promise<readonly string[]> =>
    (await rawRecords(miller.page))
      .filter(({ type }) => type === 'photo')
      .map(({ space }) => space.slice(0, space.indexOf('_')))
      .toSorted();
  await expect.poll(added).toEqual(['journey', 'party']);
});

test('a contractor who is removed loses the journey, its words and its pictures; their own work is kept for them', async () => {
  const photosHere = async (): Promise<readonly string[]> =>
    (await rawRecords(miller.page))
      .filter(({ type, _deleted }) => type === 'photo' && !_deleted)
      .map(({ body }) => String(body['sha']));
  const served = (sha: string): Promise<boolean> =>
    miller.page.evaluate(async (name) => (await fetch(`plumbline-blob://${name}`).catch(() => null))?.ok === true, sha);
  const records = await rawRecords(miller.page);
  const theirs = records.find(({ type, space }) => type === 'photo' && space === journey)?.body['sha'];
  await expect.poll(() => served(String(theirs))).toBe(true);

  await anna.page.getByRole('button', { name: 'Close viewer' }).click();
  await anna.openTab('People');
  const theirRow = anna.page.getByRole('listitem').filter({ hasText: 'Miller Plumbing' });
  await theirRow.getByRole('button', { name: 'Remove', exact: true }).click();
  await anna.page.getByRole('dialog').getByRole('button', { name: 'Remove access' }).click();
  await miller.page.getByText('This journey is not on this device').waitFor();
  await expect.poll(() => photosHere()).toEqual([]);
  await expect.poll(() => served(String(theirs))).toBe(false);
  await expect.poll(() => everythingAtRest(miller.page)).not.toContain('Tile the long wall');
  // The photo they had taken themselves stays theirs, named by the tray.
  await miller.goTo('Settings');
  await miller.page.getByRole('region', { name: 'Waiting for your decision' }).waitFor();
});
