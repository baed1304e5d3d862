// Chooses what a selection is for: a finding of the research with its price, or anything by name.
import { Button, Group, Select, TextInput } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import { parseAmount } from '../../../domain/money/amount.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { currentPrice } from '../../../domain/research/price.ts';
import { useRecords, useRun } from '../../data/hooks.ts';
import { amountText } from '../../ui/money.ts';
import classes from './decisions.module.css';

interface ChooseFormProps {
  readonly journey: RecordOf<'journey'>;
  readonly selection: RecordOf<'selection'>;
  readonly onDone: () => void;
}

export const ChooseForm = ({ journey, selection, onDone }: ChooseFormProps): ReactElement => {
  const { t } = useTranslation('decisions');
  const run = useRun();
  const findings = useRecords({ type: 'finding', journey: journey.id }) ?? [];
  const { key, body } = selection;
  const { currency } = body.allowance;
  const [finding, setFinding] = useState<RecordKey | null>(body.chosen?.finding ?? null);
  const [name, setName] = useState(body.chosen?.name ?? '');
  const [typed, setTyped] = useState(body.chosen === null ? '' : amountText(body.chosen.price));
  const [tried, setTried] = useState(false);
  const price = parseAmount(typed, currency);
  const products = findings.filter(({ body: { kind, state } }) => kind === 'product' && state !== 'rejected');
  const pick = (picked: RecordKey | null): void => {
    setFinding(picked);
    const product = products.find((each) => each.key === picked);
    if (product === undefined) return;
    setName(product.body.title);
    const seen = currentPrice(product.body.prices)?.amount;
    if (seen?.currency === currency) setTyped(amountText(seen));
  };
  const save = async (event: { readonly preventDefault: () => void }): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (price === null || name.trim() === '') return;
    const result = await run('selection.choose', { key, chosen: { name: name.trim(), price, finding } });
    if (result.ok) onDone();
  };
  return (
    <form
      className={classes['followForm']}
      aria-label={t('selections.chooseNamed', { name: body.title })}
      onSubmit={(event) => void save(event)}
      noValidate
    >
      <div className={classes['followFields']}>
        {products.length > 0 && (
          <Select
            label={t('selections.finding')}
            data={products.map((each) => ({ value: each.key, label: each.body.title }))}
            searchable
            clearable
            value={finding}
            onChange={pick}
          />
        )}
        <TextInput
          label={t('selections.product')}
          autoFocus
          maxLength={500}
          value={name}
          error={tried && name.trim() === '' ? t('selections.productMissing') : undefined}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          label={t('selections.priceIn', { currency })}
          inputMode="decimal"
          value={typed}
          error={(tried || typed !== '') && price === null ? t('amountOdd') : undefined}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </div>
      <Group gap="sm" justify="flex-end">
        <Button size="compact-md" variant="subtle" color="gray" onClick={onDone}>
          {t('cancel')}
        </Button>
        <Button size="compact-md" type="submit">
          {t('selections.chooseNow')}
        </Button>
      </Group>
    </form>
  );
};
