// Looks at the window from outside and notes what it shows as there: that, and nothing else, is what may not be lost.
import type { Page } from 'playwright-core';

import type { Device } from './device.ts';

interface Seen {
  readonly steps: readonly string[];
  readonly files: readonly string[];
}

/** Looks again and again until told to stop or until the window is gone. */
export const watchWindow = (page: Page, device: Device): { readonly stop: () => Promise<void> } => {
  const stopping = new AbortController();
  const looking = (async () => {
    while (!stopping.signal.aborted) {
      const seen = await look(page).catch(() => null);
      if (seen === null) return;
      for (const step of seen.steps) device.steps.add(step);
      for (const name of seen.files) {
        const picture = device.given.get(name);
        if (picture === undefined) throw new Error(`the window shows ${name}, which nobody added`);
        device.photos.set(name, picture);
      }
    }
  })();
  return {
    stop: async () => {
      stopping.abort();
      await looking;
    },
  };
};

const look = (page: Page): Promise<Seen> =>
  page.evaluate(() => ({
    steps: [...document.querySelectorAll('ul[aria-label="Steps"] button[aria-label^="Open "]')].map(
      (button) => button.getAttribute('aria-label')?.slice('Open '.length) ?? '',
    ),
    files: [...document.querySelectorAll('section[aria-label="Files being added"] li')]
      .filter((row) => row.textContent.includes('On this device'))
      .map((row) => row.getAttribute('aria-label') ?? ''),
  }));
