// An acceptance and its signature belong together: killed in between, by the chat and its Undo, with a decision and its rollback.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, type Launched } from '../support/launch.ts';
import { personAt, type Person } from '../support/person.ts';
import { addQuote, changeRow } from '../support/quote-by-hand.ts';
import { rawRecords } from '../support/raw-records.ts';
import { shot } from '../support/shot.ts';
import { talkIn } from '../support/talk.ts';
import { untilAtRest } from '../support/until-at-rest.ts';

const userData = mkdtempSync(path.join(tmpdir(), 'plumbline-signed-awards-'));
let device: Launched;
let anna: Person;

const start = async (): Promise<void> => {
  device = await launch({ userData });
  anna = personAt(device.page);
};
beforeAll(async () => {
  await start();
  await anna.startJourney({ name: 'Kitchen' });
  await anna.openTab('Quotes');
  await addQuote(anna.page, { vendor: 'Miller', lines: [['Wall tiling', '24', 'm²', '68']] });
});
afterAll(async () => {
  await device.close();
  rmSync(userData, { recursive: true, force: true });
});

/** Main no longer answers what this channel is asked, or it says that the disk is full. */
const stopAnswering = (app: ElectronApplication, channel: string, how: 'silent' | 'full'): Promise<void> =>
  app.evaluate(
    ({ ipcMain }, { name, silent }) => {
      ipcMain.removeHandler(name);
      ipcMain.handle(name, () =>
        silent ? new Promise(() => {}) : Promise.resolve({ ok: false, error: { type: 'DiskFull' } }),
      );
    },
    { name: channel, silent: how === 'silent' },
  );

const quotes = (page: Page) => page.getByRole('region', { name: 'Quotes' });
const accepted = (page: Page) => page.getByRole('region', { name: 'Accepted' });
const awards = (page: Page) => page.getByRole('region', { name: 'Awards' });
const openMiller = async (page: Page): Promise<void> => {
  const row = quotes(page).getByRole('button', { name: /^Miller/ });
  await row.waitFor();
  if ((await row.getAttribute('aria-expanded')) !== 'true') await row.click();
};
const accept = async (page: Page): Promise<void> => {
  await quotes(page).getByRole('button', { name: 'Accept', exact: true }).click();
  await page.getByRole('button', { name: 'Accept it' }).click();
  await accepted(page)
    .getByRole('row', { name: /Miller.*€1,632.00/ })
    .waitFor();
};
/** What was signed about awards, the earliest first. */
const said = async (page: Page): Promise<readonly unknown[]> =>
  (await rawRecords(page))
    .filter(({ type, _deleted }) => type === 'approval' && !_deleted)
    .filter(({ body }) => String(body['about']).includes('|award_'))
    .toSorted((a, b) => Number(a.body['at']) - Number(b.body['at']))
    .map(({ body }) => body['verdict']);

test('killed between accepting and signing, the next start signs it once; so it is when it is taken back', async () => {
  await openMiller(anna.page);
  await stopAnswering(device.app, 'sign.entry', 'silent');
  await accept(anna.page);
  await awards(anna.page).getByText('Not signed yet').waitFor();
  expect(await said(anna.page)).toEqual([]);
  await device.kill();
  await start();
  await awards(anna.page).getByText('Signed by you').waitFor();
  await expect.poll(() => said(anna.page)).toEqual(['award']);

  await stopAnswering(device.app, 'sign.entry', 'silent');
  await openMiller(anna.page);
  await quotes(anna.page).getByRole('button', { name: 'Take back the acceptance' }).click();
  await awards(anna.page).getByText('Taken back, but that is not signed yet').waitFor();
  await shot(anna.page, 'taken-back-unsigned');
  await anna.page.getByRole('button', { name: 'Propose a change', exact: true }).click();
  const form = anna.page.getByRole('form', { name: 'Propose a change' });
  await form.getByLabel('What changes').fill('Dry the wall');
  await form.getByLabel(/^Cost effect/).fill('240');
  await form.getByRole('button', { name: 'Sign and propose' }).click();
  await changeRow(anna.page, 'Dry the wall').getByText('Not proposed yet').waitFor();
  // That the draft is gone is written beside it.
  await untilAtRest(anna.page, /"name":"draft:change:[^"]*","value":\{"is":null\}/);
  await device.kill();
  await start();
  await expect.poll(() => said(anna.page)).toEqual(['award', 'withdraw']);
  await awards(anna.page).waitFor({ state: 'detached' });
  // The order is there once, asks for its signature, and is not offered to be written again.
  const row = changeRow(anna.page, 'Dry the wall');
  await row.getByText('Not proposed yet').waitFor();
  expect(await row.count()).toBe(1);
  await row.click();
  await anna.page.getByRole('button', { name: 'Propose', exact: true }).click();
  // Proposing is not approving: who is alone says so by a second press.
  await anna.page.getByText('You proposed it. It counts once you approve it as well.').waitFor();
  await row.getByText('Waiting for you').waitFor();
  await shot(anna.page, 'proposed-alone');
  await anna.page.getByRole('button', { name: 'Approve', exact: true }).click();
  await row.getByText('Approved').waitFor();
  await anna.page.getByRole('button', { name: 'Propose a change', exact: true }).click();
  const anew = anna.page.getByRole('form', { name: 'Propose a change' });
  await expect.poll(() => anew.getByLabel('What changes').inputValue()).toBe('');
  await anew.getByRole('button', { name: 'Cancel' }).click();
});

