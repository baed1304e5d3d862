// The comments on one step, within its panel.
import type { ReactElement } from 'react';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { CommentsSection } from '../../comments/CommentsSection.tsx';

interface StepTalkProps {
  readonly step: RecordOf<'step'>;
  readonly journey: RecordOf<'journey'>;
}

export const StepTalk = ({ step, journey }: StepTalkProps): ReactElement => (
  <CommentsSection on={step.key} space={step.space} journey={journey.id} />
);
