// Unsent text that survives a closed or killed window: every key press is kept under `draft:<name>` on this device.
import { useCallback } from 'react';
import { sameValue } from '../../domain/kernel/same-value.ts';
import { useSetting, useStore } from '../data/hooks.ts';

export interface Draft<V> {
  readonly value: V;
  readonly change: (value: V) => void;
  /** Forgets the draft: it has been sent, or taken back. */
  readonly clear: () => void;
  /** Forgets the draft if this is still what it says: what was typed while it was being sent stays. */
  readonly sent: (value: V) => void;
  /** What is typed by now, also between two renders; null for nothing. */
  readonly latest: () => V | null;
  /** True while there is something typed that has not been sent. */
  readonly dirty: boolean;
}

/** How a form is left: what was typed in it is forgotten first. */
export const clearThen =
  (draft: Pick<Draft<unknown>, 'clear'>, leave: () => void): (() => void) =>
  () => {
    draft.clear();
    leave();
  };

/** `saved` is what stands when there is no draft. */
export const useDraft = <V>(name: string, saved: V): Draft<V> => {
  const { settings } = useStore();
  const [typed, keep] = useSetting<V | null>(`draft:${name}`, null);
  const clear = useCallback(() => keep(null), [keep]);
  const sent = useCallback(
    (value: V) => {
      if (sameValue(settings.get(`draft:${name}`), value)) keep(null);
    },
    [settings, name, keep],
  );
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as in useSetting: under one name only this kind of value is kept
  const latest = useCallback(() => (settings.get(`draft:${name}`) ?? null) as V | null, [settings, name]);
  return { value: typed ?? saved, change: keep, clear, sent, latest, dirty: typed !== null };
};

/** A form of several fields: only what was typed is kept, so that the rest follows what stands now. */
export const useFormDraft = <F extends object>(
  name: string,
  saved: F,
): Omit<Draft<F>, 'change' | 'sent' | 'latest'> & {
  readonly change: (part: Partial<F>) => void;
  readonly typed: Partial<F>;
} => {
  const { value: typed, change, clear, dirty } = useDraft<Partial<F>>(name, {});
  return { value: { ...saved, ...typed }, typed, change: (part) => change({ ...typed, ...part }), clear, dirty };
};
