// The fields that only some costs need: what it is, another currency with its rate, tax, when to pay, which quote it bills, who paid.
import { Select, Text, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useMemo, type KeyboardEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Money } from '../../../domain/kernel/money.ts';
import type { SpaceId } from '../../../domain/kernel/ids.ts';
import { commitmentsOf } from '../../../domain/money/commitments.ts';
import { inCurrency } from '../../../domain/money/rate.ts';
import { splitMoney } from '../../../domain/money/split.ts';
import { COST_KINDS } from '../../../domain/records/cost.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { isReadableIn } from '../../../domain/spaces/readable.ts';
import { useRecords } from '../../data/hooks.ts';
import { currencyChoices, formatMoney, formatMoneyWhole } from '../../ui/money.ts';
import { useIsFamily } from '../../ui/use-family.ts';
import { rateOf, sharesOf, taxOf, type More } from './cost-more.ts';
import { useHousehold } from './use-household.ts';
import views from './views.module.css';

interface CostMoreProps {
  readonly journey: RecordOf<'journey'>;
  /** Where the cost is: it bills only what its readers know of. */
  readonly space: SpaceId;
  readonly more: More;
  /** Null while it can't be read. */
  readonly amount: Money | null;
  readonly date: string | null;
  /** `isDone`: chosen, or left. */
  readonly onChange: (part: Partial<More>, isDone: boolean) => void;
  readonly onLeave?: () => void;
  readonly narrow?: boolean;
}

export const CostMore = (props: CostMoreProps): ReactElement => {
  const { journey, space, more, amount, date, onChange, onLeave, narrow = false } = props;
  const { t } = useTranslation('money');
  const isFamily = useIsFamily(journey.space);
  const home = journey.body.currency;
  const awards = useRecords({ type: 'award', journey: journey.id });
  const quotes = useRecords({ type: 'quote', journey: journey.id });
  const billable = useMemo(
    () =>
      // Whom each is to and how much, in its own currency: how the family counts it says nothing of that.
      commitmentsOf({ awards: awards ?? [], quotes: quotes ?? [], allocations: [], costs: [] }).filter(
        ({ award }) => isReadableIn(space, award) || award === more.against,
      ),
    [awards, quotes, space, more.against],
  );
  const rate = rateOf(more, home, date);
  const tax = amount === null ? null : taxOf(more.tax, amount);
  const leave =
    onLeave === undefined
      ? {}
      : { onBlur: onLeave, onKeyDown: (event: KeyboardEvent) => event.key === 'Enter' && onLeave() };
  const converted = amount === null || rate === null || rate === 'odd' ? null : inCurrency(amount, rate, home);
  return (
    <div className={views[narrow ? 'narrowMore' : 'more']}>
      <Select
        label={t('kindLabel')}
        data={COST_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
        allowDeselect={false}
        value={more.kind}
        onChange={(kind) => kind !== null && onChange({ kind }, true)}
      />
      <DateInput
        label={t('dueDate')}
        placeholder={t('notSet')}
        clearable
        value={more.dueDate}
        onChange={(dueDate) => onChange({ dueDate }, true)}
      />
      <TextInput
        label={t('tax')}
        placeholder={t('taxPlaceholder')}
        value={more.tax}
        error={tax === 'odd' ? t('taxOdd') : undefined}
        description={
          tax === null || tax === 'odd' || amount === null
            ? undefined
            : t('taxOf', {
                tax: formatMoney(tax),
                net: formatMoney({ minor: amount.minor - tax.minor, currency: amount.currency }),
              })
        }
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        onChange={(event) => onChange({ tax: event.currentTarget.value }, false)}
        {...leave}
      />
      <Select
        label={t('currency')}
        data={currencyChoices}
        searchable
        allowDeselect={false}
        value={more.currency}
        onChange={(currency) => currency !== null && onChange({ currency }, true)}
      />
      {more.currency !== home && (
        <TextInput
          label={t('rate', { from: more.currency, to: home })}
          inputMode="decimal"
          placeholder="0.9234"
          value={more.rate}
          error={rate === 'odd' ? t('rateOdd') : undefined}
          description={converted === null ? t('rateNone') : t('rateIs', { amount: formatMoney(converted) })}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          onChange={(event) => onChange({ rate: event.currentTarget.value }, false)}
          {...leave}
        />
      )}
      {billable.length > 0 && (
        <Select
          label={t('against')}
          placeholder={t('againstNone')}
          data={billable.map(({ award, vendor, committed }) => ({
            value: award,
            label: `${vendor || t('againstUnnamed')} · ${formatMoneyWhole(committed)}`,
          }))}
          clearable
          value={more.against}
          onChange={(against) => onChange({ against }, true)}
        />
      )}
      {isFamily && <SplitFields {...props} />}
    </div>
  );
};

const SplitFields = ({ journey, more, amount, onChange, onLeave }: CostMoreProps): ReactElement => {
  const { t } = useTranslation('money');
  const people = useHousehold(journey);
  const shares = sharesOf(more.shares);
  const parts =
    amount === null || shares === 'odd'
      ? []
      : Object.entries(
          splitMoney(amount, Object.fromEntries(Object.entries(shares).toSorted(([a], [b]) => (a < b ? -1 : 1)))),
        );
  const nameOf = (id: string): string => people.find((person) => person.id === id)?.name ?? t('shared.someone');
  return (
    <>
      <Select
        label={t('paidBy')}
        placeholder={t('notSet')}
        data={people.map(({ id, name }) => ({ value: id, label: name }))}
        clearable
        value={more.paidBy}
        onChange={(paidBy) => onChange({ paidBy }, true)}
      />
      <div className={views['whole']} role="group" aria-label={t('shares')}>
        <Text size="sm" fw={500} mb={4}>
          {t('shares')}
        </Text>
        <div className={views['shares']}>
          {people.map(({ id, name }) => (
            <TextInput
              key={id}
              className={views['share'] ?? ''}
              leftSectionWidth={64}
              aria-label={t('shareOf', { name })}
              label={name}
              inputMode="numeric"
              placeholder="0"
              value={more.shares[id] ?? ''}
              onChange={(event) => onChange({ shares: { ...more.shares, [id]: event.currentTarget.value } }, false)}
              {...(onLeave === undefined ? {} : { onBlur: onLeave })}
            />
          ))}
        </div>
        <Text size="xs" c={shares === 'odd' ? 'var(--pl-late)' : 'dimmed'} mt={4}>
          {shares === 'odd'
            ? t('sharesOdd')
            : parts.length === 0
              ? t('sharesText')
              : parts.map(([id, part]) => `${nameOf(id)} ${formatMoney(part)}`).join(' · ')}
        </Text>
      </div>
    </>
  );
};
