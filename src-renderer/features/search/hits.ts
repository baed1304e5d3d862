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
  person: 'people',
  budget: 'money',
};

/** Where a record opens; what hangs on another (a comment, a reading) opens there. `parent` is '' for what hangs on nothing. */
export const openingOf = (hit: Pick<SearchHit, 'key' | 'journey' | 'type'>, parent: RecordKey): Move => {
  const { journey } = hit;
  if (hit.type === 'journey') return { go: 'journey', journey, tab: 'overview', record: null };
  const record = ['comment', 'task', 'reading'].includes(hit.type) ? parent : hit.key;
  const at = SHOWN_AT_PLACE.has(hit.type) ? { at: hit.key } : {};
  const on = typeOfId(idOfKey(record));
  if (record === '' || on === 'journey') {
    const tab = hit.type === 'comment' ? 'talk' : hit.type === 'task' ? 'overview' : 'steps';
    return { go: 'journey', journey, tab, record: null, ...at };
  }
  // The pages of a photographed paper, its words and its notes are shown among the papers.
  const tab = on === 'photo' && hit.type !== 'photo' ? 'documents' : (TAB_BY_TYPE[on] ?? 'overview');
  return { go: 'journey', journey, tab, record, ...at };
};

/** What stands in a list where it opens, and is brought into sight there. */
const SHOWN_AT_PLACE: ReadonlySet<string> = new Set(['comment', 'task', 'quote', 'party', 'person']);

/** What was found as the marks of a hit say, where it was not found as it was typed; without filters. */
export const lookedFor = ({ title, snippet }: Pick<SearchHit, 'title' | 'snippet'>, asked: string): string => {
  const found = [...piecesOf(title), ...piecesOf(snippet)]
    .filter(({ hit }) => hit)
    .map(({ text }) => text.toLowerCase());
  const words = asked
    .toLowerCase()
    .split(/[\s"]+/)
    .filter((word) => word !== '');
  const asTyped = found.every((text) => words.some((word) => text.startsWith(word) || text.includes(' ')));
  return asTyped ? asked : [...new Set(found)].join(' ');
};
