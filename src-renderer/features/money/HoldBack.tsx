// Holding part of a cost back until the work has proved itself: what is to be paid now becomes less, and the rest is due later.
import { Text, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Money } from '../../../domain/kernel/money.ts';
import { parseAmount } from '../../../domain/money/amount.ts';
import { rounded } from '../../../domain/money/rounded.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useRun } from '../../data/hooks.ts';
import { FormButtons } from '../../ui/FormButtons.tsx';
import { formatMoney } from '../../ui/money.ts';
import { PanelSection } from '../../ui/Panel.tsx';
import { clearThen, useFormDraft } from '../../ui/use-draft.ts';

interface HoldBackProps {
  readonly cost: RecordOf<'cost'>;
  readonly onDone: () => void;
}

interface Typed {
  readonly typed: string;
  readonly until: string | null;
}

/** What is common where nothing else was agreed. */
const USUAL = '5 %';

export const HoldBack = ({ cost, onDone }: HoldBackProps): ReactElement => {
  const { t } = useTranslation('money');
  const run = useRun();
  const draft = useFormDraft<Typed>(`hold-back:${cost.key}`, { typed: USUAL, until: null });
  const { typed, until } = draft.value;
  const done = clearThen(draft, onDone);
  const { amount } = cost.body;
  const held = heldOf(typed, amount);
  const isOdd = held === null || held.minor <= 0 || held.minor >= amount.minor;
  const keep = async (): Promise<void> => {
    if (held === null) return;
    const result = await run('cost.holdBack', { key: cost.key, amount: held, until });
    if (result.ok) done();
  };
  return (
    <PanelSection title={t('holdBack.title')}>
      <Text size="sm" c="dimmed">
        {t('holdBack.text')}
      </Text>
      <TextInput
        label={t('holdBack.amount')}
        value={typed}
        autoFocus
        error={isOdd ? t('holdBack.odd') : undefined}
        description={isOdd ? undefined : formatMoney(held)}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        onChange={(event) => draft.change({ typed: event.currentTarget.value })}
        mt="xs"
      />
      <DateInput
        label={t('holdBack.until')}
        placeholder={t('notSet')}
        clearable
        value={until}
        onChange={(day) => draft.change({ until: day })}
        mt="xs"
      />
      <FormButtons
        label={t('holdBack.save')}
        size="xs"
        side="start"
        mt="sm"
        disabled={isOdd}
        onCancel={done}
        onSave={keep}
      />
    </PanelSection>
  );
};

/** An amount, or a per cent of the whole. */
const heldOf = (text: string, whole: Money): Money | null => {
  const percent = /^(\d{1,2})(?:[.,](\d{1,2}))?\s*%$/.exec(text.trim());
  if (percent === null) return parseAmount(text, whole.currency);
  const hundredths = BigInt(`${percent[1] ?? ''}${(percent[2] ?? '').padEnd(2, '0')}`);
  return { minor: Number(rounded(BigInt(whole.minor) * hundredths, 10_000n)), currency: whole.currency };
};
