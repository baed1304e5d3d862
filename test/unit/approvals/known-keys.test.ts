// Whose a key is, as every device that reads a space says alike; and what is said with one that only others name.
import { expect, test } from 'vitest';
import { judgeGraph } from '../../../domain/approvals/graph.ts';
import { knownKeys, type OwnKeys } from '../../../domain/approvals/known-keys.ts';
import { recordAs, type RecordOf } from '../../../domain/records/registry.ts';
import { ANNA, aRecord, JOURNEY, MILLER, PRIVATE } from '../../support/records.ts';
import { aSigner, checked, entryBy, PARTY_SPACE } from '../../support/signed-entries.ts';

const HOME = 'home_01890000-0000-7000-8000-000000000009';
const K = aSigner(ANNA, 'family').device;
const L = aSigner(ANNA, 'family').device;

const cards = (...said: readonly (readonly [string, Readonly<Record<string, readonly string[]>>])[]) =>
  said.flatMap(([space, lists]): RecordOf<'person'>[] => {
    const body = { name: 'Anna', role: 'owner', ...lists };
    return [recordAs('person', aRecord({ id: ANNA, space, type: 'person', body }))].filter((card) => card !== null);
  });

const stranger: OwnKeys = { me: MILLER, keys: [], side: null };
const of = (space: string, held: readonly RecordOf<'person'>[], own = stranger) =>
  knownKeys(held, own, space).of(ANNA, K);

test('certified goes before claimed, and claimed before what only others say', () => {
  expect(of(JOURNEY, cards([JOURNEY, { heard: [K] }]))).toBe('heard');
  expect(of(JOURNEY, cards([JOURNEY, { keys: [K], heard: [K] }]))).toBe('claimed');
  expect(of(PARTY_SPACE, cards([JOURNEY, { heard: [K] }], [PARTY_SPACE, { keys: [K] }]))).toBe('claimed');
  expect(of(PARTY_SPACE, cards([PARTY_SPACE, { keys: [K] }], [JOURNEY, { keys: [K], certified: [K] }]))).toBe(
    'certified',
  );
  expect(of(JOURNEY, cards([JOURNEY, { keys: [L] }]))).toBe(null);
});

test('only what every reader of the space holds says it: a card at home says nothing of what a contractor reads too', () => {
  const atHome = cards([HOME, { keys: [K], certified: [K] }]);
  for (const space of [JOURNEY, PARTY_SPACE]) {
    expect(of(space, atHome)).toBe(null);
    expect(of(space, [...atHome, ...cards([JOURNEY, { heard: [K] }])])).toBe('heard');
  }
  expect(of(JOURNEY, cards([PARTY_SPACE, { keys: [K] }]))).toBe(null);
  for (const space of [PRIVATE, HOME]) expect(of(space, atHome)).toBe('certified');
  expect(of(PRIVATE, [...atHome, ...cards([JOURNEY, { heard: [K] }])])).toBe('heard');
});

test('one’s own keys are one’s own, whatever the cards say', () => {
  expect(of(JOURNEY, cards([JOURNEY, { heard: [K] }]), { ...stranger, me: ANNA, keys: [K] })).toBe('claimed');
});

test('a word by a key that only others say is shown and counts for nothing; what was said over it is whole', () => {
  const [anna, miller] = [aSigner(ANNA, 'family'), aSigner(MILLER, 'contractor')];
  const first = entryBy(miller, { verdict: 'approve', heads: [] });
  const second = entryBy(anna, { verdict: 'approve', heads: [first.id] });
  const graph = judgeGraph([first, second].map(checked), {
    of: (person) => (person === MILLER ? 'heard' : 'certified'),
    sidesOf: (person) => new Set([person === MILLER ? 'contractor' : 'family']),
  });
  expect(graph.findings).toEqual([]);
  expect(graph.entries).toMatchObject([{ id: second.id, counts: true }]);
  expect(graph.heard).toMatchObject([{ id: first.id, counts: false, certified: false }]);
  expect(graph.heads).toEqual([second.id]);
});
