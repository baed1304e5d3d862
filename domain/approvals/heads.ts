// Which of the words that nobody has answered yet the next one names, where there are more than an entry may name.
import type { RecordId, RecordKey } from '../kernel/ids.ts';
import { MOST_HEADS, type Side } from '../records/approval.ts';
import type { Graph } from './graph.ts';

/**
 * Those first that hold a word of this side about the record: were one left out, it and the new word would stand against each other,
 * and whoever writes many words could keep the other side from ever saying a last one.
 */
export const headsToName = (
  { heads, entries }: Pick<Graph, 'heads' | 'entries'>,
  { about, side }: { readonly about: RecordKey; readonly side: Side },
): RecordId[] => {
  const own = new Set(entries.flatMap(({ id, body }) => (body.about === about && body.side === side ? [id] : [])));
  const entryById = new Map(entries.map((entry) => [entry.id, entry]));
  const holdsOwn = (head: RecordId): boolean => {
    const seen = entryById.get(head)?.seen;
    if (own.has(head)) return true;
    return seen !== undefined && seen.size > 0 && [...own].some((id) => seen.has(id));
  };
  return [...heads.filter(holdsOwn), ...heads.filter((head) => !holdsOwn(head))].slice(0, MOST_HEADS);
};
