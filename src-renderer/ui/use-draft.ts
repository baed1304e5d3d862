// Unsent text that survives a closed or killed window: every key press is kept under `draft:<name>` on this device.
import { useCallback, useState } from 'react';
import { useStore } from '../data/hooks.ts';

export interface Draft<V> {
  readonly value: V;
  readonly change: (value: V) => void;
  /** Forgets the draft: it has been sent, or taken back. */
  readonly clear: () => void;
  /** True while there is something typed that has not been sent. */
  readonly dirty: boolean;
}

/** `saved` is what stands when there is no draft. Give the component a `key` of the same name, so that another record starts its own draft. */
export const useDraft = <V>(name: string, saved: V): Draft<V> => {
  const { settings } = useStore();
  const setting = `draft:${name}`;
  const [typed, setTyped] = useState<V | null>(() => (settings.get(setting) ?? null) as V | null);
  const change = useCallback(
    (value: V) => {
      setTyped(value);
      void settings.set(setting, value);
    },
    [settings, setting],
  );
  const clear = useCallback(() => {
    setTyped(null);
    void settings.set(setting, null);
  }, [settings, setting]);
  return { value: typed ?? saved, change, clear, dirty: typed !== null };
};
