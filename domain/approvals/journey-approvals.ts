// All that is agreed on a journey, space by space: the one answer that the window, the money and the report read.
import type { PersonId, RecordKey, SpaceId } from '../kernel/ids.ts';
import { approvedAgainst, type ApprovedChange } from '../money/commitments.ts';
import type { AnyRecord } from '../records/envelope.ts';
import { recordAs, type RecordOf } from '../records/registry.ts';
import type { Side } from '../records/approval.ts';
import { readersOf } from '../spaces/readers.ts';
import { bySeen, judgeGraph, type Checked, type Entry, type Finding, type Graph } from './graph.ts';
import { knownKeys, type OwnKeys } from './known-keys.ts';
import { ownProposal, type OwnProposal } from './own-proposal.ts';
import { changeStanding, type ChangeState, type Standing } from './standing.ts';

type Change = RecordOf<'change'>;
type Award = RecordOf<'award'>;

/** Arithmetic that was done before: an entry's hash and signature, and the hash of what each record says now. */
export interface CheckedJourney {
  readonly entries: readonly Checked[];
  readonly contentByKey: ReadonlyMap<RecordKey, string>;
}

export interface ApprovalsInput extends CheckedJourney {
  readonly changes: readonly Change[];
  readonly awards: readonly Award[];
  readonly cards: readonly RecordOf<'person'>[];
  readonly own: Omit<OwnKeys, 'side'> & {
    readonly sideIn: (space: SpaceId) => Side | null;
    /** Further persons who are the same human being: each of their devices has one. */
    readonly people?: readonly PersonId[];
  };
}

export interface JourneyApprovals {
  /** Newest first: those that are not in the trash, and those in it on which a word that was given still stands. */
  readonly changes: readonly { readonly change: Change; readonly standing: Standing }[];
  /** Whether the family's award is signed as it stands; of those in the trash what was said last. */
  readonly awardByKey: ReadonlyMap<RecordKey, Standing>;
  readonly graphBySpace: ReadonlyMap<SpaceId, Graph>;
  /** Hash of what each change order and award says now. */
  readonly contentByKey: ReadonlyMap<RecordKey, string>;
  /** Of all spaces. */
  readonly findings: readonly Finding[];
  /** Records of which somebody said something with a key that is not known here as theirs (yet), or that only others say is: it counts for nothing. */
  readonly unsure: ReadonlySet<RecordKey>;
  /** Change orders of the family alone that this person proposed and nobody has approved yet. */
  readonly ownProposals: ReadonlyMap<RecordKey, OwnProposal>;
  /** Everything about a record that was said, in the order in which it was seen, with what counts for nothing since only others name its key. */
  readonly saidAbout: (key: RecordKey) => readonly Entry[];
}

export const journeyApprovals = ({
  entries,
  contentByKey,
  changes,
  awards,
  cards,
  own,
}: ApprovalsInput): JourneyApprovals => {
  const graphBySpace = new Map<SpaceId, Graph>();
  for (const [space, some] of Map.groupBy(entries, ({ record }) => record.space)) {
    const { me, keys, sideIn } = own;
    graphBySpace.set(space, judgeGraph(some, knownKeys(cards, { me, keys, side: sideIn(space) }, space)));
  }
  const saidBySpace = new Map(
    [...graphBySpace].map(([space, graph]) => [space, Map.groupBy(graph.entries, ({ body }) => body.about)]),
  );
  const standingOf = (record: AnyRecord): Standing =>
    changeStanding({
      record,
      entries: saidBySpace.get(record.space)?.get(record.key) ?? [],
      content: contentByKey.get(record.key) ?? '',
    });
  const findings = [...graphBySpace.values()].flatMap((graph) => graph.findings);
  const heard = [...graphBySpace.values()].flatMap((graph) => graph.heard);
  const shown = changes
    .map((change) => ({ change, standing: standingOf(change) }))
    .filter(({ change, standing }) => change.trashedAt === 0 || HOLDS.has(standing.state))
    .toSorted((a, b) => b.change.createdAt - a.change.createdAt);
  const ofOwn = new Set([own.me, ...(own.people ?? [])]);
  const here = cards.filter(({ trashedAt }) => trashedAt === 0);
  return {
    changes: shown,
    ownProposals: new Map(
      shown.flatMap(({ change, standing }) => {
        const family = readersOf(change.space, { journey: change.journey, cards: here, parties: [] });
        const whose = ownProposal(change, standing, { own: ofOwn, family });
        return whose === null ? [] : [[change.key, whose] as const];
      }),
    ),
    awardByKey: new Map(awards.map((award) => [award.key, standingOf(award)])),
    graphBySpace,
    contentByKey,
    findings,
    unsure: new Set([...unsureIn(entries, findings), ...heard.map(({ body }) => body.about)]),
    saidAbout: (key) =>
      [...graphBySpace.values()].flatMap((graph) =>
        [...graph.entries, ...graph.heard].filter(({ body }) => body.about === key).toSorted(bySeen),
      ),
  };
};

const unsureIn = (entries: readonly Checked[], findings: readonly Finding[]): ReadonlySet<RecordKey> => {
  const unknown = new Set(findings.flatMap(({ code, entry }) => (code === 'KeyUnknown' ? [entry] : [])));
  return new Set(
    entries.flatMap(({ record }) => (unknown.has(record.id) ? (recordAs('approval', record)?.body.about ?? []) : [])),
  );
};

/** The trash is signed by nobody: what was agreed is taken back by another word, and until then it counts and is shown. */
const HOLDS: ReadonlySet<ChangeState> = new Set(['approved', 'needsYou']);

/** Those that whoever asks is to answer: proposed to their side and not theirs for another to approve, or in need of a word that holds. */
export const changesAwaiting = (
  { changes, ownProposals }: Pick<JourneyApprovals, 'changes' | 'ownProposals'>,
  sideIn: (space: SpaceId) => Side | null,
): readonly Change[] =>
  changes.flatMap(({ change, standing: { state, waitingFor } }) => {
    const side = sideIn(change.space);
    const waits = (state === 'proposed' || state === 'needsYou') && side !== null && waitingFor.includes(side);
    return waits && ownProposals.get(change.key) !== 'others' ? [change] : [];
  });

/** Those that stand: no side's word is missing, and nothing waits to be settled. */
export const standingChanges = ({ changes }: Pick<JourneyApprovals, 'changes'>): readonly Change[] =>
  changes.flatMap(({ change, standing: { state } }) => (state === 'approved' ? [change] : []));

/** Whether a change order may stand otherwise than it seems, once the card comes that says whose key signed. */
export const isUnsure = ({ changes, unsure }: Pick<JourneyApprovals, 'changes' | 'unsure'>): boolean =>
  changes.some(({ change }) => unsure.has(change.key));

/** Those that stand and change an award: what commitments are worked out from. */
export const approvedChanges = (approvals: Pick<JourneyApprovals, 'changes'>): readonly ApprovedChange[] =>
  approvedAgainst(standingChanges(approvals));
