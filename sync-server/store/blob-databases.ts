// Which databases hold the bytes of files, and how news of a space tells of a file that is complete. Pieces of files are not records: a
// database of their own keeps them out of every feed, so whoever waits for a file hears of it beside the news of its space.
import type { SpaceId } from '../../domain/kernel/ids.ts';

const BLOBS = '-blobs';

export const blobDatabaseOf = (space: SpaceId): string => `${space}${BLOBS}`;

export const isBlobDatabase = (database: string): boolean => database.endsWith(BLOBS);

export const spaceOfBlobs = (database: string): SpaceId => database.slice(0, -BLOBS.length);

/** No record's id begins like this. */
const FILE = 'file:';

/** Stands among the ids of documents that were written. */
export const fileNews = (sha: string): string => FILE + sha;

/** Some file of the space may be complete, and it is not known which. */
export const SOME_FILE = FILE;

/** The hashes among news of a space (an empty one for SOME_FILE), and whether it tells of records too. */
export const readNews = (
  ids: ReadonlySet<string> | null,
): { readonly files: readonly string[]; readonly hasRecords: boolean } => {
  if (ids === null) return { files: [], hasRecords: true };
  const files = [...ids].filter((id) => id.startsWith(FILE)).map((id) => id.slice(FILE.length));
  return { files, hasRecords: files.length < ids.size };
};
