// POST /research/search: asks the web through the provider that the sync server has a key for. GET /research: which one that is.
import { z } from 'zod';
import { MOST_RESULTS, questionBody, webResult } from '../../domain/records/research.ts';
import { providerName } from '../../domain/research/providers.ts';

/** Only what a person typed; who asks is told to nobody. */
export const searchRequest = z.object({ text: questionBody.shape.text });
export type SearchRequest = z.infer<typeof searchRequest>;

export const searchReply = z.object({ provider: providerName, results: z.array(webResult).max(MOST_RESULTS) });
export type SearchReply = z.infer<typeof searchReply>;

/** Null where whoever runs the server has set none. */
export const offeredReply = z.object({ provider: providerName.nullable() });
export type OfferedReply = z.infer<typeof offeredReply>;

export const RESEARCH_PATHS = { search: '/research/search', offered: '/research' } as const;
