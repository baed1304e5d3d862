// A chart's numbers as they are drawn and as a spreadsheet opens them.
import { parse } from 'papaparse';
import { expect, it } from 'vitest';
import { decimalText } from '../../../domain/money/decimal.ts';
import { chartFile, drawnRows, type ChartNumbers } from '../../../src-renderer/ui/chart-data.ts';

const numbers: ChartNumbers = {
  rowsLabel: 'Step',
  series: [
    { label: 'v. 1.5', colour: 'done' },
    { label: 'Blocked', colour: 'blocked' },
  ],
  rows: [
    { label: 'Tiles, "large"', values: [3, null] },
    { label: '=HYPERLINK("http://x")', values: [-2, 1] },
  ],
};

it('draws under names without dots, and leaves out what has no value', () => {
  expect(drawnRows(numbers)).toEqual([
    { label: 'Tiles, "large"', series0: 3, series1: null },
    { label: '=HYPERLINK("http://x")', series0: -2, series1: 1 },
  ]);
});

it('exports what is drawn, read back by a reader of CSV; no label becomes a formula, no number a text', () => {
  const { data } = parse<string[]>(
    chartFile(numbers, (value) => value / 100)
      .replace('\uFEFF', '')
      .trimEnd(),
  );
  expect(data).toEqual([
    ['Step', 'v. 1.5', 'Blocked'],
    ['Tiles, "large"', '0.03', ''],
    [`'=HYPERLINK("http://x")`, '-0.02', '0.01'],
  ]);
});

it('keeps an exact amount below nothing a number, written as text though it is', () => {
  const credits = {
    rowsLabel: 'Month',
    series: [{ label: '-Net', colour: 'accent' as const }],
    rows: [{ label: '-1+1', values: [-1_234] }],
  };
  const file = chartFile(credits, (minor) => decimalText({ minor, currency: 'EUR' }));
  expect(parse<string[]>(file.replace('\uFEFF', '').trimEnd()).data).toEqual([
    ['Month', `'-Net`],
    [`'-1+1`, '-12.34'],
  ]);
});
