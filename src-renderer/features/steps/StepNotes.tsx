// The notes of a step: kept as a draft with every key press, saved on leaving the field or with Ctrl+Enter.
import { Text, Textarea } from '@mantine/core';
import type { KeyboardEvent, ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useRun } from '../../data/hooks.ts';
import { useInPlace } from '../../ui/use-in-place.ts';

interface StepNotesProps {
  readonly step: RecordOf<'step'>;
  readonly readOnly: boolean;
}

export const StepNotes = ({ step, readOnly }: StepNotesProps): ReactElement => {
  const { t } = useTranslation('steps');
  const run = useRun();
  const field = useInPlace(`notes:${step.key}`, {
    saved: step.body.notes,
    save: (notes) => run('step.edit', { key: step.key, set: { notes } }),
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void field.leave();
  };
  return (
    <div>
      <Textarea
        aria-label={t('notes')}
        placeholder={t('notesPlaceholder')}
        minRows={3}
        maxRows={16}
        maxLength={20_000}
        readOnly={readOnly}
        value={field.value}
        onChange={(event) => field.change(event.currentTarget.value)}
        onBlur={() => void field.leave()}
        onKeyDown={onKeyDown}
      />
      <Text size="xs" c="dimmed" h={20} ta="right" aria-live="polite">
        {field.isUnsaved ? t('draft') : ''}
      </Text>
    </div>
  );
};
