// Originals and previews that are to go with a space that was left: noted on the device before its records go, since after that nobody
// could tell which they were, and struck out when they are gone.
import { z } from 'zod';
import type { OpenStore } from '../../data/open-store.ts';

const TO_FORGET = 'toForget';

export interface ToForget {
  /** By the hashes of the originals. Resolves when it is on the disk, or when that could not be done now. */
  readonly note: (shas: readonly string[]) => Promise<void>;
  /** Removes all that is noted; what fails stays noted for the next time. */
  readonly carryOut: () => Promise<void>;
}

/** `forget` keeps by itself what a record on this device names. */
export const createToForget = (
  { settings, flush }: Pick<OpenStore, 'settings' | 'flush'>,
  forget: (shas: readonly string[]) => Promise<void>,
): ToForget => {
  const noted = (): readonly string[] => z.array(z.string()).catch([]).parse(settings.get(TO_FORGET));
  return {
    note: async (shas) => {
      if (shas.length === 0) return;
      void settings.set(TO_FORGET, [...new Set([...noted(), ...shas])]);
      await flush();
    },
    carryOut: async () => {
      const shas = noted();
      if (shas.length === 0) return;
      await forget(shas);
      const left = noted().filter((sha) => !shas.includes(sha));
      void settings.set(TO_FORGET, left.length === 0 ? null : left);
    },
  };
};
