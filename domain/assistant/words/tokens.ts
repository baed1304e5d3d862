// A message cut into words, numbers and signs, each with where it stands.
import { fold } from '../../kernel/fold.ts';

export interface Token {
  /** As typed. */
  readonly raw: string;
  /** Folded, without apostrophes and a genitive's "s". */
  readonly word: string;
  /** "Tom's", "it's". */
  readonly own: boolean;
  readonly kind: 'word' | 'number' | 'sign';
  readonly from: number;
  readonly to: number;
}

/** "10 %" is one piece: a part of something, and no amount. */
const PIECE = /\d(?:[\d.,'’/]*\d)? ?%|\d(?:[\d.,'’/]*\d)?|[\p{L}\p{M}]+(?:['’´`][\p{L}\p{M}]+)*|[^\s]/gu;
/** A genitive, or "is" behind a name; "it's" and "what's" are words of their own. */
const OWN = /(?<!^(?:it|that|what|how|who|where|when|there|here|he|she|let))['’´`]s$/i;
const ARE = /['’´`]re$/i;

export const tokensOf = (text: string): readonly Token[] =>
  Array.from(text.matchAll(PIECE), ({ 0: raw, index }): Token => {
    const kind = /^\d/.test(raw) ? 'number' : /^[\p{L}\p{M}]/u.test(raw) ? 'word' : 'sign';
    const own = kind === 'word' && OWN.test(raw);
    const bare = raw.replace(own ? OWN : ARE, '');
    const word = kind === 'word' ? fold(bare.replaceAll(/['’´`]/g, '')) : raw;
    return { raw, word, own, kind, from: index, to: index + raw.length };
  }).filter((_, at, all) => !isHyphen(all, at));

/** The hyphen in "to-do" parts two words and says nothing; " - " does. */
const isHyphen = (all: readonly Token[], at: number): boolean => {
  const [before, here, after] = [all[at - 1], all[at], all[at + 1]];
  if (before?.kind !== 'word' || after?.kind !== 'word' || here === undefined) return false;
  return /^[-‐‑]$/.test(here.raw) && before.to === here.from && here.to === after.from;
};
