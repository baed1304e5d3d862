// Names spoken to in a text: which one is being typed at the caret, how a chosen one is put in, and who is named in the end.
import type { PersonId } from '../../domain/kernel/ids.ts';

export interface Named {
  readonly id: PersonId;
  readonly name: string;
}

interface Typed {
  /** Where the @ stands. */
  readonly from: number;
  /** What was typed of the name. */
  readonly query: string;
}

/** Longer than any name that someone would type out. */
const MOST = 60;

/** Null where no name is being typed: no @ at the beginning of a word on this line before the caret. */
export const mentionAt = (text: string, caret: number): Typed | null => {
  const before = text.slice(0, caret);
  const from = before.lastIndexOf('@');
  if (from < 0 || caret - from > MOST) return null;
  const query = before.slice(from + 1);
  return /(?:^|[\s([“"'])$/.test(before.slice(0, from)) && !/[\n@]/.test(query) ? { from, query } : null;
};

/** Those whose name, or a further word of it, begins with what was typed. */
export const matching = <N extends Named>(people: readonly N[], query: string): readonly N[] => {
  const wanted = query.toLocaleLowerCase();
  return people.filter(({ name }) => {
    const lower = name.toLocaleLowerCase();
    return lower.startsWith(wanted) || lower.split(/\s+/).some((word) => word.startsWith(wanted));
  });
};

/** The text with the name in place of what was typed of it, and where the caret is then. */
export const withMention = (
  text: string,
  { from, query }: Typed,
  name: string,
): { readonly text: string; readonly caret: number } => {
  const after = text.slice(from + 1 + query.length);
  const put = `@${name}${after.startsWith(' ') ? '' : ' '}`;
  return { text: text.slice(0, from) + put + after, caret: from + put.length + (after.startsWith(' ') ? 1 : 0) };
};

/** Parts of a text: names that are spoken to, and what stands between them. */
export const partsOfText = (
  text: string,
  people: readonly Named[],
): readonly { readonly at: number; readonly text: string; readonly who: PersonId | null }[] => {
  // Of “Anna” and “Anna Lee” the longer one is meant where it stands.
  const byLength = people.toSorted((a, b) => b.name.length - a.name.length);
  const parts: { at: number; text: string; who: PersonId | null }[] = [];
  let begun = 0;
  let at = text.indexOf('@');
  while (at >= 0) {
    const rest = text.slice(at + 1);
    const who = byLength.find(({ name }) => rest.startsWith(name) && !/^[\p{L}\p{N}]/u.test(rest.slice(name.length)));
    if (who !== undefined && mentionAt(text, at + 1) !== null) {
      const end = at + 1 + who.name.length;
      if (at > begun) parts.push({ at: begun, text: text.slice(begun, at), who: null });
      parts.push({ at, text: text.slice(at, end), who: who.id });
      begun = end;
    }
    at = text.indexOf('@', Math.max(at + 1, begun));
  }
  return begun < text.length ? [...parts, { at: begun, text: text.slice(begun), who: null }] : parts;
};

export const mentionsIn = (text: string, people: readonly Named[]): PersonId[] => [
  ...new Set(partsOfText(text, people).flatMap(({ who }) => who ?? [])),
];
