// What is committed to whom: each accepted quote with what was billed of it and what is open, and its bills that do not fit.
import { Button, Text, UnstyledButton } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { Amount } from '../../ui/Amount.tsx';
import { AudienceBadge } from '../../ui/AudienceBadge.tsx';
import { dayShort } from '../../ui/dates.ts';
import { usePlace } from '../../ui/place-context.ts';
import { spaceOfKey } from '../../../domain/kernel/ids.ts';
import { Settle } from '../../ui/Settle.tsx';
import { useIsFamily } from '../../ui/use-family.ts';
import { AwardCounts } from './AwardCounts.tsx';
import { BillForm } from './BillForm.tsx';
import { Findings } from './Findings.tsx';
import classes from './quotes.module.css';
import { useCheckedCommitments, type CheckedCommitment } from './use-commitments.ts';
import type { JourneyQuotes } from './use-journey-quotes.ts';

interface CommitmentsProps {
  readonly journey: RecordOf<'journey'>;
  readonly quotes: JourneyQuotes;
}

export const Commitments = ({ journey, quotes }: CommitmentsProps): ReactElement | null => {
  const { t } = useTranslation('quotes');
  const commitments = useCheckedCommitments(journey);
  if (commitments.length === 0) return null;
  return (
    <section aria-label={t('commitments.title')}>
      <div className={classes['head']}>
        <h3 className={classes['title']}>{t('commitments.title')}</h3>
      </div>
      <table className={classes['commitments']}>
        <thead>
          <tr>
            <th scope="col">{t('commitments.who')}</th>
            <th scope="col">{t('commitments.taken')}</th>
            <th scope="col">{t('commitments.changed')}</th>
            <th scope="col">{t('commitments.committed')}</th>
            <th scope="col">{t('commitments.billed')}</th>
            <th scope="col">{t('commitments.open')}</th>
          </tr>
        </thead>
        {commitments.map((one) => (
          <CommitmentRows
            key={one.commitment.award}
            checked={one}
            journey={journey}
            award={quotes.awards.find(({ key }) => key === one.commitment.award) ?? null}
            quote={quotes.all.find(({ key }) => key === one.commitment.quote) ?? null}
          />
        ))}
      </table>
    </section>
  );
};

interface CommitmentProps {
  readonly checked: CheckedCommitment;
  readonly journey: RecordOf<'journey'>;
  readonly award: RecordOf<'award'> | null;
  readonly quote: RecordOf<'quote'> | null;
}

const CommitmentRows = ({
  checked: { commitment, allocation, bills, findings },
  journey,
  award,
  quote,
}: CommitmentProps): ReactElement => {
  const { t } = useTranslation('quotes');
  const { go } = usePlace();
  const family = useIsFamily(journey.space);
  const [adding, setAdding] = useState(false);
  const isOver = commitment.open.minor < 0;
  return (
    <tbody>
      <tr>
        <th scope="row">
          {commitment.vendor || t('unknown')}{' '}
          <AudienceBadge journey={journey.id} space={spaceOfKey(commitment.award)} />
          {award !== null && <Settle record={award} />}
          {allocation !== null && <Settle record={allocation} />}
        </th>
        <td>{commitment.isUnknown ? t('noTotal') : <Amount money={commitment.awarded} />}</td>
        <td>{commitment.changed.minor !== 0 && <Amount money={commitment.changed} />}</td>
        <td>
          <strong>
            <Amount money={commitment.committed} />
          </strong>
        </td>
        <td>
          <Amount money={commitment.billed} />
        </td>
        <td className={isOver ? classes['flag'] : undefined}>
          <Amount money={{ ...commitment.open, minor: Math.abs(commitment.open.minor) }} />
          {isOver && ` ${t('commitments.over')}`}
        </td>
      </tr>
      {bills.map((cost) => (
        <tr key={cost.key} className={classes['bill']}>
          <td colSpan={6}>
            <UnstyledButton
              className={classes['billName']}
              onClick={() => go({ go: 'journey', journey: journey.id, tab: 'money', record: cost.key })}
            >
              <Text component="span" size="sm">
                {cost.body.description || cost.body.vendor} · <Amount money={cost.body.amount} />
                {cost.body.date !== null && ` · ${dayShort(cost.body.date)}`}
              </Text>
            </UnstyledButton>
            <Findings findings={findings.get(cost.key) ?? []} />
          </td>
        </tr>
      ))}
      {family && award !== null && (
        <tr className={classes['bill']}>
          <td colSpan={6}>
            <AwardCounts {...{ award, quote, allocation, commitment, journey }} />
          </td>
        </tr>
      )}
      <tr className={classes['bill']}>
        <td colSpan={6}>
          {adding ? (
            <BillForm commitment={commitment} journey={journey} onDone={() => setAdding(false)} />
          ) : (
            <Button size="compact-xs" variant="subtle" color="gray" ml={-8} onClick={() => setAdding(true)}>
              {t('commitments.record')}
            </Button>
          )}
        </td>
      </tr>
    </tbody>
  );
};
