// The original as people outside the family may have it: the same file, or one from which its metadata was taken.
import { ok, type Result } from '../../domain/kernel/result.ts';
import type { RecordOf } from '../../domain/records/registry.ts';
import type { Failure } from '../../protocol/failures.ts';
import { desktop } from '../ports/desktop.ts';
import type { Store } from '../data/store.ts';
import { copyOriginal } from './copy-original.ts';
import { pictureCrew } from '../workers/crew.ts';

export interface SharedOriginal {
  readonly sha: string;
  readonly bytes: number;
  readonly mime: string;
  /** Absent where it is called as before. */
  readonly name?: string;
}

/** Null when the file may go as it is. What is not on this device and can't be fetched can't be looked at, and so is not shared: `BlobMissing`. */
export const originalToShare = async (
  store: Store,
  record: RecordOf<'photo'> | RecordOf<'document'>,
  fetchOriginal: (sha: string) => Promise<Result<Blob, Failure>>,
): Promise<Result<SharedOriginal | null, Failure>> => {
  const { sha, name, mime } = record.body;
  // A document is shared for its words and goes as it is; a photo loses its metadata, whatever the record calls it.
  if (record.type === 'document' && !mime.startsWith('image/')) return ok(null);
  const file = await fetchOriginal(sha);
  if (!file.ok) return file;
  const stripped = await pictureCrew.ask('withoutPlace', { file: new Blob([file.value], { type: mime }) });
  if (!stripped.ok) return stripped;
  if (stripped.value === null) return ok(null);
  const kept = await copyOriginal(new File([stripped.value], name), {
    ask: desktop().ask,
    signal: new AbortController().signal,
    progress: () => {},
  });
  if (!kept.ok) return kept;
  const preview = await store.previews.get(sha);
  if (preview !== null) await store.previews.put(kept.value.sha, preview);
  return ok(kept.value.mime === mime ? kept.value : { ...kept.value, name: renamed(name) });
};

/** `IMG_2041.HEIC` went as a JPEG, and is called one. */
const renamed = (name: string): string => `${name.replace(/\.[a-z0-9]{1,5}$/i, '').slice(0, 296)}.jpg`;
