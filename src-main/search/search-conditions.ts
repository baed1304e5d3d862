// What a hit must be besides holding the words, as SQL over the index's entries: journey, type, what it hangs on, author, day, amount.
import type { Comparison } from '../../domain/search/question.ts';
import type { IndexQuestion } from './search-messages.ts';

export interface Conditions {
  /** Holds a question mark for each value and nothing that was typed; '' when anything will do. */
  readonly sql: string;
  readonly values: readonly (string | number)[];
}

const SQL_BY_COMPARISON: Readonly<Record<Comparison, string>> = {
  '<': 'e.amount < ?',
  '<=': 'e.amount <= ?',
  '>': 'e.amount > ?',
  '>=': 'e.amount >= ?',
  '=': 'e.amount = ?',
};

/** What lies in the trash with what it hangs on, or with its journey. A photo stays when its step goes. */
const NOT_HIDDEN: Conditions = {
  sql: `(e.journey NOT IN (SELECT key FROM hidden) AND (e.type NOT IN ('comment', 'task', 'reading') OR e.parent NOT IN (SELECT key FROM hidden)))`,
  values: [],
};

export interface Known {
  /** Keys of the steps that the filter names; null without such a filter. */
  readonly steps: readonly string[] | null;
  /** Whether anything lies in the trash. */
  readonly anyHidden: boolean;
  /** Whether words are looked for: those of a photo or a document stand in what was read from it. */
  readonly hasWords: boolean;
}

export const conditionsOf = (
  { journey, filters }: Pick<IndexQuestion, 'journey' | 'filters'>,
  { steps, anyHidden, hasWords }: Known,
): Conditions => {
  const all: readonly Conditions[] = [
    ...(anyHidden ? [NOT_HIDDEN] : []),
    ...(journey === null ? [] : [{ sql: 'e.journey = ?', values: [journey] }]),
    ...(steps === null ? [] : [atAny(steps)]),
    ...(filters === null
      ? []
      : [
          ...(filters.types.length + filters.kinds.length === 0
            ? []
            : [either(ofTypes(filters.types, hasWords), anyOf('e.kind', filters.kinds))]),
          ...(filters.by === null ? [] : [anyOf('e.author', filters.by)]),
          ...(filters.from === null ? [] : [{ sql: 'e.day >= ?', values: [filters.from] }]),
          ...(filters.until === null ? [] : [{ sql: 'e.day < ?', values: [filters.until] }]),
          ...filters.amounts.map(({ comparison, value }) => ({ sql: SQL_BY_COMPARISON[comparison], values: [value] })),
        ]),
  ];
  return { sql: all.map(({ sql }) => sql).join(' AND '), values: all.flatMap(({ values }) => values) };
};

/** With words, a document is also found by what is written in it, and a photo by what is written on it. */
const ofTypes = (types: readonly string[], hasWords: boolean): Conditions => {
  const read = hasWords ? types.filter((type) => type === 'document' || type === 'photo') : [];
  return read.reduce(
    (all, type) => either(all, { sql: `(e.type = 'reading' AND instr(e.parent, ?) > 0)`, values: [`|${type}_`] }),
    anyOf('e.type', types),
  );
};

/** The steps, what is at them, and what hangs on that: a photo at a step, and the text that was read from it. */
const atAny = (steps: readonly string[]): Conditions => {
  const those = at('', steps);
  return either(either(anyOf('e.key', steps), at('e.', steps)), {
    sql: `e.parent IN (SELECT key FROM entries WHERE ${those.sql})`,
    values: those.values,
  });
};

/** What hangs on one of the steps, or is at it besides. */
const at = (table: '' | 'e.', steps: readonly string[]): Conditions => {
  const further = anyOf('step', steps);
  return either(anyOf(`${table}parent`, steps), {
    sql: `${table}id IN (SELECT id FROM further WHERE ${further.sql})`,
    values: further.values,
  });
};

/** None of none: a step that nobody knows has nothing. */
const anyOf = (column: string, values: readonly string[]): Conditions => ({
  sql: `${column} IN (${values.map(() => '?').join(', ')})`,
  values,
});

const either = (a: Conditions, b: Conditions): Conditions => ({
  sql: `(${a.sql} OR ${b.sql})`,
  values: [...a.values, ...b.values],
});
