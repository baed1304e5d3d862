// What a hit must be besides holding the words, as SQL over the index's entries: journey, type, what it hangs on, author, day, amount.
import type { Comparison } from '../../domain/search/question.ts';
import type { IndexQuestion } from './search-messages.ts';

export interface Conditions {
  /** Holds a question mark for each value and nothing that was typed. */
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

export const conditionsOf = ({ journey, filters }: Pick<IndexQuestion, 'journey' | 'filters'>): Conditions => {
  const all: readonly Conditions[] = [
    ...(journey === null ? [] : [{ sql: 'e.journey = ?', values: [journey] }]),
    ...(filters === null
      ? []
      : [
          ...(filters.types.length === 0 ? [] : [anyOf('e.type', filters.types)]),
          ...(filters.within === null
            ? []
            : [either(anyOf('e.key', filters.within), anyOf('e.parent', filters.within))]),
          ...(filters.by === null ? [] : [anyOf('e.author', filters.by)]),
          ...(filters.from === null ? [] : [{ sql: 'e.day >= ?', values: [filters.from] }]),
          ...(filters.until === null ? [] : [{ sql: 'e.day < ?', values: [filters.until] }]),
          ...filters.amounts.map(({ comparison, value }) => ({ sql: SQL_BY_COMPARISON[comparison], values: [value] })),
        ]),
  ];
  return { sql: ['TRUE', ...all.map(({ sql }) => sql)].join(' AND '), values: all.flatMap(({ values }) => values) };
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
