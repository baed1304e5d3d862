// Puts the days of an approved change order into the plan of its step, and takes them out again when it no longer stands.
import { Button, Group } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { sideOfRole } from '../../../domain/spaces/sides.ts';
import type { Standing } from '../../../domain/approvals/standing.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useRun, useStore } from '../../data/hooks.ts';

interface PlanProps {
  readonly change: RecordOf<'change'>;
  readonly standing: Standing;
  /** The step that it names, where this device has it. */
  readonly step: RecordOf<'step'> | null;
}

/** Nothing where there is nothing to plan: the family's plan is the family's to change, and a person presses. */
export const Plan = ({ change, standing, step }: PlanProps): ReactElement | null => {
  const { t } = useTranslation('approvals');
  const { roleIn } = useStore();
  const run = useRun();
  if (step === null || sideOfRole(roleIn(step.space)) !== 'family') return null;
  const planned = change.body.plannedDays ?? 0;
  const wanted = standing.state === 'approved' ? change.body.days : 0;
  const more = wanted - planned;
  if (more === 0) return null;
  const days = t('days', { count: Math.abs(more) });
  const sized = t(more > 0 ? 'daysMore' : 'daysLess', { days });
  const blanks = { step: step.body.name, days: wanted === 0 ? days : sized };
  return (
    <Group>
      <Button
        size="xs"
        variant="light"
        onClick={() => void run('change.plan', { key: change.key, step: step.key, days: wanted })}
      >
        {t(wanted === 0 ? 'act.unplan' : 'act.plan', blanks)}
      </Button>
    </Group>
  );
};
