// The awards of a journey and who signed them: the family's word is what a contractor works on.
import { Button, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { JourneyApprovals } from '../../../domain/approvals/journey-approvals.ts';
import { sideOfRole } from '../../../domain/approvals/graph.ts';
import type { Standing } from '../../../domain/approvals/standing.ts';
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
  const awards = countedAwards(useRecords({ type: 'award', journey: journey.id }) ?? []);
  const quotes = useRecords({ type: 'quote', journey: journey.id });
  if (awards.length === 0) return null;
  return (
    <section className={classes['awards']} aria-label={t('award.title')}>
      {awards.map((award) => {
        const standing = approvals.awardByKey.get(award.key);
        const isSigned = standing?.state === 'approved';
        const vendor = award.body.vendor ?? quotes?.find(({ key }) => key === award.body.quote)?.body.vendor ?? '';
        return (
          <div key={award.key} className={classes['award']}>
            <Text fw={500} truncate>
              {vendor}
            </Text>
            <AwardState standing={standing} />
            <AudienceBadge journey={journey.id} space={award.space} />
            {!isSigned && sideOfRole(roleIn(award.space)) === 'family' && (
              <Button size="xs" variant="default" onClick={() => void say(award, 'award')}>
                {t('award.sign')}
              </Button>
            )}
          </div>
        );
      })}
    </section>
  );
};

const AwardState = ({ standing }: { readonly standing: Standing | undefined }): ReactElement => {
  const { t } = useTranslation('approvals');
  const { nameOf } = usePeople();
  const { me } = useStore();
  const [entry] = standing?.words ?? [];
  const isSigned = standing?.state === 'approved';
  const words =
    entry === undefined
      ? t('award.unsigned')
      : isSigned
        ? entry.by === me
          ? t('award.signedByYou')
          : t('award.signed', { who: nameOf(entry.by) })
        : t('award.edited');
  return <StatePill tone={isSigned ? 'done' : entry === undefined ? 'quiet' : 'wanted'}>{words}</StatePill>;
};
