// The budget: one total and its parts by category, each against what has gone into it and is open; edited where it stands.
import { Button, Text } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CategoryMoney, JourneyMoney } from '../../../domain/journey/money.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { zero, type Money } from '../../../domain/kernel/money.ts';
import { formatMoney } from '../../ui/money.ts';
import { Amount } from '../../ui/Amount.tsx';
import { BudgetBar } from '../../ui/BudgetBar.tsx';
import { Settle } from '../../ui/Settle.tsx';
import classes from './MoneyTab.module.css';
import { BudgetForm } from './BudgetForm.tsx';
import { useCategories } from '../../ui/use-categories.ts';

interface BudgetSectionProps {
  readonly journey: RecordOf<'journey'>;
  readonly money: JourneyMoney;
  /** Committed and not billed yet, by category; what is not named is nothing. */
  readonly open: ReadonlyMap<string, Money>;
  /** Null when there is none yet. */
  readonly budget: RecordOf<'budget'> | null;
}

export const BudgetSection = ({ journey, money, open, budget }: BudgetSectionProps): ReactElement => {
  const { t } = useTranslation('money');
  const parts = withOpen(money, open);
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
        <BudgetForm journey={journey} money={money} budget={budget} onDone={() => setEditing(false)} />
      ) : parts.length === 0 ? (
        <Text c="dimmed">{t('budget.empty')}</Text>
      ) : (
        <Categories parts={parts} />
      )}
    </section>
  );
};

interface Part extends CategoryMoney {
  readonly open: Money;
}

/** A category that only an accepted quote names comes last. */
const withOpen = ({ byCategory, currency }: JourneyMoney, open: ReadonlyMap<string, Money>): readonly Part[] => {
  const none = zero(currency);
  const known = new Set(byCategory.map(({ category }) => category));
  const more = [...open.keys()].filter((category) => !known.has(category));
  const added = more.map((category) => ({ category, planned: none, spent: none, due: none }));
  return [...byCategory, ...added].map(({ category, planned, spent, due }) => ({
    category,
    planned,
    spent,
    due,
    open: open.get(category) ?? none,
  }));
};

/** So many rows tell enough; what money has gone into is always among them. */
const SHORT = 5;

const Categories = ({ parts }: { readonly parts: readonly Part[] }): ReactElement => {
  const { t } = useTranslation('money');
  const [all, setAll] = useState(false);
  const used = parts.filter(({ spent, due, open }) => [spent, due, open].some(({ minor }) => minor !== 0));
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

const Category = ({ part }: { readonly part: Part }): ReactElement => {
  const { t } = useTranslation('money');
  const { nameOf } = useCategories();
  const { category, planned, spent, due, open } = part;
  const used = { minor: spent.minor + due.minor + open.minor, currency: spent.currency };
  const over = planned.minor > 0 && used.minor > planned.minor;
  return (
    <div className={classes['category']}>
      <span className={classes['cell']}>{nameOf(category)}</span>
      <BudgetBar
        label={nameOf(category)}
        spent={spent}
        due={due}
        open={open}
        planned={planned.minor === 0 ? null : planned}
      />
      <span
        className={classes['figures']}
        title={open.minor === 0 ? undefined : t('budget.ofIt', { amount: formatMoney(open) })}
      >
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
