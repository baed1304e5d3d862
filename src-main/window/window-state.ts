// Where the window was: read at start, kept while it moves, ignored when it no longer fits on a screen.
import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

export const windowState = z.object({
  /** px of the desktop; null until the window was moved once. */
  x: z.int().nullable(),
  y: z.int().nullable(),
  width: z.int().min(960),
  height: z.int().min(640),
  maximized: z.boolean(),
});
export type WindowState = z.infer<typeof windowState>;

export const DEFAULT_STATE: WindowState = { x: null, y: null, width: 1280, height: 800, maximized: false };

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The kept state, or the default one when there is none, it is nonsense, or its title bar would be on no screen. */
export const readWindowState = (file: string, screens: readonly Area[]): WindowState => {
  const parsed = windowState.safeParse(readJson(file));
  if (!parsed.success) return DEFAULT_STATE;
  return isReachable(parsed.data, screens) ? parsed.data : { ...parsed.data, x: null, y: null };
};

/** A lost window position costs nothing, so this is an ordinary write. */
export const keepWindowState = (file: string, state: WindowState): void => {
  try {
    writeFileSync(file, JSON.stringify(state));
  } catch {
    return;
  }
};

/** At least 100 px of the upper edge must lie on a screen, so that the window can be grasped. */
const isReachable = ({ x, y, width }: WindowState, screens: readonly Area[]): boolean =>
  x === null || y === null
    ? true
    : screens.some((screen) => {
        const overlap = Math.min(x + width, screen.x + screen.width) - Math.max(x, screen.x);
        return overlap >= 100 && y >= screen.y && y < screen.y + screen.height - 20;
      });

const readJson = (file: string): unknown => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
};
