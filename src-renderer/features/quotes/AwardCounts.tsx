// How an accepted quote counts in the family's figures: each line under its category, and what its currency is worth in the journey's.
import { Button, Select, Text, TextInput } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { committedIn, countRows, termsOf, type Commitment } from '../../../domain/money/commitments.ts';
import { rateTo } from '../../../domain/money/rate.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { privateSpace } from '../../../domain/spaces/space.ts';
import { useRun } from '../../data/hooks.ts';
import { AudienceBadge } from '../../ui/AudienceBadge.tsx';
import { today } from '../../ui/dates.ts';
import { formatMoney } from '../../ui/money.ts';
import { useCategories } from '../../ui/use-categories.ts';
import { useDraft } from '../../ui/use-draft.ts';
import classes from './quotes.module.css';
import { saidRate } from './said-rate.ts';

interface AwardCountsProps {
  readonly award: RecordOf<'award'>;
  readonly quote: RecordOf<'quote'> | null;
  /** What was said of it so far; null for nothing. */
  readonly allocation: RecordOf<'allocation'> | null;
  readonly commitment: Commitment;
  readonly journey: RecordOf<'journey'>;
}

export const AwardCounts = ({ journey, ...counted }: AwardCountsProps): ReactElement => {
  const { commitment } = counted;
  const { t } = useTranslation('quotes');
  const [open, setOpen] = useState(false);
  const { currency } = journey.body;
  const isForeign = commitment.committed.currency !== currency;
  const own = isForeign ? committedIn(commitment, currency) : null;
  return (
    <>
      {isForeign && (
        <Text size="sm" {...(own === null ? { c: 'var(--pl-blocked)' } : { c: 'dimmed' })}>
          {own === null
            ? t('counts.unrated', { currency })
            : t('counts.rated', { amount: formatMoney(own), rate: rateTo(commitment.rates, currency)?.value ?? '' })}
        </Text>
      )}
      <Button
        size="compact-xs"
        variant="subtle"
        color="gray"
        ml={-8}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {t(isForeign ? 'counts.openRate' : 'counts.open')}
      </Button>
      {open && (
        <div className={classes['counts']} role="group" aria-label={t('counts.open')}>
          {/* The family's, whoever reads the award itself. */}
          <div className={classes['countsReaders']}>
            <AudienceBadge journey={journey.id} space={privateSpace(journey.id)} />
          </div>
          {isForeign && <Rate {...counted} currency={currency} />}
          <Lines {...counted} />
        </div>
      )}
    </>
  );
};

const Lines = ({
  award,
  quote,
  allocation,
}: Pick<AwardCountsProps, 'award' | 'quote' | 'allocation'>): ReactElement => {
  const { t } = useTranslation('quotes');
  const run = useRun();
  const { choices, nameOf } = useCategories();
  return (
    <>
      {countRows(termsOf(award, quote, allocation)).map(({ name, label, category: value }) => (
        <Select
          key={name}
          size="xs"
          label={label ?? t('counts.whole')}
          searchable
          allowDeselect={false}
          data={
            choices.some((choice) => choice.value === value) ? choices : [...choices, { value, label: nameOf(value) }]
          }
          value={value}
          onChange={(category) => {
            if (category !== null && category !== value)
              void run('allocation.set', { of: award.key, categories: { [name]: category } });
          }}
        />
      ))}
    </>
  );
};

const Rate = ({
  award,
  allocation,
  commitment,
  currency,
}: Pick<AwardCountsProps, 'award' | 'allocation' | 'commitment'> & { readonly currency: string }): ReactElement => {
  const { t } = useTranslation('quotes');
  const run = useRun();
  const draft = useDraft(`award-rate:${award.key}`, rateTo(commitment.rates, currency)?.value ?? '');
  const said = saidRate(draft, { to: currency, on: today(), before: allocation?.body.rate ?? null });
  const save = async (): Promise<void> => {
    if (said.is === 'nothing' || said.is === 'odd') return;
    if (said.is === 'new') await run('allocation.set', { of: award.key, rate: said.rate });
    draft.clear();
  };
  return (
    <TextInput
      size="xs"
      label={t('counts.rate', { from: commitment.committed.currency, to: currency })}
      inputMode="decimal"
      placeholder="0.9234"
      value={draft.value}
      error={said.is === 'odd' ? t('counts.rateOdd') : undefined}
      onChange={(event) => draft.change(event.currentTarget.value)}
      onBlur={() => void save()}
      onKeyDown={(event) => {
        if (event.key === 'Enter') void save();
      }}
    />
  );
};
