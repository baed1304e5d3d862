// Where a change order stands: two people approve, decline and edit amounts concurrently and offline, and no clock decides.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { ownProposal } from '../../../domain/approvals/own-proposal.ts';
import { changeStanding, type Standing } from '../../../domain/approvals/standing.ts';
import type { AnyRecord } from '../../../domain/records/envelope.ts';
import type { Verdict } from '../../../domain/records/approval.ts';
import { aRecord, ANNA, BEN, MILLER, PRIVATE } from '../../support/records.ts';
import {
  aSigner,
  CHANGE,
  CONTENT,
  entryBy,
  graphOf,
  PARTY_SPACE,
  type Signer,
  type ToSay,
} from '../../support/signed-entries.ts';

const anna = aSigner(ANNA, 'family');
const ben = aSigner(BEN, 'family');
const miller = aSigner(MILLER, 'contractor');
const SIGNERS = [anna, ben, miller];
const OTHER = 'd'.repeat(64);
const order = aRecord({ space: PARTY_SPACE, id: CHANGE.slice(CHANGE.indexOf('|') + 1), type: 'change' });

const standing = (entries: readonly AnyRecord[], content = CONTENT, record = order): Standing =>
  changeStanding({ record, entries: graphOf(entries, SIGNERS).entries, content });

const proposed = entryBy(miller, { verdict: 'propose', heads: [] });
const after = [proposed.id];
const approvedByAnna = entryBy(anna, { verdict: 'approve', heads: after });

test('proposed, it waits for the other side; approved by both, it stands', () => {
  expect(standing([])).toMatchObject({ state: 'draft', waitingFor: ['family', 'contractor'] });
  expect(standing([proposed])).toMatchObject({ state: 'proposed', waitingFor: ['family'] });
  expect(standing([proposed, approvedByAnna])).toMatchObject({ state: 'approved', why: null, waitingFor: [] });
});

const own = { ...order, space: PRIVATE, key: `${PRIVATE}|${order.id}` };
const privately = (who: Signer, said: Omit<ToSay, 'about' | 'space'>): AnyRecord =>
  entryBy(who, { ...said, about: own.key, space: PRIVATE });

test('in a space that only the family reads, it stands once one of it approved what was proposed, and never by being proposed', () => {
  const asked = privately(anna, { verdict: 'propose', heads: [] });
  expect(standing([asked], CONTENT, own)).toMatchObject({ state: 'proposed', waitingFor: ['family'] });
  const alsoAsked = privately(ben, { verdict: 'propose', heads: [] });
  expect(standing([asked, alsoAsked], CONTENT, own)).toMatchObject({ state: 'proposed', waitingFor: ['family'] });
  for (const who of [anna, ben]) {
    const yes = privately(who, { verdict: 'approve', heads: [asked.id] });
    expect(standing([asked, yes], CONTENT, own)).toMatchObject({ state: 'approved', waitingFor: [] });
    // Proposed once more as it stands, and by one who did not know that it was approved, it is still approved.
    const again = privately(anna, { verdict: 'propose', heads: [yes.id], reason: 'again' });
    expect(standing([asked, yes, again], CONTENT, own)).toMatchObject({ state: 'approved' });
    expect(standing([asked, alsoAsked, yes], CONTENT, own)).toMatchObject({ state: 'approved' });
    // Changed, it was proposed and nothing else; taken back, what was approved before is over.
    const other = privately(anna, { verdict: 'propose', heads: [yes.id], content: OTHER });
    expect(standing([asked, yes, other], OTHER, own)).toMatchObject({ state: 'proposed', waitingFor: ['family'] });
    const back = privately(ben, { verdict: 'withdraw', heads: [yes.id] });
    expect(standing([asked, yes, back], CONTENT, own)).toMatchObject({ state: 'withdrawn' });
    const anew = privately(anna, { verdict: 'propose', heads: [back.id] });
    expect(standing([asked, yes, back, anew], CONTENT, own)).toMatchObject({ state: 'proposed' });
  }
});

test('an award is the family’s own deed: signed by whoever accepts the quote it stands', () => {
  const award = { ...order, type: 'award' };
  const signed = entryBy(anna, { verdict: 'award', heads: [] });
  expect(standing([signed], CONTENT, award)).toMatchObject({ state: 'approved' });
});

test('who proposed it is asked to approve it where they are alone; else it is another’s to approve', () => {
  const asked = standing([privately(anna, { verdict: 'propose', heads: [] })], CONTENT, own);
  const whose = (me: readonly string[], family: readonly string[], at = asked, record = own): unknown =>
    ownProposal(record, at, { own: new Set(me), family: new Set(family) });
  expect(whose([ANNA], [ANNA])).toBe('alone');
  expect(whose([ANNA], [])).toBe('alone');
  // Her laptop is she herself.
  expect(whose([ANNA, MILLER], [ANNA, MILLER])).toBe('alone');
  expect(whose([ANNA], [ANNA, BEN])).toBe('others');
  expect(whose([BEN], [ANNA, BEN])).toBeNull();
  const both = [anna, ben].map((who) => privately(who, { verdict: 'propose', heads: [] }));
  expect(whose([ANNA], [ANNA, BEN], standing(both, CONTENT, own))).toBeNull();
  expect(whose([MILLER], [ANNA], standing([proposed]), order)).toBeNull();
});

