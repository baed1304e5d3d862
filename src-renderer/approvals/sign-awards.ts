// Whoever accepts a quote signs the award, wherever they did it: in Quotes, with a decision, or by a proposal of the chat.
import type { RecordOf } from '../../domain/records/registry.ts';
import { recordAs } from '../../domain/records/registry.ts';
import { idOfKey, typeOfId } from '../../domain/kernel/ids.ts';
import type { Deed, Store } from '../data/store.ts';
import type { Say } from './use-say.ts';

/** Deeds by which a person accepts a quote or takes that back. */
const ACCEPTS: ReadonlySet<string> = new Set(['quote.accept', 'proposal.answer', 'record.trash']);

/**
 * Says of each award that the deed wrote what the deed did: awarded, or taken back. What can't be signed stands as well; the change
 * orders offer to sign it.
 */
export const signAwards = async (
  { get }: Pick<Store, 'get'>,
  { command, keys }: Pick<Deed, 'command' | 'keys'>,
  say: Say,
): Promise<void> => {
  if (!ACCEPTS.has(command)) return;
  for (const key of new Set(keys)) {
    const award = typeOfId(idOfKey(key)) === 'award' ? await awardAt(get, key) : null;
    if (award !== null) await say(award, award.trashedAt === 0 ? 'award' : 'withdraw');
  }
};

const awardAt = async (get: Store['get'], key: string): Promise<RecordOf<'award'> | null> =>
  recordAs('award', (await get(key)) ?? undefined);
