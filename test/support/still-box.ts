// Where something lies in the window, once it no longer moves.
import type { Locator } from 'playwright-core';
import { expect } from 'vitest';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Asked until two pictures of the window, one after the other, show it at the same place. */
export const stillBox = async (what: Locator): Promise<Box> => {
  let last: Box | null = null;
  const isStill = async (): Promise<boolean> => {
    // Two frames: what a frame begins is laid out by the next.
    await what.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    const before = last;
    last = await what.boundingBox();
    return last !== null && JSON.stringify(last) === JSON.stringify(before);
  };
  await expect.poll(isStill).toBe(true);
  if (last === null) throw new Error('it is not to be seen');
  return last;
};
