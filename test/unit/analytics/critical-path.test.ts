// The critical path, against a published network and against every path walked by hand.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { criticalPath, type Activity } from '../../../domain/analytics/critical-path.ts';

/**
 * "Reliable Construction Co.", weeks: F. S. Hillier and G. J. Lieberman, Introduction to Operations Research, chapter
 * "Project Management with PERT/CPM". There: 44 weeks along A B C E F J L N.
 */
const RELIABLE: readonly Activity[] = [
  { key: 'A', days: 2, after: [] },
  { key: 'B', days: 4, after: ['A'] },
  { key: 'C', days: 10, after: ['B'] },
  { key: 'D', days: 6, after: ['C'] },
  { key: 'E', days: 4, after: ['C'] },
  { key: 'F', days: 5, after: ['E'] },
  { key: 'G', days: 7, after: ['D'] },
  { key: 'H', days: 9, after: ['E', 'G'] },
  { key: 'I', days: 7, after: ['C'] },
  { key: 'J', days: 8, after: ['F', 'I'] },
  { key: 'K', days: 4, after: ['J'] },
  { key: 'L', days: 5, after: ['J'] },
  { key: 'M', days: 2, after: ['H'] },
  { key: 'N', days: 6, after: ['K', 'L'] },
];

/** Networks without circles: each may wait for any before it. */
const networks = fc
  .array(fc.record({ days: fc.nat(20), waits: fc.array(fc.nat(30), { maxLength: 4 }) }), { minLength: 1, maxLength: 9 })
  .map((rows) =>
    rows.map(({ days, waits }, place): Activity => ({
      key: `s${String(place)}`,
      days,
      after: waits.filter((other) => other < place).map((other) => `s${String(other)}`),
    })),
  );

/** The longest way that ends with this activity, by walking each. */
const longest = (activities: readonly Activity[], key: string): number => {
  const found = activities.find((each) => each.key === key);
  return found === undefined ? 0 : found.days + Math.max(0, ...found.after.map((other) => longest(activities, other)));
};

describe('critical path', () => {
  it('is the one printed for a published project', () => {
    const { length, critical, times } = criticalPath(RELIABLE);
    expect(length).toBe(44);
    expect(critical).toEqual(['A', 'B', 'C', 'E', 'F', 'J', 'L', 'N']);
    // The book's slacks: D 4, G 4, H 4, M 4, I 2, K 1.
    const slack = Object.fromEntries([...times].map(([key, { float }]) => [key, float]));
    expect(slack).toMatchObject({ D: 4, G: 4, H: 4, M: 4, I: 2, K: 1, A: 0, N: 0 });
  });

  it('is as long as the longest way through any network', () => {
    fc.assert(
      fc.property(networks, (network) => {
        const { length, times } = criticalPath(network);
        expect(length).toBe(Math.max(...network.map(({ key }) => longest(network, key))));
        for (const { key, days, after } of network) {
          const own = times.get(key);
          expect(own?.float).toBeGreaterThanOrEqual(0);
          expect(own?.latestEnd).toBeLessThanOrEqual(length);
          expect((own?.earliestEnd ?? 0) - (own?.earliestStart ?? 0)).toBe(days);
          for (const other of after)
            expect(times.get(other)?.earliestEnd).toBeLessThanOrEqual(own?.earliestStart ?? -1);
        }
      }),
    );
  });

  it('a delay within the float of one changes no end, and one day beyond it a day', () => {
    fc.assert(
      fc.property(networks, fc.nat(), (network, pick) => {
        const chosen = network[pick % network.length]?.key ?? '';
        const before = criticalPath(network);
        const float = before.times.get(chosen)?.float ?? 0;
        const later = (by: number): number =>
          criticalPath(network.map((each) => (each.key === chosen ? { ...each, days: each.days + by } : each))).length;
        expect(later(float)).toBe(before.length);
        expect(later(float + 1)).toBe(before.length + 1);
      }),
    );
  });

  it('waits for nothing that is not there, keeps a start that is fixed, and cuts a circle', () => {
    const { length } = criticalPath([
      { key: 'a', days: 2, after: ['gone', 'b'], notBefore: 3 },
      { key: 'b', days: 1, after: ['a'] },
    ]);
    // Entered at a: b's wait for a is passed over, a waits for b.
    expect(length).toBe(5);
    expect(criticalPath([]).length).toBe(0);
  });
});
