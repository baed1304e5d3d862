// A person's own notes on a finding: kept as a draft with every key press, saved on leaving the field.
import { Textarea } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useRun } from '../../data/hooks.ts';
import { PanelSection } from '../../ui/Panel.tsx';
import { useInPlace } from '../../ui/use-in-place.ts';

export const FindingNotes = ({ finding }: { readonly finding: RecordOf<'finding'> }): ReactElement => {
  const { t } = useTranslation('research');
  const run = useRun();
  const field = useInPlace(`notes:${finding.key}`, {
    saved: finding.body.notes,
    save: (notes) => run('finding.edit', { key: finding.key, set: { notes } }),
  });
  return (
    <PanelSection title={t('notes')}>
      <Textarea
        aria-label={t('notes')}
        placeholder={t('notesPlaceholder')}
        minRows={2}
        maxRows={12}
        maxLength={20_000}
        value={field.value}
        onChange={(event) => field.change(event.currentTarget.value)}
        {...field.sign}
        onBlur={() => void field.leave()}
      />
    </PanelSection>
  );
};
