// Settings, language model: which one the chat asks, if any. None until a person says so; its key stays in main, sealed.
import { Group, NumberInput, Stack, Switch, Text, TextInput } from '@mantine/core';
import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { minorDigits } from '../../../domain/money/currency.ts';
import type { ModelSettings } from '../../../protocol/ipc/model.ts';
import { desktop } from '../../ports/desktop.ts';
import { KeyField, SaveLine } from '../../ui/KeyForm.tsx';
import { useKeyForm } from '../../ui/use-key-form.ts';

export const ModelSection = (): ReactElement | null => {
  const [kept, setKept] = useState<ModelSettings | null>(null);
  useEffect(
    () =>
      void desktop()
        .ask('model.settings', {})
        .then((now) => now.ok && setKept(now.value)),
    [],
  );
  return kept === null ? null : <Form kept={kept} onKept={setKept} />;
};

interface FormProps {
  readonly kept: ModelSettings;
  readonly onKept: (now: ModelSettings) => void;
}

const Form = ({ kept, onKept }: FormProps): ReactElement => {
  const { t } = useTranslation('chat');
  const [form, setForm] = useState(kept);
  const { on, endpoint, model, price } = form;
  const keyed = useKeyForm(
    (key) => desktop().ask('model.choose', { on, endpoint, model, price, key }),
    (now) => {
      setForm(now);
      onKept(now);
    },
  );
  const change = (part: Partial<ModelSettings>): void => {
    setForm({ ...form, ...part });
    keyed.touch();
  };
  const odd = (field: string): string | undefined => (keyed.isOdd(field) ? t(`settings.odd.${field}`) : undefined);
  return (
    <Stack gap="md" maw={480}>
      <Text c="dimmed">{t('settings.text')}</Text>
      <Switch
        label={t('settings.on')}
        description={t('settings.onText')}
        checked={form.on}
        onChange={(event) => change({ on: event.currentTarget.checked })}
      />
      <TextInput
        label={t('settings.endpoint')}
        placeholder={t('settings.endpointExample')}
        description={t('settings.endpointText')}
        error={odd('endpoint')}
        value={form.endpoint}
        onChange={(event) => change({ endpoint: event.currentTarget.value })}
      />
      <TextInput
        label={t('settings.model')}
        placeholder={t('settings.modelExample')}
        error={odd('model')}
        value={form.model}
        onChange={(event) => change({ model: event.currentTarget.value })}
      />
      <KeyField form={keyed} description={t('settings.keyText')} isKept={kept.hasKey} />
      <PriceFields price={form.price} onPrice={(next) => change({ price: next })} />
      <SaveLine form={keyed} />
    </Stack>
  );
};

interface PriceProps {
  readonly price: ModelSettings['price'];
  readonly onPrice: (price: ModelSettings['price']) => void;
}

const NOTHING = { currency: 'EUR', input: 0, output: 0 };

/** For a million tokens, as providers quote it; nothing entered shows tokens alone. */
const PriceFields = ({ price, onPrice }: PriceProps): ReactElement => {
  const { t } = useTranslation('chat');
  const given = price ?? NOTHING;
  const unit = 10 ** minorDigits(given.currency);
  const set = (part: Partial<typeof given>): void => {
    const next = { ...given, ...part };
    onPrice(next.input === 0 && next.output === 0 ? null : next);
  };
  const minor = (value: string | number): number => Math.max(0, Math.round(Number(value) * unit));
  return (
    <Stack gap={4} role="group" aria-label={t('settings.price')}>
      <Text size="sm" fw={500}>
        {t('settings.price')}
      </Text>
      <Group gap="sm" grow>
        <NumberInput
          label={t('settings.priceInput')}
          min={0}
          decimalScale={2}
          value={price === null ? '' : given.input / unit}
          onChange={(value) => set({ input: minor(value) })}
        />
        <NumberInput
          label={t('settings.priceOutput')}
          min={0}
          decimalScale={2}
          value={price === null ? '' : given.output / unit}
          onChange={(value) => set({ output: minor(value) })}
        />
        <TextInput
          label={t('settings.currency')}
          maxLength={3}
          defaultValue={given.currency}
          onChange={(event) => {
            const currency = event.currentTarget.value.toUpperCase();
            if (/^[A-Z]{3}$/.test(currency)) set({ currency });
          }}
        />
      </Group>
    </Stack>
  );
};
