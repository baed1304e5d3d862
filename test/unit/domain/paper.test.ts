// Quotes that the project sets itself, read back: every line, every sum, every date, each with its place.
import { describe, expect, test } from 'vitest';
import { readPaper } from '../../../domain/documents/paper.ts';
import { layouts } from '../../support/paper-layouts.ts';
import { moreLayouts } from '../../support/paper-layouts-more.ts';
import { amountOf, netOf, taxOf } from '../../support/paper-truth.ts';
import { pagesOfPdf, pdfOf } from '../../support/pdf-pages.ts';

describe.each([...layouts(), ...moreLayouts()].map((layout) => [layout.name, layout] as const))(
  '%s',
  (_name, layout) => {
    const { truth, currency, without = [] } = layout;
    const lacks = (what: (typeof without)[number]): boolean => without.includes(what);
    const paper = pdfOf(layout.definition)
      .then(pagesOfPdf)
      .then((pages) => readPaper(pages, { currency: 'EUR' }));

    test('its lines', async () => {
      const { values } = await paper;
      expect(
        values.lines.map(({ description, quantity, unit, unitPrice, amount }) => [
          description,
          quantity,
          unit,
          unitPrice?.minor ?? null,
          amount?.minor,
        ]),
      ).toEqual(
        truth.lines.map((line) => [
          line.description,
          lacks('quantity') ? null : line.quantity,
          lacks('unit') ? '' : line.unit,
          lacks('price') ? null : line.price,
          amountOf(line),
        ]),
      );
    });

    test('its sums, which add up', async () => {
      const { values, problems } = await paper;
      expect(problems).toEqual([]);
      expect([values.subtotal, values.tax, values.total]).toEqual(
        [netOf(truth), taxOf(truth), netOf(truth) + taxOf(truth)].map((minor) => ({ minor, currency })),
      );
    });

    test('what it is, from whom and when', async () => {
      const { values } = await paper;
      expect(values).toMatchObject({
        kind: 'quote',
        vendor: truth.vendor,
        number: truth.number,
        date: truth.date,
        validUntil: lacks('valid') ? null : truth.validUntil,
      });
      expect(values.terms).toContain(truth.terms);
    });

    test('every figure has its place on a page', async () => {
      const { values, places } = await paper;
      for (const name of ['vendor', 'number', 'date', 'total'] as const) expect(places).toHaveProperty(name);
      for (const { places: own } of values.lines) expect(own?.['amount']?.box[0]).toBeGreaterThan(0);
    });
  },
);
