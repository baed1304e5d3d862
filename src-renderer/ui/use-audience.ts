// Who can read a space, in words: the sentence behind every audience badge.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId, SpaceId } from '../../domain/kernel/ids.ts';
import { spaceKind } from '../../domain/spaces/space.ts';
import { useRecords, useStore } from '../data/hooks.ts';

export interface Audience {
  readonly space: SpaceId;
  readonly kind: 'family' | 'everyone' | 'party';
  /** "Family", "Everyone on this journey", "You and Miller Plumbing". */
  readonly label: string;
  /** One plain sentence that says who will see it. */
  readonly sentence: string;
}

/** Answers a function from a space of this journey to its audience. */
export const useAudience = (journey: RecordId): ((space: SpaceId) => Audience) => {
  const { t } = useTranslation('ui');
  const store = useStore();
  const parties = useRecords({ type: 'party', journey });
  return useMemo(
    () => (space) => {
      const kind = spaceKind(space);
      if (kind === 'journey')
        return { space, kind: 'everyone', label: t('audience.everyone'), sentence: t('audience.everyoneSentence') };
      if (kind !== 'party')
        return { space, kind: 'family', label: t('audience.family'), sentence: t('audience.familySentence') };
      const party = (parties ?? []).find(({ body }) => body.space === space)?.body.name;
      const name = store.roleIn(space) === 'contractor' ? t('audience.theFamily') : (party ?? t('audience.contractor'));
      return {
        space,
        kind: 'party',
        label: t('audience.party', { name }),
        sentence: t('audience.partySentence', { name }),
      };
    },
    [t, store, parties],
  );
};
