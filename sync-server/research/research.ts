// Answers questions to the web for the people of this server: what was asked a short while ago is remembered, each person has a limit.
import { LRUCache } from 'lru-cache';
import { DAY_MS } from '../../domain/kernel/calendar.ts';
import { err, ok, type Result } from '../../domain/kernel/result.ts';
import type { WebResult } from '../../domain/records/research.ts';
import type { ProviderName } from '../../domain/research/providers.ts';
import type { Failure } from '../../protocol/failures.ts';
import type { SearchReply } from '../../protocol/research/search.ts';
import { createTries, withShared, type SharedTries } from '../http/limits.ts';
import type { AskProvider } from './ask-provider.ts';

export interface Research {
  /** Null where whoever runs the server has set none. */
  readonly provider: ProviderName | null;
  /** `account` is counted and goes nowhere. */
  readonly search: (account: string, text: string) => Promise<Result<SearchReply, Failure>>;
}

export interface ResearchParts {
  readonly provider: { readonly name: ProviderName; readonly ask: AskProvider } | null;
  readonly now: () => number;
  /** Questions that go out, by person. */
  readonly perMinute?: number;
  readonly perDay?: number;
  /** Counts the minute for all nodes together. */
  readonly shared?: SharedTries | null;
  /** Counts the day in the store: for all nodes together, and over a restart. */
  readonly sharedDay?: SharedTries | null;
}

export const QUESTIONS_PER_MINUTE = 10;
export const QUESTIONS_PER_DAY = 200;
const MOST_PEOPLE = 10_000;

const KEPT_MS = 6 * 60 * 60_000;
const MOST_KEPT = 1_000;

export const createResearch = ({
  provider,
  now,
  perMinute = QUESTIONS_PER_MINUTE,
  perDay = QUESTIONS_PER_DAY,
  shared = null,
  sharedDay = null,
}: ResearchParts): Research => {
  const byMinute = withShared(createTries({ perMinute, mostKeys: MOST_PEOPLE, now }), shared);
  const byDay = withShared(createTries({ perMinute: perDay, windowMs: DAY_MS, mostKeys: MOST_PEOPLE, now }), sharedDay);
  const kept = new LRUCache<string, readonly WebResult[]>({
    max: MOST_KEPT,
    ttl: KEPT_MS,
    ttlResolution: 0,
    perf: { now },
  });
  /** Two who ask the same at once wait for one answer. */
  const underway = new Map<string, Promise<Result<readonly WebResult[], Failure>>>();

  const askOnce = (question: string, ask: AskProvider): Promise<Result<readonly WebResult[], Failure>> => {
    const asking = ask(question).finally(() => underway.delete(question));
    underway.set(question, asking);
    return asking;
  };

  return {
    provider: provider?.name ?? null,
    search: async (account, text) => {
      if (provider === null) return err({ type: 'ResearchOff' });
      const question = text.trim().replaceAll(/\s+/g, ' ');
      const known = kept.get(question);
      if (known !== undefined) return ok({ provider: provider.name, results: [...known] });
      const waiting = underway.get(question);
      // The minute first: what it turns away did not go out, and is none of the day's.
      if (waiting === undefined && !((await byMinute.take(`research:${account}`)) && (await byDay.take(account))))
        return err({ type: 'ServerBusy' });
      // While this was counted another's answer may have come.
      const come = kept.get(question);
      if (come !== undefined) return ok({ provider: provider.name, results: [...come] });
      const answer = await (waiting ?? underway.get(question) ?? askOnce(question, provider.ask));
      if (!answer.ok) return answer;
      kept.set(question, answer.value);
      return ok({ provider: provider.name, results: [...answer.value] });
    },
  };
};
