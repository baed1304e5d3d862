// The costs of one step, within its panel: a short list, their sum, and a way to add one.
import { Button, Text, UnstyledButton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { countedCosts } from '../../../domain/journey/money.ts';
import { totalsByCurrency } from '../../../domain/kernel/money.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useRecords, useSetting } from '../../data/hooks.ts';
import { Amount } from '../../ui/Amount.tsx';
import { PanelSection } from '../../ui/Panel.tsx';
import { usePlace } from '../../ui/place-context.ts';
import { CostForm } from './CostForm.tsx';
import classes from './StepCosts.module.css';

interface StepCostsProps {
  readonly step: RecordOf<'step'>;
  readonly journey: RecordOf<'journey'>;
}

export const StepCosts = ({ step, journey }: StepCostsProps): ReactElement => {
  const { t } = useTranslation('money');
  const { go } = usePlace();
  const records = useRecords({ type: 'cost', journey: journey.id });
  const [adding, setAdding] = useSetting(`adding-cost:${step.key}`, false);
  const costs = useMemo(
    () => countedCosts(records ?? []).filter(({ body }) => body.step === step.key),
    [records, step.key],
  );
  const [budget] = useRecords({ type: 'budget', journey: journey.id }) ?? [];
  const planned = budget?.body.steps?.[step.key];
  const totals = totalsByCurrency(costs.map(({ body }) => body.amount));
  return (
    <PanelSection
      title={t('costs')}
      aside={
        <Text span size="sm" c="dimmed">
          {totals.map((total) => (
            <Amount key={total.currency} money={total} />
          ))}
          {planned !== undefined && planned.minor !== 0 && (
            <>
              {' '}
              {t('ofBudget')} <Amount money={planned} />
            </>
          )}
        </Text>
      }
    >
      {costs.map(({ key, body }) => (
        <UnstyledButton key={key} className={classes['cost']} onClick={() => go({ go: 'record', record: key })}>
          <span className={classes['words']}>{body.description || body.vendor || t('unnamed')}</span>
          <Text span size="xs" c="dimmed">
            {t(`state.${body.state}`)}
          </Text>
          <Amount money={body.amount} />
        </UnstyledButton>
      ))}
      {adding ? (
        <CostForm journey={journey} step={step} onDone={() => setAdding(false)} />
      ) : (
        <Button
          variant="subtle"
          color="gray"
          size="compact-md"
          ml={-8}
          leftSection={<IconPlus size={16} stroke={1.75} />}
          onClick={() => setAdding(true)}
        >
          {t('add')}
        </Button>
      )}
    </PanelSection>
  );
};
