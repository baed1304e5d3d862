// A finding that was decided for becomes a cost: how much of it, what that comes to, due or paid. Nothing is recorded before it is confirmed.
import { Button, Group, SegmentedControl, Select, Text, TextInput } from '@mantine/core';
import { IconCoins } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { parseAmount } from '../../../domain/money/amount.ts';
import { COST_CATEGORIES } from '../../../domain/records/cost.ts';
import { recordAs, type RecordOf } from '../../../domain/records/registry.ts';
import { costOfQuantity, currentPrice } from '../../../domain/research/price.ts';
import { useRecord, useRun, useSetting } from '../../data/hooks.ts';
import { today } from '../../ui/dates.ts';
import { FormButtons } from '../../ui/FormButtons.tsx';
import { amountText } from '../../ui/money.ts';
import { PanelSection } from '../../ui/Panel.tsx';
import { usePlace } from '../../ui/place-context.ts';
import { clearThen, useFormDraft } from '../../ui/use-draft.ts';
import { RecordChoice } from './RecordChoice.tsx';

interface BecomesCostProps {
  readonly finding: RecordOf<'finding'>;
  readonly journey: RecordOf<'journey'>;
}

export const BecomesCost = ({ finding, journey }: BecomesCostProps): ReactElement | null => {
  const { t } = useTranslation('research');
  const { go } = usePlace();
  const [open, setOpen] = useSetting(`becomes-cost:${finding.key}`, false);
  const { made, state } = finding.body;
  const cost = recordAs('cost', useRecord(made ?? null) ?? undefined);
  const stands = cost !== null && cost.trashedAt === 0;
  if (state === 'rejected' && !stands) return null;
  return (
    <PanelSection title={t('cost.title')}>
      {open && !stands ? (
        <CostForm finding={finding} journey={journey} onDone={() => setOpen(false)} />
      ) : (
        <Group gap="sm">
          <Button
            size="compact-md"
            variant="default"
            leftSection={<IconCoins size={14} stroke={1.75} />}
            onClick={() =>
              stands ? go({ go: 'journey', journey: finding.journey, tab: 'money', record: cost.key }) : setOpen(true)
            }
          >
            {t(stands ? 'cost.show' : 'cost.open')}
          </Button>
          <RecordChoice finding={finding} />
        </Group>
      )}
    </PanelSection>
  );
};

interface Typed {
  readonly quantity: string;
  /** Null while it is what the quantity comes to. */
  readonly typed: string | null;
  readonly category: string;
  readonly state: 'due' | 'paid';
}

const BLANK: Typed = { quantity: '1', typed: null, category: 'other', state: 'due' };

const CostForm = ({ finding, journey, onDone }: BecomesCostProps & { readonly onDone: () => void }): ReactElement => {
  const { t } = useTranslation(['research', 'money']);
  const run = useRun();
  const { currency } = journey.body;
  const price = currentPrice(finding.body.prices);
  const counted = price !== null && price.amount.currency === currency ? price : null;
  const draft = useFormDraft<Typed>(`finding-cost:${finding.key}`, BLANK);
  const { quantity, typed, category, state } = draft.value;
  const done = clearThen(draft, onDone);
  const wanted = Math.round(Number(quantity.replace(',', '.')) * 1_000);
  const suggested = counted === null || !(wanted > 0) ? '' : amountText(costOfQuantity(counted, wanted));
  const amount = parseAmount(typed ?? suggested, currency);
  const unit = counted === null || counted.unit === '' ? t('piece') : counted.unit;
  const add = async (event: { readonly preventDefault: () => void }): Promise<void> => {
    event.preventDefault();
    if (amount === null) return;
    const { title, site, step } = finding.body;
    const description = counted === null ? title : t('cost.of', { title, quantity, unit });
    const cost = {
      description: description.slice(0, 500),
      amount,
      category,
      vendor: site,
      step,
      state,
      date: today(),
    };
    const result = await run('finding.cost', { key: finding.key, cost });
    if (result.ok) done();
  };
  return (
    <form onSubmit={(event) => void add(event)} aria-label={t('cost.form')}>
      <Group gap="sm" wrap="nowrap" align="flex-end">
        {counted !== null && (
          <TextInput
            label={t('cost.quantity', { unit })}
            inputMode="decimal"
            value={quantity}
            onChange={(event) => draft.change({ quantity: event.currentTarget.value, typed: null })}
          />
        )}
        <TextInput
          label={t('money:amount', { currency })}
          inputMode="decimal"
          value={typed ?? suggested}
          error={typed !== null && amount === null ? t('money:amountOdd') : undefined}
          onChange={(event) => draft.change({ typed: event.currentTarget.value })}
        />
      </Group>
      {counted !== null && counted.quantity !== 1_000 && (
        <Text size="xs" c="dimmed" mt={4}>
          {t('cost.whole')}
        </Text>
      )}
      <Select
        mt="sm"
        label={t('money:categoryLabel')}
        data={COST_CATEGORIES.map((value) => ({ value, label: t(`money:category.${value}`) }))}
        searchable
        allowDeselect={false}
        value={category}
        onChange={(value) => value !== null && draft.change({ category: value })}
      />
      <Group gap="sm" justify="space-between" mt="sm">
        <SegmentedControl
          size="xs"
          aria-label={t('money:stateLabel')}
          value={state}
          onChange={(value) => draft.change({ state: value })}
          data={[
            { value: 'due', label: t('money:state.due') },
            { value: 'paid', label: t('money:state.paid') },
          ]}
        />
        <FormButtons label={t('cost.add')} size="compact-md" disabled={amount === null} onCancel={done} />
      </Group>
    </form>
  );
};
