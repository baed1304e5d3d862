// The selected cost, editable in place: amount, what for, from whom, paid or due, and its receipt.
import { Menu, SegmentedControl, Select } from '@mantine/core';
import { IconCut } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import { parseAmount } from '../../../domain/money/amount.ts';
import { recordAs, type RecordOf } from '../../../domain/records/registry.ts';
import { privateSpace } from '../../../domain/spaces/space.ts';
import { useRecord, useRun, useSetting } from '../../data/hooks.ts';
import { CommentsSection } from '../../comments/CommentsSection.tsx';
import { Related } from '../../media/Related.tsx';
import { AudienceBadge } from '../../ui/AudienceBadge.tsx';
import { EarlierValues } from '../../ui/EarlierValues.tsx';
import { InlineText } from '../../ui/InlineText.tsx';
import { amountText, currencySymbol } from '../../ui/money.ts';
import { DayProperty } from '../../ui/DayProperty.tsx';
import { Panel, Property } from '../../ui/Panel.tsx';
import { RecordMenu } from '../../ui/RecordMenu.tsx';
import { Settle } from '../../ui/Settle.tsx';
import { useSlots } from '../../ui/slots.ts';
import { NO_SUCH_VALUE, NOTHING_TO_SAVE, useInPlace } from '../../ui/use-in-place.ts';
import { StepSelect } from '../../ui/StepSelect.tsx';
import classes from './CostPanel.module.css';
import { CostPanelMore } from './CostPanelMore.tsx';
import { HoldBack } from './HoldBack.tsx';
import { useBooking, type Booking } from './use-booking.ts';
import { useCategories } from '../../ui/use-categories.ts';

interface CostPanelProps {
  readonly recordKey: RecordKey;
  readonly journey: RecordOf<'journey'>;
}

export const CostPanel = ({ recordKey, journey }: CostPanelProps): ReactElement | null => {
  const { t } = useTranslation('money');
  const record = useRecord(recordKey);
  const cost = recordAs('cost', record ?? undefined);
  if (cost === null) return record === undefined ? null : <Panel label={t('panel')}>{t('gone')}</Panel>;
  return <OneCost cost={cost} journey={journey} />;
};

interface OneCostProps {
  readonly cost: RecordOf<'cost'>;
  readonly journey: RecordOf<'journey'>;
}

const OneCost = ({ cost: kept, journey }: OneCostProps): ReactElement => {
  const { t } = useTranslation('money');
  const { costReceipt: Receipt, costCheck: Check } = useSlots();
  const [holding, setHolding] = useSetting(`holding-back:${kept.key}`, false);
  const booking = useBooking(kept, journey);
  const { cost } = booking;
  return (
    <Panel label={t('panel')} actions={<CostMenu cost={cost} onHoldBack={() => setHolding(true)} />}>
      <Settle record={cost} />
      <Fields key={cost.key} {...booking} journey={journey} />
      {holding && canHoldBack(cost) && (
        <HoldBack key={`hold:${cost.key}`} cost={cost} onDone={() => setHolding(false)} />
      )}
      {Check !== null && <Check key={`check:${cost.key}`} cost={cost} journey={journey} />}
      <CostPanelMore key={`more:${cost.key}`} {...booking} journey={journey} />
      {Receipt !== null && <Receipt key={`receipt:${cost.key}`} cost={cost} journey={journey} />}
      <Related of={cost.body.receipt === null ? [cost.key] : [cost.key, cost.body.receipt]} />
      <CommentsSection key={`comments:${cost.key}`} on={cost.key} space={cost.space} journey={journey.id} />
      <EarlierValues record={cost} />
    </Panel>
  );
};

