// Reads a registry document with all that a cluster's nodes wrote beside it, and makes one version of them before anyone relies on it.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Branched, DocStore, Stored, Value } from '../store/doc-store.ts';
import { mergeVersions, type Withdrawal } from './registry-merge.ts';

export const REGISTRY = 'registry';

type BranchStore = Pick<DocStore, 'branching' | 'getBranched' | 'getRev' | 'write' | 'remove'>;

/** Carries out what an account loses. Must do no harm when repeated. */
export type Withdraw = (withdrawal: Withdrawal) => Promise<void>;

/** How often a document is read again because another node came between. */
const TRIES = 30;
const LONGEST_PAUSE_MS = 10;
/** How long a cluster may take until the nodes know of each other's simultaneous writes: much longer than they need, ms. */
const CONFIRM_MS = 150;

/** The document as all nodes will see it; null when there is none. */
export const readSettled = async (store: BranchStore, id: string, withdraw: Withdraw): Promise<Stored | null> => {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const found = await store.getBranched(REGISTRY, id);
    if (found === null || found.branches.length === 0) return found?.stored ?? null;
    const settled = await settle(store, found, withdraw);
    if (settled !== null) return settled;
    await sleep(Math.min(attempt, LONGEST_PAUSE_MS));
  }
  throw new Error(`registry: too many changes at once to ${id.slice(0, id.indexOf('_'))}`);
};

/** The same after a cluster had time to show who else wrote: for what may be promised to one only, or must hold once answered. */
export const readConfirmed = async (store: BranchStore, id: string, withdraw: Withdraw): Promise<Stored | null> => {
  if (store.branching) await sleep(CONFIRM_MS);
  return readSettled(store, id, withdraw);
};

/** Null when another node was faster: read again. */
const settle = async (
  store: BranchStore,
  { stored, branches }: Branched,
  withdraw: Withdraw,
): Promise<Stored | null> => {
  const others = (await Promise.all(branches.map((rev) => store.getRev(REGISTRY, stored.id, rev)))).filter(
    (other) => other !== null,
  );
  const merged = mergeVersions(
    stored.id,
    [stored, ...others].map(({ value }) => value),
  );
  const written = await writeMerged(store, stored, merged?.value ?? null);
  if (written === null) return null;
  // The versions that lost go last: as long as they are there, a server that was stopped in between does all of this again.
  for (const withdrawal of merged?.withdrawals ?? []) await withdraw(withdrawal);
  for (const other of others) await store.remove(REGISTRY, stored.id, other.rev);
  return written;
};

const writeMerged = async (store: BranchStore, stored: Stored, value: Value | null): Promise<Stored | null> => {
  if (value === null || JSON.stringify(value) === JSON.stringify(stored.value)) return stored;
  const [rev] = await store.write(REGISTRY, [{ id: stored.id, rev: stored.rev, value }]);
  return rev == null ? null : { id: stored.id, rev, value };
};
