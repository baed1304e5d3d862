// Puts a coded failure into the sentence and remedy that protocol/failures.ts holds for it.
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure, FailureText } from '../../protocol/failures.ts';

/** Answers a function, so that a list of failures needs one hook. */
export const useFailureText = (): ((failure: Failure) => FailureText) => {
  const { t } = useTranslation('failures');
  return useCallback(({ type }: Failure) => ({ sentence: t(`${type}.sentence`), remedy: t(`${type}.remedy`) }), [t]);
};
