// Unsent text that survives a closed or killed window: every key press is kept under `draft:<name>` on this device.
import { useCallback } from 'react';
import { useSetting } from '../data/hooks.ts';

export interface Draft<V> {
  readonly value: V;
  readonly change: (value: V) => void;
  /** Forgets the draft: it has been sent, or taken back. */
  readonly clear: () => void;
  /** True while there is something typed that has not been sent. */
  readonly dirty: boolean;
}

/** `saved` is what stands when there is no draft. */
export const useDraft = <V>(name: string, saved: V): Draft<V> => {
  const [typed, keep] = useSetting<V | null>(`draft:${name}`, null);
  const clear = useCallback(() => keep(null), [keep]);
  return { value: typed ?? saved, change: keep, clear, dirty: typed !== null };
};
