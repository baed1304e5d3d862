// File sizes as people read them.

/** "4.2 MB", "1.3 GB"; "0.1 MB" is the least. */
export const megabytes = (bytes: number): string => {
  if (bytes >= 1_000_000_000) return `${rounded(bytes / 1_000_000_000)} GB`;
  return `${rounded(bytes === 0 ? 0 : Math.max(0.1, bytes / 1_000_000))} MB`;
};

const rounded = (size: number): string => size.toLocaleString('en', { maximumFractionDigits: 1 });
