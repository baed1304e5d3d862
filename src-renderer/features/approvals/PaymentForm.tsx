// Planning a payment: so much, on a day or when a step is done, perhaps only after photos show the work.
import { Checkbox, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordKey, SpaceId } from '../../../domain/kernel/ids.ts';
import { parseAmount } from '../../../domain/money/amount.ts';
import { countedAwards } from '../../../domain/quotes/awarded.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useRecords, useRun } from '../../data/hooks.ts';
import { AudiencePicker } from '../../ui/AudienceBadge.tsx';
import { FormButtons } from '../../ui/FormButtons.tsx';
import { StepSelect } from '../../ui/StepSelect.tsx';
import { clearThen, useDraft } from '../../ui/use-draft.ts';
import { useAudienceChoices, useOwnSpace } from '../../ui/use-own-space.ts';
import classes from './approvals.module.css';

interface Form {
  readonly title: string;
  readonly amount: string;
  readonly dueBy: string | null;
  readonly step: RecordKey | null;
  readonly needsPhotos: boolean;
  readonly space: SpaceId;
}

interface PaymentFormProps {
  readonly journey: RecordOf<'journey'>;
  readonly onDone: () => void;
}

export const PaymentForm = ({ journey, onDone }: PaymentFormProps): ReactElement => {
  const { t } = useTranslation('approvals');
  const run = useRun();
  const [tried, setTried] = useState(false);
  const awards = countedAwards(useRecords({ type: 'award', journey: journey.id }) ?? []);
  const own = useOwnSpace(journey);
  const choices = useAudienceChoices(journey).filter((space) => space !== journey.space);
  const space = awards.find((award) => award.space !== own)?.space ?? own;
  const blank: Form = { title: '', amount: '', dueBy: null, step: null, needsPhotos: false, space };
  const draft = useDraft(`payment:${journey.id}`, blank);
  const form = draft.value;
  const set = (part: Partial<Form>): void => draft.change({ ...form, ...part });
  const { currency } = journey.body;
  const amount = parseAmount(form.amount, currency);

  const done = clearThen(draft, onDone);
  const save = async (): Promise<void> => {
    setTried(true);
    if (amount === null || form.title.trim() === '') return;
    const [award, another] = awards.filter((one) => one.space === form.space);
    const against = award === undefined || another !== undefined ? null : award.key;
    const result = await run('payment.add', { journey: journey.id, ...form, amount, against });
    if (result.ok) done();
  };

  return (
    <form
      className={classes['form']}
      aria-label={t('payments.add')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <div className={classes['grid']}>
        <TextInput
          label={t('payments.form.title')}
          placeholder={t('payments.form.titlePlaceholder')}
          maxLength={200}
          autoFocus
          value={form.title}
          error={tried && form.title.trim() === '' ? t('payments.form.titleMissing') : undefined}
          onChange={(event) => set({ title: event.currentTarget.value })}
        />
        <TextInput
          label={t('payments.form.amount', { currency })}
          inputMode="decimal"
          value={form.amount}
          error={(tried || form.amount !== '') && amount === null ? t('payments.form.amountOdd') : undefined}
          onChange={(event) => set({ amount: event.currentTarget.value })}
        />
        <StepSelect
          label={t('payments.form.step')}
          placeholder={t('payments.form.noStep')}
          journey={journey.id}
          readableIn={form.space}
          value={form.step}
          onChange={(step) => set({ step })}
        />
        <DateInput label={t('payments.form.dueBy')} clearable value={form.dueBy} onChange={(dueBy) => set({ dueBy })} />
        <Checkbox
          className={classes['wide']}
          label={t('payments.form.needsPhotos')}
          checked={form.needsPhotos}
          onChange={(event) => set({ needsPhotos: event.currentTarget.checked })}
        />
      </div>
      <div className={classes['foot']}>
        <AudiencePicker
          journey={journey.id}
          space={form.space}
          choices={choices}
          onChoose={(chosen) => set({ space: chosen, step: null })}
        />
        <FormButtons label={t('payments.form.save')} onCancel={done} />
      </div>
    </form>
  );
};
