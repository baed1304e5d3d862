// The rarer fields of the selected cost, folded away until one is needed; each is kept when it is chosen or left.
import { Button } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { splitKey } from '../../../domain/commands/split.ts';
import type { Money } from '../../../domain/kernel/money.ts';
import { sameValue } from '../../../domain/kernel/same-value.ts';
import { parseAmount } from '../../../domain/money/amount.ts';
import { recordAs, type RecordOf } from '../../../domain/records/registry.ts';
import { useRecord, useRun } from '../../data/hooks.ts';
import { amountText } from '../../ui/money.ts';
import { Settle } from '../../ui/Settle.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import { useIsFamily } from '../../ui/use-family.ts';
import { CostMore } from './CostMore.tsx';
import type { Booking } from './use-booking.ts';
import { isSaid, moreOf, rateOf, sharesOf, signed, taxOf, type More } from './cost-more.ts';

interface CostPanelMoreProps extends Booking {
  readonly journey: RecordOf<'journey'>;
}

/** The same figure as people read it: 100 euros become 100 yen. */
const inUnit = (amount: Money, currency: string): Money =>
  amount.currency === currency ? amount : (parseAmount(amountText(amount), currency) ?? { ...amount, currency });

export const CostPanelMore = ({ cost, allocation, isApart, journey }: CostPanelMoreProps): ReactElement => {
  const { t } = useTranslation('money');
  const run = useRun();
  const isFamily = useIsFamily(journey.space);
  const kept = useRecord(isFamily ? splitKey(cost.key) : null);
  const split = kept == null || kept.trashedAt !== 0 ? null : recordAs('split', kept);
  const [unfolded, setUnfolded] = useState(false);
  const draft = useDraft<Partial<More>>(`cost-more:${cost.key}`, {});
  const typed = draft.value;
  const { body } = cost;
  const more = { ...moreOf(body, split?.body ?? null), ...typed };

  const keep = async (next: More): Promise<void> => {
    const amount = signed(inUnit(body.amount, next.currency), next.kind);
    const tax = taxOf(next.tax, amount);
    const rate = rateOf(next, journey.body.currency, body.rate?.on ?? body.date);
    const shares = sharesOf(next.shares);
    if (tax === 'odd' || rate === 'odd' || shares === 'odd') return;
    const said = {
      amount,
      kind: next.kind === 'expense' ? null : next.kind,
      tax,
      ...(isApart ? {} : { rate }),
      dueDate: next.dueDate,
      against: next.against,
    };
    const set = Object.fromEntries(
      Object.entries(said).filter(([name, value]) => !sameValue(value, body[name] ?? null)),
    );
    const whose = { paidBy: next.paidBy, shares };
    const isNew = !sameValue(whose, { paidBy: split?.body.paidBy ?? null, shares: split?.body.shares ?? {} });
    const edited = Object.keys(set).length === 0 || (await run('cost.edit', { key: cost.key, set })).ok;
    const isRated =
      !isApart || sameValue(rate, body.rate ?? null) || (await run('allocation.set', { of: cost.key, rate })).ok;
    const isShared = !isFamily || !isNew || (await run('split.set', { cost: cost.key, ...whose })).ok;
    if (edited && isRated && isShared) draft.clear();
  };

  if (!unfolded && !draft.dirty && !isSaid(more, journey.body.currency))
    return (
      <Button variant="subtle" color="gray" size="compact-md" ml={-8} onClick={() => setUnfolded(true)}>
        {t('moreFields')}
      </Button>
    );
  return (
    <>
      {split !== null && <Settle record={split} />}
      {allocation !== null && <Settle record={allocation} />}
      <CostMore
        journey={journey}
        space={cost.space}
        more={more}
        amount={body.amount}
        date={body.date}
        narrow
        onChange={(part, isDone) => {
          draft.change({ ...typed, ...part });
          if (isDone) void keep({ ...more, ...part });
        }}
        onLeave={() => draft.dirty && void keep(more)}
      />
    </>
  );
};
