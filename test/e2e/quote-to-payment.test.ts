// From three quotes to the last payment: the owner at a desk and with a laptop, the contractor on a third device, and no server in between.
import { beforeAll, expect, test } from 'vitest';
import { annaSignsIn } from '../support/anna-and-miller.ts';
import { annaAndMiller, devicesOnServer } from '../support/devices.ts';
import type { Person } from '../support/person.ts';
import { addQuote, approveChange, changeRow, proposeChange } from '../support/quote-by-hand.ts';
import { everythingAtRest, rawRecords } from '../support/raw-records.ts';
import { shot } from '../support/shot.ts';

const SOON = { timeout: 60_000 };
const devices = await devicesOnServer();
const { server, newDevice, serverReturns } = devices;
let desk: Person;
let laptop: Person;
let miller: Person;

beforeAll(async () => {
  ({ anna: desk, miller } = await annaAndMiller(devices));
  laptop = await newDevice();
  await annaSignsIn(laptop, server.url);
  for (const person of [desk, laptop]) await person.goTo('Kitchen');
});

const accepted = ({ page }: Person) => page.getByRole('region', { name: 'Accepted' });
const quotes = ({ page }: Person) => page.getByRole('region', { name: 'Quotes' });

test('three quotes, each written without a server, meet on the owner’s two devices; one is accepted on the laptop without one', async () => {
  await server.stop();
  await miller.openTab('Quotes');
  await addQuote(miller.page, {
    vendor: 'Miller',
    lines: [
      ['Demolition and disposal', '', '', '1,450'],
      ['Wall tiling', '24', 'm²', '68'],
    ],
  });
  await desk.openTab('Quotes');
  await addQuote(desk.page, {
    vendor: 'Lindner',
    lines: [
      ['Demolition', '', '', '1,180'],
      ['Wall tiling', '26', 'm²', '71'],
    ],
  });
  await laptop.openTab('Quotes');
  await addQuote(laptop.page, { vendor: 'Ortiz', lines: [['Wall tiling', '24', 'm²', '124']] });
  await serverReturns();
  for (const person of [desk, laptop])
    for (const vendor of ['Miller', 'Lindner', 'Ortiz'])
      await quotes(person)
        .getByRole('button', { name: new RegExp(`^${vendor}`) })
        .waitFor(SOON);

  await server.stop();
  await quotes(laptop)
    .getByRole('button', { name: /^Miller/ })
    .click();
  await quotes(laptop).getByRole('button', { name: 'Accept', exact: true }).click();
  await laptop.page.getByRole('button', { name: 'Accept it' }).click();
  await accepted(laptop)
    .getByRole('row', { name: /Miller.*€3,082.00/ })
    .waitFor();
  await serverReturns();
  for (const person of [desk, miller])
    await accepted(person)
      .getByRole('row', { name: /Miller.*€3,082.00/ })
      .waitFor(SOON);
  expect(
    await quotes(miller)
      .getByRole('button', { name: /Lindner|Ortiz/ })
      .count(),
  ).toBe(0);
});

test('two change orders, one from each side, are signed by both without a server, and what is committed follows', async () => {
  await server.stop();
  const step = 'Tile the wall';
  await proposeChange(miller.page, { title: 'Dry the wall', amount: '240', days: '3', step, why: 'It is damp.' });
  await proposeChange(desk.page, { title: 'Leave the trim', amount: '-82', days: '0', step, why: 'Not needed.' });
  await serverReturns();
  await changeRow(laptop.page, 'Dry the wall').filter({ hasText: 'Waiting for you' }).waitFor(SOON);
  await changeRow(miller.page, 'Leave the trim').filter({ hasText: 'Waiting for you' }).waitFor(SOON);
  await server.stop();
  await approveChange(laptop.page, 'Dry the wall');
  await approveChange(miller.page, 'Leave the trim');
  await serverReturns();
  for (const { page } of [desk, laptop, miller])
    for (const title of ['Dry the wall', 'Leave the trim'])
      await changeRow(page, title).filter({ hasText: 'Approved' }).waitFor(SOON);
  // 3,082 and 240 more and 82 less.
  for (const person of [desk, laptop, miller])
    await accepted(person)
      .getByRole('row', { name: /Miller.*€3,082.00.*€158.00.*€3,240.00/ })
      .waitFor(SOON);
  expect(await desk.page.getByRole('region', { name: 'Change orders' }).getByRole('alert').count()).toBe(0);
});

test('the final invoice is held against quote and changes, and paid on one device for both', async () => {
  await accepted(desk).getByRole('button', { name: 'Record a bill' }).click();
  const form = accepted(desk).getByRole('form', { name: 'Record a bill' });
  await form.getByLabel('For', { exact: true }).fill('Final invoice');
  await form.getByLabel(/^Total in/).fill('3,240');
  await form.getByRole('button', { name: 'Add', exact: true }).click();
  await accepted(desk).getByText('As agreed').waitFor();
  await accepted(laptop)
    .getByRole('button', { name: /Final invoice/ })
    .click(SOON);
  await server.stop();
  const cost = laptop.page.getByRole('complementary', { name: 'Cost' });
  await cost.getByText('As agreed').waitFor();
  await cost.getByRole('radiogroup', { name: 'State' }).getByText('Paid').click();
  await shot(laptop.page, 'final-invoice-paid');
  await serverReturns();
  await desk.openTab('Money');
  await desk.page.locator('dl').filter({ hasText: 'Paid€3,240.00Still due€0.00' }).waitFor(SOON);
  await shot(desk.page, 'paid-on-both');
  const paid = async (): Promise<readonly unknown[]> =>
    (await rawRecords(desk.page))
      .filter(({ type, body }) => type === 'cost' && body['state'] === 'paid')
      .map(({ body }) => body['description']);
  await expect.poll(paid).toEqual(['Final invoice']);
});

test('the contractor has their own quote, its acceptance and both changes, and nothing of the others’', async () => {
  // What is written last, for all of them, comes after the rest.
  await desk.openTab('Steps');
  await desk.addStep('Clean up');
  await miller.openTab('Steps');
  await miller.page.getByRole('button', { name: 'Open Clean up' }).waitFor(SOON);
  const records = await rawRecords(miller.page);
  const count = (wanted: string): number => records.filter(({ type }) => type === wanted).length;
  expect({ quotes: count('quote'), awards: count('award'), changes: count('change') }).toEqual({
    quotes: 1,
    awards: 1,
    changes: 2,
  });
  const kept = await everythingAtRest(miller.page);
  for (const secret of ['Lindner', 'Ortiz', 'Final invoice']) expect(kept).not.toContain(secret);
});
