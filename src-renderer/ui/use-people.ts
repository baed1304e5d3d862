// Who is who on this device: names live in person records, and one's own is "You".
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonId } from '../../domain/kernel/ids.ts';
import { useRecords, useStore } from '../data/hooks.ts';

export interface Someone {
  readonly id: PersonId;
  readonly name: string;
}

export interface People {
  /** "You" for oneself, "Someone" for a person whose name is not on this device. */
  readonly nameOf: (id: PersonId) => string;
  /** Everyone known here, oneself first. */
  readonly all: readonly Someone[];
  /** One's own name as others read it; '' where one has none yet. */
  readonly ownName: string;
}

export const usePeople = (): People => {
  const { t } = useTranslation('ui');
  const { me } = useStore();
  const records = useRecords({ type: 'person' });
  return useMemo(() => {
    // A person has one copy in each space whose readers need the name.
    const nameById = new Map((records ?? []).map((record) => [record.id, record.body.name]));
    const others = [...nameById].filter(([id]) => id !== me).map(([id, name]) => ({ id, name }));
    return {
      nameOf: (id) => (id === me ? t('you') : (nameById.get(id) ?? t('someone'))),
      all: [{ id: me, name: nameById.get(me) ?? t('you') }, ...others.toSorted((a, b) => a.name.localeCompare(b.name))],
      ownName: nameById.get(me) ?? '',
    };
  }, [records, me, t]);
};
