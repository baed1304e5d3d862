// Three-way merge of one record: what the store holds (theirs), what was written here (mine), what both began from (base).
// Used by every device for conflicts and by the server for branches. Pure; it never throws on any pair of records.
import { exhaustive } from '../kernel/exhaustive.ts';
import { memberOf } from '../kernel/members.ts';
import { sameValue } from '../kernel/same-value.ts';
import type { Stamp } from '../kernel/stamp.ts';
import type { MergeRule } from '../records/define.ts';
import { unknownFields, type AnyRecord } from '../records/envelope.ts';
import { afterMerge, definitionByType, fitsField, isDerivedField, isRecordType } from '../records/registry.ts';
import { mergePast, supersede, type Lost } from './merge-past.ts';

/** Merges two edits of one text over their common base; both are kept where they overlap. */
export type MergeText = (base: string, theirs: string, mine: string) => string;

export interface MergeInput {
  /** What both sides began from; null when it is not known: then the later wins and the other is kept in `superseded`. */
  readonly base: AnyRecord | null;
  readonly theirs: AnyRecord;
  readonly mine: AnyRecord;
  readonly mint: () => Stamp;
  readonly mergeText: MergeText;
}

/** The merged record: `theirs` itself when nothing of mine is missing from it, else a new write with a new stamp. */
export const mergeRecords = ({ base, theirs, mine, mint, mergeText }: MergeInput): AnyRecord => {
  const later = mine.stamp > theirs.stamp ? 'mine' : 'theirs';
  const lost: Lost[] = [];
  const fields: (readonly [string, unknown])[] = [];
  const contested: string[] = [];
  for (const name of new Set([...Object.keys(theirs.body), ...Object.keys(mine.body)])) {
    const rule = ruleOf(theirs.type, name);
    const field = {
      base: base === null ? NO_BASE : memberOf(base.body, name),
      theirs: memberOf(theirs.body, name),
      mine: memberOf(mine.body, name),
      later,
    } as const;
    const met =
      rule === 'contested' && settledApart(name, { base, theirs, mine })
        ? { value: memberOf(theirs.body, name), lost: null, contested: true }
        : fitting(mergeField(rule, field, mergeText), { type: theirs.type, name, field });
    if (met.value !== undefined) fields.push([name, met.value]);
    if (met.contested) contested.push(name);
    // What can be made again is not kept twice: pages are long, and a place that was taken out must not live on here.
    if (met.lost !== null && !isDerivedField(theirs.type, name)) lost.push(lostValue(name, met.lost, { theirs, mine }));
  }
  const trash = mergeRegister({
    base: base?.trashedAt ?? NO_BASE,
    theirs: theirs.trashedAt,
    mine: mine.trashedAt,
    later,
  });
  const parent = mergeRegister({ base: base?.parent ?? NO_BASE, theirs: theirs.parent, mine: mine.parent, later });
  const past = supersede(mergePast({ base, theirs, mine, contested }), lost);
  const merged: AnyRecord = {
    ...theirs,
    ...mergeUnknown({ base, theirs, mine, later }),
    body: afterMerge(theirs.type, Object.fromEntries(fields)),
    trashedAt: trash.value,
    parent: parent.value,
    past,
    v: Math.max(theirs.v, mine.v),
  };
  if (sameValue(merged, theirs)) return theirs;
  return { ...merged, stamp: mint(), by: mine.by };
};

/** The envelope's fields of a newer build: what only one side changed is taken, else the later; none of them is dropped. */
const mergeUnknown = ({
  base,
  theirs,
  mine,
  later,
}: Pick<MergeInput, 'base' | 'theirs' | 'mine'> & { readonly later: 'mine' | 'theirs' }): Readonly<
  Record<string, unknown>
> => {
  const [ofBase, ofTheirs, ofMine] = [unknownFields(base ?? {}), unknownFields(theirs), unknownFields(mine)];
  const met = Object.keys({ ...ofTheirs, ...ofMine }).map((name) => {
    // A side that does not have it was written by a build that does not know it: that is no wish to remove it.
    if (!Object.hasOwn(ofMine, name)) return [name, ofTheirs[name]];
    if (!Object.hasOwn(ofTheirs, name)) return [name, ofMine[name]];
    const sides = { base: base === null ? NO_BASE : ofBase[name], theirs: ofTheirs[name], mine: ofMine[name], later };
    return [name, mergeRegister(sides).value];
  });
  return Object.fromEntries(met);
};

/** Two people settled one contest at the same time, each for another value: a contest again, even if one took what stood. */
const settledApart = (name: string, { base, theirs, mine }: Pick<MergeInput, 'base' | 'theirs' | 'mine'>): boolean => {
  const open = (side: AnyRecord): boolean => side.past.contested?.some(({ field }) => field === name) === true;
  return base !== null && open(base) && !open(theirs) && !open(mine) && !sameValue(theirs.body[name], mine.body[name]);
};

/** Marks that the common base is not known, which is not the same as a field that was absent from it. */
const NO_BASE: unique symbol = Symbol('no base');

interface FieldSides<Value = unknown> {
  readonly base: Value | typeof NO_BASE;
  readonly theirs: Value;
  readonly mine: Value;
  readonly later: 'mine' | 'theirs';
}

