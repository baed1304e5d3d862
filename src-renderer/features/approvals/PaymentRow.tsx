// One planned payment: when it is due and why; opened, the photos that show the work and the day it was paid.
import { Button, Group, MultiSelect, Select, Text, UnstyledButton } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import type { PlannedPayment } from '../../../domain/money/payment-schedule.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { isReadableIn } from '../../../domain/spaces/readable.ts';
import { useRecords, useRun } from '../../data/hooks.ts';
import { Amount } from '../../ui/Amount.tsx';
import { AudienceBadge } from '../../ui/AudienceBadge.tsx';
import { dayShort, today } from '../../ui/dates.ts';
import { Settle } from '../../ui/Settle.tsx';
import { StatePill, type Tone } from '../../ui/StatePill.tsx';
import { useIsFamily } from '../../ui/use-family.ts';
import { useFound } from '../../ui/use-found.ts';
import classes from './approvals.module.css';

interface PaymentRowProps {
  readonly planned: PlannedPayment;
  readonly journey: RecordOf<'journey'>;
  readonly open: boolean;
  readonly onToggle: () => void;
}

const toneByState: Readonly<Record<PlannedPayment['state'], Tone>> = {
  planned: 'quiet',
  waiting: 'wanted',
  due: 'wanted',
  paid: 'done',
};

export const PaymentRow = ({ planned, journey, open, onToggle }: PaymentRowProps): ReactElement => {
  const { t } = useTranslation('approvals');
  const { payment, state, late } = planned;
  const steps = useRecords({ type: 'step', journey: journey.id });
  const { title, amount, dueBy, step, photos, paidOn } = payment.body;
  const stepName = steps?.find(({ key }) => key === step)?.body.name;
  const when = [
    stepName === undefined ? '' : t('payments.whenDone', { step: stepName }),
    dueBy === null ? '' : t('payments.by', { day: dayShort(dueBy) }),
    photos.length === 0 ? '' : t('payments.photos', { count: photos.length }),
  ];
  const words = paidOn === null ? when : [t('payments.paidOn', { day: dayShort(paidOn) })];
  return (
    <li className={classes['item']} {...useFound(payment.key)}>
      <UnstyledButton className={classes['row']} aria-expanded={open} onClick={onToggle}>
        {open ? <IconChevronDown size={16} stroke={1.75} /> : <IconChevronRight size={16} stroke={1.75} />}
        <span className={classes['names']}>
          <Text fw={500} lineClamp={2}>
            {title}
          </Text>
          <Text size="sm" c="dimmed" truncate>
            {words.filter((part) => part !== '').join(' · ')}
          </Text>
        </span>
        <StatePill tone={late ? 'wanted' : toneByState[state]}>
          {late ? t('payments.late') : t(`payments.state.${state}`)}
        </StatePill>
        <AudienceBadge journey={journey.id} space={payment.space} />
        <span className={classes['figure']}>
          <Amount money={amount} />
        </span>
      </UnstyledButton>
      {open && (
        <div className={classes['open']}>
          <Settle record={payment} />
          <Evidence payment={payment} />
          <Paid payment={payment} journey={journey} />
        </div>
      )}
    </li>
  );
};

interface PaymentProps {
  readonly payment: RecordOf<'payment'>;
}

/** Photos that the readers of the payment can see, and no others. */
const Evidence = ({ payment }: PaymentProps): ReactElement => {
  const { t } = useTranslation('approvals');
  const run = useRun();
  const photos = useRecords({ type: 'photo', journey: payment.journey });
  const { body, key, space } = payment;
  const offered = (photos ?? []).filter((photo) => isReadableIn(space, photo.key));
  // One that has not come to this device yet stays.
  const notHere = body.photos.filter((photo) => !offered.some((one) => one.key === photo));
  const data = offered.map((photo) => ({
    value: photo.key,
    label: photo.body.caption || photo.body.name || t('payments.unnamed'),
  }));
  return (
    <MultiSelect
      label={t('payments.show')}
      placeholder={t('payments.pick')}
      data={data}
      searchable
      clearable
      maw={480}
      value={body.photos.filter((photo) => !notHere.includes(photo))}
      onChange={(chosen) => void run('payment.show', { key, photos: [...notHere, ...chosen] })}
    />
  );
};

const Paid = ({ payment, journey }: PaymentProps & { readonly journey: RecordOf<'journey'> }): ReactElement | null => {
  const { t } = useTranslation('approvals');
  const run = useRun();
  const family = useIsFamily(journey.space);
  const costs = useRecords({ type: 'cost', journey: journey.id });
  const [day, setDay] = useState<string | null>(today());
  const [cost, setCost] = useState<RecordKey | null>(null);
  if (!family) return null;
  const { key, body } = payment;
  const linked = costs?.find((one) => one.body.payment === key);
  if (body.paidOn !== null)
    return (
      <Group>
        <Button
          variant="default"
          onClick={() => void run('payment.paid', { key, paidOn: null, cost: linked?.key ?? null })}
        >
          {t('payments.takeBack')}
        </Button>
      </Group>
    );
  const data = (costs ?? []).map((one) => ({
    value: one.key,
    label: one.body.description || one.body.vendor || one.id,
  }));
  return (
    <Group align="flex-end" gap="sm">
      <DateInput label={t('payments.paidDay')} value={day} onChange={setDay} w={160} />
      <Select
        label={t('payments.cost')}
        placeholder={t('payments.noCost')}
        data={data}
        searchable
        clearable
        w={240}
        value={cost}
        onChange={setCost}
      />
      <Button disabled={day === null} onClick={() => void run('payment.paid', { key, paidOn: day, cost })}>
        {t('payments.markPaid')}
      </Button>
      <Button variant="subtle" color="gray" onClick={() => void run('record.trash', { key })}>
        {t('payments.trash')}
      </Button>
    </Group>
  );
};
