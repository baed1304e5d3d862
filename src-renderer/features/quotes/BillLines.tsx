// The lines of a bill, each with the agreed line that it is for: as it was matched, or as a person says.
import { Button, Group, Select, Text } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId } from '../../../domain/kernel/ids.ts';
import { billing, placing, type Corrections } from '../../../domain/quotes/corrections.ts';
import { billedTo, type Agreed, type Bill, type BilledTo } from '../../../domain/quotes/invoice.ts';
import { useRun } from '../../data/hooks.ts';
import { Amount } from '../../ui/Amount.tsx';
import classes from './quotes.module.css';

interface BillLinesProps {
  readonly bill: Bill;
  readonly agreed: Agreed;
  readonly corrections: Corrections;
  readonly journey: RecordId;
}

/** In place of an agreed line's id: none of them. */
const NOT_AGREED = '-';

export const BillLines = ({ bill, agreed, corrections, journey }: BillLinesProps): ReactElement | null => {
  const { t } = useTranslation('quotes');
  const run = useRun();
  const [open, setOpen] = useState(false);
  const found = billedTo(bill, agreed, corrections);
  if (found.lines.length === 0 || found.agreed.length === 0) return null;
  if (!open)
    return (
      <Button size="compact-xs" variant="subtle" color="gray" mt="xs" ml={-8} onClick={() => setOpen(true)}>
        {t('bill.lines')}
      </Button>
    );
  const all = [...found.agreed, ...found.lines.map(({ line }) => line)];
  const place = (lines: Corrections): void => void run('comparison.place', { journey, lines });
  const say = ({ line }: BilledTo, id: string): void =>
    place(billing(line, found.agreed.find((each) => each.id === id) ?? null, { corrections, all }));
  const choices = [
    ...found.agreed.map(({ id, description }) => ({ value: id, label: description || t('unnamed') })),
    { value: NOT_AGREED, label: t('bill.none') },
  ];
  return (
    <>
      {found.lines.map((one) => (
        <div key={one.line.id} className={classes['moved']}>
          <Group gap="sm" justify="space-between" wrap="nowrap">
            <Text size="sm" fw={500}>
              {one.line.description || t('unnamed')}
            </Text>
            {one.line.line.amount !== null && <Amount money={one.line.line.amount} />}
          </Group>
          <Select
            size="xs"
            mt={4}
            aria-label={t('bill.for', { line: one.line.description || t('unnamed') })}
            data={choices}
            value={one.to?.id ?? NOT_AGREED}
            searchable
            allowDeselect={false}
            onChange={(id) => {
              if (id !== null) say(one, id);
            }}
          />
          {one.byHand && (
            <Button size="compact-xs" variant="default" mt={4} onClick={() => place(placing(one.line, 'found', all))}>
              {t('move.found')}
            </Button>
          )}
        </div>
      ))}
    </>
  );
};
