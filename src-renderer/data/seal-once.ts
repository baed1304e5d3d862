// Seals the values of a record once, though they are kept twice: the replication writes or reads a record and then notes the very
// same values in its own memory as what the server has. Those that are on their way here can be sealed ahead, while others are written.
import type { Cipher } from './vault-cipher.ts';

export interface SealOnce {
  readonly seal: (values: readonly unknown[], place: string) => Promise<string>;
  /** As of a cipher. */
  readonly open: Cipher['open'];
}

interface Sealed {
  readonly values: readonly unknown[];
  readonly place: string;
  readonly text: Promise<string>;
}

/** Values are known by their first one, an object that nobody changes in place; when it is let go of, so is what it was sealed to. */
export const createSealOnce = (cipher: Cipher): SealOnce => {
  const sealedByFirst = new WeakMap<object, Sealed>();
  const note = (sealed: Sealed): void => {
    const [first] = sealed.values;
    if (typeof first === 'object' && first !== null) sealedByFirst.set(first, sealed);
  };
  return {
    seal: (values, place) => {
      const [first] = values;
      const known = typeof first === 'object' && first !== null ? sealedByFirst.get(first) : undefined;
      const isSame =
        known?.place === place &&
        known.values.length === values.length &&
        known.values.every((value, at) => value === values[at]);
      if (isSame) return known.text;
      const text = cipher.seal(values, place);
      note({ values, place, text });
      return text;
    },
    open: async (sealed, place) => {
      const opened = await cipher.open(sealed, place);
      if (opened !== null && typeof sealed === 'string' && Array.isArray(opened.value))
        note({ values: opened.value, place, text: Promise.resolve(sealed) });
      return opened;
    },
  };
};
