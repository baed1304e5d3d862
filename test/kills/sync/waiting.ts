// Waiting for what must come after kills, with an end to the patience.
import { setTimeout as wait } from 'node:timers/promises';

/** How long anything that must come may take, ms. */
const LIMIT = 180_000;

export const until = async (what: string, look: () => Promise<boolean>, limit = LIMIT): Promise<void> => {
  for (const end = Date.now() + limit; !(await look()); await wait(250))
    if (Date.now() > end) throw new Error(`never: ${what}`);
};
