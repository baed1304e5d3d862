// How the conductor of a fuzz run asks the server: a failure of the store under it is coded, and the same request goes through later.
import { failureOf, type Answer, type Reachable } from '../integration/server/server-world.ts';

/** More than fail one after the other. */
const TRIES = 8;

/** Asks again what failed for the store's sake. Throws where a failure of the server has no code, or lasts. */
export const insisting = <T extends Reachable>(world: T): T => ({
  ...world,
  ask: async (route, ask) => {
    let last: Answer | null = null;
    for (let left = TRIES; left > 0; left -= 1) {
      last = await world.ask(route, ask);
      if (last.status < 500) return last;
      if (failureOf(last) !== 'Unexpected') break;
    }
    throw new Error(`${route}: ${last?.text ?? ''}`);
  },
});
