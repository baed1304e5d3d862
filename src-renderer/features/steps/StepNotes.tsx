// The notes of a step: kept as a draft with every key press, saved on leaving the field or with Ctrl+Enter.
import { Text, Textarea } from '@mantine/core';
import type { KeyboardEvent, ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useRun } from '../../data/hooks.ts';
import { useDraft } from '../../ui/use-draft.ts';

interface StepNotesProps {
  readonly step: RecordOf<'step'>;
  readonly readOnly: boolean;
}

export const StepNotes = ({ step, readOnly }: StepNotesProps): ReactElement => {
  const { t } = useTranslation('steps');
  const run = useRun();
  const draft = useDraft(`notes:${step.key}`, step.body.notes);
  const save = async (): Promise<void> => {
    if (!draft.dirty) return;
    if (draft.value === step.body.notes) return draft.clear();
    const result = await run('step.edit', { key: step.key, set: { notes: draft.value } });
    if (result.ok) draft.clear();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
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
        value={draft.value}
        onChange={(event) => draft.change(event.currentTarget.value)}
        onBlur={() => void save()}
        onKeyDown={onKeyDown}
      />
      <Text size="xs" c="dimmed" h={20} ta="right" aria-live="polite">
        {draft.dirty && draft.value !== step.body.notes ? t('draft') : ''}
      </Text>
    </div>
  );
};
