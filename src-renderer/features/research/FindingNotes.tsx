// A person's own notes on a finding: kept as a draft with every key press, saved on leaving the field.
import { Textarea } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useRun } from '../../data/hooks.ts';
import { PanelSection } from '../../ui/Panel.tsx';
import { useDraft } from '../../ui/use-draft.ts';

export const FindingNotes = ({ finding }: { readonly finding: RecordOf<'finding'> }): ReactElement => {
  const { t } = useTranslation('research');
  const run = useRun();
  const draft = useDraft(`notes:${finding.key}`, finding.body.notes);
  const save = async (): Promise<void> => {
    if (!draft.dirty) return;
    if (draft.value === finding.body.notes) return draft.clear();
    const result = await run('finding.edit', { key: finding.key, set: { notes: draft.value } });
    if (result.ok) draft.clear();
  };
  return (
    <PanelSection title={t('notes')}>
      <Textarea
        aria-label={t('notes')}
        placeholder={t('notesPlaceholder')}
        minRows={2}
        maxRows={12}
        maxLength={20_000}
        value={draft.value}
        onChange={(event) => draft.change(event.currentTarget.value)}
        onBlur={() => void save()}
      />
    </PanelSection>
  );
};
