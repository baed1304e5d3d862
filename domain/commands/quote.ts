// Quotes that no paper brought: who would do it for how much; and taking one of them.
import { z } from 'zod';
import { idOfKey, keyOf, recordKey, spaceId, spaceOfKey, uuidOf, type RecordKey } from '../kernel/ids.ts';
import { money } from '../kernel/money.ts';
import { err, ok } from '../kernel/result.ts';
import { categoryOf } from '../assistant/category.ts';
import { worthOf } from '../quotes/worth.ts';
import { quoteBody } from '../records/quote.ts';
import { recordAs, type BodyOf } from '../records/registry.ts';
import { privateSpace } from '../spaces/space.ts';
import { findLive, made, madeOrEdited } from './changes.ts';
import { defineCommand } from './command.ts';
import { journeyId } from './journey.ts';

const { shape } = quoteBody;
const { title, number, validUntil, terms, lines, subtotal, discount, tax, document } = shape;
const rest = { title, number, validUntil, terms, lines, subtotal, discount, tax, document };

/** Private to the family unless a space is named. */
export const quoteAdd = defineCommand({
  name: 'quote.add',
  input: z.object({
    journey: journeyId,
    space: spaceId.optional(),
    vendor: shape.vendor,
    total: money.nullable(),
    /** Of its figures, where no total says it. */
    currency: shape.currency.optional(),
    party: shape.party,
    step: shape.step,
    date: shape.date,
    /** What a paper says besides. */
    rest: z.object(rest).optional(),
  }),
  needs: () => [],
  plan: (
    _reads,
    {
      journey,
      space = privateSpace(journey),
      vendor,
      total,
      currency = total?.currency,
      party,
      step,
      date,
      rest: said,
    },
    { newId },
  ) => {
    if (currency === undefined) return err({ type: 'InputInvalid', fields: ['currency'] });
    const body = {
      vendor,
      title: '',
      number: '',
      date,
      validUntil: null,
      terms: '',
      lines: [],
      subtotal: null,
      discount: null,
      tax: null,
      total,
      currency,
      document: null,
      party,
      step,
      places: {},
      ...said,
    };
    return ok([made({ space, id: newId('quote'), type: 'quote', journey, parent: '', body })]);
  },
});

/** One for each quote, where the quote is: whose quote it is reads that it was taken, and can't take it themselves. */
export const awardKey = (quote: RecordKey): RecordKey => keyOf(spaceOfKey(quote), `award_${uuidOf(idOfKey(quote))}`);

/** The award keeps the quote's figures as they are now. */
export const quoteAccept = defineCommand({
  name: 'quote.accept',
  input: z.object({ key: recordKey }),
  needs: ({ key }) => [{ key }, { key: awardKey(key) }],
  plan: (reads, { key }) => {
    const found = findLive(reads, 'quote', key);
    if (!found.ok) return found;
    const award = awardKey(key);
    if (recordAs('award', reads.get(award))?.trashedAt === 0) return err({ type: 'AlreadyThere', detail: award });
    const { journey, body: quote } = found.value;
    return ok(
      madeOrEdited(reads, {
        space: spaceOfKey(award),
        id: idOfKey(award),
        type: 'award',
        journey,
        parent: '',
        body: { quote: key, ...takenOf(quote) },
      }),
    );
  },
});

type Quote = BodyOf<'quote'>;

const takenOf = (quote: Quote): Omit<BodyOf<'award'>, 'quote'> => {
  const { vendor, title: name, number: no, terms: said, currency, subtotal: net, discount: off, tax: on } = quote;
  return {
    vendor,
    title: name,
    number: no,
    terms: said,
    currency,
    lines: quote.lines.map(({ places: _places, ...line }) => ({
      ...line,
      category: categoryOf(line.description, name),
    })),
    subtotal: net,
    discount: off,
    tax: on,
    total: worthOf(quote),
    party: quote.party,
    step: quote.step,
  };
};
