// The lines of a quote or invoice, each editable, each figure pointing at its place; what does not multiply is flagged.
import { ActionIcon, Button, Text } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { exhaustive } from '../../../domain/kernel/exhaustive.ts';
import type { Paper } from '../../../domain/documents/paper.ts';
import type { PaperLine } from '../../../domain/records/paper.ts';
import { formatMoney } from '../../ui/money.ts';
import { FieldBox } from './FieldBox.tsx';
import {
  LINE_PARTS,
  lineField,
  lineTyped,
  moneyText,
  quantityText,
  type FieldName,
  type LinePart,
} from './paper-fields.ts';
import classes from './paper.module.css';

interface LineRowsProps {
  /** What is typed is kept under this name. */
  readonly draft: string;
  readonly paper: Paper;
  readonly onSave: (lines: PaperLine[]) => void;
  readonly onTouch: (field: FieldName) => void;
}

export const LineRows = ({ draft, paper, onSave, onTouch }: LineRowsProps): React.JSX.Element => {
  const { t } = useTranslation('documents');
  const { values, currency, problems, sureByLine } = paper;
  const { lines } = values;
  const problemByLine = new Map(problems.flatMap((one) => (one.kind === 'line' ? [[one.line, one.expected]] : [])));
  const save = (line: PaperLine, part: LinePart, text: string): boolean => {
    const next = lineTyped(line, { part, text, currency });
    if (next !== null) onSave(lines.map((one) => (one.id === line.id ? next : one)));
    return next !== null;
  };
  return (
    <section aria-label={t('paper.lines')}>
      <Text size="xs" fw={500} mb={4}>
        {t('paper.linesCount', { count: lines.length })}
      </Text>
      <ol className={classes['lines']}>
        {lines.map((line) => {
          const expected = problemByLine.get(line.id);
          return (
            <li key={line.id} className={classes['line']} data-problem={expected !== undefined || undefined}>
              {LINE_PARTS.map((part) => (
                <div key={part} className={classes[part]}>
                  <FieldBox
                    field={lineField(line.id, part)}
                    label={t(`paper.line.${part}`)}
                    bare
                    value={textOf(line, part)}
                    draft={draft}
                    sure={sureByLine[line.id]}
                    align={part === 'description' || part === 'unit' ? 'left' : 'right'}
                    inputMode={part === 'description' || part === 'unit' ? 'text' : 'decimal'}
                    onSave={(text) => save(line, part, text)}
                    onTouch={onTouch}
                  />
                </div>
              ))}
              <ActionIcon
                className={classes['remove']}
                size="sm"
                tabIndex={-1}
                aria-label={t('paper.removeLine', { name: line.description })}
                onClick={() => onSave(lines.filter((one) => one.id !== line.id))}
              >
                <IconX size={14} stroke={1.75} />
              </ActionIcon>
              {expected !== undefined && (
                <Text size="xs" className={classes['problem']}>
                  {t('paper.problem.line', { expected: formatMoney({ minor: expected, currency }) })}
                </Text>
              )}
            </li>
          );
        })}
      </ol>
      <Button
        variant="subtle"
        size="compact-xs"
        ml={-6}
        leftSection={<IconPlus size={14} stroke={2} />}
        onClick={() => onSave([...lines, newLine(lines)])}
      >
        {t('paper.addLine')}
      </Button>
    </section>
  );
};

const textOf = (line: PaperLine, part: LinePart): string => {
  switch (part) {
    case 'quantity':
      return quantityText(line.quantity);
    case 'unitPrice':
    case 'amount':
      return moneyText(line[part]);
    case 'description':
    case 'unit':
      return line[part];
    default:
      return exhaustive(part);
  }
};

/** One more than the highest number there is, so that a removed line's id is not another's. */
const newLine = (lines: readonly PaperLine[]): PaperLine => {
  const numbers = lines.map(({ id }) => Number(/^l(\d+)$/.exec(id)?.[1] ?? 0));
  return {
    id: `l${Math.max(0, ...numbers) + 1}`,
    description: '',
    quantity: null,
    unit: '',
    unitPrice: null,
    amount: null,
  };
};
