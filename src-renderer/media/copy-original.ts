// Streams a file to Electron main in pieces; main hashes it, looks at its content and keeps it under its hash.
import { err, type Result } from '../../domain/kernel/result.ts';
import type { Failure } from '../../protocol/failures.ts';
import type { Bridge, ChannelReply } from '../../protocol/ipc/channels.ts';

const CHUNK = 1024 * 1024;
export const MAX_FILE_BYTES = 200 * 1024 * 1024;

type Imported = Extract<ChannelReply<'blob.finish'>, { ok: true }>['value'];

/** Answers sha, size and the kind that main saw in the content. `progress` is told how many bytes went over. */
export const copyOriginal = async (
  file: File,
  {
    ask,
    signal,
    progress,
  }: { readonly ask: Bridge['ask']; readonly signal: AbortSignal; readonly progress: (bytes: number) => void },
): Promise<Result<Imported, Failure>> => {
  if (file.size === 0) return err({ type: 'FileEmpty' });
  if (file.size > MAX_FILE_BYTES) return err({ type: 'FileTooLarge' });
  const begun = await ask('blob.begin', { name: file.name.slice(0, 300), bytes: file.size });
  if (!begun.ok) return begun;
  const { id } = begun.value;
  const giveUp = async (failure: Failure): Promise<Result<Imported, Failure>> => {
    await ask('blob.cancel', { id });
    return err(failure);
  };
  for (let at = 0; at < file.size; at += CHUNK) {
    if (signal.aborted) return giveUp({ type: 'ImportCancelled' });
    // A file on a stick that was pulled out, or one that was deleted meanwhile, can no longer be read.
    const piece = await file
      .slice(at, at + CHUNK)
      .arrayBuffer()
      .catch(() => null);
    if (piece === null) return giveUp({ type: 'FileOutOfReach' });
    const appended = await ask('blob.append', { id, chunk: new Uint8Array(piece) });
    if (!appended.ok) return giveUp(appended.error);
    progress(Math.min(at + CHUNK, file.size));
  }
  if (signal.aborted) return giveUp({ type: 'ImportCancelled' });
  return ask('blob.finish', { id });
};
