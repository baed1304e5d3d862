// A quote put in by hand, and a change order proposed, as a person does it in the window.
import type { Page } from 'playwright-core';
import { shot } from './shot.ts';

export interface QuoteByHand {
  readonly vendor: string;
  /** Work, quantity, unit, price. */
  readonly lines: readonly (readonly [string, string, string, string])[];
  readonly terms?: string;
  readonly sharedWith?: RegExp;
}

export const addQuote = async (page: Page, { vendor, lines, terms, sharedWith }: QuoteByHand): Promise<void> => {
  await page.getByRole('button', { name: 'Add a quote' }).click();
  const form = page.getByRole('form', { name: 'Add a quote' });
  await form.getByLabel('From', { exact: true }).fill(vendor);
  for (const [at, [work, count, unit, price]] of lines.entries()) {
    await form.getByLabel(`Work of line ${at + 1}`).fill(work);
    await form.getByLabel(`Qty of line ${at + 1}`).fill(count);
    await form.getByLabel(`Unit of line ${at + 1}`).fill(unit);
    await form.getByLabel(`Price of line ${at + 1}`).fill(price);
  }
  if (terms !== undefined) await form.getByLabel(/^Terms/).fill(terms);
  if (sharedWith !== undefined) {
    await form.getByRole('button', { name: /Who can see this/ }).click();
    await page.getByRole('menuitem', { name: sharedWith }).click();
  }
  await shot(page, `quote-form-${vendor}`);
  await form.getByRole('button', { name: 'Add', exact: true }).click();
  await form.waitFor({ state: 'detached' });
};

export interface ChangeWords {
  readonly title: string;
  readonly amount: string;
  readonly days: string;
  readonly step: string;
  readonly why: string;
}

const changeOrders = (page: Page) => page.getByRole('region', { name: 'Change orders' });

export const changeRow = (page: Page, title: string) =>
  changeOrders(page).getByRole('button', { name: new RegExp(title) });

export const proposeChange = async (page: Page, change: ChangeWords): Promise<void> => {
  await changeOrders(page).getByRole('button', { name: 'Propose a change', exact: true }).click();
  const form = changeOrders(page).getByRole('form', { name: 'Propose a change' });
  await form.getByLabel('What changes').fill(change.title);
  await form.getByLabel(/^Cost effect/).fill(change.amount);
  await form.getByLabel('More working days').fill(change.days);
  await form.getByRole('combobox', { name: 'Step' }).click();
  await page.getByRole('option', { name: change.step }).click();
  await form.getByLabel('Why').fill(change.why);
  await form.getByRole('button', { name: 'Sign and propose' }).click();
  await form.waitFor({ state: 'detached' });
};

/** Opens it, approves it and waits until this side has signed. */
export const approveChange = async (page: Page, title: string): Promise<void> => {
  await changeRow(page, title).click();
  await changeOrders(page).getByRole('button', { name: 'Approve', exact: true }).click();
  await changeRow(page, title).filter({ hasText: 'Approved' }).waitFor();
};
