// The one moment that no real race hits reliably: access ends after a page was read and before it is sent.
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { GrantedSpace } from '../../../protocol/sync/hello.ts';
import type { StreamEvent } from '../../../protocol/sync/stream.ts';
import type { Access } from '../../../sync-server/access/access.ts';
import type { Account } from '../../../sync-server/access/registry.ts';
import { createPull } from '../../../sync-server/sync/pull.ts';
import { createStream } from '../../../sync-server/sync/stream.ts';
import { newRecord } from './records.ts';

const account: Account = {
  id: 'account_a',
  email: '',
  name: '',
  passwordHash: '',
  people: [],
  memberships: [],
  joins: [],
  ended: [],
};

const accessTo = (grants: readonly GrantedSpace[]): Access => ({
  account,
  people: [],
  grants,
  roleIn: () => null,
  isOn: () => false,
  endedEpochs: new Set(),
  readFrom: new Set(),
});

test('[PU4] a page read just before access ended is not answered', async () => {
  const [kept, lost] = [`journey_${randomUUID()}`, `journey_${randomUUID()}`];
  const writer = { person: `person_${randomUUID()}`, mint: () => '000000001.0000.aaaaaaaa' };
  const grantOf = (space: string): GrantedSpace => ({ space, epoch: 'e1', role: 'viewer' });
  let grants = [grantOf(kept), grantOf(lost)];
  const pull = createPull(
    async (space) => {
      grants = [grantOf(kept)];
      return { records: [newRecord(writer, space, 'step')], last: '1', read: 1 };
    },
    { of: async () => accessTo(grants) },
  );
  const answer = await pull(accessTo(grants), {}, 10);
  expect(answer.records.map(({ space }) => space)).toEqual([kept]);
  expect(answer.cursors).toEqual({ [`${kept}@e1`]: '1' });
});

test('[ST3] a page read just before access ended is not sent', async () => {
  const space = `journey_${randomUUID()}`;
  const record = newRecord({ person: `person_${randomUUID()}`, mint: () => '000000001.0000.aaaaaaaa' }, space, 'step');
  const grant: GrantedSpace = { space, epoch: 'e1', role: 'viewer' };
  let grants: readonly GrantedSpace[] = [grant];
  const heard: StreamEvent[] = [];
  const ending = new AbortController();
  const stream = createStream({
    store: { lastSeq: async () => '0' },
    registry: { sessions: { get: async (id) => ({ id, account: account.id, device: '', createdAt: 0 }) } },
    accessReader: { of: async () => accessTo(grants) },
    feed: async () => {
      // Read while it was allowed; taken back before anything is sent.
      grants = [];
      return { records: [record], last: '1', read: 1 };
    },
    watch: { follow: () => () => {} },
    registryWatch: { follow: () => () => {} },
    now: () => 0,
    heartbeatMs: 1_000,
  });
  await stream({
    account: account.id,
    session: 'session_s',
    cursors: { [`${space}@e1`]: '0' },
    signal: ending.signal,
    send: async (event) => {
      heard.push(event);
      if (event.kind === 'revoked' || event.kind === 'changes') ending.abort();
    },
  });
  expect(heard.map(({ kind }) => kind)).toEqual(['alive', 'revoked']);
});
