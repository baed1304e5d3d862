// Answers what has changed in every space the caller may read now, since the cursors they hold.
import { cursorKeyOf, type Cursors } from '../../protocol/sync/cursors.ts';
import type { PullReply } from '../../protocol/sync/pull.ts';
import type { WireRecord } from '../../domain/records/envelope.ts';
import type { Access } from '../access/access.ts';
import { FIRST_SEQ, type DocStore } from '../store/doc-store.ts';
import type { Feed } from './feed.ts';
import { overSpaces } from './over-spaces.ts';
import { stillGranted, type AccessAgain } from './still-granted.ts';

export interface PullQuestion {
  readonly cursors: Cursors;
  readonly limit: number;
  /** Whether the caller wants to know about how much comes after the page. */
  readonly count?: boolean | undefined;
}

export type Pull = (access: Access, question: PullQuestion) => Promise<PullReply>;

interface PullOptions {
  readonly feed: Feed;
  readonly accessReader: AccessAgain;
  readonly store: Pick<DocStore, 'countAfter'>;
}

/** Characters of records in one answer, about: a household's long readings would be hundreds of megabytes otherwise. */
const PAGE_CHARACTERS = 8_000_000;
/** Changes read from the store at once: few enough to hold in memory whatever their size, since that is known only then. */
const STEP = 100;

/**
 * Walks the caller's grants, not the caller's cursors: a cursor of a space they may not read, or of an earlier grant, is
 * never looked at. A page is only short when nothing is left anywhere or it says `more`, since a short page ends the caller's pull.
 */
export const createPull =
  ({ feed, accessReader, store }: PullOptions): Pull =>
  async (access, { cursors, limit, count = false }) => {
    const records: WireRecord[] = [];
    const reached: Record<string, string> = {};
    let room = PAGE_CHARACTERS;
    let step = STEP;
    let isCut = false;
    for (const { space, epoch } of access.grants) {
      const key = cursorKeyOf(space, epoch);
      let since = cursors[key] ?? FIRST_SEQ;
      while (!isCut && records.length < limit) {
        const asked = Math.min(step, limit - records.length);
        const page = await feed(space, since, asked);
        const size = page.records.reduce((sum, record) => sum + JSON.stringify(record).length, 0);
        // A record that is too large by itself goes alone.
        if (size > room && (records.length > 0 || page.read > 1)) {
          isCut = records.length > 0;
          step = Math.max(1, Math.floor((page.read * room) / size));
          continue;
        }
        room -= size;
        records.push(...page.records);
        since = page.last;
        reached[key] = since;
        if (page.read < asked) break;
      }
      if (isCut || records.length >= limit) break;
    }
    // Looked at again after the records were read: a revoke that was answered meanwhile holds for them.
    const spaces = await stillGranted(accessReader, access, access.grants);
    const held = access.grants.filter(({ space }) => spaces.has(space));
    const keys = new Set(held.map(({ space, epoch }) => cursorKeyOf(space, epoch)));
    const readable = records.filter(({ space }) => spaces.has(space));
    const isFull = isCut || records.length >= limit;
    const isShort = isFull && readable.length < limit;
    const ahead = count && isFull ? await countAhead(store, held, { ...cursors, ...reached }) : 0;
    return {
      records: readable,
      cursors: Object.fromEntries(Object.entries(reached).filter(([key]) => keys.has(key))),
      ...(isShort ? { more: true } : {}),
      ...(ahead > 0 ? { ahead } : {}),
    };
  };

const countAhead = async (store: PullOptions['store'], grants: Access['grants'], reached: Cursors): Promise<number> => {
  const counts = await overSpaces(grants, ({ space, epoch }) =>
    store.countAfter(space, reached[cursorKeyOf(space, epoch)] ?? FIRST_SEQ),
  );
  return counts.reduce((sum, each) => sum + each, 0);
};
