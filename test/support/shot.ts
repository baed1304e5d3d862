// A picture of the window in light and one in dark, to be looked at: taken only where SHOTS says where they go.
import type { Page } from 'playwright-core';

/** @param settle until what moves stands still, ms */
export const shot = async (page: Page, name: string, settle = 500): Promise<void> => {
  const { SHOTS } = process.env;
  if (SHOTS === undefined) return;
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.waitForTimeout(settle);
    await page.screenshot({ path: `${SHOTS}-${name}-${colorScheme}.png` });
  }
};
