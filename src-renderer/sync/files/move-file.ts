// Moves one file: a preview by the page itself, an original by main, which streams it from the disk.
import { err, ok, type Result } from '../../../domain/kernel/result.ts';
import type { Failure, FailureCode } from '../../../protocol/failures.ts';
import type { Access } from '../access/access.ts';
import type { KnownOriginals } from './known-originals.ts';
import type { Transfer } from './transfer-plan.ts';
import type { TransferOptions } from './transfers.ts';

/** Whom one talks to, and what is known of where things lie. */
export interface MoveTarget {
  readonly access: Pick<Access, 'holds' | 'mayWrite' | 'mayBringFiles'>;
  readonly known: KnownOriginals;
}

export interface Move {
  /** Null when it was moved, else why not. */
  readonly move: (transfer: Transfer, target: MoveTarget) => Promise<FailureCode | null>;
  /** An original is here now: it gets a preview if it has none. */
  readonly arrived: (transfer: Transfer, known: KnownOriginals) => Promise<void>;
}

export const createMove = ({ store, ask, wire, preview }: Omit<TransferOptions, 'waiting'>): Move => {
  const movePreview = async ({ direction, space, of, sha, bytes }: Transfer): Promise<Result<null, Failure>> => {
    const place = { space, sha, bytes };
    if (direction === 'down') {
      const got = await wire.fetch(place);
      if (!got.ok) return got;
      await store.previews.put(of, got.value);
      return ok(null);
    }
    const kept = await store.previews.get(of);
    const sent = kept === null ? err({ type: 'BlobMissing' } as const) : await wire.send(place, kept);
    // Another picture of the same original is kept here: whoever made the named one sends it.
    return !sent.ok && sent.error.type === 'BlobMissing' ? ok(null) : sent;
  };

  const moveOriginal = (
    { direction, space, sha }: Transfer,
    { access, known }: MoveTarget,
  ): Promise<Result<null, Failure>> =>
    direction === 'down'
      ? ask('blob.download', { space, sha })
      : ask('blob.upload', { space, sha, from: known.alsoIn(sha, access.holds) });

  const arrived: Move['arrived'] = async (transfer, known) => {
    await known.moved(transfer);
    await preview(transfer.of, transfer.mime).catch(() => undefined);
    await known.previewMade(transfer.of);
  };

  return {
    move: async (transfer, target) => {
      const { what, direction, sha } = transfer;
      const done = what === 'preview' ? await movePreview(transfer) : await moveOriginal(transfer, target);
      if (!done.ok) {
        if (what === 'original' && direction === 'up' && done.error.type === 'BlobMissing') target.known.gone(sha);
        return done.error.type;
      }
      if (what === 'original' && direction === 'down') await arrived(transfer, target.known);
      else await target.known.moved(transfer);
      return null;
    },
    arrived,
  };
};
