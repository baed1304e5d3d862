// Through the questions before the data opens, with a passphrase: chosen on a device's first day, typed on every other.
import type { Page } from 'playwright-core';

const PASSPHRASE = 'a level that is true';

export const passTheGate = async (page: Page): Promise<void> => {
  const field = page.getByRole('textbox', { name: 'Passphrase', exact: true });
  await field.waitFor();
  await field.fill(PASSPHRASE);
  const again = page.getByRole('textbox', { name: 'Passphrase again' });
  if (!(await again.isVisible())) return page.getByRole('button', { name: 'Open', exact: true }).click();
  await again.fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByLabel('I have kept the code').check();
  await page.getByRole('button', { name: 'Encrypt and begin' }).click();
};
