// "Add €42.10 as a cost?": what a receipt seems to say, to be taken with one press, put right first, or waved away.
import { Button, Group, Paper, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordKey } from '../../domain/kernel/ids.ts';
import { COST_CATEGORIES } from '../../domain/records/cost.ts';
import type { RecordOf } from '../../domain/records/registry.ts';
import { useRun } from '../data/hooks.ts';
import { dayExact } from '../ui/dates.ts';
import { formatMoney } from '../ui/money.ts';
import { usePlace } from '../ui/place-context.ts';
import { StepSelect } from '../ui/StepSelect.tsx';

export interface ReceiptOfferProps {
  readonly reading: RecordOf<'reading'>;
  /** The step that its photo or document hangs on, suggested for the cost. */
  readonly step: RecordKey;
}

const NAMED_KINDS = ['quote', 'invoice', 'warranty'] as const;

const PaperOffer = ({ reading }: Pick<ReceiptOfferProps, 'reading'>): React.JSX.Element => {
  const { t } = useTranslation('capture');
  const { go } = usePlace();
  const { guess } = reading.body;
  const total = guess?.total ?? null;
  const kind = NAMED_KINDS.find((name) => name === guess?.kind) ?? 'other';
  return (
    <Paper withBorder p="md" component="section" aria-label={t('offer.paper.title')}>
      <Stack gap="sm">
        <div>
          <Text fw={600}>{t(`offer.paper.${kind}`)}</Text>
          <Text size="sm" c="dimmed">
            {[guess?.vendor, total === null ? null : formatMoney(total)].filter((part) => part != null).join(' · ')}
          </Text>
        </div>
        <Group gap="sm">
          <Button
            size="xs"
            onClick={() => go({ go: 'journey', journey: reading.journey, tab: 'documents', record: reading.parent })}
          >
            {t('offer.paper.check')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
};

export const ReceiptOffer = ({ reading, step }: ReceiptOfferProps): React.JSX.Element | null => {
  const { t } = useTranslation('capture');
  const run = useRun();
  const [category, setCategory] = useState<string>('other');
  const [chosenStep, setStep] = useState<string | null>(step === '' ? null : step);
  const { guess, offer } = reading.body;
  if (offer !== 'open' || guess === null) return null;
  // Only a slip can be booked at a glance; everything with lines and terms is looked at beside its pages.
  if (guess.total === null || (guess.kind !== undefined && guess.kind !== 'receipt'))
    return <PaperOffer reading={reading} />;
  const { total, vendor, date } = guess;
  const accept = (): void => {
    const cost = {
      description: vendor ?? t('offer.receipt'),
      amount: total,
      category,
      vendor: vendor ?? '',
      step: chosenStep,
      state: 'paid' as const,
      date,
    };
    void run('reading.accept', { key: reading.key, cost });
  };
  return (
    <Paper withBorder p="md" component="section" aria-label={t('offer.title')}>
      <Stack gap="sm">
        <div>
          <Text fw={600}>{t('offer.question', { amount: formatMoney(total) })}</Text>
          <Text size="sm" c="dimmed">
            {[vendor, date === null ? null : dayExact(date)].filter((part) => part !== null).join(' · ') ||
              t('offer.guess')}
          </Text>
        </div>
        <Group gap="sm" grow>
          <Select
            size="xs"
            label={t('offer.category')}
            data={COST_CATEGORIES.map((value) => ({ value, label: t(`category.${value}`) }))}
            value={category}
            allowDeselect={false}
            searchable
            onChange={(value) => setCategory(value ?? 'other')}
          />
          <StepSelect
            size="xs"
            label={t('offer.step')}
            placeholder={t('offer.noStep')}
            journey={reading.journey}
            value={chosenStep}
            onChange={setStep}
          />
        </Group>
        <Group gap="sm">
          <Button size="xs" onClick={accept}>
            {t('offer.add')}
          </Button>
          <Button
            size="xs"
            variant="subtle"
            color="gray"
            onClick={() => void run('reading.dismiss', { key: reading.key })}
          >
            {t('offer.dismiss')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
};
