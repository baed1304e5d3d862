// What is to be chosen is put on the list: what it is, what is allowed for it, by when, and at which step.
import { Group, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import { parseAmount } from '../../../domain/money/amount.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { privateSpace } from '../../../domain/spaces/space.ts';
import { useRun } from '../../data/hooks.ts';
import { AudienceBadge } from '../../ui/AudienceBadge.tsx';
import { FormButtons } from '../../ui/FormButtons.tsx';
import { StepSelect } from '../../ui/StepSelect.tsx';
import { clearThen, useFormDraft } from '../../ui/use-draft.ts';
import classes from './decisions.module.css';

interface AddSelectionProps {
  readonly journey: RecordOf<'journey'>;
  readonly onDone: () => void;
}

interface Typed {
  readonly title: string;
  readonly typed: string;
  readonly deadline: string | null;
  readonly step: RecordKey | null;
}

const BLANK: Typed = { title: '', typed: '', deadline: null, step: null };

export const AddSelection = ({ journey, onDone }: AddSelectionProps): ReactElement => {
  const { t } = useTranslation('decisions');
  const run = useRun();
  const draft = useFormDraft<Typed>(`selection:${journey.id}`, BLANK);
  const { title, typed, deadline, step } = draft.value;
  const [tried, setTried] = useState(false);
  const { currency } = journey.body;
  const allowance = parseAmount(typed, currency);
  const done = clearThen(draft, onDone);
  const add = async (event: { readonly preventDefault: () => void }): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (allowance === null || title.trim() === '') return;
    const result = await run('selection.add', {
      journey: journey.id,
      title: title.trim(),
      allowance,
      deadline,
      step,
    });
    if (result.ok) done();
  };
  return (
    <form className={classes['form']} aria-label={t('selections.add')} onSubmit={(event) => void add(event)} noValidate>
      <div className={classes['followFields']}>
        <TextInput
          label={t('selections.what')}
          placeholder={t('selections.whatHint')}
          autoFocus
          maxLength={500}
          value={title}
          error={tried && title.trim() === '' ? t('selections.whatMissing') : undefined}
          onChange={(event) => draft.change({ title: event.currentTarget.value })}
        />
        <TextInput
          label={t('selections.allowanceIn', { currency })}
          inputMode="decimal"
          value={typed}
          error={(tried || typed !== '') && allowance === null ? t('amountOdd') : undefined}
          onChange={(event) => draft.change({ typed: event.currentTarget.value })}
        />
        <DateInput
          label={t('deadline')}
          clearable
          value={deadline}
          onChange={(day) => draft.change({ deadline: day })}
        />
        <StepSelect
          label={t('step')}
          placeholder={t('noStep')}
          journey={journey.id}
          value={step}
          onChange={(key) => draft.change({ step: key })}
        />
      </div>
      <Group justify="space-between">
        <AudienceBadge journey={journey.id} space={privateSpace(journey.id)} />
        <FormButtons label={t('selections.save')} onCancel={done} />
      </Group>
    </form>
  );
};
