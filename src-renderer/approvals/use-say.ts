// The component's way to say something signed. There is no Undo for it: another word is said instead.
import { useCallback, useContext } from 'react';
import type { JourneyApprovals } from '../../domain/approvals/journey-approvals.ts';
import type { AnyRecord } from '../../domain/records/envelope.ts';
import type { Verdict } from '../../domain/records/approval.ts';
import { DeedListenerContext, useStore } from '../data/hooks.ts';
import { desktop } from '../ports/desktop.ts';
import { say } from './say.ts';

export type Say = (record: AnyRecord, verdict: Verdict, reason?: string) => Promise<boolean>;

/** Answers whether it was written; a failure has been shown by then. */
export const useSay = (approvals: Pick<JourneyApprovals, 'graphBySpace'> | undefined): Say => {
  const store = useStore();
  const { failed } = useContext(DeedListenerContext);
  return useCallback(
    async (record, verdict, reason = '') => {
      const heads = approvals?.graphBySpace.get(record.space)?.heads ?? [];
      const said = await say(
        store,
        { record, verdict, reason: reason.trim(), heads },
        { ask: desktop().ask, now: Date.now },
      );
      if (!said.ok) failed(said.error);
      return said.ok;
    },
    [store, failed, approvals],
  );
};
