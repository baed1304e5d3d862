// The versions of a quote: which came before it, and, of one that looks like a revision, the question whether it is one.
import { Button, Group, Text } from '@mantine/core';
import { type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { likelyEarlier } from '../../../domain/quotes/revised.ts';
import { worthOf } from '../../../domain/quotes/worth.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useRun } from '../../data/hooks.ts';
import { Amount } from '../../ui/Amount.tsx';
import classes from './quotes.module.css';
import type { JourneyQuotes } from './use-journey-quotes.ts';
import { versionName } from './version-name.ts';

interface VersionsProps {
  readonly quote: RecordOf<'quote'>;
  readonly quotes: JourneyQuotes;
  readonly mayEdit: boolean;
}

export const Versions = ({ quote, quotes, mayEdit }: VersionsProps): ReactElement | null => {
  const { t } = useTranslation('quotes');
  const run = useRun();
  const before = quotes.before(quote);
  const earlier = mayEdit && quote.body.replaces == null ? likelyEarlier(quote, quotes.standing) : null;
  if (before.length === 0 && earlier === null) return null;
  return (
    <div className={classes['versions']}>
      {earlier !== null && (
        <Group gap="sm">
          <Text size="sm">{t('versions.ask', { earlier: versionName(earlier) })}</Text>
          <Button
            size="compact-sm"
            variant="light"
            onClick={() => void run('quote.edit', { key: quote.key, set: { replaces: earlier.key } })}
          >
            {t('versions.yes')}
          </Button>
        </Group>
      )}
      {before.length > 0 && (
        <>
          <Text size="sm" fw={500}>
            {t('versions.title')}
          </Text>
          <ul className={classes['plain']}>
            {before.map((older) => {
              const worth = worthOf(older.body);
              return (
                <li key={older.key}>
                  {versionName(older)} {worth !== null && <Amount money={worth} />}
                </li>
              );
            })}
          </ul>
          {mayEdit && (
            <Button
              size="compact-sm"
              variant="subtle"
              color="gray"
              ml={-8}
              onClick={() => void run('quote.edit', { key: quote.key, set: { replaces: null } })}
            >
              {t('versions.apart')}
            </Button>
          )}
        </>
      )}
    </div>
  );
};