test('an amount that is edited afterwards is approved by nobody', () => {
  expect(standing([proposed, approvedByAnna], OTHER)).toMatchObject({
    state: 'needsYou',
    why: 'edited',
    waitingFor: ['family', 'contractor'],
  });
  const anew = entryBy(miller, { verdict: 'propose', heads: [approvedByAnna.id], content: OTHER });
  expect(standing([proposed, approvedByAnna, anew], OTHER)).toMatchObject({
    state: 'needsYou',
    waitingFor: ['family'],
  });
  const again = entryBy(anna, { verdict: 'approve', heads: [anew.id], content: OTHER });
  expect(standing([proposed, approvedByAnna, anew, again], OTHER)).toMatchObject({ state: 'approved' });
});

test('declined after it was read it is declined; proposed again it waits again', () => {
  const no = entryBy(anna, { verdict: 'decline', heads: after, reason: 'Too dear' });
  expect(standing([proposed, no])).toMatchObject({ state: 'declined' });
  const anew = entryBy(miller, { verdict: 'propose', heads: [no.id], content: OTHER });
  expect(standing([proposed, no, anew], OTHER)).toMatchObject({ state: 'proposed', waitingFor: ['family'] });
  const withdrawn = entryBy(miller, { verdict: 'withdraw', heads: after });
  expect(standing([proposed, withdrawn])).toMatchObject({ state: 'withdrawn' });
});

test('one side that says two things apart needs a person, with both their words, and one word over both settles it', () => {
  const no = entryBy(ben, { verdict: 'decline', heads: after, reason: 'We agreed on the old tiles' });
  const split = standing([proposed, approvedByAnna, no]);
  expect(split).toMatchObject({ state: 'needsYou', why: 'split' });
  expect(new Set(split.words.map(({ by, body }) => `${by} ${body.verdict}`))).toEqual(
    new Set([`${MILLER} propose`, `${ANNA} approve`, `${BEN} decline`]),
  );
  const settled = entryBy(ben, { verdict: 'approve', heads: [approvedByAnna.id, no.id] });
  expect(standing([proposed, approvedByAnna, no, settled])).toMatchObject({ state: 'approved' });
});

test('approved while it was withdrawn elsewhere needs a person; withdrawn after it was agreed needs one too', () => {
  const unaware = entryBy(miller, { verdict: 'withdraw', heads: after });
  expect(standing([proposed, approvedByAnna, unaware])).toMatchObject({ state: 'needsYou', why: 'crossed' });
  const aware = entryBy(miller, { verdict: 'withdraw', heads: [approvedByAnna.id] });
  expect(standing([proposed, approvedByAnna, aware])).toMatchObject({ state: 'needsYou', why: 'takenBack' });
});

test('a figure that was changed in two places waits until one of them is taken', () => {
  const contested = [{ field: 'amount', values: [] }];
  const open = { ...order, past: { contested } };
  expect(standing([proposed, approvedByAnna], CONTENT, open)).toMatchObject({ state: 'needsYou', why: 'contested' });
});

test('entries about another record say nothing of this one', () => {
  const other = entryBy(anna, { verdict: 'approve', heads: after, about: `${PARTY_SPACE}|change_x` });
  expect(standing([proposed, other])).toMatchObject({ state: 'proposed' });
});

/** Devices that sign apart, with clocks that say anything. */
const word = fc.record({
  who: fc.constantFrom(anna, ben, miller),
  verdict: fc.constantFrom<Verdict>('propose', 'approve', 'decline', 'withdraw'),
  content: fc.constantFrom(CONTENT, OTHER),
  knows: fc.boolean(),
});

test('neither what the clocks say nor the order in which words come decides anything', () => {
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 1, maxLength: 8 }),
      fc.array(fc.nat({ max: 10_000 }), { minLength: 8, maxLength: 8 }),
      (words, clocks) => {
        const played = (times: readonly number[]): readonly AnyRecord[] => {
          const all: AnyRecord[] = [];
          for (const [index, { who, verdict, content, knows }] of words.entries()) {
            const heads = knows ? graphOf(all, SIGNERS).heads : [];
            all.push(entryBy(who, { verdict, content, heads, at: times[index] ?? 0, reason: `word ${index}` }));
          }
          return all;
        };
        const told = (entries: readonly AnyRecord[]) => {
          const { state, why, waitingFor, words: last } = standing(entries);
          return { state, why, waitingFor, last: last.map(({ body }) => body.reason).toSorted() };
        };
        const one = told(played(clocks));
        expect(told(played(clocks.toReversed()))).toEqual(one);
        expect(told(played(clocks).toReversed())).toEqual(one);
      },
    ),
    { numRuns: 50, seed: 6 },
  );
});

test('it never stands approved unless each side’s last word agrees to what is there now', () => {
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), (words) => {
      const all: AnyRecord[] = [];
      for (const [index, { who, verdict, content, knows }] of words.entries()) {
        const heads = knows ? graphOf(all, SIGNERS).heads : [];
        all.push(entryBy(who, { verdict, content, heads, at: index }));
      }
      const { state, words: last } = standing(all);
      if (state !== 'approved') return;
      expect(new Set(last.map(({ body }) => body.side))).toEqual(new Set(['family', 'contractor']));
      for (const { body } of last) {
        expect(['propose', 'approve']).toContain(body.verdict);
        expect(body.content).toBe(CONTENT);
      }
    }),
    { numRuns: 100, seed: 6 },
  );
});
