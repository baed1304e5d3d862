// A chart's numbers: one row a label, one value a series; what is drawn, read as a table and exported is this and nothing else.
import { unparse } from 'papaparse';

/** What a colour means; the values are CSS variables of theme.css, each AA against its surface in both schemes. */
const COLOURS = {
  accent: 'var(--pl-accent)',
  done: 'var(--pl-done)',
  blocked: 'var(--pl-blocked)',
  late: 'var(--pl-late)',
  private: 'var(--pl-private)',
  shared: 'var(--pl-shared)',
  quiet: 'var(--mantine-color-dimmed)',
} as const;

export type ChartColour = keyof typeof COLOURS;

export interface ChartSeries {
  /** As the legend, the table's head and the file say it. */
  readonly label: string;
  readonly colour: ChartColour;
}

export interface ChartRow {
  readonly label: string;
  /** One for each series, in their order; null where there is none. */
  readonly values: readonly (number | null)[];
}

export interface ChartNumbers {
  /** What the rows are: "Month", "Step". */
  readonly rowsLabel: string;
  readonly series: readonly ChartSeries[];
  readonly rows: readonly ChartRow[];
}

export const colourOf = (colour: ChartColour): string => COLOURS[colour];

/** The name under which a series stands in a drawn row: labels may hold dots, which a chart reads as a path. */
export const seriesName = (place: number): string => `series${place}`;

/** As the drawing takes them. */
export const drawnRows = ({ rows, series }: ChartNumbers): Record<string, string | number | null>[] =>
  rows.map(({ label, values }) => ({
    label,
    ...Object.fromEntries(series.map((_, place) => [seriesName(place), values[place] ?? null])),
  }));

/**
 * The numbers as a file that spreadsheets open (RFC 4180, with a byte order mark, without which one of them reads UTF-8 as
 * something else). `exact` makes a value the number that belongs into a file, such as whole units of minor ones. Labels
 * that a spreadsheet would take for a formula are told apart.
 */
export const chartFile = (
  { rowsLabel, series, rows }: ChartNumbers,
  exact: (value: number) => number | string = (value) => value,
): string => {
  const fields = [rowsLabel, ...series.map(({ label }) => label)];
  const data = rows.map(({ label, values }) => [
    label,
    ...series.map((_, place) => {
      const value = values[place] ?? null;
      return value === null ? '' : exact(value);
    }),
  ]);
  return `\uFEFF${unparse({ fields, data }, { escapeFormulae: FORMULA })}\r\n`;
};

/** What begins like one and is no negative number. */
export const FORMULA = /^(?:[=+@\t\r]|-(?![\d.]+$))/;
