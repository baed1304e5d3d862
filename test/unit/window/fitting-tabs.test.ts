// Which tabs of a journey stand in the line and which are in "More".
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fittingTabs } from '../../../src-renderer/features/journey/fitting-tabs.ts';

const ids = ['a', 'b', 'c', 'd', 'e'];
const fit = (room: number, chosen = 'a') => fittingTabs(ids, { widths: [10, 20, 30, 20, 10], room, more: 15, chosen });

describe('the line of tabs', () => {
  it('holds all of them as long as there is room, and else leaves room for More', () => {
    expect(fit(90)).toEqual({ shown: ids, rest: [] });
    expect(fit(89)).toEqual({ shown: ['a', 'b', 'c'], rest: ['d', 'e'] });
  });

  it('always holds the chosen one, in its place', () => {
    expect(fit(60, 'e')).toEqual({ shown: ['a', 'b', 'e'], rest: ['c', 'd'] });
    expect(fit(20, 'd')).toEqual({ shown: ['d'], rest: ['a', 'b', 'c', 'e'] });
  });

  it('loses and doubles none, whatever the room', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 90 }), { maxLength: 14 }),
        fc.nat(900),
        fc.nat(13),
        (widths, room, at) => {
          const names = widths.map((_, index) => `t${index}`);
          const { shown, rest } = fittingTabs(names, { widths, room, more: 40, chosen: `t${at}` });
          expect([...shown, ...rest].toSorted()).toEqual(names.toSorted());
          expect(rest).not.toContain(`t${at}`);
          const wide = shown.reduce((sum, name) => sum + (widths[names.indexOf(name)] ?? 0), 0);
          expect(shown.length <= 1 || wide <= room).toBe(true);
        },
      ),
      { seed: 20_261_126, numRuns: 100 },
    );
  });
});
