// How long contractors can look at this journey without a connection: the owner's choice, kept with the journey.
import { Select } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { GUEST_DAYS } from '../../../domain/spaces/guest-time.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useRun } from '../../data/hooks.ts';

const CHOICES = [1, 3, 7, 14, 30, 60, 90, 365];

export const GuestDays = ({ journey }: { readonly journey: RecordOf<'journey'> }): ReactElement => {
  const { t } = useTranslation('people');
  const run = useRun();
  const days = journey.body.guestDays ?? GUEST_DAYS;
  const choices = CHOICES.includes(days) ? CHOICES : [...CHOICES, days].toSorted((a, b) => a - b);
  return (
    <Select
      label={t('guestDays.label')}
      description={t('guestDays.text')}
      data={choices.map((count) => ({ value: String(count), label: t('guestDays.days', { count }) }))}
      value={String(days)}
      allowDeselect={false}
      maw={420}
      onChange={(chosen) =>
        chosen !== null && void run('journey.edit', { key: journey.key, set: { guestDays: Number(chosen) } })
      }
    />
  );
};
