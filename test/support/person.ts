// What a person does in the window, in their words: end-to-end tests, the demo and the kill rounds all act through this.
import type { Page } from 'playwright-core';
import { addCost, openStep, openTab, startJourney, type CostWords, type JourneyWords } from './window.ts';

export interface NewAccount {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

export interface Person {
  readonly page: Page;
  readonly startJourney: (journey: JourneyWords) => Promise<void>;
  readonly openTab: (name: string) => Promise<void>;
  readonly goTo: (place: string) => Promise<void>;
  readonly addStep: (name: string) => Promise<void>;
  readonly openStep: (name: string) => Promise<void>;
  /** Waits until every file is in or refused. */
  readonly addFiles: (label: string, files: readonly string[]) => Promise<void>;
  readonly addCost: (cost: CostWords) => Promise<void>;
  readonly signUp: (server: string, account: NewAccount) => Promise<void>;
  /** Answers the code to pass on. */
  readonly invite: (who: { readonly contractor: string } | 'family') => Promise<string>;
  /** Waits until nothing is left to send or to fetch. */
  readonly allSent: () => Promise<void>;
  /** Up to the moment where the invitation is shown, or what is wrong with it. */
  readonly lookAtInvitation: (
    server: string,
    question: { readonly code: string; readonly account: NewAccount },
  ) => Promise<void>;
  /** Joins with a code, signing up on the way. */
  readonly join: (server: string, question: { readonly code: string; readonly account: NewAccount }) => Promise<void>;
}

export const personAt = (page: Page): Person => {
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const fillAccount = async (server: string, { name, email, password }: NewAccount): Promise<void> => {
    await page.getByLabel('Server address').fill(server);
    await page.getByLabel('Your name').fill(name);
    await page.getByLabel('E-mail').fill(email);
    await page.getByRole('textbox', { name: 'Password' }).fill(password);
  };
  const lookAtInvitation: Person['lookAtInvitation'] = async (server, { code, account }) => {
    await button('Join with a code').first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Invitation code').fill(code);
    await fillAccount(server, account);
    await dialog.getByRole('button', { name: 'Look at the invitation' }).click();
  };
  const goTo: Person['goTo'] = async (place) =>
    page.getByRole('navigation', { name: 'Places' }).getByRole('button', { name: place }).first().click();
  return {
    page,
    openTab: (name) => openTab(page, name),
    goTo,
    startJourney: (journey) => startJourney(page, journey),
    addStep: async (name) => {
      await page.getByRole('textbox', { name: 'Add a step' }).fill(name);
      await page.getByRole('textbox', { name: 'Add a step' }).press('Enter');
      await button(`Open ${name}`).waitFor();
    },
    openStep: async (name) => void (await openStep(page, name)),
    addFiles: async (label, files) => {
      await page
        .locator(`input[type=file][aria-label="${label}: choose files"]`)
        .first()
        .setInputFiles([...files]);
      const tray = page.getByRole('region', { name: 'Files being added' });
      await tray.waitFor();
      await tray
        .getByRole('status')
        .filter({ hasText: /added/ })
        .waitFor({ timeout: 120_000 + files.length * 5_000 });
    },
    addCost: (cost) => addCost(page, cost),
    signUp: async (server, account) => {
      await goTo('Settings');
      await fillAccount(server, account);
      await button('Sign up').click();
      await page.getByText(`Signed in as ${account.email}`).waitFor();
    },
    invite: async (who) => {
      await openTab(page, 'People');
      await button(who === 'family' ? 'Invite family' : 'Invite a contractor').click();
      const dialog = page.getByRole('dialog');
      if (who !== 'family') await dialog.getByLabel('Name of the contractor').fill(who.contractor);
      await dialog.getByRole('button', { name: 'Make an invitation code' }).click();
      const code = await dialog.getByLabel('Invitation code').innerText();
      await dialog.getByRole('button', { name: 'Done' }).click();
      return code.trim();
    },
    allSent: () =>
      page
        .getByRole('navigation', { name: 'Places' })
        .getByRole('status')
        .filter({ hasText: 'All sent' })
        .waitFor({ timeout: 120_000 }),
    lookAtInvitation,
    join: async (server, question) => {
      await lookAtInvitation(server, question);
      const joinNow = page.getByRole('dialog').getByRole('button', { name: 'Join', exact: true });
      await joinNow.waitFor();
      // The page starts anew in the household it has joined.
      await Promise.all([page.waitForEvent('load'), joinNow.click()]);
    },
  };
};
