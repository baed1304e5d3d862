// How much each bench does: the sizes that count, and tiny ones to see that a bench runs at all.

export interface Sizes {
  readonly writeRecords: number;
  readonly writeCommands: number;
  /** Records on disk for `open`: what the figures are called stays the same. */
  readonly openSmall: number;
  readonly openLarge: number;
  readonly openStarts: number;
  readonly photos: number;
  readonly receipts: number;
  readonly queryMiddle: number;
  readonly queryLarge: number;
  readonly queryRuns: number;
}

export const FULL: Sizes = {
  writeRecords: 1_000,
  writeCommands: 500,
  openSmall: 1_000,
  openLarge: 10_000,
  openStarts: 5,
  photos: 12,
  receipts: 1_000,
  queryMiddle: 10_000,
  queryLarge: 100_000,
  queryRuns: 40,
};

export const TINY: Sizes = {
  writeRecords: 100,
  writeCommands: 30,
  openSmall: 100,
  openLarge: 300,
  openStarts: 2,
  photos: 2,
  receipts: 2,
  queryMiddle: 300,
  queryLarge: 600,
  queryRuns: 5,
};
