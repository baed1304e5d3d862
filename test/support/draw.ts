// Draws on the photo that is open in the viewer, with the tool in hand.
import type { Page } from 'playwright-core';
import { stillBox } from './still-box.ts';

type At = readonly [number, number];

/** From one place of the picture to another, both in fractions of it as shown. */
export const drag = async (page: Page, from: At, to: At): Promise<void> => {
  const box = await stillBox(page.getByRole('img', { name: /on the photo$/ }));
  const at = ([x, y]: At) => [box.x + x * box.width, box.y + y * box.height] as const;
  await page.mouse.move(...at(from));
  await page.mouse.down();
  await page.mouse.move(...at([(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]));
  await page.mouse.move(...at(to));
  await page.mouse.up();
};
