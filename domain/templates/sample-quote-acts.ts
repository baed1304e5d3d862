// The quotes of the sample as acts: each is added with its lines, and some are accepted.
import { awardKey } from '../commands/quote.ts';
import { act, euros, type SampleAct, type SamplePlace } from './sample-act.ts';
import type { SampleDays } from './sample-days.ts';
import { sampleQuotes } from './sample-quotes.ts';

export const quoteActs = ({ day }: SampleDays): readonly SampleAct[] =>
  sampleQuotes.flatMap((quote) => {
    const { file, vendor, title, number, step, terms, days, isTaken, isTyped = false } = quote;
    const lines = quote.lines.map(([description, count, unit, cents], index) => ({
      id: `l${index + 1}`,
      description,
      quantity: Math.round(count * 1_000),
      unit,
      unitPrice: euros(cents),
      amount: euros(Math.round(count * cents)),
    }));
    const net = lines.reduce((sum, { amount }) => sum + amount.minor, 0);
    const tax = Math.round((net * TAX_PER_CENT) / 100);
    const add = act(
      'quote.add',
      ({ journey, stepKey, mediaKey }) => ({
        journey,
        vendor,
        total: euros(net + tax),
        party: null,
        step: stepKey(step),
        date: day(quote.date),
        days,
        rest: {
          title,
          number,
          validUntil: day(quote.validUntil),
          terms,
          lines,
          subtotal: euros(net),
          discount: null,
          tax: euros(tax),
          document: isTyped ? null : mediaKey(file),
        },
      }),
      file,
    );
    return isTaken ? [add, act('quote.accept', ({ made }) => ({ key: made(file) }))] : [add];
  });

/** The award of a quote that was taken. */
export const awardOf = (file: string, { made }: SamplePlace): string => awardKey(made(file));

const TAX_PER_CENT = 19;
