// Which databases hold the bytes of files. Pieces of files are not records: a database of their own keeps them out of every feed.
import type { SpaceId } from '../../domain/kernel/ids.ts';

const BLOBS = '-blobs';

export const blobDatabaseOf = (space: SpaceId): string => `${space}${BLOBS}`;

export const isBlobDatabase = (database: string): boolean => database.endsWith(BLOBS);
