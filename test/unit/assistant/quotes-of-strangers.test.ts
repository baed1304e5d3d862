// A quote whose vendor is no contractor of the journey is called by its vendor all the same.
import { expect, it } from 'vitest';
import type { House } from '../../../domain/assistant/house.ts';
import { readMessage } from '../../../domain/assistant/reader.ts';
import { readDates } from '../../../src-renderer/data/date-reader.ts';
import { houseOfWorld } from '../../assistant/house-of-world.ts';

const there = houseOfWorld('en');
const quote = (vendor: string, at: number) => ({
  key: `quote|${at}`,
  journey: 'journey|Kitchen',
  vendor,
  contractor: null,
  amount: { minor: 100_000 * at, currency: 'EUR' },
  step: null,
  accepted: false,
});
const house: House = {
  ...there,
  quotes: [...there.quotes, quote('Becker Roofs', 1), quote('Becker Roofs', 2), quote('Parquet & Sons', 3)],
};
const read = (text: string) => readMessage(text, house, { dates: readDates });

it.each([
  ['what does Becker not include?', { question: 'quotes', vendor: 'quote|1', want: 'missing' }],
  ['how much is committed to Becker?', { question: 'committed', vendor: 'quote|1' }],
  ["how much is Becker's quote?", { question: 'quotes', vendor: 'quote|1' }],
])('%s', (text, asks) => expect(read(text)).toEqual({ asks }));

it('is accepted by that name, and asked which where there are two', () => {
  expect(read('accept the quote from Parquet & Sons')).toEqual({ does: [{ act: 'quote.accept', quote: 'quote|3' }] });
  expect(read("accept Becker's quote")).toMatchObject({
    choose: { what: 'quote', options: [{ value: 'quote|1' }, { value: 'quote|2' }] },
  });
});

it('is nobody that a task or a payment could be for', () => {
  expect(read('Becker has to bring a ladder')).not.toHaveProperty('does');
  expect(JSON.stringify(read('paid Becker 200 for slates'))).not.toContain('quote|');
});
