// A form whose key stays in main: what is typed, what is wrong with it, and that it has been saved.
import { useState } from 'react';
import type { Result } from '../../domain/kernel/result.ts';
import type { Failure } from '../../protocol/failures.ts';

export interface KeyForm {
  readonly typedKey: string;
  readonly typeKey: (key: string) => void;
  /** Something else was changed: what was saved is no longer what stands here. */
  readonly touch: () => void;
  readonly save: () => Promise<void>;
  readonly failure: Failure | null;
  readonly isOdd: (field: string) => boolean;
  readonly isSaved: boolean;
}

/** @param choose is handed null where no key was typed: the one that is kept stays */
export const useKeyForm = <T>(
  choose: (key: string | null) => Promise<Result<T, Failure>>,
  onKept: (now: T) => void,
): KeyForm => {
  const [key, setKey] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isSaved, setSaved] = useState(false);
  return {
    typedKey: key ?? '',
    typeKey: (typed) => {
      setKey(typed);
      setSaved(false);
    },
    touch: () => setSaved(false),
    save: async () => {
      const chosen = await choose(key);
      setFailure(chosen.ok ? null : chosen.error);
      if (!chosen.ok) return;
      setKey(null);
      setSaved(true);
      onKept(chosen.value);
    },
    failure,
    isOdd: (field) => failure?.fields?.includes(field) === true,
    isSaved,
  };
};
