// `chat-window`: from Enter to the assistant's answer or card on the screen, in a window whose device holds thousands of records.
import path from 'node:path';
import type { Page } from 'playwright-core';
import { launch } from '../support/launch.ts';
import { makeBenchApp, seedDevice } from './bench-app.ts';
import { median, tell } from './figures.ts';
import type { Sizes } from './sizes.ts';

/** A question about everything, one about the journey, and something to be done. */
const SENTENCES = [
  'how much have we spent?',
  "what's next?",
  'which quote is cheapest?',
  'add task measure the window',
];

export const benchChatWindow = async ({ chatRecords, chatRuns }: Sizes, folder: string): Promise<void> => {
  const userData = path.join(folder, 'device');
  const app = await makeBenchApp();
  await seedDevice(app, userData, { records: chatRecords, sealed: false });
  await app.remove();
  const { page, close } = await launch({ userData, protection: 'ask' });
  try {
    page.setDefaultTimeout(0);
    const journeys = page.getByRole('list', { name: 'Your journeys' });
    await journeys
      .getByRole('button', { name: /^Resume / })
      .first()
      .click();
    await page.getByRole('tab', { name: 'Talk' }).click();
    await indexFilled(page);
    // Once unmeasured: it begins the thread, and derives what it knows of the house.
    const field = page.getByRole('textbox', { name: 'Message' });
    await field.fill("what's next?");
    await field.press('Enter');
    await page.locator('[role=log] [data-index="1"] article').waitFor();
    const times: number[] = [];
    for (let run = 0; run < chatRuns; run += 1) for (const text of SENTENCES) times.push(await timeOf(page, text));
    tell('chat.window_ms', median(times), 'ms');
    tell('chat.window_max_ms', Math.max(...times), 'ms');
  } finally {
    await close();
  }
};

/** The first start fills the index of the search, which is no part of an answer. */
const indexFilled = async (page: Page): Promise<void> => {
  const count = (): Promise<string> =>
    page.evaluate(async () => JSON.stringify(await window.plumbline.ask('search.count', {})));
  for (let last = ''; last !== (await count()); await page.waitForTimeout(2_000)) last = await count();
};

/** Measured in the page: from the key to the frame in which an answer stands below everything that was there. */
const timeOf = async (page: Page, text: string): Promise<number> => {
  const field = page.getByRole('textbox', { name: 'Message' });
  await field.fill(text);
  const seen = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const log = document.querySelector('[role=log]');
        const places = (of: string): readonly number[] =>
          Array.from(log?.querySelectorAll(of) ?? [], (row) => Number(row.getAttribute('data-index')));
        const before = Math.max(...places('[data-index]'));
        let from = performance.now();
        addEventListener('keydown', () => (from = performance.now()), { once: true, capture: true });
        const look = (): void => {
          const its = Math.max(-1, ...places('[data-index]:has(article[aria-label="Plumbline"])'));
          if (its > before) resolve(performance.now() - from);
          else requestAnimationFrame(look);
        };
        look();
      }),
  );
  await field.press('Enter');
  return seen;
};
