// What a report says of change orders and awards: what was signed by whom, and whether the device that made it could verify that.
import type { Finding } from '../approvals/graph.ts';
import type { JourneyApprovals } from '../approvals/journey-approvals.ts';
import type { ChangeState } from '../approvals/standing.ts';
import type { Instant } from '../kernel/time.ts';
import type { PersonId } from '../kernel/ids.ts';
import type { Money } from '../kernel/money.ts';
import type { Verdict } from '../records/approval.ts';
import type { RecordOf } from '../records/registry.ts';

export interface ReportWord {
  readonly who: string;
  readonly verdict: Verdict;
  readonly reason: string;
  readonly at: Instant;
  /** The first signs of the entry's hash: enough to find it again in the data. */
  readonly entry: string;
  readonly certified: boolean;
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

export const reportAgreements = (
  approvals: JourneyApprovals,
  awards: readonly RecordOf<'award'>[],
  nameOf: (person: PersonId) => string,
): ReportAgreements => {
  const wordsOn = (key: string): readonly ReportWord[] =>
    approvals.saidAbout(key).map(({ id, by, body, certified }) => ({
      who: nameOf(by),
      verdict: body.verdict,
      reason: body.reason,
      at: body.at,
      entry: id.slice(id.indexOf('_') + 1).slice(0, SHOWN_OF_HASH),
      certified,
    }));
  const taken = awards.map(({ key, body }): ReportAgreement => ({
    kind: 'award',
    title: body.vendor || (body.title ?? ''),
    amount: body.total ?? null,
    days: 0,
    state: approvals.awardByKey.get(key)?.state ?? 'draft',
    words: wordsOn(key),
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

const SHOWN_OF_HASH = 12;
