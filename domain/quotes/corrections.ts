// What a person put right of how lines go together, found again by its words after a quote was read anew or its lines were renumbered.
import { distance } from '../words/spelling.ts';
import { fold } from '../kernel/fold.ts';
import type { RecordId } from '../kernel/ids.ts';
import type { BodyOf } from '../records/registry.ts';

/** By quote, award or bill, and words of the line. `row` is the row it was put in; '' means that it stands alone. */
export type Corrections = BodyOf<'comparison'>['rows'];

export interface PlacedLine {
  readonly quote: RecordId;
  /** Of the line, within its quote. */
  readonly id: string;
  readonly description: string;
}

/** The name under which a line's place is remembered: its quote and its words, the second of the same words with its number. */
export const placeNames = (lines: readonly PlacedLine[]): ReadonlyMap<PlacedLine, string> => {
  const seen = new Map<string, number>();
  return new Map(
    lines.map((line) => {
      const name = `${line.quote} ${lineName(line.description)}`;
      const count = (seen.get(name) ?? 0) + 1;
      seen.set(name, count);
      return [line, count === 1 ? name : `${name} #${count}`];
    }),
  );
};

/** A line by its words, however they are written: what is remembered of it is found again by them. */
export const lineName = (description: string): string =>
  (fold(description).match(/[\p{L}\d]+/gu) ?? []).join(' ').slice(0, LONGEST);
const LONGEST = 120;

/**
 * The row of each line that a person placed. By its words; where these were read differently since, by its number within the quote, if
 * no other line goes by the remembered words and they are still near.
 */
export const placedBy = (corrections: Corrections, lines: readonly PlacedLine[]): ReadonlyMap<PlacedLine, string> => {
  const names = placeNames(lines);
  const present = new Set(names.values());
  const byNumber = new Map(
    Object.entries(corrections)
      .filter(([name, place]) => place !== null && !present.has(name))
      .map(([name, place]) => [
        `${name.slice(0, name.indexOf(' '))} ${place?.line ?? ''}`,
        { name, row: place?.row ?? '' },
      ]),
  );
  return new Map(
    lines.flatMap((line) => {
      const name = names.get(line) ?? '';
      const place = corrections[name];
      if (place !== undefined) return place === null ? [] : [[line, place.row] as const];
      const moved = byNumber.get(`${line.quote} ${line.id}`);
      return moved !== undefined && isNear(moved.name, name) ? [[line, moved.row] as const] : [];
    }),
  );
};

/** What was said of an older version goes for the newer one too, until something is said of that. `newerBy` names it by the older one's id. */
export const inherited = (corrections: Corrections, newerBy: ReadonlyMap<RecordId, RecordId>): Corrections => {
  const passed = Object.entries(corrections).flatMap(([name, place]) => {
    const cut = name.indexOf(' ');
    const newer = newerBy.get(name.slice(0, cut));
    return newer === undefined ? [] : [[newer + name.slice(cut), place] as const];
  });
  return { ...Object.fromEntries(passed), ...corrections };
};

/** At most a third of the letters were read differently. */
const isNear = (a: string, b: string): boolean => {
  const [was, is] = [a.slice(a.indexOf(' ') + 1), b.slice(b.indexOf(' ') + 1)];
  const most = Math.ceil(Math.max(was.length, is.length) / 3);
  return distance(was, is, most) <= most;
};

/** What is to be remembered when a person says which agreed line a line of a bill is for; null that it was not agreed. */
export const billing = (
  line: PlacedLine,
  to: PlacedLine | null,
  { corrections, all }: { readonly corrections: Corrections; readonly all: readonly PlacedLine[] },
): Corrections => {
  if (to === null) return placing(line, 'alone', all);
  const named = placedBy(corrections, all).get(to) ?? '';
  return placing(line, { named: named === '' ? null : named, lines: [to] }, all);
};

/** In place of a row's name: one that does not exist yet. The command gives it one. */
export const NEW_ROW = '+';

interface Target {
  readonly named: string | null;
  readonly lines: readonly PlacedLine[];
}

/**
 * What is to be remembered when a person moves a line: into another row, to stand alone, or back to the matching. A row that was only found is
 * held together from then on, so that the line is still with the others when a further quote comes. `all` are the lines of every quote.
 */
export const placing = (line: PlacedLine, to: Target | 'alone' | 'found', all: readonly PlacedLine[]): Corrections => {
  const names = placeNames(all);
  const at = (these: readonly PlacedLine[], row: string): Corrections =>
    Object.fromEntries(these.map((one) => [names.get(one) ?? '', { row, line: one.id }]));
  if (to === 'found') return { [names.get(line) ?? '']: null };
  if (to === 'alone') return at([line], '');
  if (to.named !== null) return at([line], to.named);
  return at([...to.lines, line], NEW_ROW);
};