test('what could not be signed is asked for, plainly, and is signed by a press', async () => {
  const { page, app } = device;
  await stopAnswering(app, 'sign.entry', 'full');
  await openMiller(page);
  await accept(page);
  await awards(page).getByText('Not signed yet').waitFor();
  await awards(page).getByRole('button', { name: 'Sign the award' }).waitFor();
  await page.getByText('It is done, but not signed yet').waitFor();
  await shot(page, 'award-unsigned');
  await expect.poll(() => said(page)).toEqual(['award', 'withdraw']);
  await device.close();
  await start();
  await expect.poll(() => said(anna.page)).toEqual(['award', 'withdraw', 'award']);
});

test('accepted by a sentence of the chat it is signed and counted; Undo on the card signs that it is taken back', async () => {
  const { page } = anna;
  await openMiller(page);
  await quotes(page).getByRole('button', { name: 'Take back the acceptance' }).click();
  await expect.poll(() => said(page)).toEqual(['award', 'withdraw', 'award', 'withdraw']);
  await anna.openTab('Talk');
  const talk = talkIn(page);
  await talk.have('accept the quote from Miller');
  await expect.poll(() => said(page)).toEqual(['award', 'withdraw', 'award', 'withdraw', 'award']);
  await anna.openTab('Money');
  await page.locator('dl').filter({ hasText: '€1,632.00' }).waitFor();
  await shot(page, 'committed-by-chat');
  await anna.openTab('Talk');
  await talk.proposal.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => said(page)).toEqual(['award', 'withdraw', 'award', 'withdraw', 'award', 'withdraw']);
});

test('accepted with a decision it is signed; rolled back it is taken back in a signed word, and again', async () => {
  const { page } = anna;
  const before = await said(page);
  await anna.openTab('Decisions');
  await page.getByRole('button', { name: 'Ask a question' }).click();
  const form = page.getByRole('form', { name: 'Ask a question' });
  await form.getByLabel('Question').fill('Who tiles?');
  await form.getByLabel('Alternatives').fill('Miller\nWe do');
  await form.getByRole('button', { name: 'Add the question' }).click();
  const card = page.getByRole('article', { name: 'Who tiles?' });
  const miller = card.getByRole('article', { name: 'Miller' });
  await miller.getByRole('combobox', { name: 'Quotes, finds and steps' }).click();
  await page.getByRole('option', { name: /Miller/ }).click();
  await page.keyboard.press('Escape');
  await miller.getByRole('button', { name: 'Decide for Miller' }).click();
  const decide = card.getByRole('form', { name: 'Decide for Miller' });
  await decide.getByLabel('Accept the quote of Miller too').check();
  await decide.getByRole('button', { name: 'Decide', exact: true }).click();
  await expect.poll(() => said(page)).toEqual([...before.map(String), 'award']);
  await card.getByRole('button', { name: 'Revisit' }).click();
  await card.getByRole('button', { name: 'Roll it back' }).click();
  await expect.poll(() => said(page)).toEqual([...before.map(String), 'award', 'withdraw']);
  await card.getByRole('button', { name: 'Decide for Miller again, with what followed' }).click();
  await expect.poll(() => said(page)).toEqual([...before.map(String), 'award', 'withdraw', 'award']);
  await anna.openTab('Quotes');
  await awards(page).getByText('Signed by you').waitFor();
  await shot(page, 'award-signed-again');
});

test('where signatures can’t be checked, Money and All journeys say so in a sentence and show the rest', async () => {
  const { app } = device;
  const { page } = anna;
  await anna.goTo('Home');
  await anna.startJourney({ name: 'Bathroom' });
  // That its form is closed is written beside it.
  await untilAtRest(page, '"name":"creating-journey","value":{"is":false}');
  await stopAnswering(app, 'sign.verify', 'silent');
  await page.reload();
  await anna.goTo('Kitchen');
  await anna.openTab('Money');
  const note = page.getByText('The signatures could not be checked.');
  await note.waitFor();
  // What was paid does not hang on a signature.
  await page.getByText('No costs yet').waitFor();
  await shot(page, 'money-unchecked');
  await anna.goTo('Home');
  await page.getByRole('table', { name: 'All journeys' }).getByText('Kitchen').waitFor();
  await note.waitFor();
  await shot(page, 'all-journeys-unchecked');
  await app.evaluate(({ ipcMain }) => {
    ipcMain.removeHandler('sign.verify');
    ipcMain.handle('sign.verify', (_event, { texts }: { readonly texts: readonly unknown[] }) => ({
      signed: texts.map(() => true),
    }));
  });
  await page.getByRole('button', { name: 'Check again' }).click();
  await note.waitFor({ state: 'detached' });
  await expect.poll(() => page.getByRole('table', { name: 'All journeys' }).isVisible()).toBe(true);
});
