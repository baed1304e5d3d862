// Makes records and rows for tests that write below the commands, as the sync client does.
import { randomUUID } from 'node:crypto';
import type { CommitRow } from '../../domain/commands/deed.ts';
import { keyOf } from '../../domain/kernel/ids.ts';
import type { AnyRecord } from '../../domain/records/envelope.ts';
import type { OpenStore } from '../../src-renderer/data/open-store.ts';

export const aJourneyId = (): string => `journey_${randomUUID()}`;

/** A comment unless told otherwise; stamped by the store it is meant for. */
export const aRecord = (store: OpenStore, given: Partial<AnyRecord> & { readonly space: string }): AnyRecord => {
  const type = given.type ?? 'comment';
  const id = given.id ?? `${type}_${randomUUID()}`;
  return {
    id,
    key: keyOf(given.space, id),
    type,
    journey: given.space.startsWith('journey_') ? given.space : '',
    parent: '',
    v: 1,
    stamp: store.mint(),
    by: store.me,
    createdAt: 1_700_000_000_000,
    createdBy: store.me,
    trashedAt: 0,
    past: {},
    body: { text: 'hello' },
    ...given,
  };
};

export const made = (after: AnyRecord): CommitRow => ({ before: null, after, removed: false });

/** The same record with another body, as the next write. */
export const changed = (store: OpenStore, before: AnyRecord, to: Partial<AnyRecord>): CommitRow => ({
  before,
  after: { ...before, ...to, stamp: store.mint() },
  removed: false,
});

export const removed = (store: OpenStore, before: AnyRecord): CommitRow => ({
  before,
  after: { ...before, body: {}, past: {}, stamp: store.mint() },
  removed: true,
});
