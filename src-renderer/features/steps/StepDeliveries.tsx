// What a step needs delivered: the day each is promised for, which holds its plan up, and a tick when it has come.
import { ActionIcon, Checkbox, Text } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { IconTrash } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { deliveriesOf, type NamedDelivery } from '../../../domain/journey/deliveries.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useRun } from '../../data/hooks.ts';
import { AddLine } from '../../ui/AddLine.tsx';
import { dayExact, dayShort, today } from '../../ui/dates.ts';
import { InlineText } from '../../ui/InlineText.tsx';
import { PanelSection } from '../../ui/Panel.tsx';
import classes from './StepPanel.module.css';
import list from './StepsTab.module.css';

interface StepDeliveriesProps {
  readonly step: RecordOf<'step'>;
  readonly readOnly: boolean;
}

export const StepDeliveries = ({ step, readOnly }: StepDeliveriesProps): ReactElement | null => {
  const { t } = useTranslation('steps');
  const run = useRun();
  const deliveries = deliveriesOf(step.body);
  if (readOnly && deliveries.length === 0) return null;
  return (
    <PanelSection title={t('deliveries.title')}>
      {deliveries.map((delivery) => (
        <Delivery key={delivery.id} step={step} delivery={delivery} readOnly={readOnly} />
      ))}
      {!readOnly && (
        <AddLine
          className={list['add']}
          label={t('deliveries.add')}
          placeholder={deliveries.length === 0 ? t('deliveries.hint') : undefined}
          draft={`delivery:${step.key}`}
          maxLength={200}
          onAdd={async (what) => (await run('step.deliver', { key: step.key, set: { what } })).ok}
        />
      )}
    </PanelSection>
  );
};

interface DeliveryProps extends StepDeliveriesProps {
  readonly delivery: NamedDelivery;
}

const Delivery = ({ step, delivery, readOnly }: DeliveryProps): ReactElement => {
  const { t } = useTranslation('steps');
  const run = useRun();
  const { id, what, promised, arrived } = delivery;
  const set = (changes: Partial<Pick<NamedDelivery, 'what' | 'promised' | 'arrived'>> | null): ReturnType<typeof run> =>
    run('step.deliver', { key: step.key, id, set: changes });
  const isLate = arrived === null && promised !== null && promised < today();
  return (
    <div className={classes['delivery']}>
      <Checkbox
        size="xs"
        aria-label={t('deliveries.arrived', { what })}
        checked={arrived !== null}
        disabled={readOnly}
        onChange={(event) => void set({ arrived: event.currentTarget.checked ? today() : null })}
      />
      <div className={classes['deliveryName']}>
        <InlineText
          label={t('deliveries.what', { what })}
          value={what}
          draft={`delivery:${id}`}
          required
          maxLength={200}
          disabled={readOnly}
          onSave={(next) => set({ what: next })}
        />
        {arrived !== null && (
          <Text size="xs" c="dimmed" title={dayExact(arrived)}>
            {t('deliveries.came', { day: dayShort(arrived) })}
          </Text>
        )}
        {isLate && (
          <Text size="xs" className={classes['late'] ?? ''} title={dayExact(promised)}>
            {t('deliveries.late', { day: dayShort(promised) })}
          </Text>
        )}
      </div>
      {arrived === null && (
        <DateInput
          className={classes['deliveryDay'] ?? ''}
          size="xs"
          aria-label={t('deliveries.promised', { what })}
          placeholder={t('deliveries.noDay')}
          clearable={!readOnly}
          disabled={readOnly}
          value={promised}
          onChange={(day) => void set({ promised: day })}
        />
      )}
      {!readOnly && (
        <ActionIcon size="sm" aria-label={t('deliveries.remove', { what })} onClick={() => void set(null)}>
          <IconTrash size={14} stroke={1.75} />
        </ActionIcon>
      )}
    </div>
  );
};
