// The payment schedule of a journey: what is to be paid when, what a due payment waits for, and what was paid.
import { Button, Text } from '@mantine/core';
import { IconCalendarDollar, IconPlus } from '@tabler/icons-react';
import { useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { scheduleSteps } from '../../../domain/journey/schedule.ts';
import { liveSteps } from '../../../domain/journey/steps.ts';
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import { totalIn } from '../../../domain/kernel/money.ts';
import { commitmentsOf, committedTotal } from '../../../domain/money/commitments.ts';
import { paymentSchedule, type PlannedPayment } from '../../../domain/money/payment-schedule.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useApprovedChanges } from '../../approvals/use-approvals.ts';
import { useRecords } from '../../data/hooks.ts';
import { today } from '../../ui/dates.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { formatMoney } from '../../ui/money.ts';
import { useCosts } from '../../ui/use-costs.ts';
import { useIsFamily } from '../../ui/use-family.ts';
import classes from './approvals.module.css';
import { PaymentForm } from './PaymentForm.tsx';
import { PaymentRow } from './PaymentRow.tsx';

export const PaymentSchedule = ({ journey }: { readonly journey: RecordOf<'journey'> }): ReactElement | null => {
  const { t } = useTranslation('approvals');
  const family = useIsFamily(journey.space);
  const planned = usePlannedPayments(journey);
  const [adding, setAdding] = useState(false);
  const [open, setOpen] = useState<RecordKey | null>(null);
  // A contractor reads what the family planned with them, and plans nothing.
  if (planned.length === 0 && !family) return null;
  const addButton = (
    <Button
      size="sm"
      variant="default"
      leftSection={<IconPlus size={16} stroke={2} />}
      disabled={adding}
      onClick={() => setAdding(true)}
    >
      {t('payments.add')}
    </Button>
  );
  return (
    <section aria-label={t('payments.title')}>
      <div className={classes['head']}>
        <h3 className={classes['title']} title={t('payments.explain')}>
          {t('payments.title')}
        </h3>
        {family && planned.length > 0 && addButton}
      </div>
      {planned.length > 0 && <PlannedOfAgreed planned={planned} journey={journey} />}
      {adding && <PaymentForm journey={journey} onDone={() => setAdding(false)} />}
      {planned.length === 0 && !adding && (
        <EmptyState isPart icon={IconCalendarDollar} title={t('payments.empty.title')} text={t('payments.empty.text')}>
          {addButton}
        </EmptyState>
      )}
      <ul className={classes['list']}>
        {planned.map((one) => (
          <PaymentRow
            key={one.payment.key}
            planned={one}
            journey={journey}
            open={open === one.payment.key}
            onToggle={() => setOpen(open === one.payment.key ? null : one.payment.key)}
          />
        ))}
      </ul>
    </section>
  );
};

/** What is planned to be paid, beside what was agreed: awards, and the change orders that both sides signed. */
const PlannedOfAgreed = ({
  planned,
  journey,
}: {
  readonly planned: readonly PlannedPayment[];
  readonly journey: RecordOf<'journey'>;
}): ReactElement | null => {
  const { t } = useTranslation('approvals');
  const of = { journey: journey.id };
  const awards = useRecords({ type: 'award', ...of });
  const quotes = useRecords({ type: 'quote', ...of });
  const allocations = useRecords({ type: 'allocation', ...of });
  const costs = useCosts(of);
  const changes = useApprovedChanges(journey.id);
  if (awards === undefined || quotes === undefined || allocations === undefined) return null;
  if (costs === undefined || changes === undefined) return null;
  const { currency } = journey.body;
  const agreed = committedTotal(commitmentsOf({ awards, quotes, allocations, costs, changes }), currency);
  const whole = totalIn(
    currency,
    planned.map(({ payment }) => payment.body.amount),
  );
  if (agreed.minor === 0) return null;
  return (
    <Text size="sm" c="dimmed" mb="xs">
      {t('payments.planned', { planned: formatMoney(whole), agreed: formatMoney(agreed) })}
    </Text>
  );
};

const usePlannedPayments = (journey: RecordOf<'journey'>): readonly PlannedPayment[] => {
  const of = { journey: journey.id };
  const payments = useRecords({ type: 'payment', ...of });
  const steps = useRecords({ type: 'step', ...of });
  const costs = useRecords({ type: 'cost', ...of });
  const { startDate } = journey.body;
  return useMemo(() => {
    const spans = scheduleSteps(liveSteps(steps ?? []), { today: today(), startDate });
    return paymentSchedule({
      payments: payments ?? [],
      steps: steps ?? [],
      costs: costs ?? [],
      today: today(),
      endOf: (step) => spans.get(step)?.end ?? null,
    });
  }, [payments, steps, costs, startDate]);
};
