// Takes the ruled lines of a table out of a grey page: readers take them for letters.
import { at, type GreyPage } from './ink.ts';

/** A ruled line is at least this long, as a part of the page's side, and no thicker than this, in px of a page of 2,200. */
const RULE_LENGTH = 1 / 20;
/** On a small picture letters run together over a twentieth of its side. */
const SHORTEST_RULE = 80;
const RULE_THICKNESS = 1 / 300;
/** Ink may be missing for this many px along a rule. */
const BREAK = 2;

/**
 * The page without its ruled lines, where they make a table with sides or grain has gnawed at them: readers take what is left of a
 * thin one for letters. A letter that crosses one stays. Null when there is none.
 */
export const withoutRules = (page: GreyPage, ink: Uint8Array, isGnawed = false): GreyPage | null => {
  const { width, height } = page;
  const data = Uint8Array.from(page.data);
  const thick = Math.max(4, Math.round(Math.max(width, height) * RULE_THICKNESS));
  const across: Sweep = { ink, data, along: width, other: height, step: 1, row: width, thick };
  const down: Sweep = { ink, data, along: height, other: width, step: width, row: 1, thick };
  const uprights = rulesOf(down);
  const hasSides = isTable(
    uprights.map(({ line }) => line),
    page,
  );
  // Most pictures are no table: they are not looked at a second time.
  if (!hasSides && !isGnawed) return null;
  const found = [
    ...(hasSides ? uprights : []).map((rule) => ({ rule, sweep: down })),
    ...rulesOf(across).map((rule) => ({ rule, sweep: across })),
  ];
  if (found.length === 0) return null;
  const ruled = new Uint8Array(width * height);
  for (const { rule, sweep } of found) markRule(ruled, rule, sweep);
  for (const { rule, sweep } of found) eraseRule(ruled, rule, sweep);
  return { ...page, data };
};

/** Px between two upright rules that are not one, and how near the edge of the page one is the edge. */
const APART = 1 / 50;
const EDGE = 1 / 50;

/** Cells with sides are what readers stumble over; a rule under a title, or the shadow along a slip of paper, does no harm. */
const isTable = (uprights: readonly number[], { width }: GreyPage): boolean => {
  const inside = uprights.filter((x) => x > width * EDGE && x < width * (1 - EDGE)).toSorted((a, b) => a - b);
  return inside.filter((x, index) => index === 0 || x - (inside[index - 1] ?? 0) > width * APART).length >= 2;
};

/** One way of going over the page: along its rows, or along its columns. */
interface Sweep {
  readonly ink: Uint8Array;
  readonly data: Uint8Array;
  /** Length of the direction that is followed, and of the other one. */
  readonly along: number;
  readonly other: number;
  /** From one pixel to the next in either direction. */
  readonly step: number;
  readonly row: number;
  readonly thick: number;
}

/** A long thin run of ink, from place to place on a line. */
interface Rule {
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

const rulesOf = (sweep: Sweep): readonly Rule[] => {
  const { ink, along, other, step, row } = sweep;
  const shortest = Math.max(SHORTEST_RULE, Math.round(along * RULE_LENGTH));
  const rules: Rule[] = [];
  for (let line = 0; line < other; line += 1) {
    let from = -1;
    let last = -1;
    for (let place = 0; place <= along + BREAK; place += 1) {
      if (place < along && at(ink, line * row + place * step) === 1) {
        if (from === -1) from = place;
        last = place;
      } else if (from !== -1 && place - last > BREAK) {
        const rule = { line, from, to: last };
        if (last - from >= shortest && isThin(sweep, rule)) rules.push(rule);
        from = -1;
      }
    }
  }
  return rules;
};

/** Share of a run that must be thin for it to be a rule and no row of bold letters or dark area. */
const MOSTLY = 0.7;

const isThin = (sweep: Sweep, { line, from, to }: Rule): boolean => {
  let thin = 0;
  for (let place = from; place <= to; place += 1) {
    const [top, bottom] = spanAt(sweep, line, place);
    if (bottom - top < sweep.thick) thin += 1;
  }
  return thin >= (to - from + 1) * MOSTLY;
};

const markRule = (ruled: Uint8Array, { line, from, to }: Rule, { step, row }: Sweep): void => {
  for (let place = from; place <= to; place += 1)
    ruled[line * row + place * step] = ruledBy(step) | at(ruled, line * row + place * step);
};

/** Rules of rows and of columns are marked apart, to know where two cross. */
const ruledBy = (step: number): number => (step === 1 ? 1 : 2);

/** Thin places go; thick ones are letters, except where another rule crosses. */
const eraseRule = (ruled: Uint8Array, { line, from, to }: Rule, sweep: Sweep): void => {
  const { data, step, row, thick, other, along } = sweep;
  const crossing = 3 - ruledBy(step);
  const isCrossed = (place: number): boolean => {
    for (let near = Math.max(0, place - thick); near <= Math.min(along - 1, place + thick); near += 1)
      if ((at(ruled, line * row + near * step) & crossing) !== 0) return true;
    return false;
  };
  for (let place = from; place <= to; place += 1) {
    const [top, bottom] = spanAt(sweep, line, place);
    const whole = bottom - top < thick;
    if (!whole && !isCrossed(place)) continue;
    const [first, end] = whole ? [top - 1, bottom + 1] : [line - 1, line + 1];
    for (let there = Math.max(0, first); there <= Math.min(other - 1, end); there += 1)
      data[there * row + place * step] = 255;
  }
};

/** From where to where the ink goes across the run at this place, not looked at further than a rule is thick. */
const spanAt = ({ ink, other, step, row, thick }: Sweep, line: number, place: number): readonly [number, number] => {
  const has = (there: number): boolean => there >= 0 && there < other && at(ink, there * row + place * step) === 1;
  let [top, bottom] = [line, line];
  while (line - top <= thick && has(top - 1)) top -= 1;
  while (bottom - line <= thick && has(bottom + 1)) bottom += 1;
  return [top, bottom];
};