interface Met<Value = unknown> {
  readonly value: Value;
  /** The side whose value did not make it. */
  readonly lost: 'mine' | 'theirs' | null;
  readonly contested: boolean;
}

const kept = <Value>(value: Value): Met<Value> => ({ value, lost: null, contested: false });

const ruleOf = (type: string, field: string): MergeRule => {
  if (!isRecordType(type)) return 'latest';
  const rules: Readonly<Record<string, MergeRule>> = definitionByType[type].merge;
  return memberOf(rules, field) ?? 'latest';
};

const mergeField = (rule: MergeRule, sides: FieldSides, mergeText: MergeText): Met => {
  const settled = oneSided(sides);
  if (settled !== null) return settled;
  switch (rule) {
    case 'contested':
      return { value: sides.theirs, lost: null, contested: true };
    case 'set':
      return Array.isArray(sides.theirs) && Array.isArray(sides.mine)
        ? kept(mergeSet(listOf(sides.base), sides.theirs, sides.mine))
        : mergeRegister(sides);
    case 'map': {
      // A side without one has no members: taking back the first member leaves none, and takes nobody else's along.
      const [theirs, mine] = [sides.theirs ?? {}, sides.mine ?? {}];
      return isMap(theirs) && isMap(mine) ? mergeMap(sides, theirs, mine) : mergeRegister(sides);
    }
    case 'text':
      return typeof sides.theirs === 'string' && typeof sides.mine === 'string' && typeof sides.base === 'string'
        ? kept(mergeText(sides.base, sides.theirs, sides.mine))
        : mergeRegister(sides);
    case 'latest':
      return mergeRegister(sides);
    default:
      return exhaustive(rule);
  }
};

/**
 * Both texts or lists together may be longer than the field may be: then the later stands whole and the other is kept beside it, since a
 * server takes no record with such a field, and no command one that has it. What a newer build wrote is not judged.
 */
const fitting = (
  met: Met,
  { type, name, field }: { readonly type: string; readonly name: string; readonly field: FieldSides },
): Met => {
  const sides = [field.theirs, field.mine];
  if (sides.some((side) => sameValue(side, met.value)) || fitsField(type, name, met.value)) return met;
  return sides.every((side) => fitsField(type, name, side)) ? mergeRegister(field) : met;
};

/** The answer where only one side changed, or both to the same; null where they truly differ. */
const oneSided = <Value>({ base, theirs, mine }: FieldSides<Value>): Met<Value> | null => {
  if (sameValue(theirs, mine)) return kept(theirs);
  // Without a base what one side lacks was never said there: what the other says stays.
  if (base === NO_BASE) return theirs === undefined ? kept(mine) : mine === undefined ? kept(theirs) : null;
  if (sameValue(mine, base)) return kept(theirs);
  if (sameValue(theirs, base)) return kept(mine);
  return null;
};

const mergeRegister = <Value>(sides: FieldSides<Value>): Met<Value> => {
  const settled = oneSided(sides);
  if (settled !== null) return settled;
  return sides.later === 'mine'
    ? { value: sides.mine, lost: 'theirs', contested: false }
    : { value: sides.theirs, lost: 'mine', contested: false };
};

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Added by either side is in; taken out by either side is out. Theirs first, in their order. */
const mergeSet = (
  base: readonly unknown[],
  theirs: readonly unknown[],
  mine: readonly unknown[],
): readonly unknown[] => {
  const fromTheirs = theirs.filter((element) => has(mine, element) || !has(base, element));
  const addedHere = mine.filter((element) => !has(base, element) && !has(theirs, element));
  return [...fromTheirs, ...addedHere];
};

const has = (list: readonly unknown[], element: unknown): boolean => list.some((other) => sameValue(other, element));

const mergeMap = (
  sides: FieldSides,
  theirs: Readonly<Record<string, unknown>>,
  mine: Readonly<Record<string, unknown>>,
): Met => {
  const base = isMap(sides.base) ? sides.base : {};
  const unknownBase = sides.base === NO_BASE;
  const members: (readonly [string, unknown])[] = [];
  let lost: Met['lost'] = null;
  for (const member of new Set([...Object.keys(theirs), ...Object.keys(mine)])) {
    // Without a base a member that one side lacks was never seen there: it stays.
    const from = unknownBase
      ? Object.hasOwn(theirs, member) && Object.hasOwn(mine, member)
        ? NO_BASE
        : undefined
      : memberOf(base, member);
    const sided = { theirs: memberOf(theirs, member), mine: memberOf(mine, member) };
    const met = mergeRegister({ base: from, ...sided, later: sides.later });
    if (met.value !== undefined) members.push([member, met.value]);
    if (met.lost !== null) lost = met.lost;
  }
  return { value: Object.fromEntries(members), lost, contested: false };
};

const lostValue = (
  field: string,
  side: 'mine' | 'theirs',
  records: { readonly theirs: AnyRecord; readonly mine: AnyRecord },
): Lost => {
  const from = records[side];
  return { field, value: memberOf(from.body, field) ?? null, by: from.by, stamp: from.stamp };
};
