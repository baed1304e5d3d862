// What a report says of change orders and awards: what was signed by whom, and whether the device that made it could verify that.
import type { Finding } from '../approvals/graph.ts';
import type { JourneyApprovals } from '../approvals/journey-approvals.ts';
import { owedWord } from '../approvals/owed-word.ts';
import type { ChangeState, Standing } from '../approvals/standing.ts';
import type { Instant } from '../kernel/time.ts';
import type { PersonId } from '../kernel/ids.ts';
import type { Money } from '../kernel/money.ts';
import type { Side, Verdict } from '../records/approval.ts';
import type { RecordOf } from '../records/registry.ts';

export interface ReportWord {
  readonly who: string;
  readonly side: Side;
  readonly verdict: Verdict;
  readonly reason: string;
  /** It was said of another version than the one that stands. */
  readonly earlier: boolean;
  readonly at: Instant;
  /** The first signs of the entry's hash: enough to find it again in the data. */
  readonly entry: string;
  readonly certified: boolean;
  /** Only others say whose key it was, where it does not. */
  readonly counts: boolean;
}

export interface ReportAgreement {
  readonly kind: 'change' | 'award';
  readonly title: string;
  /** Null for an award of a quote that said no figure. */
  readonly amount: Money | null;
  readonly days: number;
  readonly state: ChangeState;
  readonly words: readonly ReportWord[];
}

export interface ReportAgreements {
  /** Awards first, then change orders, the oldest first. */
  readonly agreements: readonly ReportAgreement[];
  /** Entries whose hash, signature and key were verified. */
  readonly verified: number;
  readonly findings: readonly { readonly code: Finding['code']; readonly who: string }[];
}

/** `awards`: also those that were taken back, which are told of where something was signed. */
export const reportAgreements = (
  approvals: JourneyApprovals,
  awards: readonly RecordOf<'award'>[],
  nameOf: (person: PersonId) => string,
): ReportAgreements => {
  const wordsOn = (key: string): readonly ReportWord[] =>
    approvals.saidAbout(key).map(({ id, by, body, certified, counts }) => ({
      who: nameOf(by),
      side: body.side,
      verdict: body.verdict,
      reason: body.reason,
      earlier: body.content !== approvals.contentByKey.get(key),
      at: body.at,
      entry: id.slice(id.indexOf('_') + 1).slice(0, SHOWN_OF_HASH),
      certified,
      counts,
    }));
  const printed = awards.filter(({ key, trashedAt }) => trashedAt === 0 || approvals.saidAbout(key).length > 0);
  const taken = printed.map((award): ReportAgreement => ({
    kind: 'award',
    title: award.body.vendor || (award.body.title ?? ''),
    amount: award.body.total ?? null,
    days: 0,
    state: awardState(award, approvals.awardByKey.get(award.key)),
    words: wordsOn(award.key),
  }));
  const changed = approvals.changes.toReversed().map(({ change, standing }): ReportAgreement => ({
    kind: 'change',
    title: change.body.title,
    amount: change.body.amount,
    days: change.body.days,
    state: standing.state,
    words: wordsOn(change.key),
  }));
  return {
    agreements: [...taken, ...changed],
    verified: [...approvals.graphBySpace.values()].reduce((sum, { entries }) => sum + entries.length, 0),
    findings: approvals.findings.map(({ code, by }) => ({ code, who: nameOf(by) })),
  };
};

/** What stands and what was signed are not the same until the last word is signed too. */
const awardState = (award: RecordOf<'award'>, standing: Standing | undefined): ChangeState => {
  const { state = 'draft' } = standing ?? {};
  if (award.trashedAt !== 0) return owedWord(award, standing) === null ? 'withdrawn' : 'needsYou';
  return state === 'withdrawn' ? 'draft' : state;
};

const SHOWN_OF_HASH = 12;
