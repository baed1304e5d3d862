// What a person does in the window, by the names they read: the small vocabulary of the end-to-end tests.
import type { Locator, Page } from 'playwright-core';

export interface JourneyWords {
  readonly name?: string;
  readonly template?: string;
  readonly address?: string;
  readonly budget?: string;
}

/** From Home; ends on the new journey's overview. */
export const startJourney = async (page: Page, { name, template, address, budget }: JourneyWords): Promise<void> => {
  await page.getByRole('button', { name: 'Start my journey' }).click();
  const form = page.getByRole('form', { name: 'Start a journey' });
  if (template !== undefined) await form.getByRole('radio', { name: template }).click();
  if (name !== undefined) await form.getByLabel('Name', { exact: true }).fill(name);
  if (address !== undefined) await form.getByLabel('Address').fill(address);
  if (budget !== undefined) await form.getByLabel('Budget').fill(budget);
  await form.getByRole('button', { name: 'Create journey' }).click();
  await page.getByRole('tab', { name: 'Overview', selected: true }).waitFor();
};

/** What the line has no room for is in "More", and a name may move there while it is looked for: the width changed just before. */
export const openTab = async (page: Page, name: string): Promise<void> => {
  const tab = page.getByRole('tab', { name, exact: true });
  const more = page.getByRole('button', { name: 'More', exact: true });
  await tab.or(more).first().waitFor();
  const isClicked = (): Promise<boolean> =>
    tab.click({ timeout: 2000 }).then(
      () => true,
      () => false,
    );
  if ((await tab.isVisible()) && (await isClicked())) return;
  await more.click();
  await page.getByRole('menuitem', { name, exact: true }).click();
};

/** On the Steps tab; answers the panel. */
export const openStep = async (page: Page, name: string): Promise<Locator> => {
  await page.getByRole('button', { name: `Open ${name}`, exact: true }).click();
  const panel = page.getByRole('complementary', { name: 'Step' });
  // The panel may still show the step before.
  await panel
    .getByRole('textbox', { name: 'Name of the step' })
    .and(page.locator(`[value=${JSON.stringify(name)}]`))
    .waitFor();
  return panel;
};

export interface CostWords {
  readonly amount: string;
  readonly description: string;
  readonly vendor?: string;
  readonly category?: string;
  readonly due?: boolean;
}

/** On the Money tab, or in a step's panel. */
export const addCost = async (
  within: Page | Locator,
  { amount, description, vendor, category, due = false }: CostWords,
): Promise<void> => {
  const page = 'keyboard' in within ? within : within.page();
  await within.getByRole('button', { name: 'Add a cost' }).click();
  const form = within.getByRole('form', { name: 'Add a cost' });
  await form.getByLabel(/^Amount in/).fill(amount);
  await form.getByLabel('Description').fill(description);
  if (vendor !== undefined) await form.getByLabel('Vendor').fill(vendor);
  if (category !== undefined) {
    await form.getByRole('combobox', { name: 'Category' }).click();
    await page.getByRole('option', { name: category, exact: true }).click();
  }
  if (due) await form.getByText('Due', { exact: true }).click();
  await form.getByRole('button', { name: 'Add cost' }).click();
  await form.waitFor({ state: 'detached' });
};

/** The names of the steps as they stand in the list, once it is there. */
export const stepNames = async (page: Page): Promise<readonly string[]> => {
  const open = page.getByRole('list', { name: 'Steps' }).getByRole('button', { name: /^Open / });
  await open.first().waitFor();
  const labels = await open.evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label') ?? ''));
  return labels.map((label) => label.replace(/^Open /, ''));
};
