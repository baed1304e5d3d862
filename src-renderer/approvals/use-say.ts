// The component's way to say something signed. There is no Undo for it: another word is said instead.
import { useContext, useMemo } from 'react';
import type { AnyRecord } from '../../domain/records/envelope.ts';
import type { Verdict } from '../../domain/records/approval.ts';
import { DeedListenerContext, useStore, type DeedListener } from '../data/hooks.ts';
import type { Store } from '../data/store.ts';
import { desktop } from '../ports/desktop.ts';
import { say } from './say.ts';
import { readApprovals } from './use-approvals.ts';

export type Say = (record: AnyRecord, verdict: Verdict, reason?: string) => Promise<boolean>;

/** Answers whether it was written; a failure has been shown by then. It is said over all that this device holds by now. */
export const useSay = (): Say => {
  const store = useStore();
  const { failed } = useContext(DeedListenerContext);
  return useMemo(() => createSay(store, failed), [store, failed]);
};

export const createSay =
  (store: Store, failed: DeedListener['failed']): Say =>
  async (record, verdict, reason = '') => {
    const { graphBySpace } = await readApprovals(store, record.journey);
    const heads = graphBySpace.get(record.space)?.heads ?? [];
    const saying = { record, verdict, reason: reason.trim(), heads };
    const said = await say(store, saying, { ask: desktop().ask, now: Date.now });
    if (!said.ok) failed(said.error);
    return said.ok;
  };
