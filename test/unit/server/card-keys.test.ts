// What of a card's keys a server takes that lost the card: as theirs never more than it can vouch for itself, and the rest as heard.
import { expect, test } from 'vitest';
import { vouchedCard } from '../../../sync-server/sync/card-keys.ts';
import type { KnownPerson } from '../../../sync-server/access/vouching.ts';
import type { AnyRecord } from '../../../domain/records/envelope.ts';
import { aRecord, ANNA } from '../../support/records.ts';

const card = (keys: readonly string[], certified: readonly string[], heard?: readonly string[]): AnyRecord =>
  aRecord({
    type: 'person',
    id: ANNA,
    body: { name: 'Anna', role: 'owner', keys, certified, motto: 'On we go', ...(heard && { heard }) },
  });

const came = (
  after: AnyRecord,
  {
    before = null,
    known = null,
    isOwn = false,
  }: { before?: AnyRecord | null; known?: KnownPerson | null; isOwn?: boolean },
) => vouchedCard({ before, after, known, isOwn });

test('a card that says what its person’s account has brought is taken as it is, to the letter', () => {
  const true_ = card(['k1', 'k2'], ['k1', 'k2']);
  expect(came(true_, { known: { keys: ['k2', 'k1'], role: 'owner' } })).toBe(true_);
  expect(came(true_, { before: true_, known: { keys: [], role: null } })).toBe(true_);
  const plain = aRecord({ type: 'person', id: ANNA, body: { name: 'Anna', role: 'owner' } });
  expect(came(plain, { known: { keys: ['k1'], role: 'owner' } })).toBe(plain);
});

test('of whom the server knows, a key that they did not bring is heard of, neither theirs nor certified, and the rest of the card stays', () => {
  const forged = card(['k1', 'forged'], ['k1', 'forged']);
  const heard = ['forged'];
  expect(came(forged, { known: { keys: ['k1'], role: 'owner' } })).toEqual(card(['k1'], ['k1'], heard));
  // What stood in the store before is believed, too.
  const known = { keys: [], role: null };
  expect(came(forged, { before: card(['k1'], ['k1']), known })).toEqual(card(['k1'], ['k1'], heard));
  expect(came(forged, { before: card(['k1'], []), known })).toEqual(card(['k1'], [], heard));
});

test('what was heard stays heard, whoever says it again, until its person says it', () => {
  const known = { keys: ['k1'], role: 'owner' } as const;
  const before = card(['k1'], ['k1'], ['k2']);
  expect(came(card(['k1', 'k2'], ['k1', 'k2']), { before, known })).toEqual(card(['k1'], ['k1'], ['k2']));
  expect(came(card(['k1'], ['k1']), { before, known })).toEqual(before);
  expect(came(card(['k1', 'k2'], ['k1']), { before, known, isOwn: true })).toEqual(card(['k1', 'k2'], ['k1'], ['k2']));
  const again = card(['k1', 'k2'], ['k1'], ['k2']);
  expect(came(again, { before: again, known })).toBe(again);
});

test('whoever comes with many keys leaves a card that can be read, with all that stood on it', () => {
  const before = card(['k1'], ['k1'], ['k2']);
  const many = card(
    Array.from({ length: 100 }, (_, index) => `forged${index}`),
    [],
  );
  const heard = came(many, { before, known: { keys: ['k1'], role: 'owner' } }).body['heard'];
  expect(heard).toHaveLength(100);
  expect(heard).toContain('k2');
});

test('who is known and not on the space has keys, and none that is certified there', () => {
  expect(came(card(['k1'], ['k1']), { known: { keys: ['k1'], role: null } })).toEqual(card(['k1'], []));
});

test('of whom the server knows nothing, keys stay as what is said, and none is certified', () => {
  expect(came(card(['k1'], ['k1']), {})).toEqual(card(['k1'], []));
});

test('one’s own keys are one’s own to say; certified are those that were brought', () => {
  const own = card(['k1', 'k2'], ['k1', 'k2']);
  expect(came(own, { known: { keys: ['k1'], role: 'family' }, isOwn: true })).toEqual(card(['k1', 'k2'], ['k1']));
});

test('nothing else than a card is touched', () => {
  const other = aRecord({ type: 'step', body: { keys: ['forged'], certified: ['forged'] } });
  expect(came(other, { known: { keys: [], role: null } })).toBe(other);
});

test('[SG5] whoever brings another’s card takes no side from them that the server knows them on', () => {
  const says = (role: string, sides?: readonly string[]): AnyRecord =>
    aRecord({ type: 'person', id: ANNA, body: { name: 'Anna', role, ...(sides && { sides }) } });
  const contractor: KnownPerson = { keys: [], role: 'contractor' };
  expect(came(says('family'), { known: contractor })).toEqual(says('family', ['contractor']));
  expect(came(says('family', ['family', 'family']), { known: contractor })).toEqual(
    says('family', ['family', 'contractor']),
  );
  const both: KnownPerson = { keys: [], role: 'family', otherRoles: ['contractor'] };
  expect(came(says('family'), { known: both })).toEqual(says('family', ['contractor']));
  for (const whole of [says('contractor'), says('viewer', ['contractor']), says('family', ['contractor', 'family'])])
    expect(came(whole, { known: contractor })).toBe(whole);
  // Where one stands or nobody is known it is for others to say, and so is one's own.
  const forged = says('family');
  expect(came(forged, { before: says('contractor'), known: contractor })).toBe(forged);
  expect(came(forged, {})).toBe(forged);
  expect(came(forged, { known: contractor, isOwn: true })).toBe(forged);
});
