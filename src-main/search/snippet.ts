// The part of a text where what was looked for stands closest together, with it marked.
import { HIT_BEGIN, HIT_END } from '../../domain/search/hit-marks.ts';
import type { Term } from './search-text.ts';

/** Characters that a hit may span, and that stand around it. */
const SPAN = 100;
const BEFORE = 40;
const AFTER = 60;
/** Looked at in one text; more do not make the snippet better. */
const MOST_MATCHES = 60;
const IN_WORD = /[\p{L}\p{N}\p{M}]/u;

/** Finds what these terms find, in any case and with any accents. Null for no terms. */
export const patternOf = (terms: readonly Term[]): RegExp | null => {
  if (terms.length === 0) return null;
  const parts = terms.map(({ words, isBeginning }) => {
    const said = words.map(anyAccents).join(String.raw`[^\p{L}\p{N}\p{M}]+`);
    return said + String.raw`(?:${isBeginning ? String.raw`[\p{L}\p{N}\p{M}]*` : String.raw`(?![\p{L}\p{N}\p{M}])`})`;
  });
  return new RegExp(parts.join('|'), 'giu');
};

/** The whole of a short text with its hits marked. */
export const markedIn = (text: string, pattern: RegExp | null): string =>
  marked(text, pattern === null ? [] : matchesIn(text, pattern), { from: 0, to: text.length });

/** The beginning of the text when nothing in it was looked for. */
export const snippetOf = (text: string, pattern: RegExp | null): string => {
  const matches = pattern === null ? [] : matchesIn(text, pattern);
  const [first, last] = closest(matches);
  if (first === undefined || last === undefined) return cut(text, { from: 0, to: BEFORE + SPAN }, []);
  return cut(text, { from: first.at - BEFORE, to: Math.max(last.end, first.at + SPAN) + AFTER }, matches);
};

interface Match {
  readonly at: number;
  readonly end: number;
  readonly said: string;
}

const matchesIn = (text: string, pattern: RegExp): readonly Match[] => {
  const matches: Match[] = [];
  pattern.lastIndex = 0;
  for (let found = pattern.exec(text); found !== null; found = pattern.exec(text)) {
    const [said] = found;
    const before = found.index === 0 ? '' : text.charAt(found.index - 1);
    if (IN_WORD.test(before)) {
      pattern.lastIndex = found.index + 1;
      continue;
    }
    matches.push({ at: found.index, end: found.index + said.length, said: said.toLowerCase() });
    if (matches.length === MOST_MATCHES) break;
  }
  return matches;
};

/** First and last of those matches within a span that say the most different things; the earliest of equal ones. */
const closest = (matches: readonly Match[]): readonly [Match?, Match?] => {
  let best: readonly [Match?, Match?] = [];
  let most = 0;
  for (const [from, first] of matches.entries()) {
    const said = new Set<string>();
    let last = first;
    for (let at = from; at < matches.length; at += 1) {
      const match = matches[at];
      if (match === undefined || match.end > first.at + SPAN) break;
      said.add(match.said);
      last = match;
    }
    if (said.size > most) [most, best] = [said.size, [first, last]];
  }
  return best;
};

interface Part {
  readonly from: number;
  readonly to: number;
}

/** From one word's beginning to another's end, and dots where the text goes on. */
const cut = (text: string, wanted: Part, matches: readonly Match[]): string => {
  const from = wanted.from <= 0 ? 0 : afterSpace(text, wanted.from);
  const to = wanted.to >= text.length ? text.length : beforeSpace(text, wanted.to);
  const inside = matches.filter(({ at, end }) => at >= from && end <= to);
  const part = marked(text, inside, { from, to }).replaceAll(/\s+/g, ' ').trim();
  return `${from > 0 ? '…' : ''}${part}${to < text.length ? '…' : ''}`;
};

/** A text without spaces is cut where it must. */
const afterSpace = (text: string, from: number): number => {
  const space = text.slice(from, from + BEFORE).search(/\s/);
  return space === -1 ? from : from + space + 1;
};
const beforeSpace = (text: string, to: number): number => {
  const space = text.slice(to - AFTER, to).search(/\s\S*$/);
  return space === -1 ? to : to - AFTER + space;
};

const marked = (text: string, matches: readonly Match[], { from, to }: Part): string => {
  let [done, at] = ['', from];
  for (const match of matches) {
    done += text.slice(at, match.at) + HIT_BEGIN + text.slice(match.at, match.end) + HIT_END;
    at = match.end;
  }
  return done + text.slice(at, to);
};

/** Letters with an accent, by the letter without: Latin and Greek. */
const accentedBy = new Map<string, string>();
for (const [from, to] of [
  [0xc0, 0x24f],
  [0x370, 0x3ff],
  [0x1e00, 0x1fff],
] as const)
  for (let code = from; code <= to; code += 1) {
    const letter = String.fromCodePoint(code);
    const bare = letter.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
    if (bare.length === 1 && bare !== letter.toLowerCase() && /\p{L}/u.test(bare))
      accentedBy.set(bare, (accentedBy.get(bare) ?? '') + letter);
  }

/** A word of letters and digits as a pattern; nothing in it is syntax. */
const anyAccents = (word: string): string =>
  Array.from(word, (letter) => String.raw`[${letter}${accentedBy.get(letter) ?? ''}]\p{M}*`).join('');
