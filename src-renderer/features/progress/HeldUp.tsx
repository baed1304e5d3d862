// What holds the journey up: steps that cost it its time, each with its cause and how many others wait for it.
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Bottleneck, Cause } from '../../../domain/analytics/step-times.ts';
import { isOpen } from '../../../domain/journey/schedule.ts';
import { DAY_MS } from '../../../domain/kernel/calendar.ts';
import { exhaustive } from '../../../domain/kernel/exhaustive.ts';
import { byKey } from '../../../domain/records/by-key.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useCauseWords } from '../../ui/use-cause-words.ts';
import { usePeople } from '../../ui/use-people.ts';
import { StepList, stepRows } from './StepList.tsx';

const MOST = 6;

interface Told {
  readonly step: RecordOf<'step'>;
  readonly cause: Cause;
  readonly days: number;
}

export const HeldUp = ({
  steps,
  bottlenecks,
}: {
  readonly steps: readonly RecordOf<'step'>[];
  readonly bottlenecks: readonly Bottleneck[];
}): ReactElement | null => {
  const { t } = useTranslation('progress');
  const { blocked } = useCauseWords();
  const { nameOf } = usePeople();
  const causeText = ({ step, cause, days }: Told): string => {
    switch (cause.why) {
      case 'blocked':
        return [blocked(cause.reason), cause.reason].filter((part) => part !== '').join(' · ');
      case 'notBegun':
        return cause.assignee === null ? t('held.notBegun') : t('held.notBegunBy', { name: nameOf(cause.assignee) });
      case 'longerThanPlanned':
        return t(isOpen(step) ? 'held.longer' : 'held.tookLonger', { count: days });
      default:
        return exhaustive(cause);
    }
  };
  const stepByKey = byKey(steps);
  const told = bottlenecks.flatMap(({ key, cause, ms, holdsUp }) => {
    const step = stepByKey.get(key);
    return step === undefined ? [] : [{ key, step, cause, holdsUp, days: Math.round(ms / DAY_MS) }];
  });
  // What still costs time comes before what once did.
  const inOrder = told.toSorted((a, b) => Number(isOpen(b.step)) - Number(isOpen(a.step)));
  const rows = stepRows(steps, inOrder.slice(0, MOST), (each) => {
    const { step, cause, days, holdsUp } = each;
    return [
      causeText(each),
      ...(cause.why === 'longerThanPlanned' ? [] : [t('days', { count: days })]),
      ...(holdsUp.length === 0 || !isOpen(step) ? [] : [t('held.holdsUp', { count: holdsUp.length })]),
    ].join(' · ');
  });
  return <StepList title={t('held.title')} empty={t('held.none')} rows={rows} />;
};
