// Whoever accepts a quote signs the award, and whoever takes that back signs that: in Quotes, with a decision, by the chat, by Undo.
import { owedWord, whoDidIt, wordByAward } from '../../domain/approvals/owed-word.ts';
import type { JourneyApprovals } from '../../domain/approvals/journey-approvals.ts';
import type { RecordKey } from '../../domain/kernel/ids.ts';
import { recordAs } from '../../domain/records/registry.ts';
import type { Deed, Store } from '../data/store.ts';

/** Says what is owed of this award by the time that its turn comes, if anything is. */
export type SayOwed = (award: RecordKey) => Promise<unknown>;

/** Has each award signed that the deed accepted or took back. What can't be signed stands as well; the change orders ask for it. */
export const signAwards = async (
  { get }: Pick<Store, 'get'>,
  { events }: Pick<Deed, 'events'>,
  sayOwed: SayOwed,
): Promise<void> => {
  const found = await Promise.all(events.map(async (key) => recordAs('event', (await get(key)) ?? undefined)));
  for (const event of found) if (event !== null) for (const award of wordByAward(event).keys()) await sayOwed(award);
};

/**
 * What this person accepted or took back and an app that ended did not come to sign. It follows from the records alone, which were
 * written in one piece with the deed; what another person did is theirs to sign.
 */
export const signLeftOver = async (
  { me, find }: Pick<Store, 'me' | 'find'>,
  read: () => Promise<Pick<JourneyApprovals, 'awardByKey'>>,
  sayOwed: SayOwed,
): Promise<void> => {
  const awards = await find({ type: 'award', trash: 'with' });
  if (awards.length === 0) return;
  // In the sample nobody accepted anything, and what is signed stays for good.
  const journeys = await find({ type: 'journey', trash: 'with' });
  const samples = new Set(journeys.flatMap(({ id, body }) => (body.sample ? [id] : [])));
  const { awardByKey } = await read();
  for (const award of awards) {
    const word = owedWord(award, awardByKey.get(award.key));
    if (word === null || samples.has(award.journey)) continue;
    const events = await find({ type: 'event', journey: award.journey });
    if (whoDidIt(award.key, word, events) === me) await sayOwed(award.key);
  }
};
