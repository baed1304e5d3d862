// One cell of the comparison: what a contractor asks for a piece of work, or that they do not name it; opened, its lines can be moved.
import { Button, Popover, Select, Text, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconCircleDashed, IconCircleX } from '@tabler/icons-react';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId } from '../../../domain/kernel/ids.ts';
import type { Cell, Row } from '../../../domain/quotes/comparison.ts';
import { placing } from '../../../domain/quotes/corrections.ts';
import type { MatchLine } from '../../../domain/quotes/match.ts';
import { useRun } from '../../data/hooks.ts';
import { Amount } from '../../ui/Amount.tsx';
import { formatMoney } from '../../ui/money.ts';
import { quantityText, useQuantityWords } from './quantity-words.ts';
import classes from './quotes.module.css';

interface CompareCellProps {
  readonly cell: Cell;
  readonly row: Row;
  readonly rows: readonly Row[];
  /** Of every quote. */
  readonly lines: readonly MatchLine[];
  readonly journey: RecordId;
  readonly vendor: string;
}

export const CompareCell = (props: CompareCellProps): ReactElement => {
  const { cell, row, vendor } = props;
  const { t } = useTranslation('quotes');
  const [open, setOpen] = useState(false);
  if (cell.lines.length === 0) return <Absent cell={cell} />;
  return (
    <Popover opened={open} onChange={setOpen} width={340} position="bottom-end" withArrow trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton
          className={classes['cell']}
          aria-expanded={open}
          aria-label={t('move.open', { work: row.name, vendor, price: textOf(cell, t('state.unpriced')) })}
          onClick={() => setOpen(!open)}
        >
          <Price cell={cell} row={row} />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('move.title')}>
        <MoveLines {...props} onDone={() => setOpen(false)} />
      </Popover.Dropdown>
    </Popover>
  );
};

const textOf = ({ normal }: Cell, none: string): string => (normal === null ? none : formatMoney(normal));

/** Said in words and by a mark, never by colour alone. */
const Absent = ({ cell: { state, says } }: { readonly cell: Cell }): ReactElement | null => {
  const { t } = useTranslation('quotes');
  if (state === 'none') return null;
  if (state === 'unknown') return <span className={classes['faint']}>{t('state.unknown')}</span>;
  const isSaid = state === 'excluded';
  const Mark = isSaid ? IconCircleX : IconCircleDashed;
  return (
    <span className={classes['absent']} title={says ?? undefined}>
      <Mark size={14} stroke={2} aria-hidden /> {t(isSaid ? 'state.excluded' : 'state.missing')}
    </span>
  );
};

const Price = ({ cell, row }: { readonly cell: Cell; readonly row: Row }): ReactElement => {
  const { t } = useTranslation('quotes');
  const words = useQuantityWords();
  const { state, normal, perUnit, quantity, outlier, lines } = cell;
  if (state === 'excluded' || normal === null)
    return (
      <span className={state === 'excluded' ? classes['absent'] : classes['faint']}>
        {t(state === 'excluded' ? 'state.excluded' : state === 'optional' ? 'state.optional' : 'state.unpriced')}
      </span>
    );
  const isOther = quantity !== null && row.quantity !== null && quantity !== row.quantity;
  return (
    <>
      <span className={classes['price']}>
        {outlier !== null && (
          <span className={classes['outlier']}>
            {outlier.percent > 0 ? (
              <IconArrowUp size={12} stroke={2.5} aria-hidden />
            ) : (
              <IconArrowDown size={12} stroke={2.5} aria-hidden />
            )}
            {t(outlier.percent > 0 ? 'outlier.above' : 'outlier.below', { percent: Math.abs(outlier.percent) })}
          </span>
        )}
        <Amount money={normal} />
      </span>
      {perUnit !== null && row.measure !== 'piece' && row.measure !== 'whole' && (
        <span className={classes['faint']}>
          <Amount money={perUnit} /> {t(`per.${row.measure}`)}
        </span>
      )}
      {isOther && <span className={classes['faint']}>{t('counted', { size: words(quantity, row.measure) })}</span>}
      {lines.length > 1 && <span className={classes['faint']}>{t('lines', { count: lines.length })}</span>}
    </>
  );
};

interface MoveLinesProps extends CompareCellProps {
  readonly onDone: () => void;
}

const MoveLines = ({ cell, row, rows, lines, journey, vendor, onDone }: MoveLinesProps): ReactElement => {
  const { t } = useTranslation('quotes');
  const run = useRun();
  const move = (line: MatchLine, to: Row | 'alone' | 'found'): void => {
    const target = typeof to === 'string' ? to : { named: to.named, lines: to.cells.flatMap((each) => each.lines) };
    onDone();
    void run('comparison.place', { journey, lines: placing(line, target, lines) });
  };
  return (
    <>
      <Text size="xs" c="dimmed" mb={4}>
        {t('move.from', { vendor: vendor || t('unknown') })}
      </Text>
      {cell.lines.map((line) => (
        <div key={line.id} className={classes['moved']}>
          <Text size="sm" fw={500}>
            {line.description || t('unnamed')}
          </Text>
          <Text size="xs" c="dimmed" className="pl-number">
            {printedOf(line)}
          </Text>
          <Select
            size="xs"
            mt="xs"
            label={t('move.to')}
            placeholder={t('move.choose')}
            data={rows
              .filter(({ id }) => id !== row.id)
              .map(({ id, name }) => ({ value: id, label: name || t('unnamed') }))}
            value={null}
            searchable
            comboboxProps={{ withinPortal: false }}
            onChange={(id) => {
              const other = rows.find((each) => each.id === id);
              if (other !== undefined) move(line, other);
            }}
          />
          <Button.Group mt="xs">
            {row.cells.some((each) => each.lines.some((other) => other !== line)) && (
              <Button size="compact-xs" variant="default" onClick={() => move(line, 'alone')}>
                {t('move.alone')}
              </Button>
            )}
            {row.byHand && (
              <Button size="compact-xs" variant="default" onClick={() => move(line, 'found')}>
                {t('move.found')}
              </Button>
            )}
          </Button.Group>
        </div>
      ))}
    </>
  );
};

/** As it stands on the paper. */
const printedOf = ({ line: { quantity, unit, unitPrice, amount } }: MatchLine): string =>
  [
    quantity === null ? '' : `${quantityText(quantity)} ${unit}`.trim(),
    unitPrice === null ? '' : `× ${formatMoney(unitPrice)}`,
    amount === null ? '' : `${unitPrice === null ? '' : '= '}${formatMoney(amount)}`,
  ]
    .filter((part) => part !== '')
    .join(' ');
