// Quotes that no paper brought: who would do it for how much; and taking one of them.
import { z } from 'zod';
import { idOfKey, keyOf, recordKey, spaceId, spaceOfKey, uuidOf, type RecordKey } from '../kernel/ids.ts';
import { money } from '../kernel/money.ts';
import { err, ok } from '../kernel/result.ts';
import { worthOf } from '../quotes/worth.ts';
import { quoteBody } from '../records/quote.ts';
import { recordAs, type BodyOf } from '../records/registry.ts';
import { taskBody } from '../records/task.ts';
import { isReadableIn } from '../spaces/readable.ts';
import { journeyOfSpace, privateSpace, spaceKind } from '../spaces/space.ts';
import { edited, findLive, made, madeOrEdited } from './changes.ts';
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
    start: shape.start,
    days: shape.days,
    replaces: shape.replaces,
    revision: shape.revision,
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
      ...more
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
      ...Object.fromEntries(Object.entries(more).filter(([, value]) => value != null)),
    };
    return ok([made({ space, id: newId('quote'), type: 'quote', journey, parent: '', body })]);
  },
});

/**
 * Asks for a revision by a task where the contractor reads it: in the space shared with them, or among the family's own where there is none. The
 * quote remembers the task; the revised quote comes as a quote of its own that replaces it.
 */
export const quoteRevise = defineCommand({
  name: 'quote.revise',
  input: z.object({ key: recordKey, space: spaceId, title: taskBody.shape.title, due: taskBody.shape.due }),
  needs: ({ key }) => [{ key }],
  plan: (reads, { key, space, title: asked, due }, { newId }) => {
    const found = findLive(reads, 'quote', key);
    if (!found.ok) return found;
    const { journey, body, space: own } = found.value;
    // What the whole journey reads is no place to speak of one contractor's prices.
    const isPlace = space === own || (spaceKind(own) === 'private' && spaceKind(space) === 'party');
    if (!isPlace || journeyOfSpace(space) !== journey)
      return err({ type: 'NotAllowed', fields: ['space'], detail: space });
    const id = newId('task');
    const party = body.party !== null && isReadableIn(space, body.party) ? { party: body.party } : {};
    const task = { title: asked, assignee: null, due, doneAt: null, ...party };
    return ok([
      made({ space, id, type: 'task', journey, parent: isReadableIn(space, key) ? key : '', body: task }),
      ...edited(found.value, { body: { revision: keyOf(space, id) } }),
    ]);
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
    lines: quote.lines.map(({ places: _places, ...line }) => line),
    subtotal: net,
    discount: off,
    tax: on,
    total: worthOf(quote),
    party: quote.party,
    step: quote.step,
  };
};
