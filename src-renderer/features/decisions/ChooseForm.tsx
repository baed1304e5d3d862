// Chooses what a selection is for: a finding of the research with its price, or anything by name.
import { Select, TextInput } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import { parseAmount } from '../../../domain/money/amount.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { currentPrice } from '../../../domain/research/price.ts';
import { useRecords, useRun } from '../../data/hooks.ts';
import { FormButtons } from '../../ui/FormButtons.tsx';
import { amountText } from '../../ui/money.ts';
import { clearThen, useFormDraft } from '../../ui/use-draft.ts';
import classes from './decisions.module.css';

interface ChooseFormProps {
  readonly journey: RecordOf<'journey'>;
  readonly selection: RecordOf<'selection'>;
  readonly onDone: () => void;
}

interface Typed {
  readonly finding: RecordKey | null;
  readonly name: string;
  readonly typed: string;
}

export const ChooseForm = ({ journey, selection, onDone }: ChooseFormProps): ReactElement => {
  const { t } = useTranslation('decisions');
  const run = useRun();
  const findings = useRecords({ type: 'finding', journey: journey.id }) ?? [];
  const { key, body } = selection;
  const { currency } = body.allowance;
  const draft = useFormDraft<Typed>(`choose:${key}`, {
    finding: body.chosen?.finding ?? null,
    name: body.chosen?.name ?? '',
    typed: body.chosen === null ? '' : amountText(body.chosen.price),
  });
  const { finding, name, typed } = draft.value;
  const done = clearThen(draft, onDone);
  const [tried, setTried] = useState(false);
  const price = parseAmount(typed, currency);
  const products = findings.filter(({ body: { kind, state } }) => kind === 'product' && state !== 'rejected');
  const pick = (picked: RecordKey | null): void => {
    const product = products.find((each) => each.key === picked);
    if (product === undefined) return draft.change({ finding: picked });
    const seen = currentPrice(product.body.prices)?.amount;
    draft.change({
      finding: picked,
      name: product.body.title,
      ...(seen?.currency === currency ? { typed: amountText(seen) } : {}),
    });
  };
  const save = async (event: { readonly preventDefault: () => void }): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (price === null || name.trim() === '') return;
    const result = await run('selection.choose', { key, chosen: { name: name.trim(), price, finding } });
    if (result.ok) done();
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
          onChange={(event) => draft.change({ name: event.currentTarget.value })}
        />
        <TextInput
          label={t('selections.priceIn', { currency })}
          inputMode="decimal"
          value={typed}
          error={(tried || typed !== '') && price === null ? t('amountOdd') : undefined}
          onChange={(event) => draft.change({ typed: event.currentTarget.value })}
        />
      </div>
      <FormButtons label={t('selections.chooseNow')} size="compact-md" onCancel={done} />
    </form>
  );
};
