// The awards of a journey and who signed them: the family's word is what a contractor works on.
import { Button, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { JourneyApprovals } from '../../../domain/approvals/journey-approvals.ts';
import { sideOfRole } from '../../../domain/spaces/sides.ts';
import { owedWord } from '../../../domain/approvals/owed-word.ts';
import { countedAwards } from '../../../domain/quotes/awarded.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useRecords, useStore } from '../../data/hooks.ts';
import type { Say } from '../../approvals/use-say.ts';
import { AudienceBadge } from '../../ui/AudienceBadge.tsx';
import { StatePill } from '../../ui/StatePill.tsx';
import { usePeople } from '../../ui/use-people.ts';
import classes from './approvals.module.css';

interface AwardSignaturesProps {
  readonly approvals: JourneyApprovals;
  readonly journey: RecordOf<'journey'>;
  readonly say: Say;
}

export const AwardSignatures = ({ approvals, journey, say }: AwardSignaturesProps): ReactElement | null => {
  const { t } = useTranslation('approvals');
  const { roleIn } = useStore();
  const standing = useRecords({ type: 'award', journey: journey.id }) ?? [];
  const thrown = useRecords({ type: 'award', journey: journey.id, trash: 'only' }) ?? [];
  const quotes = useRecords({ type: 'quote', journey: journey.id });
  // Taken back, it stays here until that is signed too: what its contractor has in hand says that it was accepted.
  const open = thrown.filter((award) => owedWord(award, approvals.awardByKey.get(award.key)) !== null);
  const awards = [...countedAwards(standing), ...open];
  if (awards.length === 0) return null;
  return (
    <section className={classes['awards']} aria-label={t('award.title')}>
      <div className={classes['head']}>
        <h3 className={classes['title']}>{t('award.title')}</h3>
      </div>
      <Text size="sm" c="dimmed">
        {t('award.explain')}
      </Text>
      {awards.map((award) => {
        const owed = owedWord(award, approvals.awardByKey.get(award.key));
        const vendor = award.body.vendor ?? quotes?.find(({ key }) => key === award.body.quote)?.body.vendor ?? '';
        return (
          <div key={award.key} className={classes['award']}>
            <Text fw={500} truncate>
              {vendor}
            </Text>
            <AwardState award={award} approvals={approvals} />
            <AudienceBadge journey={journey.id} space={award.space} />
            {owed !== null && sideOfRole(roleIn(award.space)) === 'family' && (
              <Button size="xs" variant="default" onClick={() => void say(award, owed)}>
                {t(owed === 'award' ? 'award.sign' : 'award.signBack')}
              </Button>
            )}
          </div>
        );
      })}
    </section>
  );
};

interface AwardStateProps {
  readonly award: RecordOf<'award'>;
  readonly approvals: JourneyApprovals;
}

const AwardState = ({ award, approvals }: AwardStateProps): ReactElement => {
  const { t } = useTranslation('approvals');
  const { nameOf } = usePeople();
  const { me } = useStore();
  const standing = approvals.awardByKey.get(award.key);
  const [entry] = standing?.words ?? [];
  if (award.trashedAt !== 0) return <StatePill tone="wanted">{t('award.backUnsigned')}</StatePill>;
  if (entry !== undefined && standing?.state === 'approved') {
    const words = entry.by === me ? t('award.signedByYou') : t('award.signed', { who: nameOf(entry.by) });
    return <StatePill tone="done">{words}</StatePill>;
  }
  if (approvals.unsure.has(award.key)) return <StatePill tone="wanted">{t('award.unsure')}</StatePill>;
  // Accepted anew, it is as unsigned as the first time.
  const isUnsigned = entry === undefined || standing?.state === 'withdrawn';
  return <StatePill tone="wanted">{t(isUnsigned ? 'award.unsigned' : 'award.edited')}</StatePill>;
};
