// Why something is held up, in words: what a blocked step waits for, what made a step slip.
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { blockedOn } from '../../domain/analytics/blocked-on.ts';
import type { Slip, SlipCause } from '../../domain/analytics/slips.ts';
import type { RecordKey } from '../../domain/kernel/ids.ts';
import { exhaustive } from '../../domain/kernel/exhaustive.ts';
import { dayShort } from './dates.ts';
import { usePeople } from './use-people.ts';

export interface CauseWords {
  /** "Waits for a delivery", or "Blocked" where the reason names nothing that is known. */
  readonly blocked: (reason: string) => string;
  /** "4 days behind · waited for Plaster"; where a plan was kept, "4 days later than kept". */
  readonly slip: (slip: Slip, nameOf: (key: RecordKey) => string) => string;
}

export const useCauseWords = (): CauseWords => {
  const { t } = useTranslation('progress');
  const { all } = usePeople();
  const blocked = useCallback(
    (reason: string): string => {
      const on = blockedOn(
        reason,
        all.map(({ name }) => name),
      );
      return t(`on.${on ?? 'other'}`);
    },
    [all, t],
  );
  const causeText = useCallback(
    (cause: SlipCause, nameOf: (key: RecordKey) => string): string => {
      switch (cause.why) {
        case 'blocked':
          return cause.reason === ''
            ? t('on.other')
            : t('slip.blocked', { on: blocked(cause.reason), reason: cause.reason });
        case 'waited':
          return t('slip.waited', { name: nameOf(cause.for) });
        case 'delivery':
          return t('slip.delivery', { what: cause.what, day: dayShort(cause.promised) });
        case 'begunLate':
          return t('slip.begunLate', { count: cause.days });
        case 'tookLonger':
          return t('slip.tookLonger', { count: cause.days });
        case 'moved':
          return t('slip.moved', { count: cause.days });
        default:
          return exhaustive(cause);
      }
    },
    [blocked, t],
  );
  const slip = useCallback(
    ({ days, cause, isOfKept }: Slip, nameOf: (key: RecordKey) => string): string => {
      const why = causeText(cause, nameOf);
      // "4 days behind, took 4 days longer" says one thing twice.
      const isAll = cause.why === 'tookLonger' && cause.days === days;
      return isAll ? why : `${t(isOfKept ? 'slip.later' : 'slip.behind', { count: days })} · ${why}`;
    },
    [causeText, t],
  );
  return { blocked, slip };
};
