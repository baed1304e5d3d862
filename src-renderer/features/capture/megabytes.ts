// File sizes as people read them.

/** "4.2 MB"; "0.1 MB" is the least. */
export const megabytes = (bytes: number): string =>
  `${(bytes === 0 ? 0 : Math.max(0.1, bytes / 1_000_000)).toLocaleString('en', { maximumFractionDigits: 1 })} MB`;
