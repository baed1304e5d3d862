// What an alternative is about: quotes, findings of the research and steps. With the first, its cost comes along where none was said.
import { MultiSelect } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { liveSteps } from '../../../domain/journey/steps.ts';
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import type { Money } from '../../../domain/kernel/money.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { currentPrice } from '../../../domain/research/price.ts';
import { useRecords } from '../../data/hooks.ts';
import { formatMoney } from '../../ui/money.ts';
import type { Said } from './AlternativeCard.tsx';

interface AlternativeLinksProps {
  readonly journey: RecordOf<'journey'>;
  readonly details: RecordOf<'alternative'> | null;
  readonly onSay: (set: Said) => void;
}

export const AlternativeLinks = ({ journey, details, onSay }: AlternativeLinksProps): ReactElement | null => {
  const { t } = useTranslation('decisions');
  const quotes = useRecords({ type: 'quote', journey: journey.id }) ?? [];
  const findings = useRecords({ type: 'finding', journey: journey.id }) ?? [];
  const steps = liveSteps(useRecords({ type: 'step', journey: journey.id }) ?? []);
  const links = details?.body.links ?? [];
  const priced = (name: string, price: Money | null): string =>
    price === null ? name : t('links.priced', { name, price: formatMoney(price) });
  const priceByKey = new Map<RecordKey, Money | null>([
    ...quotes.map(({ key, body }) => [key, body.total] as const),
    ...findings.map(({ key, body }) => [key, currentPrice(body.prices)?.amount ?? null] as const),
  ]);
  const priceOf = (key: RecordKey): Money | null => priceByKey.get(key) ?? null;
  const groups = [
    {
      group: t('links.quotes'),
      items: quotes.map(({ key, body }) => ({ value: key, label: priced(body.vendor || body.title, priceOf(key)) })),
    },
    {
      group: t('links.findings'),
      items: findings
        .filter(({ body }) => body.state !== 'rejected')
        .map(({ key, body }) => ({ value: key, label: priced(body.title, priceOf(key)) })),
    },
    { group: t('links.steps'), items: steps.map(({ key, body }) => ({ value: key, label: body.name })) },
  ].filter(({ items }) => items.length > 0);
  if (groups.length === 0) return null;
  const change = (next: readonly RecordKey[]): void => {
    const added = next.find((key) => !links.includes(key));
    const price = added === undefined ? null : priceOf(added);
    const isFirst = (details?.body.cost ?? null) === null && price !== null;
    onSay({ links: [...next], ...(isFirst ? { cost: price } : {}) });
  };
  return (
    <MultiSelect
      size="xs"
      label={t('links.label')}
      placeholder={links.length === 0 ? t('links.none') : ''}
      data={groups}
      searchable
      maxValues={50}
      value={[...links]}
      onChange={change}
    />
  );
};
