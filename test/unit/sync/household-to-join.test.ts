// A device that signs in to an account with a household has to join that one before it may claim one of its own.
import { expect, test } from 'vitest';
import { householdToJoin } from '../../../src-renderer/sync/access/household-to-join.ts';

const account = (...homes: readonly string[]) => ({
  account: 'account_1',
  name: 'Anna',
  email: 'anna@example.org',
  people: ['person_a'],
  households: homes.map((home) => ({ home, role: 'owner' as const })),
});
const nothing = { granted: () => [], hasLeft: () => false };

test('a new device of an account with a household has it to join, the latest of several', () => {
  expect(householdToJoin(account('home_a'), 'home_new', nothing)).toBe('home_a');
  expect(householdToJoin(account('home_a', 'home_b'), 'home_new', nothing)).toBe('home_b');
});

test('nobody signed in, an account of no household, and a device that is in one have nothing to join', () => {
  expect(householdToJoin(null, 'home_new', nothing)).toBe(null);
  expect(householdToJoin(account(), 'home_new', nothing)).toBe(null);
  expect(householdToJoin(account('home_a', 'home_b'), 'home_a', nothing)).toBe(null);
});

test('a household that was granted here and forgotten by the server, or was left, is no new one', () => {
  const granted = { space: 'home_mine', role: 'owner' as const, epoch: 'e1' };
  expect(householdToJoin(account('home_a'), 'home_mine', { ...nothing, granted: () => [granted] })).toBe(null);
  expect(householdToJoin(account('home_a'), 'home_mine', { ...nothing, hasLeft: () => true })).toBe(null);
});
