// Settings, language model: which one the chat asks, if any. None until a person says so; its key stays in main, sealed.
import { Group, NumberInput, Stack, Switch, Text, TextInput } from '@mantine/core';
import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { minorDigits } from '../../../domain/money/currency.ts';
import type { ModelSettings } from '../../../protocol/ipc/model.ts';
import { desktop } from '../../ports/desktop.ts';
import { KeyField, SaveLine } from '../../ui/KeyForm.tsx';
import { useFormDraft } from '../../ui/use-draft.ts';
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
  const [on, turn] = useState(kept.on);
  // Words and figures are kept while they are typed; the key is not, and the switch says what stands.
  const draft = useFormDraft('settings:model', {
    endpoint: kept.endpoint,
    model: kept.model,
    price: kept.price,
    currency: kept.price?.currency ?? NOTHING.currency,
  });
  const { endpoint, model, price, currency } = draft.value;
  const keyed = useKeyForm(
    (key) => desktop().ask('model.choose', { on, endpoint, model, price, key }),
    (now) => {
      draft.clear();
      turn(now.on);
      onKept(now);
    },
  );
  const change = (part: Partial<typeof draft.value>): void => {
    draft.change(part);
    keyed.touch();
  };
  const odd = (field: string): string | undefined => (keyed.isOdd(field) ? t(`settings.odd.${field}`) : undefined);
  return (
    <Stack gap="md" maw={480}>
      <Text c="dimmed">{t('settings.text')}</Text>
      <Switch
        label={t('settings.on')}
        description={t('settings.onText')}
        checked={on}
        onChange={(event) => {
          turn(event.currentTarget.checked);
          keyed.touch();
        }}
      />
      <TextInput
        label={t('settings.endpoint')}
        placeholder={t('settings.endpointExample')}
        description={t('settings.endpointText')}
        error={odd('endpoint')}
        value={endpoint}
        onChange={(event) => change({ endpoint: event.currentTarget.value })}
      />
      <TextInput
        label={t('settings.model')}
        placeholder={t('settings.modelExample')}
        error={odd('model')}
        value={model}
        onChange={(event) => change({ model: event.currentTarget.value })}
      />
      <KeyField form={keyed} description={t('settings.keyText')} isKept={kept.hasKey} />
      <PriceFields
        price={price}
        currency={currency}
        onPrice={(next, typed) => change({ price: next, currency: typed })}
      />
      <SaveLine form={keyed} isUnsaved={draft.dirty} />
    </Stack>
  );
};

interface PriceProps {
  readonly price: ModelSettings['price'];
  /** As it is typed. */
  readonly currency: string;
  readonly onPrice: (price: ModelSettings['price'], currency: string) => void;
}

const isCurrency = (typed: string): boolean => /^[A-Z]{3}$/.test(typed);

const NOTHING = { currency: 'EUR', input: 0, output: 0 };

/** For a million tokens, as providers quote it; nothing entered shows tokens alone. */
const PriceFields = ({ price, currency, onPrice }: PriceProps): ReactElement => {
  const { t } = useTranslation('chat');
  // The currency may be typed before the first price is.
  const given = price ?? { ...NOTHING, currency: isCurrency(currency) ? currency : NOTHING.currency };
  const unit = 10 ** minorDigits(given.currency);
  const set = (part: Partial<typeof given>): void => {
    const next = { ...given, ...part };
    onPrice(next.input === 0 && next.output === 0 ? null : next, part.currency ?? currency);
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
          value={currency}
          onChange={(event) => {
            const typed = event.currentTarget.value.toUpperCase();
            if (isCurrency(typed)) set({ currency: typed });
            else onPrice(price, typed);
          }}
        />
      </Group>
    </Stack>
  );
};
