// The journey's own facts in one small form: area, address, currency, start date.
import { Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useRun } from '../../data/hooks.ts';
import { currencyChoices } from '../../ui/money.ts';

interface JourneyDetailsProps {
  readonly journey: RecordOf<'journey'>;
  readonly opened: boolean;
  readonly onClose: () => void;
}

export const JourneyDetails = ({ journey, opened, onClose }: JourneyDetailsProps): ReactElement => {
  const { t } = useTranslation('journey');
  return (
    <Modal opened={opened} onClose={onClose} title={t('details.title')}>
      {opened && <Form journey={journey} onClose={onClose} />}
    </Modal>
  );
};

const Form = ({ journey, onClose }: Omit<JourneyDetailsProps, 'opened'>): ReactElement => {
  const { t } = useTranslation('journey');
  const run = useRun();
  const { body } = journey;
  const [form, setForm] = useState({
    area: body.area,
    address: body.address,
    currency: body.currency,
    startDate: body.startDate,
  });
  const change = (part: Partial<typeof form>): void => setForm({ ...form, ...part });
  const save = async (): Promise<void> => {
    const result = await run('journey.edit', { key: journey.key, set: form });
    if (result.ok) onClose();
  };
  return (
    <Stack gap="lg">
      <TextInput
        label={t('details.area')}
        maxLength={200}
        value={form.area}
        onChange={(event) => change({ area: event.currentTarget.value })}
      />
      <TextInput
        label={t('details.address')}
        maxLength={500}
        value={form.address}
        onChange={(event) => change({ address: event.currentTarget.value })}
      />
      <Select
        label={t('details.currency')}
        data={currencyChoices}
        searchable
        allowDeselect={false}
        value={form.currency}
        onChange={(currency) => currency !== null && change({ currency })}
      />
      <DateInput
        label={t('details.startDate')}
        clearable
        value={form.startDate}
        onChange={(startDate) => change({ startDate })}
      />
      <Group gap="sm" justify="flex-end">
        <Button variant="subtle" color="gray" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button onClick={() => void save()}>{t('details.save')}</Button>
      </Group>
    </Stack>
  );
};
