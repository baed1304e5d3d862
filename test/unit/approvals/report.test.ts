// What a report says of agreements: who signed what, what was verified, and what is broken, in words that reach the paper.
import { expect, test } from 'vitest';
import { contentText } from '../../../domain/approvals/content.ts';
import { approvedChanges, isUnsure, journeyApprovals } from '../../../domain/approvals/journey-approvals.ts';
import type { AnyRecord } from '../../../domain/records/envelope.ts';
import { recordAs, type RecordOf } from '../../../domain/records/registry.ts';
import { reportAgreements, type ReportAgreements } from '../../../domain/report/agreements.ts';
import { agreementRows } from '../../../src-renderer/features/report/agreement-rows.ts';
import type { ReportWords } from '../../../src-renderer/features/report/report-words.ts';
import { eur } from '../../support/amounts.ts';
import { aRecord, ANNA, BEN, MILLER } from '../../support/records.ts';
import { aSigner, checked, entryBy, hashOf, PARTY_SPACE } from '../../support/signed-entries.ts';

const anna = aSigner(ANNA, 'family');
const miller = aSigner(MILLER, 'contractor');

const award = aRecord({
  space: PARTY_SPACE,
  id: 'award_1',
  type: 'award',
  body: { quote: `${PARTY_SPACE}|quote_1`, vendor: 'Miller', total: eur(500_000), step: null },
});
const change = aRecord({
  space: PARTY_SPACE,
  id: 'change_1',
  type: 'change',
  body: { title: 'Dry the wall', why: '', amount: eur(24_000), days: 3, lines: [], step: null, against: award.key },
});
const contentOf = (record: AnyRecord): string => hashOf(contentText(record) ?? '');
const card = (person: string, role: string, key: string): AnyRecord =>
  aRecord({ id: person, type: 'person', body: { name: person, role, keys: [key], certified: [key] } });

const typed = <T extends 'award' | 'change' | 'person'>(type: T, rows: readonly AnyRecord[]): RecordOf<T>[] =>
  rows.flatMap((row) => recordAs(type, row) ?? []);

const CARDS = [card(ANNA, 'owner', anna.device), card(MILLER, 'contractor', miller.device)];

const approvalsWith = (entries: readonly AnyRecord[], changes: readonly AnyRecord[] = [change], cards = CARDS) =>
  journeyApprovals({
    entries: entries.map(checked),
    contentByKey: new Map([award, change].map((record) => [record.key, contentOf(record)])),
    changes: typed('change', changes),
    awards: typed('award', [award]),
    cards: typed('person', cards),
    own: { me: ANNA, keys: [], sideIn: () => 'family' },
  });

const signed = entryBy(anna, { verdict: 'award', heads: [], about: award.key, content: contentOf(award) });
const proposed = entryBy(miller, {
  verdict: 'propose',
  heads: [signed.id],
  about: change.key,
  content: contentOf(change),
});
const approved = entryBy(anna, {
  verdict: 'approve',
  heads: [proposed.id],
  about: change.key,
  content: contentOf(change),
  reason: 'It is damp',
});
const nameOf = (person: string): string => (person === ANNA ? 'Anna' : 'Miller');
const reportOf = (entries: readonly AnyRecord[]): ReportAgreements =>
  reportAgreements(approvalsWith(entries), typed('award', [award]), nameOf);

const words: ReportWords = {
  t: (key, blanks = {}) => [key, ...Object.values(blanks)].join(' '),
  category: (category) => category,
  money: ({ minor }) => String(minor),
  day: (date) => date,
  span: (start) => start,
  moment: (at) => `at ${at}`,
};
const printed = (entries: readonly AnyRecord[]): string => JSON.stringify(agreementRows(reportOf(entries), words));

test('awards and change orders stand there with every word that was signed, and how many were verified', () => {
  expect(reportOf([approved, proposed, signed])).toMatchObject({
    verified: 3,
    findings: [],
    agreements: [
      {
        kind: 'award',
        title: 'Miller',
        state: 'approved',
        words: [{ who: 'Anna', verdict: 'award', certified: true }],
      },
      {
        kind: 'change',
        title: 'Dry the wall',
        state: 'approved',
        days: 3,
        words: [
          { who: 'Miller', verdict: 'propose' },
          { who: 'Anna', verdict: 'approve', reason: 'It is damp', entry: approved.id.slice(9, 21) },
        ],
      },
    ],
  });
  const text = printed([signed, proposed, approved]);
  expect(text).toContain('agreed.word.approve agreed.by.family Anna at 1000');
  expect(text).toContain('“It is damp”');
  expect(text.match(/agreed\.sealed approval|agreed\.sealed [0-9a-f]{12}/g)).toHaveLength(3);
  expect(text).toContain('agreed.verified 3');
});

test('what was altered is said to be, and the change order does not stand', () => {
  const dearer = { ...approved, body: { ...approved.body, reason: 'whatever it costs' } };
  const report = reportOf([signed, proposed, dearer]);
  expect(report).toMatchObject({ verified: 2, findings: [{ code: 'EntryChanged', who: 'Anna' }] });
  expect(report.agreements[1]).toMatchObject({ state: 'proposed' });
  expect(printed([signed, proposed, dearer])).toContain('agreed.finding.EntryChanged Anna');
  expect(approvedChanges(approvalsWith([signed, proposed, dearer]))).toEqual([]);
});

