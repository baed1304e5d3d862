// Takes chosen work in, one piece after the other: the original first, then the command, as this person's own deed.
import { err, ok, type Result } from '../../../domain/kernel/result.ts';
import { recordAs } from '../../../domain/records/registry.ts';
import type { Failure } from '../../../protocol/failures.ts';
import type { Bridge } from '../../../protocol/ipc/channels.ts';
import type { Store } from '../../data/store.ts';
import { copyOriginal } from '../../media/copy-original.ts';
import { originalOf, type Handed } from './take-in.ts';
import { runRetry, type Retry } from './retry.ts';
import type { Work } from './work-file.ts';

export interface TakeInPorts {
  readonly store: Pick<Store, 'run'>;
  readonly ask: Bridge['ask'];
  readonly preview: (original: { readonly sha: string; readonly mime: string }) => Promise<void>;
}

/** A file whose bytes are not what its record names is refused: `FileDamaged`. */
export const takeIn = async (
  ports: TakeInPorts,
  { record, retry, fileBySha }: Pick<Handed, 'record'> & Pick<Work, 'fileBySha'> & { readonly retry: Retry },
): Promise<Result<unknown, Failure>> => {
  const sha = originalOf(record);
  const file = sha === null ? undefined : fileBySha.get(sha);
  const brought = sha === null || file === undefined ? ok(null) : await bringIn(ports, { sha, file });
  if (!brought.ok) return brought;
  if (sha !== null) {
    const mime = (recordAs('photo', record) ?? recordAs('document', record))?.body.mime ?? '';
    await ports.preview({ sha, mime }).catch(() => undefined);
  }
  return runRetry(ports.store.run, retry);
};

const bringIn = async (
  { ask }: TakeInPorts,
  { sha, file }: { readonly sha: string; readonly file: File },
): Promise<Result<unknown, Failure>> => {
  if ((await ask('blob.has', { shas: [sha] })).have.includes(sha)) return ok(null);
  const copied = await copyOriginal(file, { ask, signal: new AbortController().signal, progress: () => {} });
  if (!copied.ok || copied.value.sha === sha) return copied;
  await ask('blob.remove', { shas: [copied.value.sha] });
  return err({ type: 'FileDamaged' });
};
