// What is done with search hits before they are shown: grouped by type, and their marks split off.
import { HIT_BEGIN, HIT_END, withoutHitMarks } from '../../../domain/search/hit-marks.ts';
import type { SearchHit } from '../../../protocol/ipc/channels.ts';
import { SEARCHED } from '../../data/search-doc.ts';

/** A piece of a snippet; `hit` is what was searched for. */
export interface Piece {
  readonly text: string;
  readonly hit: boolean;
  /** Which piece of the snippet it is, from 0. */
  readonly at: number;
}

/** Splits a marked text into pieces. Text stays text: nothing in it is ever taken for markup. */
export const piecesOf = (marked: string): readonly Piece[] =>
  marked
    .split(HIT_BEGIN)
    .flatMap((part, index): readonly Omit<Piece, 'at'>[] => {
      if (index === 0) return [{ text: withoutHitMarks(part), hit: false }];
      const [hit = '', ...rest] = part.split(HIT_END);
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

/** What others can be like: papers, what was read from them, quotes and costs. */
const CAN_BE_LIKE: ReadonlySet<string> = new Set(['document', 'photo', 'reading', 'quote', 'cost']);

export const canBeLike = (type: string): boolean => CAN_BE_LIKE.has(type);

/** Of a text with marks only the text, up to its first line's end. */
export const plainLine = (marked: string): string => withoutHitMarks(marked).split('\n')[0] ?? '';
