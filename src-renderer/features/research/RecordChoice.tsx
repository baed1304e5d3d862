// What was chosen is kept as a decision: from what, and why, in the person's own words. Said again it is the same decision.
import { Button, Text, Textarea } from '@mantine/core';
import { IconGavel } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { selectionKey } from '../../../domain/commands/finding-outcome.ts';
import { recordAs, type RecordOf } from '../../../domain/records/registry.ts';
import { useRecord, useRun, useSetting } from '../../data/hooks.ts';
import { dayOf, dayShort } from '../../ui/dates.ts';
import { FormButtons } from '../../ui/FormButtons.tsx';
import { clearThen, useDraft } from '../../ui/use-draft.ts';

export const RecordChoice = ({ finding }: { readonly finding: RecordOf<'finding'> }): ReactElement => {
  const { t } = useTranslation('research');
  const run = useRun();
  const { key, body } = finding;
  const record = useRecord(selectionKey(key, body.question));
  const decision = recordAs('decision', record ?? undefined);
  const standing = decision === null || decision.trashedAt !== 0 ? null : decision.body.decided;
  const isThis = standing !== null && key.endsWith(`_${standing.choice}`);
  const [open, setOpen] = useSetting(`recording-choice:${key}`, false);
  const draft = useDraft(`choice:${key}`, isThis ? standing.why : '');
  const done = clearThen(draft, () => setOpen(false));
  const save = async (event: { readonly preventDefault: () => void }): Promise<void> => {
    event.preventDefault();
    const result = await run('finding.select', { key, question: body.question, why: draft.value.trim() });
    if (result.ok) done();
  };
  if (!open)
    return (
      <>
        <Button
          size="compact-md"
          variant="default"
          leftSection={<IconGavel size={14} stroke={1.75} />}
          onClick={() => setOpen(true)}
        >
          {t('select.open')}
        </Button>
        {isThis && (
          <Text size="sm" c="dimmed" w="100%">
            {t('select.stands', { day: dayShort(dayOf(standing.at)) })}
          </Text>
        )}
      </>
    );
  return (
    <form onSubmit={(event) => void save(event)} aria-label={t('select.open')} style={{ width: '100%' }}>
      <Textarea
        label={t('select.why')}
        placeholder={t('select.whyPlaceholder')}
        autoFocus
        maxLength={5_000}
        maxRows={6}
        value={draft.value}
        onChange={(event) => draft.change(event.currentTarget.value)}
      />
      <FormButtons label={t('select.save')} size="compact-md" mt="sm" onCancel={done} />
    </form>
  );
};
