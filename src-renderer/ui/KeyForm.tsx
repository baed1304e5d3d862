// What forms for a service that wants a key have in common: the key's field, which never shows the one that is kept, and the line to save.
import { Button, Group, PasswordInput, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailureText } from './failure-text.ts';
import type { KeyForm } from './use-key-form.ts';

interface KeyFieldProps {
  readonly form: Pick<KeyForm, 'typedKey' | 'typeKey'>;
  readonly description: string;
  /** One is kept for what is chosen now. */
  readonly isKept: boolean;
  readonly error?: string | undefined;
}

export const KeyField = ({ form, description, isKept, error }: KeyFieldProps): ReactElement => {
  const { t } = useTranslation('ui');
  return (
    <PasswordInput
      label={t('keyForm.key')}
      description={description}
      placeholder={isKept ? t('keyForm.kept') : ''}
      error={error}
      value={form.typedKey}
      onChange={(event) => form.typeKey(event.currentTarget.value)}
    />
  );
};

interface SaveLineProps {
  readonly form: Pick<KeyForm, 'save' | 'failure' | 'isSaved'>;
  /** Something typed waits from before. */
  readonly isUnsaved: boolean;
}

export const SaveLine = ({ form, isUnsaved }: SaveLineProps): ReactElement => {
  const { t } = useTranslation('ui');
  const textOf = useFailureText();
  const { failure, isSaved } = form;
  return (
    <Group gap="md">
      <Button onClick={() => void form.save()}>{t('keyForm.save')}</Button>
      <Text size="sm" c={failure === null ? 'dimmed' : 'var(--pl-late)'} aria-live="polite">
        {failure === null
          ? isSaved
            ? t('keyForm.saved')
            : isUnsaved
              ? t('keyForm.unsaved')
              : ''
          : textOf(failure).sentence}
      </Text>
    </Group>
  );
};
