// Where a moved step lands: the neighbours that `step.place` is asked for, for every step and every target.
import { describe, expect, it } from 'vitest';
import { moved, placeAt } from '../../../src-renderer/features/steps/step-order.ts';

const keys = ['a', 'b', 'c', 'd'];

describe('placeAt', () => {
  it('names the neighbours at the new place', () => {
    expect(placeAt(keys, 'd', 0)).toEqual({ key: 'd', before: null, after: 'a' });
    expect(placeAt(keys, 'a', 3)).toEqual({ key: 'a', before: 'd', after: null });
    expect(placeAt(keys, 'a', 1)).toEqual({ key: 'a', before: 'b', after: 'c' });
    expect(placeAt(keys, 'c', 1)).toEqual({ key: 'c', before: 'a', after: 'b' });
  });

  it('is nothing where the step already is, also at the ends and beyond them', () => {
    expect(placeAt(keys, 'b', 1)).toBeNull();
    expect(placeAt(keys, 'a', -1)).toBeNull();
    expect(placeAt(keys, 'd', 4)).toBeNull();
  });

  it('and moved() shows every step at the index that was asked for', () => {
    for (const key of keys) {
      for (let to = 0; to < keys.length; to += 1) {
        const placing = placeAt(keys, key, to);
        const order = placing === null ? keys : moved(keys, placing);
        expect(order.indexOf(key)).toBe(to);
        expect(order.filter((other) => other !== key)).toEqual(keys.filter((other) => other !== key));
      }
    }
  });
});
