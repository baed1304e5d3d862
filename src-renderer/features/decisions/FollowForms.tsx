// Small forms for what follows from a decision, filled in with what is known of the alternative that was chosen.
import { NumberInput, Select, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useState, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { liveSteps } from '../../../domain/journey/steps.ts';
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import { parseAmount } from '../../../domain/money/amount.ts';
import { COST_CATEGORIES } from '../../../domain/records/cost.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useRecords } from '../../data/hooks.ts';
import { FormButtons } from '../../ui/FormButtons.tsx';
import { amountText } from '../../ui/money.ts';
import { clearThen, useFormDraft } from '../../ui/use-draft.ts';
import classes from './decisions.module.css';
import { useFollow } from './use-follow.ts';

export interface FollowFormProps {
  readonly journey: RecordOf<'journey'>;
  readonly decision: RecordOf<'decision'>;
  readonly chosen: RecordOf<'alternative'> | null;
  readonly onDone: () => void;
}

const Form = (props: {
  readonly label: string;
  /** What is typed: gone once it is saved or cancelled. */
  readonly draft: { readonly clear: () => void };
  readonly onSave: () => Promise<boolean>;
  readonly onDone: () => void;
  readonly children: ReactNode;
}): ReactElement => {
  const { label, draft, onSave, children } = props;
  const onDone = clearThen(draft, props.onDone);
  const submit = async (event: { readonly preventDefault: () => void }): Promise<void> => {
    event.preventDefault();
    if (await onSave()) onDone();
  };
  return (
    <form className={classes['followForm']} aria-label={label} onSubmit={(event) => void submit(event)} noValidate>
      <div className={classes['followFields']}>{children}</div>
      <FormButtons label={label} size="compact-md" onCancel={onDone} />
    </form>
  );
};

interface DaysInputProps {
  readonly days: number | string;
  readonly onChange: (days: number | string) => void;
}

const DaysInput = ({ days, onChange }: DaysInputProps): ReactElement => {
  const { t } = useTranslation('decisions');
  return (
    <NumberInput label={t('follows.days')} min={0} max={3_650} allowDecimal={false} value={days} onChange={onChange} />
  );
};

export const CostFollows = ({ journey, decision, chosen, onDone }: FollowFormProps): ReactElement => {
  const { t } = useTranslation(['decisions', 'money']);
  const follow = useFollow(decision.key);
  const { currency } = journey.body;
  const known = chosen?.body.cost ?? null;
  const draft = useFormDraft(`follow-cost:${decision.key}`, {
    amount: known === null || known.currency !== currency ? '' : amountText(known),
    description: decision.body.decided?.name ?? '',
    category: 'other',
  });
  const { amount, description, category } = draft.value;
  const [tried, setTried] = useState(false);
  const parsed = parseAmount(amount, currency);
  const save = async (): Promise<boolean> => {
    setTried(true);
    if (parsed === null) return false;
    return follow('cost.add', {
      journey: journey.id,
      description: description.trim(),
      amount: parsed,
      category,
      vendor: '',
      step: decision.body.step,
      state: 'due',
      date: null,
      receipt: null,
    });
  };
  return (
    <Form label={t('follows.cost')} draft={draft} onSave={save} onDone={onDone}>
      <TextInput
        label={t('follows.amount', { currency })}
        inputMode="decimal"
        autoFocus
        value={amount}
        error={(tried || amount !== '') && parsed === null ? t('amountOdd') : undefined}
        onChange={(event) => draft.change({ amount: event.currentTarget.value })}
      />
      <TextInput
        label={t('follows.description')}
        maxLength={500}
        value={description}
        onChange={(event) => draft.change({ description: event.currentTarget.value })}
      />
      <Select
        label={t('follows.category')}
        data={COST_CATEGORIES.map((value) => ({ value, label: t(`money:category.${value}`) }))}
        searchable
        allowDeselect={false}
        value={category}
        onChange={(next) => next !== null && draft.change({ category: next })}
      />
    </Form>
  );
};

export const StepFollows = ({ journey, decision, onDone }: FollowFormProps): ReactElement => {
  const { t } = useTranslation('decisions');
  const follow = useFollow(decision.key);
  const draft = useFormDraft<{ readonly name: string; readonly days: number | string }>(`follow-step:${decision.key}`, {
    name: '',
    days: '',
  });
  const { name, days } = draft.value;
  const save = async (): Promise<boolean> =>
    name.trim() !== '' &&
    follow('step.add', {
      journey: journey.id,
      name: name.trim(),
      after: decision.body.step,
      durationDays: typeof days === 'number' ? days : null,
    });
  return (
    <Form label={t('follows.step')} draft={draft} onSave={save} onDone={onDone}>
      <TextInput
        label={t('follows.stepName')}
        autoFocus
        maxLength={200}
        value={name}
        onChange={(event) => draft.change({ name: event.currentTarget.value })}
      />
      <DaysInput days={days} onChange={(next) => draft.change({ days: next })} />
    </Form>
  );
};

interface PlanTyped {
  readonly picked: RecordKey | null;
  readonly start: string | null;
  readonly days: number | string;
}

export const PlanFollows = ({ journey, decision, chosen, onDone }: FollowFormProps): ReactElement => {
  const { t } = useTranslation('decisions');
  const follow = useFollow(decision.key);
  const steps = useRecords({ type: 'step', journey: journey.id });
  const live = liveSteps(steps ?? []);
  const draft = useFormDraft<PlanTyped>(`follow-plan:${decision.key}`, {
    picked: decision.body.step,
    start: null,
    days: chosen?.body.days ?? '',
  });
  const { picked, start, days } = draft.value;
  const step = live.find(({ key }) => key === picked) ?? null;
  const save = async (): Promise<boolean> => {
    if (step === null) return false;
    const set = {
      ...(start === null ? {} : { startDate: start }),
      ...(typeof days === 'number' ? { durationDays: days } : {}),
    };
    return Object.keys(set).length > 0 && follow('step.edit', { key: step.key, set });
  };
  return (
    <Form label={t('follows.plan')} draft={draft} onSave={save} onDone={onDone}>
      <Select
        label={t('follows.whichStep')}
        data={live.map(({ key, body }) => ({ value: key, label: body.name }))}
        searchable
        allowDeselect={false}
        value={picked}
        onChange={(key) => draft.change({ picked: key })}
      />
      <DateInput
        label={t('follows.start')}
        clearable
        value={start ?? step?.body.startDate ?? null}
        onChange={(day) => draft.change({ start: day })}
      />
      <DaysInput days={days} onChange={(next) => draft.change({ days: next })} />
    </Form>
  );
};
