// Who waits for whom: one line for each pair of people, with the step that it hangs on.
import { IconHourglass } from '@tabler/icons-react';
import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { whoWaits } from '../../../domain/analytics/who-waits.ts';
import { liveSteps } from '../../../domain/journey/steps.ts';
import type { PersonId } from '../../../domain/kernel/ids.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useRecords } from '../../data/hooks.ts';
import { usePeople } from '../../ui/use-people.ts';
import { Section, StepLine } from './StepLine.tsx';

/** The rest is in the steps. */
const MOST = 4;

export const Waits = ({ journey }: { readonly journey: RecordOf<'journey'> }): ReactElement | null => {
  const { t } = useTranslation('journey');
  const { nameOf } = usePeople();
  const records = useRecords({ type: 'step', journey: journey.id });
  const steps = useMemo(() => liveSteps(records ?? []), [records]);
  const waits = useMemo(() => whoWaits(steps), [steps]);
  if (waits.length === 0) return null;
  const who = (person: PersonId | null): string => (person === null ? t('waits.noOne') : nameOf(person));
  return (
    <Section title={t('waits.title')} icon={<IconHourglass size={16} stroke={1.75} />}>
      {waits.slice(0, MOST).flatMap((wait) => {
        const step = steps.find(({ key }) => key === wait.on);
        if (step === undefined) return [];
        const pair = t('waits.line', { who: who(wait.who), whom: who(wait.whom) });
        const count = t('waits.steps', { count: wait.steps.length });
        return <StepLine key={`${wait.on} ${wait.who ?? ''}`} step={step} text={`${pair} · ${count}`} />;
      })}
    </Section>
  );
};
