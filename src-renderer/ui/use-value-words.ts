// Puts fields and their values into words with the names that this device knows.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { namesOfSteps } from '../../domain/journey/steps.ts';
import type { RecordId } from '../../domain/kernel/ids.ts';
import { useRecords } from '../data/hooks.ts';
import { usePeople } from './use-people.ts';
import { valueWords, type ValueOf } from './value-words.ts';

interface ValueSpeaker {
  readonly fieldWords: (field: string) => string;
  readonly valueWords: (value: ValueOf) => string;
}

/** Steps are looked for in one journey, or in all where none is named. */
export const useValueWords = (journey?: RecordId): ValueSpeaker => {
  const { t } = useTranslation(['past', 'ui', 'money', 'research']);
  const people = usePeople();
  const steps = useRecords({ type: 'step', trash: 'with', ...(journey === undefined ? {} : { journey }) });
  return useMemo(() => {
    const nameByKey = namesOfSteps(steps ?? []);
    const names = {
      say: (key: string, blanks: Readonly<Record<string, unknown>> = {}) => t(key, blanks),
      person: people.nameOf,
      step: (key: string) => nameByKey.get(key) ?? t('past:kept'),
    };
    return {
      fieldWords: (field) => t(`fields.${field}`, { defaultValue: t('fields.other') }),
      valueWords: (value) => valueWords(value, names),
    };
  }, [t, people, steps]);
};
