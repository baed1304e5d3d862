// The bench of the crowd at its tiny size: it runs, and prints the figures that other programs read.
import { expect, test, vi } from 'vitest';
import { TINY } from '../../bench/sizes.ts';
import { benchSyncCrowd } from '../../bench/sync-crowd-bench.ts';

test('a small crowd syncs for the first time and waits in silence', async () => {
  const log = vi.spyOn(console, 'log').mockImplementation(() => {});
  try {
    await benchSyncCrowd(TINY);
    const lines = log.mock.calls.map(([line]) => String(line)).filter((line) => line.startsWith('BENCH '));
    expect(lines).toEqual([
      expect.stringMatching(/^BENCH sync-crowd\.seconds \d+\.\d+ s$/),
      expect.stringMatching(/^BENCH sync-crowd\.kb_per_stream -?\d+\.\d+ kB$/),
    ]);
  } finally {
    log.mockRestore();
  }
});
