// What differs between a device and its server, and what mends it: every combination of what lies here, was acknowledged, and stands there.
import { describe, expect, test } from 'vitest';
import { compareSpace, differs, isUnsent, type Difference, type Written } from '../../../domain/sync/compare.ts';

const KEY = 'journey_x|step_1';
const old: Written = { stamp: '000000001.0000.aaaaaaaa', _deleted: false };
const mid: Written = { stamp: '000000002.0000.bbbbbbbb', _deleted: false };
const late: Written = { stamp: '000000003.0000.cccccccc', _deleted: false };
const gone = (written: Written): Written => ({ ...written, _deleted: true });

const cureOf = (
  row: Written | null,
  acknowledged: Written | null,
  there: Written | null,
): keyof Difference | 'same' => {
  const found = compareSpace([{ key: KEY, row, acknowledged }], new Map(there === null ? [] : [[KEY, there]]));
  const cures = Object.entries(found).filter(([, keys]) => keys.length > 0);
  expect(cures.length).toBeLessThan(2);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the names are those of Difference
  return (cures[0]?.[0] as keyof Difference | undefined) ?? 'same';
};

describe('compareSpace', () => {
  test.each([
    ['the same on both sides', mid, mid, mid, 'same'],
    ['deleted on both sides, in different writes', gone(late), gone(late), gone(mid), 'same'],
    ['deleted here and never heard of there', gone(late), gone(late), null, 'same'],
    ['made and removed here before anything was sent', gone(late), null, null, 'same'],
    ['lost here', null, mid, mid, 'pull'],
    ['lost here with what was known of it', null, null, mid, 'pull'],
    ['lost here and deleted there', null, mid, gone(late), 'same'],
    ['lost on both sides', null, mid, null, 'same'],
    ['an older one here', old, old, mid, 'pull'],
    ['deleted there, unheard of here', mid, mid, gone(late), 'pull'],
    ['deleted here, made anew there, unheard of here', gone(mid), gone(mid), late, 'pull'],
    ['lost there', mid, mid, null, 'push'],
    ['an older one there', mid, mid, old, 'push'],
    ['a deletion lost there', gone(mid), gone(mid), old, 'push'],
    ['a restoring lost there', mid, mid, gone(old), 'push'],
    ['arrived, but not noted as known', mid, null, mid, 'note'],
    ['arrived, but an older one noted', mid, old, mid, 'note'],
    ['an edit not yet sent', late, mid, mid, 'send'],
    ['an edit not yet sent while another came', late, old, mid, 'send'],
    ['an edit with an earlier stamp: its clock was put back', old, mid, mid, 'send'],
    ['a new record not yet sent', late, null, null, 'send'],
    ['a new record in place of a deleted one', late, gone(old), gone(old), 'send'],
    ['a removal not yet sent', gone(late), mid, mid, 'send'],
    ['an edit of what the server lost', late, mid, null, 'send'],
    ['an edit of what was deleted there meanwhile', late, old, gone(mid), 'send'],
  ] as const)('%s', (_, row, acknowledged, there, expected) => {
    expect(cureOf(row, acknowledged, there)).toBe(expected);
  });

  test('whatever the three are, an unsent edit is never overwritten and nothing is pulled that the server lacks', () => {
    const every = [null, old, mid, late, gone(old), gone(mid), gone(late)];
    const cases = every.flatMap((row) =>
      every.flatMap((acknowledged) =>
        every.map((there) => ({ row, acknowledged, there, cure: cureOf(row, acknowledged, there) })),
      ),
    );
    expect(cases).toHaveLength(343);
    const unsent = cases.filter(isUnsent);
    expect(new Set(unsent.map(({ cure }) => cure))).toEqual(new Set(['send', 'note']));
    const pulled = cases.filter(({ cure }) => cure === 'pull');
    expect(pulled.filter(({ there }) => there === null)).toEqual([]);
    // What goes here goes only because it was deleted there, and later.
    const going = pulled.filter(({ there }) => there?._deleted === true);
    expect(going.filter(({ row, there }) => (there?.stamp ?? '') <= (row?.stamp ?? ''))).toEqual([]);
  });

  test('records that only the server names are fetched, its tombstones are not', () => {
    const there = new Map([
      ['journey_x|step_1', mid],
      ['journey_x|step_2', gone(mid)],
      ['journey_x|step_3', late],
    ]);
    const found = compareSpace([{ key: KEY, row: mid, acknowledged: mid }], there);
    expect(found).toEqual({ pull: ['journey_x|step_3'], push: [], note: [], send: [] });
    expect(differs(found)).toBe(true);
    expect(differs(compareSpace([], new Map()))).toBe(false);
  });
});
