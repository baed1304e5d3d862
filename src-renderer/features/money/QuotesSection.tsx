// The quotes of a journey with their lines: who would do what for how much, until when, and what does not add up.
import { Button, Group, Text, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight, IconFileText } from '@tabler/icons-react';
import { useMemo, useState, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { checkPaper } from '../../../domain/documents/arithmetic.ts';
import { awardKey } from '../../../domain/commands/quote.ts';
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useRecord, useRecords, useRun } from '../../data/hooks.ts';
import { Related } from '../../media/Related.tsx';
import { Amount } from '../../ui/Amount.tsx';
import { AudienceBadge } from '../../ui/AudienceBadge.tsx';
import { dayShort, today } from '../../ui/dates.ts';
import { unbroken } from '../../ui/money.ts';
import { journeyPlace } from '../../ui/place.ts';
import { usePlace } from '../../ui/place-context.ts';
import { useFound } from '../../ui/use-found.ts';
import { Settle } from '../../ui/Settle.tsx';
import classes from './Quotes.module.css';

type Quote = RecordOf<'quote'>;

export const QuotesSection = ({ journey }: { readonly journey: RecordOf<'journey'> }): ReactElement | null => {
  const { t } = useTranslation('money');
  const quotes = useRecords({ type: 'quote', journey: journey.id });
  const { place } = usePlace();
  // One that was looked for is open when one comes.
  const shown = journeyPlace(place, journey.id).record;
  const [open, setOpen] = useState<ReadonlySet<RecordKey>>(new Set(shown === null ? [] : [shown]));
  const sorted = useMemo(
    () => (quotes ?? []).toSorted((a, b) => (b.body.date ?? '').localeCompare(a.body.date ?? '')),
    [quotes],
  );
  if (sorted.length === 0) return null;
  const toggle = (key: RecordKey): void => {
    const next = new Set(open);
    if (!next.delete(key)) next.add(key);
    setOpen(next);
  };
  return (
    <section aria-label={t('quotes.title')}>
      <div className={classes['head']}>
        <h3 className={classes['title']}>{t('quotes.title')}</h3>
      </div>
      <ul className={classes['list']}>
        {sorted.map((quote) => (
          <Entry key={quote.key} quoteKey={quote.key}>
            <Row quote={quote} journey={journey} open={open.has(quote.key)} onToggle={() => toggle(quote.key)} />
            {open.has(quote.key) && <Lines quote={quote} />}
          </Entry>
        ))}
      </ul>
    </section>
  );
};

interface EntryProps {
  readonly quoteKey: RecordKey;
  readonly children: ReactNode;
}

const Entry = ({ quoteKey, children }: EntryProps): ReactElement => (
  <li className={classes['quote']} {...useFound(quoteKey)}>
    {children}
  </li>
);

interface RowProps {
  readonly quote: Quote;
  readonly journey: RecordOf<'journey'>;
  readonly open: boolean;
  readonly onToggle: () => void;
}

const Row = ({ quote, journey, open, onToggle }: RowProps): ReactElement => {
  const { t } = useTranslation('money');
  const { vendor, title, number, validUntil, lines, total } = quote.body;
  const expired = validUntil !== null && validUntil < today();
  const problems = checkPaper(quote.body).length;
  const award = useRecord(awardKey(quote.key));
  const isAccepted = award != null && award.trashedAt === 0;
  return (
    <UnstyledButton className={classes['row']} aria-expanded={open} onClick={onToggle}>
      {open ? <IconChevronDown size={16} stroke={1.75} /> : <IconChevronRight size={16} stroke={1.75} />}
      <span className={classes['who']}>
        <Text fw={500} truncate>
          {vendor || t('quotes.unknown')}
          {isAccepted && <span className={classes['accepted']}>{t('quotes.accepted')}</span>}
        </Text>
        <Text size="sm" c="dimmed" truncate>
          {[title, number].filter((part) => part !== '').join(' · ')}
        </Text>
      </span>
      <span className={classes['flag']}>{problems > 0 && t('quotes.problems', { count: problems })}</span>
      <Text size="sm" c="dimmed" className="pl-number">
        {t('quotes.lines', { count: lines.length })}
      </Text>
      <span className={expired ? classes['flag'] : classes['sub']}>
        {validUntil !== null && t(expired ? 'quotes.expired' : 'quotes.valid', { day: dayShort(validUntil) })}
      </span>
      <AudienceBadge journey={journey.id} space={quote.space} />
      <span className={classes['total']}>{total === null ? t('quotes.noTotal') : <Amount money={total} />}</span>
    </UnstyledButton>
  );
};

const Lines = ({ quote }: { readonly quote: Quote }): ReactElement => {
  const { t } = useTranslation('money');
  const run = useRun();
  const { go } = usePlace();
  const { lines, subtotal, discount, tax, total, terms, document } = quote.body;
  const wrong = new Set(checkPaper(quote.body).flatMap((one) => (one.kind === 'line' ? [one.line] : [])));
  const sums = [
    ['subtotal', subtotal],
    ['discount', discount],
    ['tax', tax],
    ['total', total],
  ] as const;
  return (
    <div className={classes['open']}>
      <Settle record={quote} />
      <table className={classes['lines']}>
        <thead>
          <tr>
            <th scope="col">{t('description')}</th>
            <th scope="col">{t('quotes.quantity')}</th>
            <th scope="col">{t('quotes.unit')}</th>
            <th scope="col">{t('quotes.unitPrice')}</th>
            <th scope="col">{t('amountColumn')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id} data-wrong={wrong.has(line.id) || undefined}>
              <td>
                {unbroken(line.description)}
                {line.optional === true && <span className={classes['sub']}> · {t('quotes.optional')}</span>}
              </td>
              <td>{line.quantity === null ? '' : line.quantity / 1_000}</td>
              <td>{line.unit}</td>
              <td>{line.unitPrice !== null && <Amount money={line.unitPrice} />}</td>
              <td>{line.amount !== null && <Amount money={line.amount} />}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          {sums.map(
            ([name, money]) =>
              money !== null && (
                <tr key={name}>
                  <th scope="row" colSpan={4}>
                    {t(`quotes.${name}`)}
                  </th>
                  <td>
                    <Amount money={money} />
                  </td>
                </tr>
              ),
          )}
        </tfoot>
      </table>
      {terms !== '' && (
        <Text size="sm" c="dimmed" mt="xs">
          {unbroken(terms)}
        </Text>
      )}
      <div className={classes['like']}>
        <Related of={document === null ? [quote.key] : [quote.key, document]} />
      </div>
      <Group gap="sm" mt="sm">
        {document !== null && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconFileText size={14} stroke={1.75} />}
            onClick={() => go({ go: 'journey', journey: quote.journey, tab: 'documents', record: document })}
          >
            {t('quotes.onPage')}
          </Button>
        )}
        <Button size="xs" variant="subtle" color="gray" onClick={() => void run('record.trash', { key: quote.key })}>
          {t('trash')}
        </Button>
      </Group>
    </div>
  );
};
