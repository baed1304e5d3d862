// The bytes of an original as main serves them: by hash, decrypted, never by path.

/** An address that an <img> can show. */
export const originalUrl = (sha: string): string => `plumbline-blob://${sha}`;

/** The original, or null when this device does not hold it. */
export const fetchOriginal = async (sha: string): Promise<Blob | null> => {
  const answer = await fetch(originalUrl(sha)).catch(() => null);
  return answer?.ok === true ? answer.blob() : null;
};
