// The lines of the report's tables and the foot of its pages: functions, which can't travel to a worker and so live here.
import { CELL_PADDING, PAGE } from '../features/report/report-style.ts';
import type { ReportCalls } from './report-calls.ts';

const none = (): number => 0;

/** pdfmake calls these for each line and each cell. */
export const LAYOUTS = {
  /** A soft box without lines. */
  box: {
    fillColor: (): string => '#f4f6f8',
    hLineWidth: none,
    vLineWidth: none,
    paddingLeft: none,
    paddingRight: none,
    paddingTop: none,
    paddingBottom: none,
  },
  /** Hairlines between rows, a stronger one under the head. */
  report: {
    hLineWidth: (index: number): number => (index === 0 ? 0 : 0.7),
    hLineColor: (index: number): string => (index === 1 ? '#c6ccd5' : '#e7eaee'),
    vLineWidth: none,
    paddingLeft: (index: number): number => (index === 0 ? 0 : CELL_PADDING),
    paddingRight: (index: number, node: { readonly table: { readonly widths: readonly unknown[] } }): number =>
      index === node.table.widths.length - 1 ? 0 : CELL_PADDING,
    paddingTop: (): number => 4.5,
    paddingBottom: (): number => 3.5,
  },
} as const;

/** Room for "100 of 100", in points. */
const PAGE_NUMBER = 80;

type Footer = ReportCalls['make']['args']['footer'];

export const footerOf =
  ({ title, page }: Footer) =>
  (number: number, count: number): Readonly<Record<string, unknown>> => ({
    columns: [
      { text: title, width: PAGE.width - PAGE_NUMBER },
      {
        text: page.replace('{page}', String(number)).replace('{pages}', String(count)),
        alignment: 'right',
        width: PAGE_NUMBER,
      },
    ],
    fontSize: 8.5,
    color: '#5f6876',
    margin: [48, 20, 48, 0],
  });
