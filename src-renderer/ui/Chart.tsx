// A chart with its numbers: drawn for those who look, a table for those who hear or want to read, a file for those who reckon on.
import { Button, Table, VisuallyHidden } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload, IconTable } from '@tabler/icons-react';
import { lazy, Suspense, useId, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { desktop } from '../ports/desktop.ts';
import classes from './Chart.module.css';
import { chartFile, seriesName, type ChartNumbers } from './chart-data.ts';
import type { ChartKind } from './ChartDrawing.tsx';
import { useFailureText } from './failure-text.ts';
import { today } from './dates.ts';
import { datedFileName } from './file-name.ts';

const ChartDrawing = lazy(() =>
  import('./ChartDrawing.tsx').then(({ ChartDrawing: drawing }) => ({ default: drawing })),
);

interface ChartProps {
  readonly title: string;
  /** One sentence that says what to see in it. */
  readonly text?: string;
  readonly kind: ChartKind;
  readonly numbers: ChartNumbers;
  /** A value as people read it: on the axis, in the table. */
  readonly format: (value: number) => string;
  /** A value as a spreadsheet reckons with it; as it is unless said. */
  readonly exact?: (value: number) => number | string;
  /** What the exported file is called, before its day. */
  readonly file: string;
  /** px. */
  readonly height?: number;
  /** A line across the row of this label. */
  readonly mark?: { readonly at: string; readonly label: string };
}

export const Chart = ({
  title,
  text,
  kind,
  numbers,
  format,
  exact,
  file,
  height = 240,
  mark,
}: ChartProps): ReactElement => {
  const { t } = useTranslation('ui');
  const textOf = useFailureText();
  const [shown, setShown] = useState(false);
  const id = useId();

  const keep = async (): Promise<void> => {
    const bytes = new TextEncoder().encode(chartFile(numbers, exact));
    const answer = await desktop().ask('file.save', { name: datedFileName(file, today(), 'csv'), bytes });
    if (answer.ok) return;
    const { sentence, remedy } = textOf(answer.error);
    notifications.show({ color: 'red', title: sentence, message: remedy });
  };

  const table = <NumbersTable title={title} numbers={numbers} format={format} />;
  return (
    <figure className={classes['chart']} aria-labelledby={id}>
      <figcaption className={classes['head']}>
        <div>
          <h3 id={id} className={classes['title']}>
            {title}
          </h3>
          {text !== undefined && <p className={classes['text']}>{text}</p>}
        </div>
        <div className={classes['actions']}>
          <Button
            variant="subtle"
            size="compact-md"
            leftSection={<IconTable size={14} stroke={1.75} />}
            aria-expanded={shown}
            onClick={() => setShown(!shown)}
          >
            {t(shown ? 'chart.hide' : 'chart.show')}
          </Button>
          <Button
            variant="subtle"
            size="compact-md"
            leftSection={<IconDownload size={14} stroke={1.75} />}
            onClick={() => void keep()}
          >
            {t('chart.export')}
          </Button>
        </div>
      </figcaption>
      <div aria-hidden style={{ height }}>
        <Suspense fallback={null}>
          <ChartDrawing
            kind={kind}
            numbers={numbers}
            format={format}
            height={height}
            {...(mark === undefined ? {} : { mark })}
          />
        </Suspense>
      </div>
      {shown ? table : <VisuallyHidden>{table}</VisuallyHidden>}
    </figure>
  );
};

/** Labels may be the same twice: steps are called as people call them. */
const rowName = (row: number): string => `row${row}`;

const NumbersTable = ({
  title,
  numbers: { rowsLabel, series, rows },
  format,
}: Pick<ChartProps, 'title' | 'numbers' | 'format'>): ReactElement => (
  <Table aria-label={title} className={classes['table'] ?? ''} verticalSpacing={6} fz="sm">
    <Table.Thead>
      <Table.Tr>
        <Table.Th>{rowsLabel}</Table.Th>
        {series.map(({ label }, place) => (
          <Table.Th key={seriesName(place)} className={classes['number'] ?? ''}>
            {label}
          </Table.Th>
        ))}
      </Table.Tr>
    </Table.Thead>
    <Table.Tbody>
      {rows.map(({ label, values }, row) => (
        <Table.Tr key={rowName(row)}>
          <Table.Th scope="row">{label}</Table.Th>
          {series.map((_, place) => {
            const value = values[place] ?? null;
            return (
              <Table.Td key={seriesName(place)} className={classes['number'] ?? ''}>
                {value === null ? '' : format(value)}
              </Table.Td>
            );
          })}
        </Table.Tr>
      ))}
    </Table.Tbody>
  </Table>
);
