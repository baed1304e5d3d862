// The component's way to say something signed. There is no Undo for it: another word is said instead.
import { useContext, useMemo } from 'react';
import type { JourneyApprovals } from '../../domain/approvals/journey-approvals.ts';
import { owedWord } from '../../domain/approvals/owed-word.ts';
import { sideOfRole } from '../../domain/spaces/sides.ts';
import type { AnyRecord } from '../../domain/records/envelope.ts';
import type { Verdict } from '../../domain/records/approval.ts';
import { recordAs } from '../../domain/records/registry.ts';
import { DeedListenerContext, useStore, type DeedListener } from '../data/hooks.ts';
import { createOnce } from '../data/press-once.ts';
import type { Store } from '../data/store.ts';
import { desktop } from '../ports/desktop.ts';
import { say } from './say.ts';
import type { SayOwed } from './sign-awards.ts';
import { readApprovals } from './use-approvals.ts';

export type Say = (record: AnyRecord, verdict: Verdict, reason?: string) => Promise<boolean>;

/** Answers whether it was written; a failure has been shown by then. It is said over all that this device holds by now. */
export const useSay = (): Say => {
  const store = useStore();
  const { failed } = useContext(DeedListenerContext);
  return useMemo(() => createSay(store, failed), [store, failed]);
};

export const createSay = (store: Store, failed: DeedListener['failed']): Say => {
  const once = createOnce<boolean>();
  return (record, verdict, reason = '') =>
    once([record.key, record.stamp, verdict, reason], () =>
      inTurn(store, async () => {
        const approvals = await readApprovals(store, record.journey);
        return sayOver(store, { record, verdict, reason: reason.trim(), approvals, failed });
      }),
    );
};

/** As things stand when its turn comes, so that what is signed is how it ended. */
export const createSayOwed =
  (store: Store, failed: DeedListener['failed']): SayOwed =>
  (key) =>
    inTurn(store, async () => {
      const award = recordAs('award', (await store.get(key)) ?? undefined);
      if (award === null || sideOfRole(store.roleIn(award.space)) !== 'family') return;
      const approvals = await readApprovals(store, award.journey);
      const verdict = owedWord(award, approvals.awardByKey.get(key));
      // Somebody's word on it may count once their card is here: then a person says what holds.
      if (verdict === null || approvals.unsure.has(key)) return;
      await sayOver(store, { record: award, verdict, reason: '', approvals, failed });
    });

interface Over {
  readonly record: AnyRecord;
  readonly verdict: Verdict;
  readonly reason: string;
  readonly approvals: JourneyApprovals;
  readonly failed: DeedListener['failed'];
}

const sayOver = async (store: Store, { record, verdict, reason, approvals, failed }: Over): Promise<boolean> => {
  const graph = approvals.graphBySpace.get(record.space) ?? NOTHING_SAID;
  const saying = { record, verdict, reason, graph };
  const said = await say(store, saying, { ask: desktop().ask, now: Date.now });
  if (!said.ok) failed(said.error);
  return said.ok;
};

const NOTHING_SAID = { heads: [], entries: [] };

const lastByStore = new WeakMap<Store, Promise<unknown>>();

/** One word after the other: each has seen the one before it, and none is given twice. */
const inTurn = <T>(store: Store, work: () => Promise<T>): Promise<T> => {
  const next = (lastByStore.get(store) ?? Promise.resolve()).then(work);
  lastByStore.set(
    store,
    next.catch(() => {}),
  );
  return next;
};
