// The decisions of a journey: those still open with their alternatives, and those taken with the reason.
import { Text } from '@mantine/core';
import { IconScale } from '@tabler/icons-react';
import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useRecords } from '../../data/hooks.ts';
import { Settle } from '../../ui/Settle.tsx';
import { useFound } from '../../ui/use-found.ts';
import classes from './OverviewTab.module.css';
import { Section } from './StepLine.tsx';

type Decision = RecordOf<'decision'>;

export const Decisions = ({ journey }: { readonly journey: RecordOf<'journey'> }): ReactElement | null => {
  const { t } = useTranslation('journey');
  const decisions = useRecords({ type: 'decision', journey: journey.id });
  const inOrder = useMemo(
    () => (decisions ?? []).toSorted((a, b) => Number(a.body.decided !== null) - Number(b.body.decided !== null)),
    [decisions],
  );
  if (inOrder.length === 0) return null;
  return (
    <Section title={t('decisions.title')} icon={<IconScale size={16} stroke={1.75} aria-hidden />}>
      {inOrder.map((decision) => (
        <Line key={decision.key} decision={decision} />
      ))}
    </Section>
  );
};

const Line = ({ decision }: { readonly decision: Decision }): ReactElement => {
  const { t } = useTranslation('journey');
  const found = useFound(decision.key);
  const { question, alternatives, decided } = decision.body;
  const names = Object.values(alternatives).map(({ name }) => name);
  return (
    <div className={classes['decision']} {...found}>
      <Text fw={decided === null ? 500 : 400}>{question}</Text>
      <Text size="sm" c="dimmed">
        {decided === null
          ? names.length === 0
            ? t('decisions.open')
            : names.join(' · ')
          : t(decided.why === '' ? 'decisions.taken' : 'decisions.takenWhy', { name: decided.name, why: decided.why })}
      </Text>
      <Settle record={decision} />
    </div>
  );
};
