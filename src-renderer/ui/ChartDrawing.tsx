// Draws a chart's numbers as bars or lines; loaded when the first chart is shown, since most screens have none.
import '@mantine/charts/styles.layer.css';

import { BarChart, LineChart } from '@mantine/charts';
import type { ReactElement } from 'react';
import { colourOf, drawnRows, seriesName, type ChartNumbers } from './chart-data.ts';

export type ChartKind = 'bars' | 'stackedBars' | 'sidewaysBars' | 'stackedSidewaysBars' | 'lines';

interface ChartDrawingProps {
  readonly kind: ChartKind;
  readonly numbers: ChartNumbers;
  readonly format: (value: number) => string;
  readonly height: number;
  /** A row's label where a line stands across it: today, say. */
  readonly mark?: { readonly at: string; readonly label: string };
}

/** px; names of steps are cut to it. */
const NAME_WIDTH = 192;
const NAME_LENGTH = 24;
const cut = (name: string): string =>
  name.length > NAME_LENGTH ? `${name.slice(0, NAME_LENGTH - 1).trimEnd()}…` : name;
/** px: what the largest mark of the scale takes, which is at most about twice the largest sum. */
const scaleWidth = ({ rows }: ChartNumbers, format: (value: number) => string): number => {
  const largest = Math.max(
    0,
    ...rows.map(({ values }) => values.reduce<number>((sum, value) => sum + Math.abs(value ?? 0), 0)),
  );
  return Math.max(72, format(largest * 2).length * 7.5 + 8);
};

/** So that lines are told apart without colour. */
const DASHES = ['0', '6 4', '2 3', '10 4 2 4'];

export const ChartDrawing = ({ kind, numbers, format, height, mark }: ChartDrawingProps): ReactElement => {
  const sideways: boolean = kind === 'sidewaysBars' || kind === 'stackedSidewaysBars';
  const series = numbers.series.map(({ label, colour }, place) => ({
    name: seriesName(place),
    label,
    color: colourOf(colour),
    strokeDasharray: DASHES[place % DASHES.length] ?? '0',
  }));
  const shared = {
    h: height,
    data: drawnRows(numbers),
    dataKey: 'label',
    series,
    valueFormatter: format,
    withLegend: series.length > 1,
    gridColor: 'var(--pl-line)',
    textColor: 'var(--mantine-color-dimmed)',
    tooltipAnimationDuration: 0,
    // The table beside it is what keyboards and screen readers go through.
    accessibilityLayer: false,
    yAxisProps: sideways
      ? { width: NAME_WIDTH, tickFormatter: cut, interval: 0 }
      : { width: scaleWidth(numbers, format) },
    // Of days, people or cents there is nothing between two marks of the scale that is worth a mark of its own.
    ...(sideways ? { xAxisProps: { allowDecimals: false } } : {}),
    ...(mark === undefined
      ? {}
      : { referenceLines: [{ x: mark.at, label: mark.label, color: 'var(--pl-accent)', strokeDasharray: '4 3' }] }),
  };
  if (kind === 'lines') return <LineChart {...shared} curveType="linear" strokeWidth={2} dotProps={{ r: 3 }} />;
  return (
    <BarChart
      {...shared}
      type={kind === 'stackedBars' || kind === 'stackedSidewaysBars' ? 'stacked' : 'default'}
      orientation={sideways ? 'vertical' : 'horizontal'}
      gridAxis={sideways ? 'y' : 'x'}
      maxBarWidth={32}
      cursorFill="var(--pl-hover)"
    />
  );
};
