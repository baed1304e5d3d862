// The comments on a thing as a part of its panel, under a heading of their own.
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { keyOf, type RecordId, type RecordKey, type SpaceId } from '../../domain/kernel/ids.ts';
import { recordAs } from '../../domain/records/registry.ts';
import { journeySpace } from '../../domain/spaces/space.ts';
import { useRecord } from '../data/hooks.ts';
import { PanelSection } from '../ui/Panel.tsx';
import { Comments } from './Comments.tsx';

interface CommentsSectionProps {
  readonly on: RecordKey;
  /** The space that the thing is in. */
  readonly space: SpaceId;
  readonly journey: RecordId;
}

export const CommentsSection = ({ on, space, journey: id }: CommentsSectionProps): ReactElement | null => {
  const { t } = useTranslation('talk');
  const journey = recordAs('journey', useRecord(keyOf(journeySpace(id), id)) ?? undefined);
  return journey === null ? null : (
    <PanelSection title={t('comments')}>
      <Comments on={on} space={space} journey={journey} />
    </PanelSection>
  );
};
