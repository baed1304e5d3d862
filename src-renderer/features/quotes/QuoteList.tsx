// The quotes of a journey with their lines: who would do what for how much, until when, and what does not add up.
import { Button, Group, Text, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight, IconFileText } from '@tabler/icons-react';
import { useState, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { checkPaper } from '../../../domain/documents/arithmetic.ts';
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useRun, useStore } from '../../data/hooks.ts';
import { Related } from '../../media/Related.tsx';
import { Amount } from '../../ui/Amount.tsx';
import { AudienceBadge } from '../../ui/AudienceBadge.tsx';
import { dayShort, today } from '../../ui/dates.ts';
import { unbroken } from '../../ui/money.ts';
import { journeyPlace } from '../../ui/place.ts';
import { usePlace } from '../../ui/place-context.ts';
import { CommentsSection } from '../../comments/CommentsSection.tsx';
import { Settle } from '../../ui/Settle.tsx';
import { useIsFamily } from '../../ui/use-family.ts';
import { useFound } from '../../ui/use-found.ts';
import { Accept } from './Accept.tsx';
import classes from './quotes.module.css';
import { Revision } from './Revision.tsx';
import { Schedule } from './Schedule.tsx';
import type { JourneyQuotes } from './use-journey-quotes.ts';
import { Versions } from './Versions.tsx';

type Quote = RecordOf<'quote'>;

interface QuoteListProps {
  readonly journey: RecordOf<'journey'>;
  readonly quotes: JourneyQuotes;
}

export const QuoteList = ({ journey, quotes }: QuoteListProps): ReactElement => {
  const { place } = usePlace();
  // One that was looked for is open when one comes.
  const shown = journeyPlace(place, journey.id).record;
  const [open, setOpen] = useState<ReadonlySet<RecordKey>>(new Set(shown === null ? [] : [shown]));
  const toggle = (key: RecordKey): void => {
    const next = new Set(open);
    if (!next.delete(key)) next.add(key);
    setOpen(next);
  };
  // An older version that was looked for is shown where it stands, behind the newer one.
  const holds = (quote: Quote): boolean =>
    open.has(quote.key) || quotes.before(quote).some(({ key }) => key === shown && open.has(key));
  return (
    <ul className={classes['list']}>
      {quotes.standing.map((quote) => (
        <Entry key={quote.key} quoteKey={quote.key}>
          <Row quote={quote} journey={journey} quotes={quotes} open={holds(quote)} onToggle={() => toggle(quote.key)} />
          {holds(quote) && <Lines quote={quote} journey={journey} quotes={quotes} />}
        </Entry>
      ))}
    </ul>
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

interface QuoteProps extends QuoteListProps {
  readonly quote: Quote;
}

interface RowProps extends QuoteProps {
  readonly open: boolean;
  readonly onToggle: () => void;
}

const Row = ({ quote, journey, quotes, open, onToggle }: RowProps): ReactElement => {
  const { t } = useTranslation('quotes');
  const { vendor, title, number, validUntil, lines, total } = quote.body;
  const problems = checkPaper(quote.body).length;
  const isAccepted = quotes.awardOf(quote.key) !== null;
  // Once it was taken it does not run out any more.
  const until = isAccepted ? null : validUntil;
  const expired = until !== null && until < today();
  const versions = quotes.before(quote).length + 1;
  return (
    <UnstyledButton className={classes['row']} aria-expanded={open} onClick={onToggle}>
      {open ? <IconChevronDown size={16} stroke={1.75} /> : <IconChevronRight size={16} stroke={1.75} />}
      <span className={classes['who']}>
        <span className={classes['name']}>
          <Text fw={500} truncate>
            {vendor || t('unknown')}
          </Text>
          {isAccepted && <span className={classes['accepted']}>{t('accepted')}</span>}
        </span>
        <Text size="sm" c="dimmed" truncate>
          {[title, number, versions === 1 ? '' : t('version', { count: versions })]
            .filter((part) => part !== '')
            .join(' · ')}
        </Text>
      </span>
      <span className={classes['facts']}>
        {problems > 0 && <span className={classes['flag']}>{t('problems', { count: problems })}</span>}
        <span className={`${classes['sub']} pl-number`}>{t('lines', { count: lines.length })}</span>
        <span className={`${classes['until']} ${expired ? classes['flag'] : classes['sub']}`}>
          {until !== null && t(expired ? 'expired' : 'valid', { day: dayShort(until) })}
        </span>
      </span>
      <AudienceBadge journey={journey.id} space={quote.space} />
      <span className={classes['total']}>{total === null ? t('noTotal') : <Amount money={total} />}</span>
    </UnstyledButton>
  );
};

const Lines = ({ quote, journey, quotes }: QuoteProps): ReactElement => {
  const { t } = useTranslation('quotes');
  const run = useRun();
  const { go } = usePlace();
  const family = useIsFamily(journey.space);
  const mayEdit = useStore().me === quote.createdBy || family;
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
            <th scope="col">{t('quantity')}</th>
            <th scope="col">{t('unit')}</th>
            <th scope="col">{t('unitPrice')}</th>
            <th scope="col">{t('amountColumn')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id} data-wrong={wrong.has(line.id) || undefined}>
              <td>
                {unbroken(line.description)}
                {line.optional === true && <span className={classes['sub']}> · {t('optional')}</span>}
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
                    {t(name)}
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
      <Schedule quote={quote} mayEdit={mayEdit} />
      <Versions quote={quote} quotes={quotes} mayEdit={mayEdit} />
      <Revision quote={quote} journey={journey} />
      <Group gap="sm" mt="sm">
        {family && <Accept quote={quote} journey={journey} award={quotes.awardOf(quote.key)} />}
        {document !== null && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconFileText size={14} stroke={1.75} />}
            onClick={() => go({ go: 'journey', journey: quote.journey, tab: 'documents', record: document })}
          >
            {t('onPage')}
          </Button>
        )}
        {mayEdit && (
          <Button size="xs" variant="subtle" color="gray" onClick={() => void run('record.trash', { key: quote.key })}>
            {t('trash')}
          </Button>
        )}
      </Group>
      <div className={classes['like']}>
        <Related of={document === null ? [quote.key] : [quote.key, document]} />
      </div>
      <CommentsSection on={quote.key} space={quote.space} journey={quote.journey} />
    </div>
  );
};
