// On which weekdays a step is worked on, which its length and its place in the plan go by; and the same for all that is open, at once.
import { Button, Select } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { followsWeek } from '../../../domain/journey/schedule.ts';
import { sameValue } from '../../../domain/kernel/same-value.ts';
import { EVERY_DAY, type Weekday } from '../../../domain/kernel/work-week.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useRun } from '../../data/hooks.ts';
import { weekdayShort } from '../../ui/dates.ts';
import { Property } from '../../ui/Panel.tsx';
import classes from './StepPanel.module.css';

/** What is offered by name; a choice that is none of them is shown by its days. */
const WEEKS = { every: EVERY_DAY, week: [1, 2, 3, 4, 5], six: [1, 2, 3, 4, 5, 6], weekend: [6, 7] } as const;
type Week = keyof typeof WEEKS;
const NAMES = ['every', 'week', 'six', 'weekend'] as const satisfies readonly Week[];

interface StepWorkDaysProps {
  readonly step: RecordOf<'step'>;
  /** The journey's other steps. */
  readonly others: readonly RecordOf<'step'>[];
  readonly readOnly: boolean;
}

export const StepWorkDays = ({ step, others, readOnly }: StepWorkDaysProps): ReactElement => {
  const { t } = useTranslation('steps');
  const run = useRun();
  const days = daysOf(step);
  const known = NAMES.find((name) => sameValue(WEEKS[name], days));
  const own = days.map(weekdayShort).join(', ');
  const differs = others.some((other) => followsWeek(other) && !sameValue(daysOf(other), days));
  return (
    <>
      <Property label={t('workDays.label')}>
        <Select
          aria-label={t('workDays.label')}
          allowDeselect={false}
          disabled={readOnly}
          data={[
            ...NAMES.map((name) => ({ value: name, label: t(`workDays.${name}`) })),
            ...(known === undefined ? [{ value: OWN, label: own }] : []),
          ]}
          value={known ?? OWN}
          onChange={(name) => {
            const week = NAMES.find((each) => each === name);
            if (week !== undefined && week !== known)
              void run('step.edit', { key: step.key, set: { workDays: [...WEEKS[week]] } });
          }}
        />
      </Property>
      {!readOnly && differs && (
        <Button
          className={classes['forAll'] ?? ''}
          size="compact-xs"
          variant="subtle"
          onClick={() =>
            void run('step.week', {
              journey: step.journey,
              workDays: days.length === EVERY_DAY.length ? null : [...days],
            })
          }
        >
          {t('workDays.forAll')}
        </Button>
      )}
    </>
  );
};

const OWN = 'own';

const daysOf = ({ body }: RecordOf<'step'>): readonly Weekday[] => body.workDays ?? EVERY_DAY;
