// What a family looks for and finds before it buys: questions, the pages found, what they cost when, and their text.
import { z } from 'zod';
import { personId, recordKey } from '../kernel/ids.ts';
import { money } from '../kernel/money.ts';
import { calendarDate, instant } from '../kernel/time.ts';
import { defineRecord } from './define.ts';

export const RESEARCH_KINDS = ['product', 'contractor', 'inspiration'] as const;
export const researchKind = z.enum(RESEARCH_KINDS);
export type ResearchKind = z.infer<typeof researchKind>;

export const QUESTION_STATES = ['open', 'decided', 'dropped'] as const;

export type QuestionState = (typeof QUESTION_STATES)[number];

export const FINDING_STATES = ['idea', 'shortlisted', 'rejected', 'chosen', 'bought'] as const;
export type FindingState = (typeof FINDING_STATES)[number];

/** A page's address: http or https, and nothing that signs anybody in. */
export const webAddress = z
  .string()
  .max(2_000)
  .regex(/^https?:\/\/[^\s/@?#\\]+([/?#][^\s]*)?$/i);

/** One answer of a search provider: plain text, whatever it sent. */
export const webResult = z.object({
  url: webAddress,
  title: z.string().min(1).max(300),
  snippet: z.string().max(1_000),
});
export type WebResult = Readonly<z.infer<typeof webResult>>;
export const MOST_RESULTS = 20;

export const questionBody = z.looseObject({
  /** What is sent to a provider, and all that is. */
  text: z.string().trim().min(1).max(400),
  kind: researchKind,
  step: recordKey.nullable(),
  state: z.enum(QUESTION_STATES),
  search: z.enum(['none', 'wanted', 'answered']),
  /** Whose device asks: theirs is the provider that they were told of. */
  askedBy: personId,
  results: z.array(webResult).max(MOST_RESULTS),
  /** Who answered, in the provider's own name; '' before. */
  provider: z.string().max(80),
  answeredAt: instant.nullable(),
});

export const question = defineRecord({
  type: 'question',
  version: 1,
  spaces: ['private'],
  body: questionBody,
  merge: {},
  // The provider's words, not a person's: asked again they are others.
  derived: ['results'],
});

/** A price that was seen on a page or told to a person. */
export const seenPrice = z.object({
  amount: money,
  /** What it is the price of: `m²`, `l`; '' is a piece. */
  unit: z.string().max(20),
  /** How much of the unit it buys, in thousandths: a box of 1.44 m² is 1440. */
  quantity: z.int().positive(),
  from: z.enum(['page', 'person']),
});
export type SeenPrice = Readonly<z.infer<typeof seenPrice>>;

/** Under the time at which each was seen, ms: what two devices saw becomes one history, and no price overwrites another. */
export const seenPrices = z.record(z.string().regex(/^\d{1,16}$/), seenPrice);

export const findingBody = z.looseObject({
  url: webAddress,
  title: z.string().trim().min(1).max(300),
  /** Who offers it, as the page or its address says. */
  site: z.string().max(200),
  snippet: z.string().max(1_000),
  kind: researchKind,
  /** Key of the question it answers. */
  question: recordKey.nullable(),
  step: recordKey.nullable(),
  state: z.enum(FINDING_STATES),
  tags: z.array(z.string().trim().min(1).max(40)).max(20),
  notes: z.string().max(20_000),
  prices: seenPrices,
  /** `wanted` its text is still to be fetched; `kept` it is in the webpage record; `none` the page gave none. */
  page: z.enum(['none', 'wanted', 'kept']),
  /** Whose device looks at its page. */
  askedBy: personId,
  /** When its page was last looked at, ms. */
  checkedAt: instant.nullable(),
  /** How a contractor is reached, as their page says. */
  contact: z.string().max(300).optional(),
  /** When a contractor was asked, and when they answered. */
  contactedOn: calendarDate.nullable().optional(),
  answeredOn: calendarDate.nullable().optional(),
  /** Key of the cost that it became. */
  made: recordKey.nullable().optional(),
});

/** Its id is made of its journey and its address, so that one page saved twice is one finding. */
export const finding = defineRecord({
  type: 'finding',
  version: 1,
  spaces: ['private'],
  body: findingBody,
  merge: { tags: 'set', notes: 'text', prices: 'map' },
});

const words = z.string().min(1).max(5_000);
/** One piece of a page's text. Never HTML: there is nothing in it that could be run or fetched. */
export const pageBlock = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('heading'), level: z.int().min(1).max(6), text: words }),
  z.object({ kind: z.literal('text'), text: words }),
  z.object({ kind: z.literal('item'), text: words }),
  z.object({ kind: z.literal('row'), cells: z.array(z.string().max(1_000)).min(1).max(20) }),
]);
export type PageBlock = Readonly<z.infer<typeof pageBlock>>;
export const MOST_BLOCKS = 600;

/** `envelope.parent` is the finding; its id follows from the finding's, so that fetching twice is one record. */
export const webpageBody = z.looseObject({
  url: webAddress,
  title: z.string().max(300),
  byline: z.string().max(200),
  language: z.string().max(20),
  takenAt: instant,
  blocks: z.array(pageBlock).max(MOST_BLOCKS),
  /** The page went on. */
  isCut: z.boolean(),
});

export const webpage = defineRecord({
  type: 'webpage',
  version: 1,
  spaces: ['private'],
  body: webpageBody,
  merge: {},
  derived: ['blocks'],
});
