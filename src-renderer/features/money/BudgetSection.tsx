// The budget: one total and its parts by category, each against what has gone into it; edited where it stands.
import { Button, Group, Text, TextInput } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CategoryMoney, JourneyMoney } from '../../../domain/journey/money.ts';
import type { Money } from '../../../domain/kernel/money.ts';
import { parseAmount } from '../../../domain/money/amount.ts';
import { COST_CATEGORIES } from '../../../domain/records/cost.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useRun } from '../../data/hooks.ts';
import { Amount } from '../../ui/Amount.tsx';
import { BudgetBar } from '../../ui/BudgetBar.tsx';
import { amountText } from '../../ui/money.ts';
import { Settle } from '../../ui/Settle.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import classes from './MoneyTab.module.css';
import { useCategories } from './use-categories.ts';

interface BudgetSectionProps {
  readonly journey: RecordOf<'journey'>;
  readonly money: JourneyMoney;
  /** Null when there is none yet. */
  readonly budget: RecordOf<'budget'> | null;
}

export const BudgetSection = ({ journey, money, budget }: BudgetSectionProps): ReactElement => {
  const { t } = useTranslation('money');
  const [editing, setEditing] = useState(false);
  return (
    <section aria-label={t('budget.label')}>
      <div className={classes['head']}>
        <h3 className={classes['title']}>{t('budget.byCategory')}</h3>
        {!editing && (
          <Button
            variant="default"
            size="compact-md"
            leftSection={<IconPencil size={14} stroke={1.75} />}
            onClick={() => setEditing(true)}
          >
            {t(money.budget === null ? 'budget.set' : 'budget.edit')}
          </Button>
        )}
      </div>
      {budget !== null && <Settle record={budget} />}
      {editing ? (
        <BudgetForm journey={journey} money={money} onDone={() => setEditing(false)} />
      ) : money.byCategory.length === 0 ? (
        <Text c="dimmed">{t('budget.empty')}</Text>
      ) : (
        <Categories parts={money.byCategory} />
      )}
    </section>
  );
};

/** So many rows tell enough; what money has gone into is always among them. */
const SHORT = 5;

const Categories = ({ parts }: { readonly parts: readonly CategoryMoney[] }): ReactElement => {
  const { t } = useTranslation('money');
  const [all, setAll] = useState(false);
  const used = parts.filter(({ spent, due }) => spent.minor !== 0 || due.minor !== 0);
  const untouched = parts.filter((part) => !used.includes(part));
  const shown = all ? parts : [...used, ...untouched.slice(0, Math.max(0, SHORT - used.length))];
  return (
    <>
      {shown.map((part) => (
        <Category key={part.category} part={part} />
      ))}
      {shown.length < parts.length && (
        <Button variant="subtle" color="gray" size="compact-md" ml={-10} mt="xs" onClick={() => setAll(true)}>
          {t('budget.showAll', { count: parts.length })}
        </Button>
      )}
    </>
  );
};

const Category = ({ part }: { readonly part: CategoryMoney }): ReactElement => {
  const { t } = useTranslation('money');
  const { nameOf } = useCategories();
  const { category, planned, spent, due } = part;
  const used = { minor: spent.minor + due.minor, currency: spent.currency };
  const over = planned.minor > 0 && used.minor > planned.minor;
  return (
    <div className={classes['category']}>
      <span className={classes['cell']}>{nameOf(category)}</span>
      <BudgetBar label={nameOf(category)} spent={spent} due={due} planned={planned.minor === 0 ? null : planned} />
      <span className={classes['figures']}>
        <Text span size="sm" c={over ? 'var(--pl-over)' : 'inherit'}>
          <Amount money={used} whole />
        </Text>
        <Text span size="sm" c="dimmed">
          {planned.minor === 0 ? t('budget.unplanned') : t('budget.of')}{' '}
          {planned.minor !== 0 && <Amount money={planned} whole />}
        </Text>
      </span>
    </div>
  );
};

interface Form {
  readonly total: string;
  readonly categories: Readonly<Record<string, string>>;
}

interface BudgetFormProps extends Omit<BudgetSectionProps, 'budget'> {
  readonly onDone: () => void;
}

const BudgetForm = ({ journey, money, onDone }: BudgetFormProps): ReactElement => {
  const { t } = useTranslation('money');
  const run = useRun();
  const { nameOf } = useCategories();
  const { currency } = journey.body;
  const saved: Form = {
    total: money.budget === null ? '' : amountText(money.budget),
    categories: Object.fromEntries(
      money.byCategory
        .filter(({ planned }) => planned.minor !== 0)
        .map(({ category, planned }) => [category, amountText(planned)]),
    ),
  };
  const draft = useDraft(`budget:${journey.id}`, saved);
  const form = draft.value;
  const names = [...new Set([...money.byCategory.map(({ category }) => category), ...COST_CATEGORIES])];
  const odd = (text: string | undefined): boolean =>
    (text ?? '').trim() !== '' && parseAmount(text ?? '', currency) === null;
  const anyOdd = odd(form.total) || Object.values(form.categories).some(odd);

  const done = (): void => {
    draft.clear();
    onDone();
  };
  const save = async (): Promise<void> => {
    const total = parseAmount(form.total, currency) ?? { minor: 0, currency };
    const categories: Record<string, Money> = {};
    for (const [name, text] of Object.entries(form.categories)) {
      const amount = parseAmount(text, currency);
      if (amount !== null && amount.minor !== 0) categories[name] = amount;
    }
    const result = await run('budget.set', { journey: journey.id, total, categories });
    if (result.ok) done();
  };

  return (
    <div className={classes['form']}>
      <TextInput
        className={classes['amountInput']}
        label={t('budget.total')}
        inputMode="decimal"
        maw={200}
        mb="lg"
        autoFocus
        value={form.total}
        error={odd(form.total) ? t('amountOdd') : undefined}
        onChange={(event) => draft.change({ ...form, total: event.currentTarget.value })}
      />
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
      <div className={classes['formFoot']}>
        <Text size="sm" c="dimmed">
          {t('budget.private')}
        </Text>
        <Group gap="sm">
          <Button variant="subtle" color="gray" onClick={done}>
            {t('cancel')}
          </Button>
          <Button disabled={anyOdd} onClick={() => void save()}>
            {t('budget.save')}
          </Button>
        </Group>
      </div>
    </div>
  );
};
