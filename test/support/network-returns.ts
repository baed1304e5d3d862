// What the system tells a window when its network is back, so that nothing in it waits for its own next try.
import type { Page } from 'playwright-core';

export const networkReturns = async (page: Page): Promise<void> => {
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
};
