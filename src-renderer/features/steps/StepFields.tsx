// The plan of a step: when it starts, how long it takes, what it waits for, who does it.
import { MultiSelect, NumberInput, Select, Text } from '@mantine/core';
import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { isOpen, plannedEnd, plannedStart, scheduleSteps } from '../../../domain/journey/schedule.ts';
import { liveSteps } from '../../../domain/journey/steps.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useRecords, useRun } from '../../data/hooks.ts';
import { dayExact, today } from '../../ui/dates.ts';
import { DayProperty } from '../../ui/DayProperty.tsx';
import { PanelSection, Property } from '../../ui/Panel.tsx';
import { NOTHING_TO_SAVE, useInPlace } from '../../ui/use-in-place.ts';
import { usePeople } from '../../ui/use-people.ts';
import { StepWorkDays } from './StepWorkDays.tsx';

interface StepFieldsProps {
  readonly step: RecordOf<'step'>;
  readonly journey: RecordOf<'journey'>;
  readonly readOnly: boolean;
}

export const StepFields = ({ step, journey, readOnly }: StepFieldsProps): ReactElement => {
  const { t } = useTranslation('steps');
  const run = useRun();
  const people = usePeople();
  const steps = useRecords({ type: 'step', journey: journey.id });
  const others = useMemo(() => liveSteps(steps ?? []).filter(({ key }) => key !== step.key), [steps, step.key]);
  const { startDate, dependsOn, assignee } = step.body;
  const edit = (set: Parameters<typeof run<'step.edit'>>[1]['set']): ReturnType<typeof run> =>
    run('step.edit', { key: step.key, set });
  // As the timeline has it: what it waits for and what is to be delivered may hold it up beyond its own dates.
  const now = today();
  const span = useMemo(
    () =>
      steps === undefined || !isOpen(step)
        ? undefined
        : scheduleSteps(liveSteps(steps), { today: now, startDate: journey.body.startDate }).get(step.key),
    [steps, step, now, journey.body.startDate],
  );
  const end = span?.end ?? plannedEnd(step);
  const isHeld = span !== undefined && startDate !== null && span.start > (plannedStart(step) ?? span.start);

  return (
    <PanelSection title={t('plan')}>
      <DayProperty
        label={t('startDate')}
        placeholder={t('none')}
        readOnly={readOnly}
        value={startDate}
        onChange={(value) => edit({ startDate: value })}
      />
      <Property label={t('duration')}>
        <Duration key={step.key} step={step} readOnly={readOnly} onSave={(durationDays) => edit({ durationDays })} />
      </Property>
      {step.body.durationDays !== 0 && <StepWorkDays step={step} others={others} readOnly={readOnly} />}
      {step.body.durationDays === 0 && (
        <Text size="xs" c="dimmed">
          {t('milestone')}
        </Text>
      )}
      {end !== null && (
        <Property label={t('end')}>
          <Text px="sm" size="sm">
            {dayExact(end)}
          </Text>
          {isHeld && (
            <Text px="sm" size="xs" c="dimmed">
              {t('held', { day: dayExact(span.start) })}
            </Text>
          )}
        </Property>
      )}
      <Property label={t('dependsOn')}>
        <MultiSelect
          aria-label={t('dependsOn')}
          placeholder={dependsOn.length === 0 ? t('nothing') : ''}
          searchable
          hidePickedOptions
          disabled={readOnly}
          nothingFoundMessage={t('noOther')}
          data={others.map(({ key, body }) => ({ value: key, label: body.name }))}
          value={dependsOn.filter((key) => others.some((other) => other.key === key))}
          onChange={(keys) => edit({ dependsOn: keys })}
        />
      </Property>
      <Property label={t('assignee')}>
        <Select
          aria-label={t('assignee')}
          placeholder={t('nobody')}
          clearable={!readOnly}
          disabled={readOnly}
          data={people.all.map(({ id, name }) => ({ value: id, label: name }))}
          value={assignee}
          onChange={(value) => edit({ assignee: value })}
        />
      </Property>
    </PanelSection>
  );
};

/** Ten years. */
const LONGEST_DAYS = 3_650;

interface DurationProps {
  readonly step: RecordOf<'step'>;
  readonly readOnly: boolean;
  readonly onSave: (days: number | null) => Promise<{ readonly ok: boolean }>;
}

const Duration = ({ step, readOnly, onSave }: DurationProps): ReactElement => {
  const { t } = useTranslation('steps');
  const saved = step.body.durationDays;
  const field = useInPlace<string | number>(`duration:${step.key}`, {
    saved: saved ?? '',
    save: (typed) => {
      const days = typed === '' ? null : Math.min(Number(typed), LONGEST_DAYS);
      return days === saved ? NOTHING_TO_SAVE : onSave(days);
    },
  });
  return (
    <NumberInput
      aria-label={t('duration')}
      placeholder={t('none')}
      min={0}
      max={LONGEST_DAYS}
      allowDecimal={false}
      allowNegative={false}
      disabled={readOnly}
      suffix={t('daysSuffix', { count: Number(field.value) })}
      value={field.value}
      onChange={field.change}
      {...field.sign}
      onBlur={() => void field.leave()}
      onKeyDown={(event) => event.key === 'Enter' && void field.leave()}
    />
  );
};
