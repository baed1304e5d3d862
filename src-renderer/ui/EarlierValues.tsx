// What was written into this record and lost against another's change: each can be taken back.
import { Button, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordOf } from '../../domain/records/registry.ts';
import { earlierValues } from '../../domain/sync/earlier.ts';
import type { Lost } from '../../domain/sync/merge-past.ts';
import { useRun } from '../data/hooks.ts';
import { PanelSection } from './Panel.tsx';
import { useValueWords } from './use-value-words.ts';
import { isSpoken } from './value-words.ts';
import { WhoWhen } from './WhoWhen.tsx';
import classes from './Settle.module.css';

interface EarlierValuesProps {
  readonly record: RecordOf<'step'> | RecordOf<'cost'> | RecordOf<'finding'> | RecordOf<'task'>;
  /** They are shown, and can't be taken back. */
  readonly readOnly?: boolean;
}

/** Nothing for the many records that only ever had one author at a time. */
export const EarlierValues = ({ record, readOnly = false }: EarlierValuesProps): ReactElement | null => {
  const { t } = useTranslation('past');
  const lost = earlierValues(record).filter(({ field }) => isSpoken(field));
  if (lost.length === 0) return null;
  return (
    <PanelSection title={t('earlier.title')}>
      <ul className={classes['earlier']}>
        {lost.map((entry) => (
          <Entry key={`${entry.field}:${entry.stamp}`} record={record} entry={entry} readOnly={readOnly} />
        ))}
      </ul>
    </PanelSection>
  );
};

const Entry = ({ record, entry, readOnly }: Required<EarlierValuesProps> & { readonly entry: Lost }): ReactElement => {
  const { t } = useTranslation('past');
  const run = useRun();
  const speak = useValueWords(record.journey);
  const { field, value, by, stamp } = entry;
  const words = { field: speak.fieldWords(field), value: speak.valueWords({ type: record.type, field, value }) };
  return (
    <li className={classes['entry']}>
      <div className={classes['words']}>
        <span className={classes['text']} title={words.value}>
          <Text span size="sm" c="dimmed">
            {words.field}
          </Text>{' '}
          {words.value}
        </span>
        <WhoWhen by={by} stamp={stamp} />
      </div>
      {!readOnly && record.trashedAt === 0 && (
        <Button
          size="compact-sm"
          variant="subtle"
          flex="none"
          aria-label={t('earlier.takeBackNamed', words)}
          onClick={() => void run('record.takeBack', { key: record.key, field, stamp })}
        >
          {t('earlier.takeBack')}
        </Button>
      )}
    </li>
  );
};
