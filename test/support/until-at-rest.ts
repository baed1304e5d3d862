// Waits for what a test typed to lie on the device's disk.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { everythingAtRest } from './raw-records.ts';

/** Until all of it lies in a database, so that a kill right after takes none of it away. */
export const untilAtRest = async (page: Page, ...words: readonly (string | RegExp)[]): Promise<void> => {
  const missing = async (): Promise<readonly (string | RegExp)[]> => {
    const kept = await everythingAtRest(page);
    return words.filter((word) => (typeof word === 'string' ? !kept.includes(word) : !word.test(kept)));
  };
  await expect.poll(missing).toEqual([]);
};
