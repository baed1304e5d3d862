// Two people changed one amount at the same time: both values side by side, and one press takes one.
import { Button, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { contestsOf, type Contest, type ContestedRecord } from '../../domain/sync/contest.ts';
import { useRun } from '../data/hooks.ts';
import { usePeople } from './use-people.ts';
import { useValueWords } from './use-value-words.ts';
import { WhoWhen } from './WhoWhen.tsx';
import classes from './Settle.module.css';

interface SettleProps {
  readonly record: ContestedRecord;
}

/** Nothing where nothing stands against anything. */
export const Settle = ({ record }: SettleProps): ReactElement | null => {
  const contests = contestsOf(record);
  if (contests.length === 0 || record.trashedAt !== 0) return null;
  return (
    <>
      {contests.map((contest) => (
        <Choice key={contest.field} record={record} contest={contest} />
      ))}
    </>
  );
};

const Choice = ({ record, contest }: SettleProps & { readonly contest: Contest }): ReactElement => {
  const { t } = useTranslation('past');
  const run = useRun();
  const people = usePeople();
  const { fieldWords, valueWords } = useValueWords(record.journey);
  const { field, values } = contest;
  const wordsOf = (value: unknown): string => valueWords({ type: record.type, field, value });
  // A budget's total is the budget; a quote's is what it comes to.
  const named = record.type !== 'budget' && field === 'total' ? 'quoteTotal' : field;
  const title = t('settle.title', { field: fieldWords(named) });
  return (
    <section className={classes['contest']} aria-label={title}>
      <Text fw={600}>{title}</Text>
      <Text size="sm" c="dimmed">
        {t('settle.text', { value: wordsOf(values[0]?.value) })}
      </Text>
      <div className={classes['values']}>
        {values.map(({ value, by, stamp }) => (
          <div key={`${stamp}:${by}`} className={classes['value']}>
            <span className={`${classes['figure']} pl-number`}>{wordsOf(value)}</span>
            <WhoWhen by={by} stamp={stamp} />
            <Button
              size="compact-md"
              variant="light"
              aria-label={t('settle.takeNamed', { value: wordsOf(value), who: people.nameOf(by) })}
              onClick={() => void run('record.settle', { key: record.key, field, value })}
            >
              {t('settle.take')}
            </Button>
          </div>
        ))}
      </div>
    </section>
  );
};
