// A bill recorded against an accepted quote, in one line: what it says and how much. Everything else is the quote's.
import { TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { parseAmount } from '../../../domain/money/amount.ts';
import type { Commitment } from '../../../domain/money/commitments.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useRun } from '../../data/hooks.ts';
import { today } from '../../ui/dates.ts';
import { FormButtons } from '../../ui/FormButtons.tsx';
import { clearThen, useDraft } from '../../ui/use-draft.ts';
import { useOwnSpace } from '../../ui/use-own-space.ts';
import classes from './quotes.module.css';

interface BillFormProps {
  readonly commitment: Commitment;
  readonly journey: RecordOf<'journey'>;
  readonly onDone: () => void;
}

interface Bill {
  readonly description: string;
  readonly amount: string;
  readonly date: string | null;
}

export const BillForm = ({ commitment, journey, onDone }: BillFormProps): ReactElement => {
  const { t } = useTranslation('quotes');
  const run = useRun();
  const space = useOwnSpace(journey);
  const [tried, setTried] = useState(false);
  const draft = useDraft<Bill>(`bill:${commitment.award}`, { description: '', amount: '', date: today() });
  const { description, amount: typed, date } = draft.value;
  const { currency } = commitment.awarded;
  const amount = parseAmount(typed, currency);
  const done = clearThen(draft, onDone);
  const add = async (event: { readonly preventDefault: () => void }): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (amount === null) return;
    const result = await run('cost.add', {
      journey: journey.id,
      space,
      description: description.trim() || t('commitments.bill'),
      amount,
      category: largestOf(commitment.byCategory),
      vendor: commitment.vendor,
      step: commitment.step,
      state: 'due',
      date,
      receipt: null,
      against: commitment.award,
    });
    if (result.ok) done();
  };
  return (
    <form
      className={classes['billForm']}
      aria-label={t('commitments.record')}
      onSubmit={(event) => void add(event)}
      noValidate
    >
      <TextInput
        size="xs"
        label={t('description')}
        maxLength={500}
        autoFocus
        value={description}
        onChange={(event) => draft.change({ ...draft.value, description: event.currentTarget.value })}
      />
      <TextInput
        size="xs"
        label={t('totalIn', { currency })}
        inputMode="decimal"
        className={classes['number'] ?? ''}
        value={typed}
        error={(tried || typed !== '') && amount === null ? t('odd') : undefined}
        onChange={(event) => draft.change({ ...draft.value, amount: event.currentTarget.value })}
      />
      <DateInput
        size="xs"
        label={t('date')}
        clearable
        value={date}
        onChange={(next) => draft.change({ ...draft.value, date: next })}
      />
      <FormButtons label={t('save')} size="xs" onCancel={done} />
    </form>
  );
};

const largestOf = (parts: Commitment['byCategory']): string =>
  Object.entries(parts).toSorted(([a, one], [b, other]) => other.minor - one.minor || (a < b ? -1 : 1))[0]?.[0] ??
  'other';
