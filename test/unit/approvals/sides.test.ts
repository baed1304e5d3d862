// For which side a word counts where its author changed sides: what they signed as a contractor stays the contractor's, on every device.
import { expect, test } from 'vitest';
import { judgeGraph, type Graph } from '../../../domain/approvals/graph.ts';
import { knownKeys } from '../../../domain/approvals/known-keys.ts';
import type { PersonId, SpaceId } from '../../../domain/kernel/ids.ts';
import type { AnyRecord } from '../../../domain/records/envelope.ts';
import type { Side } from '../../../domain/records/approval.ts';
import { recordAs, type RecordOf } from '../../../domain/records/registry.ts';
import { may } from '../../../domain/spaces/may.ts';
import type { Role } from '../../../domain/spaces/roles.ts';
import { aRecord, ANNA, JOURNEY, MILLER } from '../../support/records.ts';
import { aSigner, checked, entryBy, PARTY_SPACE } from '../../support/signed-entries.ts';

const miller = aSigner(MILLER, 'contractor');
const anna = aSigner(ANNA, 'family');
const HOME = 'home_01890000-0000-7000-8000-0000000000dd';

const cardRecord = (
  space: SpaceId,
  role: Role,
  more: { readonly sides?: readonly Side[]; id?: PersonId } = {},
): AnyRecord => {
  const { sides, id = MILLER } = more;
  const keys = [id === MILLER ? miller.device : anna.device];
  return aRecord({
    id,
    by: id,
    createdBy: id,
    space,
    type: 'person',
    journey: space === HOME ? '' : JOURNEY,
    body: { name: 'Someone', role, keys, ...(sides && { sides }) },
  });
};
const card = (...args: Parameters<typeof cardRecord>): RecordOf<'person'> => {
  const typed = recordAs('person', cardRecord(...args));
  if (typed === null) throw new Error('no card');
  return typed;
};

const asContractor = entryBy(miller, { verdict: 'propose', heads: [] });
const asFamily = entryBy({ ...miller, side: 'family' }, { verdict: 'approve', heads: [asContractor.id] });

const judged = (
  cards: readonly RecordOf<'person'>[],
  own: { readonly me: PersonId; readonly keys: readonly string[]; readonly side: Side | null },
): Graph => judgeGraph([asContractor, asFamily].map(checked), knownKeys(cards, own, PARTY_SPACE));

/** Anna's device, Miller's own with both of its sides, and a guest's that holds their cards only. */
const DEVICES = [
  { me: ANNA, keys: [anna.device], side: 'family' },
  { me: MILLER, keys: [miller.device], side: 'family' },
  { me: 'person_01890000-0000-7000-8000-0000000000f1', keys: [], side: 'contractor' },
] as const;

test('what a contractor signed stays the contractor’s when they become family, and what they sign then is the family’s', () => {
  const cards = [
    card(JOURNEY, 'family', { sides: ['contractor', 'family'] }),
    card(PARTY_SPACE, 'family', { sides: ['contractor', 'family'] }),
    card(JOURNEY, 'owner', { id: ANNA }),
  ];
  for (const device of DEVICES) {
    const { entries, findings } = judged(cards, device);
    expect(findings).toEqual([]);
    expect(entries.map(({ body }) => body.side)).toEqual(['contractor', 'family']);
  }
});

test('it is enough that one card on the journey says so: they come one after the other', () => {
  const late = [card(JOURNEY, 'family', { sides: ['contractor', 'family'] }), card(PARTY_SPACE, 'contractor')];
  for (const device of DEVICES) expect(judged(late, device).findings).toEqual([]);
});

test('who was never on the other side speaks for it in vain, and so does a family of another household', () => {
  const wrong = [{ code: 'SideWrong', entry: asFamily.id, by: MILLER }];
  for (const device of DEVICES.filter(({ me }) => me !== MILLER)) {
    expect(judged([card(JOURNEY, 'contractor'), card(PARTY_SPACE, 'contractor')], device).findings).toEqual(wrong);
    expect(judged([card(PARTY_SPACE, 'contractor'), card(HOME, 'owner')], device).findings).toEqual(wrong);
  }
  // Who only looks on speaks for nobody.
  expect(judged([card(JOURNEY, 'viewer')], DEVICES[0]).findings).toHaveLength(2);
});

const answer = (role: Role, before: AnyRecord | null, after: AnyRecord, caller: readonly PersonId[] = [MILLER]) =>
  may({
    role,
    kind: role === 'viewer' ? 'journey' : 'party',
    type: 'person',
    before,
    after: { ...after, by: caller[0] ?? '' },
    removed: false,
    caller,
  });
const refused = (field: string) => ({ ok: false, code: 'NotAllowed', fields: [field] });

test('a card says of no side that its person was on it but of the one that they are on, and leaves none out', () => {
  const was = cardRecord(PARTY_SPACE, 'contractor');
  const both = cardRecord(PARTY_SPACE, 'family', { sides: ['contractor', 'family'] });
  expect(answer('family', was, both)).toEqual({ ok: true });
  // What was signed would count no more.
  expect(answer('family', was, cardRecord(PARTY_SPACE, 'family'))).toEqual(refused('sides'));
  expect(answer('family', both, cardRecord(PARTY_SPACE, 'family'))).toEqual(refused('sides'));
  // A contractor makes no family of themselves, and the family none of a contractor.
  const more = cardRecord(PARTY_SPACE, 'contractor', { sides: ['contractor', 'family'] });
  expect(answer('contractor', was, more)).toEqual(refused('sides'));
  expect(answer('contractor', null, more)).toEqual(refused('sides'));
  expect(answer('family', was, more, [ANNA])).toEqual(refused('sides'));
  expect(answer('family', null, cardRecord(PARTY_SPACE, 'family', { sides: ['contractor'] }))).toEqual(
    refused('sides'),
  );
  // One who goes on as a guest only looks on; what they signed stays.
  const looks = cardRecord(JOURNEY, 'viewer', { sides: ['contractor'] });
  expect(answer('viewer', was, looks)).toEqual({ ok: true });
  expect(answer('viewer', was, cardRecord(JOURNEY, 'viewer'))).toEqual(refused('sides'));
});
