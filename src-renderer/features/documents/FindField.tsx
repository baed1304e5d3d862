// Looks for words in the paper that is open: how often they stand there, and Enter goes from one to the next.
import { Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

interface FindFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly count: number;
  /** Which of them is shown, from 0. */
  readonly at: number;
  readonly onNext: () => void;
}

export const FindField = ({ value, onChange, count, at, onNext }: FindFieldProps): React.JSX.Element => {
  const { t } = useTranslation('documents');
  return (
    <TextInput
      size="xs"
      type="search"
      aria-label={t('find.label')}
      placeholder={t('find.label')}
      leftSection={<IconSearch size={14} stroke={1.75} />}
      rightSectionWidth={64}
      rightSection={
        value.trim() === '' ? null : (
          <Text size="xs" c="dimmed" className="pl-number" role="status">
            {count === 0 ? t('find.none') : t('find.of', { at: at + 1, count })}
          </Text>
        )
      }
      value={value}
      maxLength={200}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onNext();
      }}
    />
  );
};
