// What crosses the bridge for research: whom this device asks, and what a look at a web page brought.
import { z } from 'zod';
import { seenPrice, webAddress, webpageBody } from '../../domain/records/research.ts';
import { providerName } from '../../domain/research/providers.ts';

/** Whom questions to the web go to from this device. `address` and `provider` are of the direct way; the key stays in main. */
export const researchWay = z.enum(['off', 'server', 'direct']);
export const researchStatus = z.object({
  way: researchWay,
  provider: providerName,
  address: z.string(),
  hasKey: z.boolean(),
});
export type ResearchStatus = z.infer<typeof researchStatus>;
/** What a look at a web page brought: its text as blocks, its price where it says one to machines. */
export const lookedPage = z.object({
  url: webAddress,
  page: webpageBody.omit({ takenAt: true }).strip().nullable(),
  price: seenPrice.nullable(),
  contact: z.string().max(300),
  site: z.string().max(200),
});
export type LookedPage = z.infer<typeof lookedPage>;

export const researchChoice = z.object({
  way: researchWay,
  provider: providerName,
  address: z.string().max(500),
  /** Null leaves the one that is kept; '' forgets it. */
  key: z.string().max(500).nullable(),
});
export type ResearchChoice = z.infer<typeof researchChoice>;
