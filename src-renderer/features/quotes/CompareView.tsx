// Side by side: which quotes are compared, and the table of them.
import { Chip, Group, Text } from '@mantine/core';
import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useSetting } from '../../data/hooks.ts';
import { CompareTable } from './CompareTable.tsx';
import classes from './quotes.module.css';
import { useComparison } from './use-comparison.ts';
import type { JourneyQuotes } from './use-journey-quotes.ts';

interface CompareViewProps {
  readonly journey: RecordOf<'journey'>;
  readonly quotes: JourneyQuotes;
}

export const CompareView = ({ journey, quotes }: CompareViewProps): ReactElement => {
  const { t } = useTranslation('quotes');
  const { standing } = quotes;
  const [kept, keep] = useSetting<readonly RecordKey[] | null>(`compared:${journey.id}`, null);
  const chosen = useMemo(() => {
    const own = standing.filter(({ key }) => kept?.includes(key) === true);
    return own.length > 1 ? own : forOneJob(standing);
  }, [standing, kept]);
  const comparison = useComparison(journey, chosen, quotes.before);
  const keys = chosen.map(({ key }) => key);
  const canTakeOut = keys.length > FEWEST;
  const canAdd = keys.length < MOST;
  return (
    <>
      {standing.length > 2 && (
        <Group gap="xs" mb="md" role="group" aria-label={t('compared')}>
          {standing.map(({ key, body }) => (
            <Chip
              key={key}
              size="xs"
              checked={keys.includes(key)}
              disabled={!keys.includes(key) && !canAdd}
              onChange={(on) =>
                (on ? canAdd : canTakeOut) && keep(on ? [...keys, key] : keys.filter((other) => other !== key))
              }
            >
              {body.vendor || t('unknown')}
              {body.title === '' ? '' : ` · ${body.title}`}
            </Chip>
          ))}
          {(!canTakeOut || !canAdd) && (
            <Text size="xs" c="dimmed">
              {t(canAdd ? 'comparedAtLeast' : 'comparedAtMost')}
            </Text>
          )}
        </Group>
      )}
      {comparison.isWithoutTax && (
        <Text size="sm" c="dimmed" mb="xs">
          {t('withoutTax')}
        </Text>
      )}
      <div className={classes['scroller']}>
        <CompareTable journey={journey} quotes={quotes} compared={chosen} comparison={comparison} />
      </div>
    </>
  );
};

const FEWEST = 2;
/** More columns than this nobody reads side by side. */
const MOST = 5;

/** Those for the step that most are for, the latest first. */
const forOneJob = (quotes: readonly RecordOf<'quote'>[]): readonly RecordOf<'quote'>[] => {
  const groups = [...Map.groupBy(quotes, ({ body }) => body.step).values()];
  const largest = groups.toSorted((a, b) => b.length - a.length)[0] ?? [];
  return (largest.length > 1 ? largest : quotes).slice(0, MOST);
};
