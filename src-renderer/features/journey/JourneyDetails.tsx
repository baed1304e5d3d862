// The journey's own facts in one small form: area, address, currency, start date.
import { Modal, Select, Stack, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useRun } from '../../data/hooks.ts';
import { FormButtons } from '../../ui/FormButtons.tsx';
import { currencyChoices } from '../../ui/money.ts';
import { clearThen, useFormDraft } from '../../ui/use-draft.ts';

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
  const draft = useFormDraft(`details:${journey.key}`, {
    area: body.area,
    address: body.address,
    currency: body.currency,
    startDate: body.startDate,
  });
  const { value: form, change } = draft;
  const done = clearThen(draft, onClose);
  const save = async (): Promise<void> => {
    if (!draft.dirty) return done();
    const result = await run('journey.edit', { key: journey.key, set: draft.typed });
    if (result.ok) done();
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
      <FormButtons label={t('details.save')} onCancel={done} onSave={save} />
    </Stack>
  );
};
