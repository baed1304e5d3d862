// One journey on Home: how far it is, what is next, what it has cost of its budget, and Resume to where one left it.
import { Button, Text, UnstyledButton } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { JourneyMoney } from '../../../domain/journey/money.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useRecords } from '../../data/hooks.ts';
import { Amount } from '../../ui/Amount.tsx';
import { BudgetBar } from '../../ui/BudgetBar.tsx';
import { usePlace } from '../../ui/place-context.ts';
import { ProgressRing } from '../../ui/ProgressRing.tsx';
import { StepStateIcon } from '../../ui/StepStateIcon.tsx';
import { useJourneyOverview } from '../../ui/use-journey-overview.ts';
import { Moment } from '../../ui/When.tsx';
import classes from './Home.module.css';

export const JourneyCard = ({ journey }: { readonly journey: RecordOf<'journey'> }): ReactElement => {
  const { t } = useTranslation('home');
  const { go } = usePlace();
  const overview = useJourneyOverview(journey);
  // The newest is enough: a journey of a year has hundreds, and Home shows every journey.
  const events = useRecords({ type: 'event', journey: journey.id, latest: 1 });
  const last = events?.at(-1)?.body.at ?? journey.createdAt;
  const { name, area, address } = journey.body;
  const progress = overview?.progress;
  const settled = (progress?.done ?? 0) + (progress?.skipped ?? 0);
  const resume = (): void => go({ go: 'journey', journey: journey.id });

  return (
    <li className={classes['card']} aria-label={name}>
      <ProgressRing done={settled} total={progress?.total ?? 0} size={40} />
      <div className={classes['words']}>
        <UnstyledButton className={classes['name']} onClick={resume}>
          {name}
        </UnstyledButton>
        <Text size="sm" c="dimmed" truncate>
          {[...new Set([area, address])].filter((part) => part !== '' && part !== name).join(' · ')}
          {(area !== '' && area !== name) || address !== '' ? ' · ' : ''}
          {t('changed')} <Moment at={last} />
        </Text>
        <div className={classes['next']}>
          {overview?.next == null ? (
            <Text size="sm" c="dimmed">
              {t(progress !== undefined && progress.total > 0 && settled === progress.total ? 'allSettled' : 'noNext')}
            </Text>
          ) : (
            <>
              <StepStateIcon state={overview.next.body.state} size={14} />
              <span className={classes['nextName']}>{t('next', { name: overview.next.body.name })}</span>
            </>
          )}
        </div>
      </div>
      {overview !== null && <CardMoney money={overview.money} />}
      <Button
        variant="light"
        rightSection={<IconArrowRight size={14} />}
        aria-label={t('resumeNamed', { name })}
        onClick={resume}
      >
        {t('resume')}
      </Button>
    </li>
  );
};

const CardMoney = ({ money }: { readonly money: JourneyMoney }): ReactElement => {
  const { t } = useTranslation('home');
  const used = { minor: money.spent.minor + money.due.minor, currency: money.currency };
  if (money.budget === null) {
    return (
      <div className={classes['money']}>
        {used.minor !== 0 && (
          <Text size="sm" c="dimmed" ta="right">
            <Amount money={used} whole /> {t('spent')}
          </Text>
        )}
      </div>
    );
  }
  return (
    <div className={classes['money']}>
      <div className={classes['moneyLine']}>
        <Amount money={used} whole />
        <Text span size="sm" c="dimmed">
          {t('of')} <Amount money={money.budget} whole />
        </Text>
      </div>
      <BudgetBar label={t('budget')} spent={money.spent} due={money.due} planned={money.budget} />
    </div>
  );
};
