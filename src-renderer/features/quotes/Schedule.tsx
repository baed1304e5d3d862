// When a quote's work would begin and how long it would take, put in by hand: papers say it in too many ways.
import { Group, NumberInput, Text } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useRun } from '../../data/hooks.ts';
import { useInPlace } from '../../ui/use-in-place.ts';

interface ScheduleProps {
  readonly quote: RecordOf<'quote'>;
  readonly mayEdit: boolean;
}

export const Schedule = ({ quote, mayEdit }: ScheduleProps): ReactElement | null => {
  const { t } = useTranslation('quotes');
  const run = useRun();
  const { start = null, days = null } = quote.body;
  const field = useInPlace<string | number>(`days:${quote.key}`, {
    saved: days ?? '',
    save: (typed) => run('quote.edit', { key: quote.key, set: { days: typed === '' ? null : Number(typed) } }),
  });
  if (!mayEdit && start === null && days === null) return null;
  return (
    <Group gap="sm" mt="sm" align="center">
      <Text size="sm" c="dimmed">
        {t('schedule.title')}
      </Text>
      <DateInput
        size="xs"
        w={150}
        aria-label={t('schedule.start')}
        placeholder={t('schedule.start')}
        clearable={mayEdit}
        readOnly={!mayEdit}
        value={start}
        onChange={(value) => void run('quote.edit', { key: quote.key, set: { start: value } })}
      />
      <NumberInput
        size="xs"
        w={150}
        aria-label={t('schedule.days')}
        placeholder={t('schedule.days')}
        min={1}
        max={5_000}
        allowDecimal={false}
        readOnly={!mayEdit}
        value={field.value}
        onChange={field.change}
        suffix={` ${t('schedule.workingDays')}`}
        {...field.sign}
        onBlur={() => void field.leave()}
      />
    </Group>
  );
};
