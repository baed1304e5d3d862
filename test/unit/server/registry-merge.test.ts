// What becomes of registry documents that two nodes of a cluster wrote at once: never more access than one of them gave.
import { array, assert, property, record, subarray } from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { mergeVersions } from '../../../sync-server/access/registry-merge.ts';
import type { Value } from '../../../sync-server/store/doc-store.ts';

const account = (more: object): Value => ({
  email: 'olive@example.org',
  name: 'Olive',
  passwordHash: 'hash',
  people: ['person_a'],
  memberships: [],
  joins: [],
  ended: [],
  ...more,
});

const join = (epoch: string, more: object = {}): Value => ({
  journey: 'journey_a',
  role: 'contractor',
  party: 'party_a',
  person: 'person_a',
  epoch,
  ...more,
});

const membership = (epoch: string, more: object = {}): Value => ({
  home: 'home_a',
  role: 'family',
  person: 'person_a',
  epoch,
  ...more,
});

const merged = (id: string, ...versions: readonly Value[]): Value => mergeVersions(id, versions)?.value ?? {};

test('[AC13] a grant that was taken back on one node stays taken back, whatever the other node wrote', () => {
  const revoked = account({ ended: ['one'] });
  const alsoPerson = account({ people: ['person_a', 'person_b'], joins: [join('one')] });
  expect(merged('account_a', alsoPerson, revoked)).toEqual(
    account({ people: ['person_a', 'person_b'], ended: ['one'] }),
  );
});

test('[AC13] grants that both nodes made both stand; of two into the same the narrower one does, and the other has ended', () => {
  const left = account({ memberships: [membership('one')], joins: [join('three', { journey: 'journey_b' })] });
  const right = account({ joins: [join('two', { role: 'viewer', party: null }), join('four')] });
  const { joins, memberships, ended } = merged('account_a', left, right);
  expect(memberships).toEqual([membership('one')]);
  expect(joins).toEqual([join('three', { journey: 'journey_b' }), join('two', { role: 'viewer', party: null })]);
  expect(ended).toEqual(['four']);
});

test('[CL4] a calendar address that was ended on one node is ended; of two that were made at once the later opens', () => {
  const link = { account: 'account_a', journey: 'journey_a', person: 'person_a', epoch: 'one' };
  const [early, late] = [
    { ...link, at: 1, secretHash: 'aaa' },
    { ...link, at: 2, secretHash: 'bbb' },
  ];
  const ended = { ...early, secretHash: null };
  for (const [versions, stands] of [
    [[early, late], late],
    [[late, ended], ended],
  ] as const) {
    expect(merged('calendar_x', ...versions)).toEqual(stands);
    expect(merged('calendar_x', ...versions.toReversed())).toEqual(stands);
  }
});

test('[AC13] an invitation that two took belongs to who was let in already, and the other loses exactly that grant', () => {
  const base = { into: 'journey', home: 'home_a', journey: 'journey_a', role: 'viewer', party: null };
  const first = { ...base, usedBy: 'account_a', epoch: 'bbb', granted: true };
  const second = { ...base, usedBy: 'account_b', epoch: 'aaa', granted: false };
  const one = mergeVersions('invite_x', [second, first]);
  expect(one).toEqual({ value: first, withdrawals: [{ type: 'grant', account: 'account_b', epoch: 'aaa' }] });
  const unused = { ...base, usedBy: null, epoch: null, granted: false };
  expect(mergeVersions('invite_x', [unused, second])).toEqual({ value: second, withdrawals: [] });
});

test('[AC13] a name, a household and a journey go to who came first; the later one loses what it got', () => {
  const claims = [
    { account: 'account_b', at: 1 },
    { account: 'account_a', at: 2 },
  ];
  expect(mergeVersions('person_a', claims)).toEqual({
    value: claims[0],
    withdrawals: [{ type: 'person', account: 'account_a', person: 'person_a' }],
  });
  // Who lost an e-mail keeps the account on the devices that are signed in.
  expect(mergeVersions('email_a', claims)).toEqual({ value: claims[0], withdrawals: [] });
  const households = [
    { owner: 'account_b', at: 2, journeys: ['journey_b'], accounts: ['account_b'] },
    { owner: 'account_a', at: 1, journeys: ['journey_a'], accounts: ['account_a'] },
  ];
  expect(mergeVersions('home_a', households)).toEqual({
    value: { owner: 'account_a', at: 1, journeys: ['journey_a', 'journey_b'], accounts: ['account_a', 'account_b'] },
    withdrawals: [{ type: 'ownership', account: 'account_b', home: 'home_a' }],
  });
  const journeys = [
    { home: 'home_b', at: 2, partySpaces: ['party_b'], accounts: ['account_b'] },
    { home: 'home_a', at: 1, partySpaces: [], accounts: ['account_a'] },
  ];
  expect(merged('journey_a', ...journeys)).toEqual(journeys[1]);
});

const grants = z.array(z.record(z.string(), z.unknown()));
const names = z.array(z.string());
const epochs = ['a', 'b', 'c', 'd', 'e'];
const anyAccount = record({
  people: subarray(['person_a', 'person_b', 'person_c']),
  memberships: subarray(epochs).map((list) => list.map((epoch) => membership(epoch, { home: `home_${epoch}` }))),
  joins: subarray(['v', 'w', 'x', 'y']).map((list) =>
    list.map((epoch) => join(epoch, { role: epoch < 'x' ? 'viewer' : 'contractor' })),
  ),
  ended: subarray([...epochs, 'v', 'w']),
}).map(account);

test('[AC13] merging accounts is the same in any order and when repeated, and gives no grant that has ended or was in none', () => {
  assert(
    property(array(anyAccount, { minLength: 2, maxLength: 4 }), (versions) => {
      const one = merged('account_a', ...versions);
      expect(merged('account_a', ...versions.toReversed())).toEqual(one);
      expect(merged('account_a', one, ...versions)).toEqual(one);
      const grantsOf = (value: Value) => grants.parse([value['memberships'], value['joins']].flat());
      const before = new Set(versions.flatMap(grantsOf).map((grant) => JSON.stringify(grant)));
      const ended = new Set(versions.flatMap(({ ended: list }) => names.parse(list)));
      for (const grant of grantsOf(one)) {
        expect(before.has(JSON.stringify(grant))).toBe(true);
        expect(ended.has(String(grant['epoch']))).toBe(false);
      }
    }),
    { numRuns: 300 },
  );
});
