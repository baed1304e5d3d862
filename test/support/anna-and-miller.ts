// Anna starts a kitchen and invites a contractor, and Miller joins it: what tests with two windows begin from.
import { accountOf, PASSWORD } from './accounts.ts';
import type { Person } from './person.ts';

/** One step in it, and all of it at the server. Answers the invitation's code. */
export const annaInvites = async (anna: Person, url: string): Promise<string> => {
  await anna.startJourney({ name: 'Kitchen' });
  await anna.openTab('Steps');
  await anna.addStep('Tile the wall');
  await anna.signUp(url, accountOf('Anna'));
  await anna.allSent();
  await anna.goTo('Kitchen');
  return anna.invite({ contractor: 'Miller' });
};

export const millerJoins = async (miller: Person, url: string, code: string): Promise<void> => {
  await miller.join(url, { code, account: accountOf('Miller') });
  await miller.goTo('Kitchen');
};

/** Anna with a second device of hers. */
export const annaSignsIn = async ({ page, goTo }: Person, url: string): Promise<void> => {
  await goTo('Settings');
  await page.getByRole('button', { name: 'I have an account' }).click();
  await page.getByLabel('Server address').fill(url);
  await page.getByLabel('E-mail').fill('anna@example.org');
  await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Sign in', exact: true }).click()]);
};
