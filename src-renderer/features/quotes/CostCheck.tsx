// Within a cost's panel: whether what it bills is what was agreed; and of a cost from a contractor whose quote was accepted, whether it bills that.
import { Button, Group, Text } from '@mantine/core';
import { type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { idOfKey } from '../../../domain/kernel/ids.ts';
import { againstOf } from '../../../domain/money/commitments.ts';
import { isSameName } from '../../../domain/quotes/revised.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { isReadableIn } from '../../../domain/spaces/readable.ts';
import { useRun } from '../../data/hooks.ts';
import { formatMoney } from '../../ui/money.ts';
import { useIsFamily } from '../../ui/use-family.ts';
import { PanelSection } from '../../ui/Panel.tsx';
import { BillLines } from './BillLines.tsx';
import { Findings } from './Findings.tsx';
import { useCheckedCommitments } from './use-commitments.ts';

interface CostCheckProps {
  readonly cost: RecordOf<'cost'>;
  readonly journey: RecordOf<'journey'>;
}

export const CostCheck = ({ cost, journey }: CostCheckProps): ReactElement | null => {
  const { t } = useTranslation('quotes');
  const run = useRun();
  const commitments = useCheckedCommitments(journey);
  // Which line is which is kept with the comparison, and that is the family's.
  const isFamily = useIsFamily(journey.space);
  if (againstOf(cost) !== null) {
    const own = commitments.find(({ bills }) => bills.some(({ key }) => idOfKey(key) === cost.id));
    const findings = own?.findings.get(cost.key);
    const bill = own?.billByCost.get(cost.key);
    return own === undefined || findings === undefined ? null : (
      <PanelSection title={t('bill.title')}>
        <Findings findings={findings} />
        {bill !== undefined && isFamily && (
          <BillLines bill={bill} agreed={own.agreed} corrections={own.corrections} journey={journey.id} />
        )}
      </PanelSection>
    );
  }
  const likely = commitments.filter(
    ({ commitment: { vendor, award } }) => isSameName(vendor, cost.body.vendor) && isReadableIn(cost.space, award),
  );
  return likely.length === 0 ? null : (
    <PanelSection title={t('bill.title')}>
      {likely.map(({ commitment: { award, vendor, committed } }) => (
        <Group key={award} gap="sm" justify="space-between" wrap="nowrap">
          <Text size="sm">{t('bill.ask', { vendor, amount: formatMoney(committed) })}</Text>
          <Button
            size="compact-sm"
            variant="light"
            onClick={() => void run('cost.edit', { key: cost.key, set: { against: award } })}
          >
            {t('bill.yes')}
          </Button>
        </Group>
      ))}
    </PanelSection>
  );
};
