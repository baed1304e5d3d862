// The selected step, everything editable in place: name, state, notes, plan, tasks, and what other features hang on it.
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import { recordAs, type RecordOf } from '../../../domain/records/registry.ts';
import { useRecord, useRun } from '../../data/hooks.ts';
import { AudienceBadge } from '../../ui/AudienceBadge.tsx';
import { EarlierValues } from '../../ui/EarlierValues.tsx';
import { InlineText } from '../../ui/InlineText.tsx';
import { Panel, PanelSection } from '../../ui/Panel.tsx';
import { RecordMenu } from '../../ui/RecordMenu.tsx';
import { useSlots } from '../../ui/slots.ts';
import { useIsFamily } from '../../ui/use-family.ts';
import { StepDeliveries } from './StepDeliveries.tsx';
import { StepFields } from './StepFields.tsx';
import { StepMoves } from './StepMoves.tsx';
import { StepNotes } from './StepNotes.tsx';
import { StepTasks } from './StepTasks.tsx';
import classes from './StepPanel.module.css';

interface StepPanelProps {
  readonly recordKey: RecordKey;
  readonly journey: RecordOf<'journey'>;
}

export const StepPanel = ({ recordKey, journey }: StepPanelProps): ReactElement | null => {
  const { t } = useTranslation('steps');
  const record = useRecord(recordKey);
  const run = useRun();
  const {
    stepMedia: Media,
    stepCosts: Costs,
    stepResearch: Research,
    stepDecisions: Decisions,
    stepTalk: Talk,
  } = useSlots();
  const family = useIsFamily(journey.space);
  const step = recordAs('step', record ?? undefined);
  if (step === null) return record === undefined ? null : <Panel label={t('panel')}>{t('gone')}</Panel>;
  return (
    <Panel label={t('panel')} actions={family && <RecordMenu label={t('more')} record={step} />}>
      <div className={classes['head']}>
        <InlineText
          label={t('name')}
          size="heading"
          value={step.body.name}
          draft={`name:${step.key}`}
          required
          disabled={!family}
          onSave={(name) => run('step.edit', { key: step.key, set: { name } })}
        />
        <AudienceBadge journey={journey.id} space={step.space} />
      </div>
      <StepMoves key={`moves:${step.key}`} step={step} />
      <StepNotes key={`notes:${step.key}`} step={step} readOnly={!family} />
      <StepFields step={step} journey={journey} readOnly={!family} />
      <StepDeliveries key={`deliveries:${step.key}`} step={step} readOnly={!family} />
      <StepTasks key={`tasks:${step.key}`} step={step} journey={journey} />
      {Media !== null && (
        <PanelSection title={t('media')}>
          <Media key={`media:${step.key}`} step={step} journey={journey} />
        </PanelSection>
      )}
      {Costs !== null && <Costs key={`costs:${step.key}`} step={step} journey={journey} />}
      {Research !== null && <Research key={`research:${step.key}`} step={step} journey={journey} />}
      {Decisions !== null && <Decisions key={`decisions:${step.key}`} step={step} journey={journey} />}
      {Talk !== null && <Talk key={`talk:${step.key}`} step={step} journey={journey} />}
      <EarlierValues record={step} readOnly={!family} />
    </Panel>
  );
};
