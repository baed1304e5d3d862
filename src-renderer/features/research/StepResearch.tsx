// The research of one step, within its panel: its questions and how they stand, each leading to where it is worked on.
import { Text, UnstyledButton } from '@mantine/core';
import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { progressBySteps } from '../../../domain/research/progress.ts';
import { useRecords } from '../../data/hooks.ts';
import { PanelSection } from '../../ui/Panel.tsx';
import { usePlace } from '../../ui/place-context.ts';
import { progressWords } from './progress-words.ts';
import classes from './research.module.css';

interface StepResearchProps {
  readonly step: RecordOf<'step'>;
  readonly journey: RecordOf<'journey'>;
}

/** Nothing for a step that nothing was asked for: one asks on the tab. */
export const StepResearch = ({ step, journey }: StepResearchProps): ReactElement | null => {
  const { t } = useTranslation('research');
  const { go } = usePlace();
  const questions = useRecords({ type: 'question', journey: journey.id });
  const findings = useRecords({ type: 'finding', journey: journey.id });
  const part = useMemo(
    () =>
      progressBySteps({ questions: questions ?? [], findings: findings ?? [] }, [step.key]).find(
        (one) => one.step === step.key,
      ),
    [questions, findings, step.key],
  );
  if (part === undefined) return null;
  const lines = [
    ...part.questions.map(({ key, body }) => ({ key, text: body.text, state: t(`question.${body.state}`), at: key })),
    ...part.findings
      .filter(({ body }) => body.question === null)
      .map(({ key, body }) => ({ key, text: body.title, state: t(`state.${body.state}`), at: null })),
  ];
  return (
    <PanelSection
      title={t('step.title')}
      aside={
        <Text span size="sm" c="dimmed">
          {progressWords(part, t)}
        </Text>
      }
    >
      {lines.map(({ key, text, state, at }) => (
        <UnstyledButton
          key={key}
          className={classes['stepLine'] ?? ''}
          aria-label={t('step.open', { name: text })}
          onClick={() =>
            go({
              go: 'journey',
              journey: journey.id,
              tab: 'research',
              ...(at === null ? { record: key } : { record: null, at }),
            })
          }
        >
          <span className={classes['stepWords']}>{text}</span>
          <Text span size="xs" c="dimmed">
            {state}
          </Text>
        </UnstyledButton>
      ))}
    </PanelSection>
  );
};
