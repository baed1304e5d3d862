// Adding a cost: the amount as people write it, and the little that makes it findable. Half-filled forms survive a restart.
import { Autocomplete, Button, Group, SegmentedControl, Select, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useEffect, useMemo, useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import { parseAmount } from '../../../domain/money/amount.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useRecords, useRun } from '../../data/hooks.ts';
import { AudienceBadge } from '../../ui/AudienceBadge.tsx';
import { today } from '../../ui/dates.ts';
import { FormButtons } from '../../ui/FormButtons.tsx';
import { StepSelect } from '../../ui/StepSelect.tsx';
import { clearThen, useDraft } from '../../ui/use-draft.ts';
import { useOwnSpace } from '../../ui/use-own-space.ts';
import classes from './MoneyTab.module.css';
import { CostMore } from './CostMore.tsx';
import { isSaid, isSplit, noMore, rateOf, sharesOf, signed, taxOf, type More } from './cost-more.ts';
import { useCategories } from '../../ui/use-categories.ts';

interface Form {
  readonly description: string;
  readonly amount: string;
  readonly category: string;
  readonly vendor: string;
  readonly step: RecordKey | null;
  readonly state: 'due' | 'paid';
  readonly date: string | null;
  /** Absent in drafts of an earlier build. */
  readonly more?: More;
}

interface CostFormProps {
  readonly journey: RecordOf<'journey'>;
  /** The step it is added from: it is filled in and not asked for. */
  readonly step?: RecordOf<'step'>;
  readonly onDone: () => void;
}

export const CostForm = ({ journey, step, onDone }: CostFormProps): ReactElement => {
  const { t } = useTranslation('money');
  const run = useRun();
  const { choices } = useCategories();
  const space = useOwnSpace(journey);
  const costs = useRecords({ type: 'cost', journey: journey.id });
  const [tried, setTried] = useState(false);
  const element = useRef<HTMLFormElement>(null);
  // It opens below a long table as well as at the top of a page: all of it is to be seen, not its first row.
  useEffect(() => element.current?.scrollIntoView({ block: 'nearest' }), []);
  const blank: Form = {
    description: '',
    amount: '',
    category: 'other',
    vendor: '',
    step: step?.key ?? null,
    state: 'paid',
    date: today(),
  };
  const draft = useDraft(`cost:${step?.key ?? journey.id}`, blank);
  const form = draft.value;
  const change = (part: Partial<Form>): void => draft.change({ ...form, ...part });
  const more = form.more ?? noMore(journey.body.currency);
  const [unfolded, setUnfolded] = useState(false);
  const isOpen = unfolded || isSaid(more, journey.body.currency);
  const typed = parseAmount(form.amount, more.currency);
  const amount = typed === null ? null : signed(typed, more.kind);
  const vendors = useMemo(
    () => [...new Set((costs ?? []).map(({ body }) => body.vendor).filter((vendor) => vendor !== ''))],
    [costs],
  );

  const done = clearThen(draft, onDone);
  const add = async (event: { readonly preventDefault: () => void }): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (amount === null) return;
    const { more: _more, ...plain } = form;
    const tax = taxOf(more.tax, amount);
    const rate = rateOf(more, journey.body.currency, form.date);
    const shares = sharesOf(more.shares);
    if (tax === 'odd' || rate === 'odd' || shares === 'odd') return;
    const result = await run('cost.add', {
      ...plain,
      journey: journey.id,
      space,
      amount,
      receipt: null,
      ...(more.kind === 'expense' ? {} : { kind: more.kind }),
      ...(tax === null ? {} : { tax }),
      ...(rate === null ? {} : { rate }),
      ...(more.dueDate === null ? {} : { dueDate: more.dueDate }),
      ...(more.against === null ? {} : { against: more.against }),
      ...(isSplit(more) ? { split: { paidBy: more.paidBy, shares } } : {}),
    });
    if (result.ok) done();
  };

  return (
    <form
      ref={element}
      className={classes['form']}
      aria-label={t('add')}
      onSubmit={(event) => void add(event)}
      noValidate
    >
      <div className={classes['grid']}>
        <TextInput
          label={t('amount', { currency: more.currency })}
          inputMode="decimal"
          autoFocus
          value={form.amount}
          error={(tried || form.amount !== '') && amount === null ? t('amountOdd') : undefined}
          onChange={(event) => change({ amount: event.currentTarget.value })}
        />
        <TextInput
          label={t('description')}
          placeholder={t('descriptionPlaceholder')}
          maxLength={500}
          value={form.description}
          onChange={(event) => change({ description: event.currentTarget.value })}
        />
        <Autocomplete
          label={t('vendor')}
          maxLength={200}
          data={vendors}
          value={form.vendor}
          onChange={(vendor) => change({ vendor })}
        />
        <Select
          label={t('categoryLabel')}
          data={choices}
          searchable
          allowDeselect={false}
          value={form.category}
          onChange={(category) => category !== null && change({ category })}
        />
        {step === undefined && (
          <StepSelect
            label={t('step')}
            placeholder={t('noStep')}
            journey={journey.id}
            value={form.step}
            onChange={(key) => change({ step: key })}
          />
        )}
        <DateInput label={t('date')} clearable value={form.date} onChange={(date) => change({ date })} />
      </div>
      {isOpen ? (
        <CostMore
          journey={journey}
          space={space}
          more={more}
          amount={amount}
          date={form.date}
          onChange={(part) => change({ more: { ...more, ...part } })}
        />
      ) : (
        <Button variant="subtle" color="gray" size="compact-md" ml={-8} mt="xs" onClick={() => setUnfolded(true)}>
          {t('moreFields')}
        </Button>
      )}
      <div className={classes['formFoot']}>
        <Group gap="md">
          <SegmentedControl
            size="xs"
            aria-label={t('stateLabel')}
            value={form.state}
            onChange={(state) => change({ state })}
            data={[
              { value: 'paid', label: t('state.paid') },
              { value: 'due', label: t('state.due') },
            ]}
          />
          <AudienceBadge journey={journey.id} space={space} />
        </Group>
        <FormButtons label={t('save')} onCancel={done} />
      </div>
    </form>
  );
};
