// What most layouts of a paper are made of: the page, a cell set to the right, the three sums at the end.
import type { Definition } from './pdf-pages.ts';
import { figure, netOf, taxOf, type Style, type Truth } from './paper-truth.ts';

export const right = (text: string, more: Definition = {}): Definition => ({ text, alignment: 'right', ...more });
export const sums = (truth: Truth, style: Style, [net, tax, total]: readonly [string, string, string]): Definition => ({
  table: {
    widths: ['*', 'auto', 90],
    body: [
      ['', net, right(figure(netOf(truth), style))],
      ['', tax, right(figure(taxOf(truth), style))],
      ['', { text: total, bold: true }, right(figure(netOf(truth) + taxOf(truth), style), { bold: true })],
    ],
  },
  layout: 'noBorders',
  margin: [0, 10, 0, 10],
});
export const page = (content: readonly unknown[], fontSize = 10): Definition => ({
  content,
  defaultStyle: { fontSize },
});
