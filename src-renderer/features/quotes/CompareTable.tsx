// Quotes side by side as a table: a row for each piece of work, a column for each contractor, and at its foot what each whole comes to.
import { Text } from '@mantine/core';
import { IconHandFinger, IconHelpCircle } from '@tabler/icons-react';
import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column, Comparison, Row } from '../../../domain/quotes/comparison.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { Amount } from '../../ui/Amount.tsx';
import { AudienceBadge } from '../../ui/AudienceBadge.tsx';
import { dayShort, today } from '../../ui/dates.ts';
import { Accept } from './Accept.tsx';
import { CompareCell } from './CompareCell.tsx';
import classes from './quotes.module.css';
import { useQuantityWords } from './quantity-words.ts';
import type { JourneyQuotes } from './use-journey-quotes.ts';

interface CompareTableProps {
  readonly journey: RecordOf<'journey'>;
  readonly quotes: JourneyQuotes;
  /** In the order of the comparison's columns. */
  readonly compared: readonly RecordOf<'quote'>[];
  readonly comparison: Comparison;
}

/** Below this a match is shown as one to be looked at. */
const UNSURE = 60;

export const CompareTable = ({ journey, quotes, compared, comparison }: CompareTableProps): ReactElement => {
  const { t } = useTranslation('quotes');
  const { rows, columns } = comparison;
  const lines = useMemo(() => rows.flatMap((row) => row.cells.flatMap((cell) => cell.lines)), [rows]);
  return (
    <table className={classes['compare']} aria-label={t('compare')}>
      <thead>
        <tr>
          <th scope="col">{t('work')}</th>
          {compared.map((quote) => (
            <th key={quote.key} scope="col">
              <Head quote={quote} journey={journey} quotes={quotes} isLowest={comparison.lowest === quote.id} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <RowName row={row} />
            </th>
            {row.cells.map((cell) => (
              <td key={cell.quote} data-state={cell.state}>
                <CompareCell
                  cell={cell}
                  row={row}
                  rows={rows}
                  lines={lines}
                  journey={journey.id}
                  vendor={compared.find(({ id }) => id === cell.quote)?.body.vendor ?? ''}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <Sum label={t('sum.lines')} columns={columns} of={({ lines: sum }) => sum} />
        <Sum label={t('sum.discount')} columns={columns} of={({ discount }) => discount} />
        <Sum label={t('sum.tax')} columns={columns} of={({ tax }) => tax} />
        <Sum label={t('sum.rest')} columns={columns} of={({ rest }) => (rest.minor === 0 ? null : rest)} />
        <Sum label={t('sum.total')} columns={columns} of={({ worth }) => worth} isStrong />
        <Sum
          label={t('sum.gap')}
          hint={t('sum.gapHint')}
          columns={columns}
          of={({ gap }) => (gap.minor === 0 ? null : gap)}
        />
        {columns.some(({ gap }) => gap.minor !== 0) && (
          <Sum label={t('sum.whole')} columns={columns} of={({ whole }) => whole} isStrong />
        )}
        {compared.some(({ body }) => body.terms !== '') && (
          <tr>
            <th scope="row">{t('terms')}</th>
            {compared.map(({ key, body }) => (
              <td key={key} className={classes['terms']}>
                {body.terms}
              </td>
            ))}
          </tr>
        )}
      </tfoot>
    </table>
  );
};

interface HeadProps {
  readonly quote: RecordOf<'quote'>;
  readonly journey: RecordOf<'journey'>;
  readonly quotes: JourneyQuotes;
  readonly isLowest: boolean;
}

const Head = ({ quote, journey, quotes, isLowest }: HeadProps): ReactElement => {
  const { t } = useTranslation('quotes');
  const { vendor, title, validUntil, start, days } = quote.body;
  const award = quotes.awardOf(quote.key);
  const expired = validUntil !== null && validUntil < today();
  return (
    <div className={classes['column']}>
      <Text fw={600}>{vendor || t('unknown')}</Text>
      {title !== '' && (
        <Text size="xs" c="dimmed">
          {title}
        </Text>
      )}
      {(isLowest || award !== null) && (
        <span>
          {award !== null && <span className={classes['accepted']}>{t('accepted')}</span>}
          {isLowest && <span className={classes['lowest']}>{t('lowest')}</span>}
        </span>
      )}
      {/* Once it was taken it does not run out any more. */}
      {award === null && (
        <Text size="xs" c={expired ? 'var(--pl-late)' : 'dimmed'}>
          {validUntil === null ? t('noValidity') : t(expired ? 'expired' : 'valid', { day: dayShort(validUntil) })}
        </Text>
      )}
      {(start != null || days != null) && (
        <Text size="xs" c="dimmed">
          {[
            start == null ? '' : t('schedule.from', { day: dayShort(start) }),
            days == null ? '' : t('schedule.count', { count: days }),
          ]
            .filter((part) => part !== '')
            .join(', ')}
        </Text>
      )}
      <span>
        <AudienceBadge journey={journey.id} space={quote.space} />
      </span>
      <span>
        <Accept quote={quote} journey={journey} award={award} quiet />
      </span>
    </div>
  );
};

const RowName = ({ row }: { readonly row: Row }): ReactElement => {
  const { t } = useTranslation('quotes');
  const words = useQuantityWords();
  return (
    <>
      <span className={classes['work']}>{row.name || t('unnamed')}</span>
      <Text component="span" size="xs" c="dimmed" className={classes['marks'] ?? ''}>
        {row.quantity !== null && (
          <span className="pl-number">{t('for', { size: words(row.quantity, row.measure) })}</span>
        )}
        {row.byHand && (
          <span>
            <IconHandFinger size={12} stroke={2} aria-hidden /> {t('byHand')}
          </span>
        )}
        {row.sure < UNSURE && (
          <span>
            <IconHelpCircle size={12} stroke={2} aria-hidden /> {t('unsure')}
          </span>
        )}
      </Text>
    </>
  );
};

interface SumProps {
  readonly label: string;
  readonly hint?: string;
  readonly columns: readonly Column[];
  readonly of: (column: Column) => Column['worth'];
  readonly isStrong?: boolean;
}

/** Nothing where no column has one. */
const Sum = ({ label, hint, columns, of, isStrong = false }: SumProps): ReactElement | null =>
  columns.every((column) => of(column) === null) ? null : (
    <tr data-strong={isStrong || undefined}>
      <th scope="row">
        {label}
        {hint !== undefined && (
          <Text size="xs" c="dimmed" fw={400}>
            {hint}
          </Text>
        )}
      </th>
      {columns.map((column) => {
        const money = of(column);
        return <td key={column.id}>{money !== null && <Amount money={money} />}</td>;
      })}
    </tr>
  );
