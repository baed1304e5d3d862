// The comments on one step, within its panel.
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { PanelSection } from '../../ui/Panel.tsx';
import { Thread } from './Thread.tsx';

interface StepTalkProps {
  readonly step: RecordOf<'step'>;
  readonly journey: RecordOf<'journey'>;
}

export const StepTalk = ({ step, journey }: StepTalkProps): ReactElement => {
  const { t } = useTranslation('talk');
  return (
    <PanelSection title={t('comments')}>
      <Thread parent={step.key} journey={journey} />
    </PanelSection>
  );
};
