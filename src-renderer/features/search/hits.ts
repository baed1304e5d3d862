// What is done with search hits before they are shown: grouped by type, their marks split off, and where each one opens.
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import { typeOfId, idOfKey } from '../../../domain/kernel/ids.ts';
import type { SearchHit } from '../../../protocol/ipc/channels.ts';
import { SEARCHED } from '../../data/search-doc.ts';
import type { Move } from '../../ui/place.ts';

/** A piece of a snippet; `hit` is what was searched for. */
export interface Piece {
  readonly text: string;
  readonly hit: boolean;
  /** Which piece of the snippet it is, from 0. */
  readonly at: number;
}

const BEGIN = '\u0001';
const END = '\u0002';

/** Splits `a \u0001b\u0002 c` into pieces. Text stays text: nothing in it is ever taken for markup. */
export const piecesOf = (marked: string): readonly Piece[] =>
  marked
    .split(BEGIN)
    .flatMap((part, index): readonly Omit<Piece, 'at'>[] => {
      if (index === 0) return [{ text: part.replaceAll(END, ''), hit: false }];
      const [hit = '', ...rest] = part.split(END);
      return [
        { text: hit, hit: true },
        { text: rest.join(''), hit: false },
      ];
    })
    .filter(({ text }) => text !== '')
    .map(({ text, hit }, at) => ({ text, hit, at }));

export interface HitGroup {
  readonly type: string;
  readonly hits: readonly SearchHit[];
}

/** In a fixed order of types, so that results do not jump about while one types; best first within each. */
export const groupHits = (hits: readonly SearchHit[]): readonly HitGroup[] => {
  const byType = Map.groupBy(hits, ({ type }) => type);
  const order = [...SEARCHED, ...[...byType.keys()].filter((type) => !(SEARCHED as readonly string[]).includes(type))];
  return order.flatMap((type) => {
    const mine = byType.get(type);
    return mine === undefined ? [] : [{ type, hits: mine }];
  });
};

const TAB_BY_TYPE: Readonly<Record<string, string>> = {
  step: 'steps',
  photo: 'photos',
  document: 'documents',
  cost: 'money',
  quote: 'money',
  party: 'people',
};

/** Where a record opens; what hangs on another (a comment, a reading) opens there. `parent` is '' for what hangs on nothing. */
export const openingOf = (hit: Pick<SearchHit, 'key' | 'journey' | 'type'>, parent: RecordKey): Move => {
  const { journey } = hit;
  if (hit.type === 'journey') return { go: 'journey', journey, tab: 'overview', record: null };
  const record = ['comment', 'task', 'reading'].includes(hit.type) ? parent : hit.key;
  if (record === '') return { go: 'journey', journey, tab: hit.type === 'comment' ? 'talk' : 'steps', record: null };
  return { go: 'journey', journey, tab: TAB_BY_TYPE[typeOfId(idOfKey(record))] ?? 'overview', record };
};