test('a change order that stands changes the award that it names', () => {
  expect(approvedChanges(approvalsWith([signed, proposed, approved]))).toEqual([
    { key: change.key, award: award.key, amount: eur(24_000), step: null },
  ]);
});

test('an award that was changed after it was signed is not signed as it stands; where it hangs may change', () => {
  const moved = { ...award, body: { ...award.body, step: `${award.journey}|step_1` } };
  expect(contentOf(moved)).toBe(contentOf(award));
  const dearer = { ...award, body: { ...award.body, total: eur(900_000) } };
  expect(contentOf(dearer)).not.toBe(contentOf(award));
});

test('without anything agreed a report says nothing of it', () => {
  expect(agreementRows({ agreements: [], verified: 0, findings: [] }, words)).toEqual([]);
});

test('what both sides signed counts from the trash, too, until one of them takes it back in words', () => {
  const thrown = { ...change, trashedAt: 5 };
  const agreed = approvalsWith([signed, proposed, approved], [thrown]);
  expect(agreed.changes).toMatchObject([{ standing: { state: 'approved' } }]);
  expect(approvedChanges(agreed)).toMatchObject([{ key: change.key, amount: eur(24_000) }]);
  const said = { heads: [approved.id], about: change.key, content: contentOf(change) };
  const backs = [entryBy(miller, { ...said, verdict: 'withdraw' })];
  expect(approvalsWith([signed, proposed, approved, ...backs], [thrown]).changes).toMatchObject([
    { standing: { state: 'needsYou', why: 'takenBack' } },
  ]);
  // Nobody's word stands on these any more, or yet.
  backs.push(entryBy(anna, { ...said, heads: [backs[0]?.id ?? ''], verdict: 'withdraw' }));
  for (const entries of [[], [signed, proposed], [signed, proposed, approved, ...backs]])
    expect(approvalsWith(entries, [thrown]).changes).toEqual([]);
});

test('a word by a key that no card names yet counts for nothing, and what it is about is known to be unsure', () => {
  const stranger = aSigner(MILLER, 'contractor');
  const unknown = entryBy(stranger, { verdict: 'propose', heads: [], about: change.key, content: contentOf(change) });
  const approvals = approvalsWith([signed, unknown]);
  expect([...approvals.unsure]).toEqual([change.key]);
  expect(isUnsure(approvals)).toBe(true);
  expect(approvals.changes).toMatchObject([{ standing: { state: 'draft' } }]);
  // A false signature is no word that may count later, and an award is none of the change orders.
  const forged = { ...proposed, body: { ...proposed.body, signature: `${'A'.repeat(85)}A` } };
  expect(isUnsure(approvalsWith([signed, forged]))).toBe(false);
  const ben = aSigner(BEN, 'family');
  const award_ = entryBy(ben, { verdict: 'award', heads: [], about: award.key, content: contentOf(award) });
  expect([...approvalsWith([award_]).unsure]).toEqual([award.key]);
  expect(isUnsure(approvalsWith([award_]))).toBe(false);
});

test('a word by a key that only others say is told of, and that it does not count; figures say that an order is missing', () => {
  const other = aSigner(MILLER, 'contractor');
  const said = entryBy(other, { verdict: 'propose', heads: [], about: change.key, content: contentOf(change) });
  const heard = { ...card(MILLER, 'contractor', miller.device).body, heard: [other.device] };
  const cards = [card(ANNA, 'owner', anna.device), { ...card(MILLER, 'contractor', miller.device), body: heard }];
  const approvals = approvalsWith([said], [change], cards);
  expect(approvals.changes).toMatchObject([{ standing: { state: 'draft', words: [] } }]);
  expect(isUnsure(approvals)).toBe(true);
  const told = reportAgreements(approvals, [], nameOf);
  expect(told).toMatchObject({
    agreements: [{ state: 'draft', words: [{ who: 'Miller', certified: false, counts: false }] }],
    verified: 0,
    findings: [],
  });
  expect(JSON.stringify(agreementRows(told, words))).toContain('agreed.sealedHeard');
});

test('an award that was taken back is told of with both words; not signed yet, it says so', () => {
  const gone = { ...award, trashedAt: 9 };
  const back = entryBy(anna, { verdict: 'withdraw', heads: [signed.id], about: award.key, content: contentOf(award) });
  const told = (entries: readonly AnyRecord[], it: AnyRecord) =>
    reportAgreements(approvalsWith(entries, []), typed('award', [it]), nameOf).agreements;
  expect(told([signed, back], gone)).toMatchObject([
    { state: 'withdrawn', words: [{ verdict: 'award' }, { verdict: 'withdraw' }] },
  ]);
  expect(told([signed], gone)).toMatchObject([{ state: 'needsYou' }]);
  expect(told([], gone)).toEqual([]);
  // Accepted anew and not signed anew.
  expect(told([signed, back], award)).toMatchObject([{ state: 'draft' }]);
});

test('a word for an earlier version is told apart from one for what stands', () => {
  const other = entryBy(anna, { verdict: 'approve', heads: [proposed.id], about: change.key, content: 'e'.repeat(64) });
  const [, order] = reportOf([signed, proposed, other]).agreements;
  expect(order).toMatchObject({ state: 'needsYou', words: [{ earlier: false }, { earlier: true }] });
  expect(printed([signed, proposed, other])).toContain('agreed.earlier');
});
