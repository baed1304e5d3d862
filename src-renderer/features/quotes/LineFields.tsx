// The lines of a quote while it is put in by hand: one row each, a further one when the last is begun.
import { ActionIcon, Text, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMoney } from '../../ui/money.ts';
import classes from './quotes.module.css';
import { BLANK_LINE, lineTyped, sumTyped, type TypedLine } from './typed-lines.ts';

interface LineFieldsProps {
  readonly lines: readonly TypedLine[];
  readonly currency: string;
  readonly onChange: (lines: readonly TypedLine[]) => void;
}

const PARTS = ['text', 'count', 'unit', 'price'] as const;

export const LineFields = ({ lines, currency, onChange }: LineFieldsProps): ReactElement => {
  const { t } = useTranslation('quotes');
  const change = (at: number, part: Partial<TypedLine>): void => {
    const next = lines.map((line, place) => (place === at ? Object.assign({}, line, part) : line));
    onChange(at === lines.length - 1 ? [...next, BLANK_LINE] : next);
  };
  const sum = sumTyped(lines, currency);
  return (
    <fieldset className={classes['typed']}>
      <legend>{t('linesField')}</legend>
      <div className={classes['typedHead']} aria-hidden>
        {PARTS.map((part) => (
          <Text key={part} size="xs" c="dimmed">
            {t(`line.${part}`)}
          </Text>
        ))}
        <Text size="xs" c="dimmed" ta="right">
          {t('line.amount')}
        </Text>
      </div>
      {lines.map((line, at) => {
        const read = lineTyped(line, 'l', currency);
        return (
          // Lines are only ever added at the end or taken out whole.
          // oxlint-disable-next-line react/no-array-index-key
          <div key={at} className={classes['typedLine']}>
            {PARTS.map((part) => (
              <TextInput
                key={part}
                size="xs"
                aria-label={t('line.of', { part: t(`line.${part}`), at: at + 1 })}
                inputMode={part === 'count' || part === 'price' ? 'decimal' : 'text'}
                maxLength={part === 'text' ? 1_000 : 40}
                className={part === 'count' || part === 'price' ? (classes['number'] ?? '') : ''}
                value={line[part]}
                error={read === null && (part === 'count' || part === 'price')}
                onChange={(event) => change(at, { [part]: event.currentTarget.value })}
              />
            ))}
            <span className={`${classes['lineAmount']} pl-number`}>
              {read?.amount == null ? (read === null ? t('odd') : '') : formatMoney(read.amount)}
            </span>
            <ActionIcon
              size="sm"
              variant="subtle"
              color="gray"
              aria-label={t('line.remove', { at: at + 1 })}
              disabled={lines.length === 1}
              onClick={() => onChange(lines.filter((_, place) => place !== at))}
            >
              <IconX size={14} stroke={1.75} />
            </ActionIcon>
          </div>
        );
      })}
      {sum !== 0 && (
        <Text size="sm" ta="right" pr={36} className="pl-number">
          {t('sum.lines')}: {formatMoney({ minor: sum, currency })}
        </Text>
      )}
    </fieldset>
  );
};
