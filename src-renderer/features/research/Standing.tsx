// How a question stands: whether it waits and why, or who answered when.
import { Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { PROVIDER_TITLES, providerName } from '../../../domain/research/providers.ts';
import { useTrouble } from '../../research/hooks.ts';
import { dayOf, dayShort } from '../../ui/dates.ts';
import { useFailureText } from '../../ui/failure-text.ts';

export const Standing = ({ question }: { readonly question: RecordOf<'question'> }): ReactElement => {
  const { t } = useTranslation('research');
  const trouble = useTrouble(question.key);
  const textOf = useFailureText();
  const { search, answeredAt, provider, results } = question.body;
  if (search === 'wanted') {
    const failure = trouble === null ? null : textOf(trouble);
    return (
      <Text size="sm" c={failure === null ? 'dimmed' : 'var(--pl-blocked)'} role="status">
        {failure === null ? t('standing.asking') : t('standing.waiting', { ...failure })}
      </Text>
    );
  }
  if (answeredAt === null)
    return (
      <Text size="sm" c="dimmed">
        {t('standing.noted')}
      </Text>
    );
  return (
    <Text size="sm" c="dimmed">
      {t(results.length === 0 ? 'standing.nothing' : 'standing.answered', {
        provider: providerTitle(provider),
        day: dayShort(dayOf(answeredAt)),
      })}
    </Text>
  );
};

/** As it is written on the door; one that a newer build knows by its name. */
const providerTitle = (name: string): string => {
  const known = providerName.safeParse(name);
  return known.success ? PROVIDER_TITLES[known.data] : name;
};
