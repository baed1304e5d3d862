// What a file of someone's work offers to this person: read, compared with what stands here, and taken in piece by piece.
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { Failure } from '../../../protocol/failures.ts';
import type { OpenStore } from '../../data/open-store.ts';
import { keepPreviewOf } from '../../media/keep-preview.ts';
import { desktop } from '../../ports/desktop.ts';
import { useSession } from '../../sync/context.ts';
import { inTheNameOf, offerOf, originalOf, writeOf, type Offer } from './take-in.ts';
import { takeIn } from './take-in-run.ts';
import type { TrayWork } from './tray-work.ts';
import { unpackWork, type Work } from './work-file.ts';

/** Setting: writes that were taken in from a file, so that it offers them once. */
const TAKEN = 'takenIn';
const MOST_TAKEN = 5_000;

export interface Piece {
  readonly id: string;
  readonly work: Pick<TrayWork, 'record' | 'reason' | 'fields'>;
  readonly offer: Offer;
}

export interface OpenedWork {
  readonly from: Work['from'];
  readonly madeAt: number;
  readonly pieces: readonly Piece[];
  readonly fileBySha: Work['fileBySha'];
}

interface TakeInHold {
  readonly opened: OpenedWork | null;
  readonly failure: Failure | null;
  readonly open: (file: File) => Promise<void>;
  /** Answers how many were taken in, and why the first that was not was not. */
  readonly take: (ids: ReadonlySet<string>) => Promise<{ readonly taken: number; readonly failure: Failure | null }>;
  readonly close: () => void;
}

export const useTakeIn = (): TakeInHold => {
  const { t } = useTranslation('sync');
  const { store, client } = useSession();
  const [opened, setOpened] = useState<OpenedWork | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);

  const open = useCallback(
    async (file: File): Promise<void> => {
      const read = await unpackWork(file);
      setFailure(read.ok ? null : read.error);
      if (!read.ok) return;
      const { from, madeAt, work, fileBySha } = read.value;
      const pieces = await piecesOf(store, { work, fileBySha, mayWrite: client.access.mayWrite });
      setOpened({ from, madeAt, pieces, fileBySha });
    },
    [store, client],
  );

  const take: TakeInHold['take'] = async (ids) => {
    if (opened === null) return { taken: 0, failure: null };
    const { fileBySha, from } = opened;
    let taken = 0;
    let problem: Failure | null = null;
    for (const { id, work, offer } of opened.pieces) {
      if (!ids.has(id) || offer.retry === null) continue;
      const retry = inTheNameOf(offer.retry, (text) => t('takeIn.said', { name: from.name, text }));
      const preview = (original: Parameters<typeof keepPreviewOf>[1]): Promise<void> => keepPreviewOf(store, original);
      const result = await takeIn({ store, ask: desktop().ask, preview }, { record: work.record, retry, fileBySha });
      if (result.ok) {
        taken += 1;
        await store.settings.set(TAKEN, [...takenOf(store), id].slice(-MOST_TAKEN));
      } else problem ??= result.error;
    }
    return { taken, failure: problem };
  };

  const close = useCallback(() => {
    setOpened(null);
    setFailure(null);
  }, []);
  return { opened, failure, open, take, close };
};

const takenOf = (store: OpenStore): readonly string[] => z.array(z.string()).catch([]).parse(store.settings.get(TAKEN));

const piecesOf = async (
  store: OpenStore,
  { work, fileBySha, mayWrite }: Pick<Work, 'work' | 'fileBySha'> & { readonly mayWrite: (space: string) => boolean },
): Promise<readonly Piece[]> => {
  const taken = new Set(takenOf(store));
  const shas = work.flatMap(({ record }) => originalOf(record) ?? []);
  const here = new Set((await desktop().ask('blob.has', { shas })).have);
  const pieces: Piece[] = [];
  for (const each of work) {
    const { record, fields } = each;
    const sha = originalOf(record);
    const offer = offerOf(
      { record, fields },
      {
        standing: await store.get(record.key),
        mayWrite: mayWrite(record.space),
        hasOriginal: sha !== null && (here.has(sha) || fileBySha.has(sha)),
        takenBefore: taken.has(writeOf(record)),
      },
    );
    pieces.push({ id: writeOf(record), work: each, offer });
  }
  return pieces;
};
