// What a finding costs: the price seen last, by unit, all prices with their dates, and a field for one that a person was told.
import { Button, Group, Text, TextInput } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { parseAmount } from '../../../domain/money/amount.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { currentPrice, pricePerUnit, priceHistory, type DatedPrice } from '../../../domain/research/price.ts';
import { useRun, useSetting } from '../../data/hooks.ts';
import { Amount } from '../../ui/Amount.tsx';
import { dayOf, dayShort, timeExact } from '../../ui/dates.ts';
import { FormButtons } from '../../ui/FormButtons.tsx';
import { amountText } from '../../ui/money.ts';
import { PanelSection } from '../../ui/Panel.tsx';
import { clearThen, useFormDraft } from '../../ui/use-draft.ts';
import { PerUnit } from './PerUnit.tsx';
import classes from './research.module.css';

interface PriceSectionProps {
  readonly finding: RecordOf<'finding'>;
  readonly journey: RecordOf<'journey'>;
}

export const PriceSection = ({ finding, journey }: PriceSectionProps): ReactElement => {
  const { t } = useTranslation('research');
  const [typing, setTyping] = useSetting(`typing-price:${finding.key}`, false);
  const { prices, checkedAt } = finding.body;
  const price = currentPrice(prices);
  const history = priceHistory(prices).toReversed();
  return (
    <PanelSection
      title={t('price.title')}
      aside={
        !typing && (
          <Button size="compact-sm" variant="subtle" onClick={() => setTyping(true)}>
            {t(price === null ? 'price.enter' : 'price.change')}
          </Button>
        )
      }
    >
      {price === null ? (
        <Text size="sm" c="dimmed">
          {t('price.none')}
        </Text>
      ) : (
        <>
          <div className={classes['priceNow']}>
            <PerUnit amount={pricePerUnit(price)} unit={price.unit} />
          </div>
          <Text size="sm" c="dimmed">
            {price.quantity !== 1_000 && (
              <>
                <Amount money={price.amount} />{' '}
                {t('price.buys', { quantity: price.quantity / 1_000, unit: price.unit })}
                {' · '}
              </>
            )}
            {t(`price.from.${price.from}`)}
            {checkedAt !== null && ` · ${t('price.checked', { day: dayShort(dayOf(checkedAt)) })}`}
          </Text>
        </>
      )}
      {typing && <PriceForm finding={finding} journey={journey} price={price} onDone={() => setTyping(false)} />}
      {history.length > 1 && (
        <ol className={classes['history']} aria-label={t('price.history')}>
          {history.map((seen) => (
            <li key={seen.at}>
              <Text span size="sm" c="dimmed" title={timeExact(seen.at)}>
                {dayShort(dayOf(seen.at))}
              </Text>
              <Text span size="sm" c="dimmed">
                {t(`price.from.${seen.from}`)}
              </Text>
              <Amount money={seen.amount} />
            </li>
          ))}
        </ol>
      )}
    </PanelSection>
  );
};

interface PriceFormProps extends PriceSectionProps {
  readonly price: DatedPrice | null;
  readonly onDone: () => void;
}

const PriceForm = ({ finding, journey, price, onDone }: PriceFormProps): ReactElement => {
  const { t } = useTranslation('research');
  const run = useRun();
  const currency = price?.amount.currency ?? journey.body.currency;
  const draft = useFormDraft(`price:${finding.key}`, {
    amount: price === null ? '' : amountText(price.amount),
    quantity: price === null ? '1' : String(price.quantity / 1_000),
    unit: price?.unit ?? '',
  });
  const { value: typed, change } = draft;
  const done = clearThen(draft, onDone);
  const amount = parseAmount(typed.amount, currency);
  const quantity = Math.round(Number(typed.quantity.replace(',', '.')) * 1_000);
  const isFine = amount !== null && Number.isSafeInteger(quantity) && quantity > 0;
  const save = async (event: { readonly preventDefault: () => void }): Promise<void> => {
    event.preventDefault();
    if (!isFine) return;
    const unit = typed.unit.trim();
    const result = await run('finding.price', { key: finding.key, price: { amount, quantity, unit } });
    if (result.ok) done();
  };
  return (
    <form onSubmit={(event) => void save(event)} aria-label={t('price.form')}>
      <Group gap="sm" wrap="nowrap" align="flex-end" mt="sm">
        <TextInput
          label={t('price.amount', { currency })}
          inputMode="decimal"
          autoFocus
          value={typed.amount}
          onChange={(event) => change({ amount: event.currentTarget.value })}
        />
        <TextInput
          label={t('price.quantity')}
          inputMode="decimal"
          w={72}
          value={typed.quantity}
          onChange={(event) => change({ quantity: event.currentTarget.value })}
        />
        <TextInput
          label={t('price.unit')}
          placeholder={t('piece')}
          maxLength={20}
          w={80}
          value={typed.unit}
          onChange={(event) => change({ unit: event.currentTarget.value })}
        />
      </Group>
      <FormButtons label={t('price.save')} size="compact-md" mt="sm" disabled={!isFine} onCancel={done} />
    </form>
  );
};
