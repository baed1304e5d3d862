// What is edited where it stands: every key press is kept as a draft, and leaving the field saves it. What could not be saved stays typed.
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from './use-draft.ts';

export interface InPlace<V extends string | number> {
  readonly value: V;
  readonly change: (value: V) => void;
  /** Saves what was typed; to be called when the field is left. */
  readonly leave: () => Promise<void>;
  /** Takes back what was typed. */
  readonly drop: () => void;
  /** Something is typed that stands nowhere else yet. */
  readonly isUnsaved: boolean;
  /** For the field: says so, since it looks like what is saved. */
  readonly sign: { readonly 'data-unsaved'?: true; readonly title?: string };
}

interface InPlaceOptions<V extends string | number> {
  readonly saved: V;
  /** Answers whether it is saved now: what is no such value stays in the field. */
  readonly save: (value: V) => Promise<{ readonly ok: boolean }>;
}

/** Nothing had to be done: it is as good as saved. */
export const NOTHING_TO_SAVE: Promise<{ readonly ok: boolean }> = Promise.resolve({ ok: true });
/** What is typed is no such value. */
export const NO_SUCH_VALUE: Promise<{ readonly ok: boolean }> = Promise.resolve({ ok: false });

/** `name` is that of the draft, unique on this device: "name:" and the record's key. */
export const useInPlace = <V extends string | number>(name: string, { saved, save }: InPlaceOptions<V>): InPlace<V> => {
  const { t } = useTranslation('ui');
  const draft = useDraft<V>(name, saved);
  // Enter saves and so does the leaving that follows it: one is enough.
  const saving = useRef<V | null>(null);
  const leave = async (): Promise<void> => {
    // A field may put right what was typed as it is left, e.g. into its bounds.
    const value = draft.latest();
    if (value === null || saving.current === value) return;
    if (value === saved) return draft.clear();
    saving.current = value;
    const result = await save(value);
    saving.current = null;
    if (result.ok) draft.sent(value);
  };
  const isUnsaved = draft.dirty && draft.value !== saved;
  return {
    value: draft.value,
    change: draft.change,
    leave,
    drop: draft.clear,
    isUnsaved,
    sign: isUnsaved ? { 'data-unsaved': true, title: t('unsaved') } : {},
  };
};

/** Saves what an earlier window left typed here, once, as leaving the field would have. */
export const useLeftover = ({ leave }: Pick<InPlace<string>, 'leave'>): void => {
  const first = useRef(leave);
  useEffect(() => void first.current(), []);
};