const Fields = ({ cost, isApart, journey }: OneCostProps & Booking): ReactElement => {
  const { t } = useTranslation('money');
  const run = useRun();
  const { nameOf, choices } = useCategories();
  const { body } = cost;
  const edit = (set: Parameters<typeof run<'cost.edit'>>[1]['set']): ReturnType<typeof run> =>
    run('cost.edit', { key: cost.key, set });
  const known = choices.some(({ value }) => value === body.category);
  return (
    <>
      <div className={classes['head']}>
        <InlineText
          label={t('description')}
          size="heading"
          value={body.description}
          draft={`description:${cost.key}`}
          placeholder={t('unnamed')}
          maxLength={500}
          onSave={(description) => edit({ description })}
        />
        <AudienceBadge journey={journey.id} space={cost.space} />
      </div>
      <AmountField cost={cost} />
      <Property label={t('stateLabel')}>
        <SegmentedControl
          size="xs"
          aria-label={t('stateLabel')}
          value={body.state}
          onChange={(state) => edit({ state })}
          data={[
            { value: 'paid', label: t('state.paid') },
            { value: 'due', label: t('state.due') },
          ]}
        />
      </Property>
      <DayProperty label={t('date')} placeholder={t('notSet')} value={body.date} onChange={(date) => edit({ date })} />
      <Property label={t('vendor')}>
        <div className={classes['text']}>
          <InlineText
            label={t('vendor')}
            placeholder={t('notSet')}
            value={body.vendor}
            draft={`vendor:${cost.key}`}
            onSave={(vendor) => edit({ vendor })}
          />
        </div>
      </Property>
      <Property label={t('categoryLabel')}>
        <Select
          aria-label={t('categoryLabel')}
          data={known ? choices : [{ value: body.category, label: nameOf(body.category) }, ...choices]}
          searchable
          allowDeselect={false}
          value={body.category}
          onChange={(category) =>
            category !== null &&
            (isApart ? run('allocation.set', { of: cost.key, categories: { '': category } }) : edit({ category }))
          }
        />
        {isApart && (
          <div className={classes['apart']}>
            <AudienceBadge journey={journey.id} space={privateSpace(journey.id)} />
          </div>
        )}
      </Property>
      <Property label={t('step')}>
        <StepSelect
          aria-label={t('step')}
          placeholder={t('noStep')}
          journey={journey.id}
          value={body.step}
          onChange={(step) => edit({ step })}
        />
      </Property>
    </>
  );
};

const AmountField = ({ cost }: { readonly cost: RecordOf<'cost'> }): ReactElement => {
  const { t } = useTranslation('money');
  const run = useRun();
  const { amount } = cost.body;
  const field = useInPlace(`amount:${cost.key}`, {
    saved: amountText(amount),
    save: (typed) => {
      const next = parseAmount(typed, amount.currency);
      if (next === null) return NO_SUCH_VALUE;
      return next.minor === amount.minor ? NOTHING_TO_SAVE : run('cost.edit', { key: cost.key, set: { amount: next } });
    },
  });
  const isOdd = parseAmount(field.value, amount.currency) === null;
  return (
    <div className={classes['amount']}>
      <span aria-hidden="true">{currencySymbol(amount.currency)}</span>
      <input
        className={classes['amountField']}
        aria-label={t('amount', { currency: amount.currency })}
        aria-invalid={isOdd}
        inputMode="decimal"
        value={field.value}
        onChange={(event) => field.change(event.currentTarget.value)}
        {...field.sign}
        onBlur={() => void field.leave()}
        onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
      />
      {isOdd && <span className={classes['odd']}>{t('amountOdd')}</span>}
    </div>
  );
};

/** Of what is still to be paid, and was not held back already. */
const canHoldBack = ({ trashedAt, body }: RecordOf<'cost'>): boolean =>
  trashedAt === 0 && body.state === 'due' && body.amount.minor > 1 && body.kind !== 'retention';

interface CostMenuProps {
  readonly cost: RecordOf<'cost'>;
  readonly onHoldBack: () => void;
}

const CostMenu = ({ cost, onHoldBack }: CostMenuProps): ReactElement => {
  const { t } = useTranslation('money');
  return (
    <RecordMenu label={t('more')} record={cost}>
      {canHoldBack(cost) && (
        <Menu.Item leftSection={<IconCut size={16} stroke={1.75} />} onClick={onHoldBack}>
          {t('holdBack.menu')}
        </Menu.Item>
      )}
    </RecordMenu>
  );
};
