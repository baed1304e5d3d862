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
  /** Layouts of quotes that are read clean, and how many of them degraded as well. */
  readonly quotesClean: number;
  readonly quotesWorse: number;
  /** Named pictures of `kinds`. */
  readonly kinds: number;
  readonly pdfPages: number;
  readonly queryMiddle: number;
  readonly queryLarge: number;
  readonly queryRuns: number;
  readonly searchDocuments: number;
  /** Words a document. */
  readonly searchWords: number;
  readonly searchRecords: number;
  /** Questions of each kind. */
  readonly searchRuns: number;
  /** Records that cross the wire in `sync-initial` and `sync-push`, in journeys of `perJourney`. */
  readonly syncRecords: number;
  readonly perJourney: number;
  /** How often a timed piece of a sync bench is repeated; the figure is the median. */
  readonly runs: number;
  readonly liveSamples: number;
  readonly idleJourneys: number;
  readonly idleSmall: number;
  readonly idleLarge: number;
  readonly crowdClients: number;
  readonly crowdRecords: number;
  readonly crowdStreams: number;
  /** Between two looks at a process's memory. */
  readonly settleMs: number;
  readonly blobBytes: number;
  readonly chatRecords: number;
  /** How often each sentence of `chat-window` is said. */
  readonly chatRuns: number;
  /** Records of each journey of `analytics`, how many journeys, and how often each is asked. */
  readonly analyticsRecords: number;
  readonly analyticsJourneys: number;
  readonly analyticsRuns: number;
}

export const FULL: Sizes = {
  writeRecords: 1_000,
  writeCommands: 500,
  openSmall: 1_000,
  openLarge: 10_000,
  openStarts: 5,
  photos: 12,
  receipts: 1_000,
  quotesClean: 17,
  quotesWorse: 4,
  kinds: 1_000,
  pdfPages: 300,
  queryMiddle: 10_000,
  queryLarge: 100_000,
  queryRuns: 40,
  searchDocuments: 5_000,
  searchWords: 2_000,
  searchRecords: 20_000,
  searchRuns: 40,
  syncRecords: 10_000,
  perJourney: 1_000,
  runs: 5,
  liveSamples: 200,
  idleJourneys: 40,
  idleSmall: 10_000,
  idleLarge: 60_000,
  crowdClients: 100,
  crowdRecords: 1_000,
  crowdStreams: 2_000,
  settleMs: 1_000,
  blobBytes: 50 * 1024 * 1024,
  chatRecords: 10_000,
  chatRuns: 10,
  analyticsRecords: 2_000,
  analyticsJourneys: 50,
  analyticsRuns: 40,
};

export const TINY: Sizes = {
  writeRecords: 100,
  writeCommands: 30,
  openSmall: 100,
  openLarge: 300,
  openStarts: 2,
  photos: 2,
  receipts: 2,
  quotesClean: 2,
  quotesWorse: 1,
  kinds: 2,
  pdfPages: 8,
  queryMiddle: 300,
  queryLarge: 600,
  queryRuns: 5,
  searchDocuments: 40,
  searchWords: 200,
  searchRecords: 300,
  searchRuns: 5,
  syncRecords: 300,
  perJourney: 100,
  runs: 1,
  liveSamples: 10,
  idleJourneys: 2,
  idleSmall: 100,
  idleLarge: 200,
  crowdClients: 7,
  crowdRecords: 100,
  crowdStreams: 20,
  settleMs: 50,
  blobBytes: 3 * 1024 * 1024 + 1,
  chatRecords: 300,
  chatRuns: 1,
  analyticsRecords: 200,
  analyticsJourneys: 3,
  analyticsRuns: 4,
};
