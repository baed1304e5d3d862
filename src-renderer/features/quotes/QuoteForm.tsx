// A quote put in by hand: from whom, how much, and the lines, so that it can be compared. What is typed survives a restart.
import { Autocomplete, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordKey, SpaceId } from '../../../domain/kernel/ids.ts';
import { parseAmount } from '../../../domain/money/amount.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { isReadableIn } from '../../../domain/spaces/readable.ts';
import { useRecords, useRun } from '../../data/hooks.ts';
import { AudiencePicker } from '../../ui/AudienceBadge.tsx';
import { today } from '../../ui/dates.ts';
import { FormButtons } from '../../ui/FormButtons.tsx';
import { StepSelect } from '../../ui/StepSelect.tsx';
import { clearThen, useDraft } from '../../ui/use-draft.ts';
import { useAudienceChoices, useOwnSpace } from '../../ui/use-own-space.ts';
import { LineFields } from './LineFields.tsx';
import { linesTyped, sumTyped, BLANK_LINE, type TypedLine } from './typed-lines.ts';
import classes from './quotes.module.css';

interface Form {
  readonly vendor: string;
  readonly title: string;
  readonly number: string;
  readonly date: string | null;
  readonly validUntil: string | null;
  readonly step: RecordKey | null;
  readonly terms: string;
  readonly lines: readonly TypedLine[];
  readonly tax: string;
  readonly total: string;
  readonly space: SpaceId | null;
}

interface QuoteFormProps {
  readonly journey: RecordOf<'journey'>;
  readonly onDone: () => void;
}

export const QuoteForm = ({ journey, onDone }: QuoteFormProps): ReactElement => {
  const { t } = useTranslation('quotes');
  const run = useRun();
  const own = useOwnSpace(journey);
  const choices = useAudienceChoices(journey).filter((space) => space !== journey.space);
  const parties = useRecords({ type: 'party', journey: journey.id });
  const [tried, setTried] = useState(false);
  const { currency } = journey.body;
  const draft = useDraft<Form>(`quote:${journey.id}`, {
    vendor: '',
    title: '',
    number: '',
    date: today(),
    validUntil: null,
    step: null,
    terms: '',
    lines: [BLANK_LINE],
    tax: '',
    total: '',
    space: null,
  });
  const form = draft.value;
  const change = (part: Partial<Form>): void => draft.change({ ...form, ...part });
  const space = form.space !== null && choices.includes(form.space) ? form.space : own;
  const lines = linesTyped(form.lines, currency);
  const amountOf = (text: string): ReturnType<typeof parseAmount> | undefined =>
    text.trim() === '' ? undefined : parseAmount(text, currency);
  const [tax, total] = [amountOf(form.tax), amountOf(form.total)];
  const sum = sumTyped(form.lines, currency);
  const isOdd = lines === null || tax === null || total === null;
  const hasFigure = total !== undefined || (lines?.length ?? 0) > 0;

  const done = clearThen(draft, onDone);
  const add = async (event: { readonly preventDefault: () => void }): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (isOdd || !hasFigure || form.vendor.trim() === '') return;
    const party = (parties ?? []).find(({ key, body }) => body.name === form.vendor.trim() && isReadableIn(space, key));
    const whole = total ?? { minor: sum + (tax?.minor ?? 0), currency };
    const result = await run('quote.add', {
      journey: journey.id,
      space,
      vendor: form.vendor.trim(),
      total: whole,
      party: party?.key ?? null,
      step: form.step,
      date: form.date,
      rest: {
        title: form.title,
        number: form.number,
        validUntil: form.validUntil,
        terms: form.terms,
        lines,
        subtotal: tax === undefined || lines.length === 0 ? null : { minor: sum, currency },
        discount: null,
        tax: tax ?? null,
        document: null,
      },
    });
    if (result.ok) done();
  };

  return (
    <form className={classes['form']} aria-label={t('add')} onSubmit={(event) => void add(event)} noValidate>
      <div className={classes['grid']}>
        <Autocomplete
          label={t('vendor')}
          maxLength={200}
          autoFocus
          data={[...new Set((parties ?? []).map(({ body }) => body.name))]}
          value={form.vendor}
          error={tried && form.vendor.trim() === '' ? t('vendorMissing') : undefined}
          onChange={(vendor) => change({ vendor })}
        />
        <TextInput
          label={t('about')}
          maxLength={300}
          value={form.title}
          onChange={(event) => change({ title: event.currentTarget.value })}
        />
        <TextInput
          label={t('number')}
          maxLength={80}
          value={form.number}
          onChange={(event) => change({ number: event.currentTarget.value })}
        />
        <DateInput label={t('date')} clearable value={form.date} onChange={(date) => change({ date })} />
        <DateInput
          label={t('validUntil')}
          clearable
          value={form.validUntil}
          onChange={(validUntil) => change({ validUntil })}
        />
        <StepSelect
          label={t('step')}
          placeholder={t('noStep')}
          journey={journey.id}
          value={form.step}
          onChange={(step) => change({ step })}
        />
      </div>
      <LineFields lines={form.lines} currency={currency} onChange={(next) => change({ lines: next })} />
      <div className={classes['grid']}>
        <TextInput
          label={t('termsField')}
          maxLength={2_000}
          value={form.terms}
          onChange={(event) => change({ terms: event.currentTarget.value })}
        />
        <TextInput
          label={t('taxIn', { currency })}
          inputMode="decimal"
          className={classes['number'] ?? ''}
          value={form.tax}
          error={tax === null ? t('odd') : undefined}
          onChange={(event) => change({ tax: event.currentTarget.value })}
        />
        <TextInput
          label={t('totalIn', { currency })}
          inputMode="decimal"
          className={classes['number'] ?? ''}
          value={form.total}
          error={total === null ? t('odd') : tried && !hasFigure ? t('figureMissing') : undefined}
          onChange={(event) => change({ total: event.currentTarget.value })}
        />
      </div>
      <div className={classes['formFoot']}>
        <AudiencePicker
          journey={journey.id}
          space={space}
          choices={choices}
          onChoose={(chosen) => change({ space: chosen })}
        />
        <FormButtons label={t('save')} onCancel={done} />
      </div>
    </form>
  );
};
