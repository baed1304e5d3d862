// When a step is, in as few words as its state allows; late says so.
import { Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { expectedEnd, isLate } from '../../../domain/journey/overview.ts';
import { plannedEnd, plannedStart } from '../../../domain/journey/schedule.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { dayExact, dayOf, dayRelative, dayShort, timeExact, today } from '../../ui/dates.ts';
import classes from './StepsTab.module.css';

export const StepWhen = ({ step }: { readonly step: RecordOf<'step'> }): ReactElement => {
  const { t } = useTranslation('steps');
  const { state, startDate, finishedAt, durationDays } = step.body;
  const end = plannedEnd(step);
  if (state === 'done' && finishedAt !== null) {
    return <Face text={t('when.done', { date: dayShort(dayOf(finishedAt)) })} title={timeExact(finishedAt)} />;
  }
  if (state === 'skipped') return <Face text={t('when.skipped')} />;
  if (isLate(step, today())) {
    const over = expectedEnd(step);
    const due = over !== null && over < today() ? over : (plannedStart(step) ?? today());
    return <Face text={t('when.late', { date: dayRelative(due) })} title={dayExact(due)} late />;
  }
  if (end !== null && state !== 'todo')
    return <Face text={t('when.until', { date: dayShort(end) })} title={dayExact(end)} />;
  if (startDate !== null)
    return <Face text={t('when.from', { date: dayShort(startDate) })} title={dayExact(startDate)} />;
  return <Face text={durationDays === null ? '' : t('days', { count: durationDays })} />;
};

interface FaceProps {
  readonly text: string;
  readonly title?: string;
  readonly late?: boolean;
}

const Face = ({ text, title, late = false }: FaceProps): ReactElement => (
  <Text span size="sm" className={classes['when']} data-late={late} title={title}>
    {text}
  </Text>
);
