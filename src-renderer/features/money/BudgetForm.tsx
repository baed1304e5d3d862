// The budget as a form: its total, what is kept for the unforeseen, and its parts by category and by step.
import { Button, Group, Text, TextInput } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { JourneyMoney } from '../../../domain/journey/money.ts';
import { liveSteps } from '../../../domain/journey/steps.ts';
import type { Money } from '../../../domain/kernel/money.ts';
import { parseAmount } from '../../../domain/money/amount.ts';
import { COST_CATEGORIES } from '../../../domain/records/cost.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useRecords, useRun } from '../../data/hooks.ts';
import { FormButtons } from '../../ui/FormButtons.tsx';
import { amountText } from '../../ui/money.ts';
import { clearThen, useDraft } from '../../ui/use-draft.ts';
import classes from './MoneyTab.module.css';
import { useCategories } from '../../ui/use-categories.ts';

interface Form {
  readonly total: string;
  readonly categories: Readonly<Record<string, string>>;
  /** Absent in drafts of an earlier build. */
  readonly contingency?: string;
  /** By step key. */
  readonly steps?: Readonly<Record<string, string>>;
}

interface BudgetFormProps {
  readonly journey: RecordOf<'journey'>;
  readonly money: JourneyMoney;
  /** Null when there is none yet. */
  readonly budget: RecordOf<'budget'> | null;
  readonly onDone: () => void;
}

export const BudgetForm = ({ journey, money, budget, onDone }: BudgetFormProps): ReactElement => {
  const { t } = useTranslation('money');
  const run = useRun();
  const { nameOf } = useCategories();
  const { currency } = journey.body;
  const steps = liveSteps(useRecords({ type: 'step', journey: journey.id }) ?? []);
  const said = budget?.body.steps ?? {};
  const [byStep, setByStep] = useState(Object.keys(said).length > 0);
  const saved: Form = {
    contingency: budget?.body.contingency == null ? '' : amountText(budget.body.contingency),
    steps: Object.fromEntries(
      Object.entries(said)
        .filter(([, amount]) => amount.minor !== 0)
        .map(([key, amount]) => [key, amountText(amount)]),
    ),
    total: money.budget === null ? '' : amountText(money.budget),
    categories: Object.fromEntries(
      money.byCategory
        .filter(({ planned }) => planned.minor !== 0)
        .map(({ category, planned }) => [category, amountText(planned)]),
    ),
  };
  const draft = useDraft(`budget:${journey.id}`, saved);
  const form = { ...saved, ...draft.value };
  const names = [...new Set([...money.byCategory.map(({ category }) => category), ...COST_CATEGORIES])];
  const odd = (text: string | undefined): boolean =>
    (text ?? '').trim() !== '' && parseAmount(text ?? '', currency) === null;
  const anyOdd = [
    form.total,
    form.contingency,
    ...Object.values(form.categories),
    ...Object.values(form.steps ?? {}),
  ].some(odd);
  const amountsOf = (texts: Readonly<Record<string, string>>): Record<string, Money> =>
    Object.fromEntries(
      Object.entries(texts).flatMap(([name, text]) => {
        const amount = parseAmount(text, currency);
        return amount === null || amount.minor === 0 ? [] : [[name, amount] as const];
      }),
    );

  const done = clearThen(draft, onDone);
  const save = async (): Promise<void> => {
    const total = parseAmount(form.total, currency) ?? { minor: 0, currency };
    const contingency = parseAmount(form.contingency ?? '', currency);
    // A step whose field was emptied is planned with nothing: what is not said stays as it is.
    const emptied = Object.fromEntries(Object.keys(said).map((key) => [key, { minor: 0, currency }]));
    const result = await run('budget.set', {
      journey: journey.id,
      total,
      categories: amountsOf(form.categories),
      ...(contingency === null && budget?.body.contingency == null ? {} : { contingency }),
      steps: { ...emptied, ...amountsOf(form.steps ?? {}) },
    });
    if (result.ok) done();
  };

  return (
    <div className={classes['form']}>
      <Group align="flex-start" gap="md" mb="lg">
        <TextInput
          className={classes['amountInput']}
          label={t('budget.total')}
          inputMode="decimal"
          maw={200}
          autoFocus
          value={form.total}
          error={odd(form.total) ? t('amountOdd') : undefined}
          onChange={(event) => draft.change({ ...form, total: event.currentTarget.value })}
        />
        <TextInput
          className={classes['amountInput']}
          label={t('budget.contingency')}
          description={t('budget.contingencyText')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          inputMode="decimal"
          maw={320}
          value={form.contingency}
          error={odd(form.contingency) ? t('amountOdd') : undefined}
          onChange={(event) => draft.change({ ...form, contingency: event.currentTarget.value })}
        />
      </Group>
      <div className={classes['grid']}>
        {names.map((name) => (
          <TextInput
            key={name}
            className={classes['amountInput']}
            label={nameOf(name)}
            inputMode="decimal"
            value={form.categories[name] ?? ''}
            error={odd(form.categories[name]) ? t('amountOdd') : undefined}
            onChange={(event) =>
              draft.change({ ...form, categories: { ...form.categories, [name]: event.currentTarget.value } })
            }
          />
        ))}
      </div>
      {steps.length > 0 && !byStep && (
        <Button variant="subtle" color="gray" size="compact-md" ml={-8} mt="md" onClick={() => setByStep(true)}>
          {t('budget.bySteps')}
        </Button>
      )}
      {byStep && (
        <>
          <Text fw={600} size="sm" mt="lg" mb="xs">
            {t('budget.bySteps')}
          </Text>
          <div className={classes['grid']}>
            {steps.map(({ key, body }) => (
              <TextInput
                key={key}
                className={classes['amountInput']}
                label={body.name}
                inputMode="decimal"
                value={form.steps?.[key] ?? ''}
                error={odd(form.steps?.[key]) ? t('amountOdd') : undefined}
                onChange={(event) =>
                  draft.change({ ...form, steps: { ...form.steps, [key]: event.currentTarget.value } })
                }
              />
            ))}
          </div>
        </>
      )}
      <div className={classes['formFoot']}>
        <Text size="sm" c="dimmed">
          {t('budget.private')}
        </Text>
        <FormButtons label={t('budget.save')} disabled={anyOdd} onCancel={done} onSave={save} />
      </div>
    </div>
  );
};
