// The research of a journey: ask, look at what came back, keep what is worth it, and see by step how far it is.
import { Text } from '@mantine/core';
import { IconZoomQuestion } from '@tabler/icons-react';
import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { liveSteps, namesOfSteps } from '../../../domain/journey/steps.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { progressBySteps, type ResearchProgress } from '../../../domain/research/progress.ts';
import { useRecords } from '../../data/hooks.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { useIsFamily } from '../../ui/use-family.ts';
import { AdviceList } from './AdviceList.tsx';
import { AskBar } from './AskBar.tsx';
import { FindingTable } from './FindingTable.tsx';
import { progressWords } from './progress-words.ts';
import { QuestionCard } from './QuestionCard.tsx';
import classes from './research.module.css';

export const ResearchTab = ({ journey }: { readonly journey: RecordOf<'journey'> }): ReactElement => {
  const { t } = useTranslation('research');
  const questions = useRecords({ type: 'question', journey: journey.id });
  const findings = useRecords({ type: 'finding', journey: journey.id });
  const stepRecords = useRecords({ type: 'step', journey: journey.id });
  const family = useIsFamily(journey.space);
  const steps = useMemo(() => liveSteps(stepRecords ?? []), [stepRecords]);
  const progress = useMemo(
    () =>
      progressBySteps(
        { questions: questions ?? [], findings: findings ?? [] },
        steps.map(({ key }) => key),
      ),
    [questions, findings, steps],
  );
  if (questions === undefined || findings === undefined || stepRecords === undefined) return <Loading rows={4} />;
  if (!family) return <EmptyState icon={IconZoomQuestion} title={t('guest.title')} text={t('guest.text')} />;
  const nameByStep = namesOfSteps(steps);
  return (
    <div className={classes['tab']}>
      <AskBar journey={journey} />
      <AdviceList journey={journey} steps={steps} questions={questions} findings={findings} />
      {progress.length === 0 && <EmptyState icon={IconZoomQuestion} title={t('empty.title')} text={t('empty.text')} />}
      {progress.map((part) => (
        <StepResearch
          key={part.step ?? ''}
          journey={journey}
          part={part}
          name={part.step === null ? t('noStep') : (nameByStep.get(part.step) ?? '')}
        />
      ))}
    </div>
  );
};

interface StepResearchProps {
  readonly journey: RecordOf<'journey'>;
  readonly part: ResearchProgress;
  readonly name: string;
}

const StepResearch = ({ journey, part, name }: StepResearchProps): ReactElement => {
  const { t } = useTranslation('research');
  const { questions, findings } = part;
  const asked = new Set(questions.map(({ key }) => key));
  const loose = findings.filter(({ body }) => body.question === null || !asked.has(body.question));
  return (
    <section aria-label={name}>
      <div className={classes['stepHead']}>
        <h3 className={classes['title']}>{name}</h3>
        <Text size="sm" c="dimmed">
          {progressWords(part, t)}
        </Text>
      </div>
      {questions.map((question) => (
        <QuestionCard
          key={question.key}
          journey={journey}
          question={question}
          findings={findings.filter(({ body }) => body.question === question.key)}
        />
      ))}
      {loose.length > 0 && (
        <div className={classes['card']}>
          <FindingTable findings={loose} label={t('loose')} journey={journey} />
        </div>
      )}
    </section>
  );
};
