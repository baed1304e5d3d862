// Sends what was written here and turns the server's verdicts into what the local replication understands.
import { exhaustive } from '../../../domain/kernel/exhaustive.ts';
import type { PersonId, RecordKey } from '../../../domain/kernel/ids.ts';
import { err, ok, type Result } from '../../../domain/kernel/result.ts';
import { pushReply, type PushRow, type Verdict } from '../../../protocol/sync/push.ts';
import type { Failure } from '../../../protocol/failures.ts';
import type { ServerPort } from '../../ports/server.ts';
import type { Destination } from './destination.ts';
import { isLeftBehind } from '../access/left-behind.ts';
import type { FormerNote } from './former-notes.ts';
import type { Refusals } from './refusals.ts';
import { slicesBySize } from './slices.ts';
import { gone, NO_STAMP, rowToWire, wireToRow, type LocalRow } from './wire.ts';

export interface PushRowHere {
  readonly assumedMasterState?: LocalRow;
  readonly newDocumentState: LocalRow;
}

export interface PushContext {
  readonly server: ServerPort;
  readonly store: string;
  readonly me: PersonId;
  readonly refusals: Refusals;
  readonly destinationOf: (row: LocalRow) => Destination;
  /** Keeps what was refused for its author; only then is it taken out of the records. */
  readonly refused: (row: LocalRow, verdict: Extract<Verdict, { kind: 'refused' }>) => Promise<void>;
  /** The server's clock, ms, when ours ran ahead of it. */
  readonly clockAhead: (serverTime: number) => void;
  /** What was known of these under earlier notes; absent where there were none. */
  readonly formerly?: (keys: readonly RecordKey[]) => Promise<ReadonlyMap<RecordKey, FormerNote>>;
  /** Told, before the merge, what a write began from of which these notes know nothing. */
  readonly beganFrom?: (mine: LocalRow, base: LocalRow) => void;
  /** Told of rows whose space is not to be had. */
  readonly waits?: (row: LocalRow) => void;
  /** Told of the server's newest mark. */
  readonly marked?: (mark: string | undefined) => void;
  /** Ends what is under way: after that nothing more is sent. */
  readonly signal?: AbortSignal;
}

/**
 * Answers what stands on the server where it differs. With a row whose space is still to be claimed nothing is sent at all:
 * `UnknownSpace` names the spaces, and the same rows come again after the claim.
 */
export const pushRows = async (
  rows: readonly PushRowHere[],
  context: PushContext,
): Promise<Result<readonly LocalRow[], Failure>> => {
  const destinations = rows.map(({ newDocumentState }) => context.destinationOf(newDocumentState));
  const toClaim = rows.filter((_, at) => destinations[at] === 'claim');
  if (toClaim.length > 0)
    return err({
      type: 'UnknownSpace',
      fields: [...new Set(toClaim.map(({ newDocumentState }) => newDocumentState.space))],
    });
  for (const [at, { newDocumentState }] of rows.entries())
    if (destinations[at] === 'wait') context.waits?.(newDocumentState);
  const sendable = rows.filter((_, at) => destinations[at] === 'send');
  if (sendable.length === 0) return ok([]);
  const unheardOf = sendable.filter(({ assumedMasterState }) => assumedMasterState === undefined);
  const formerByKey = await context.formerly?.(unheardOf.map(({ newDocumentState }) => newDocumentState.key));
  const sent = await sendInParts(
    sendable.map(({ assumedMasterState: known, newDocumentState: mine }) => {
      if (isLeftBehind(mine)) return questionOf(mine, context.me);
      const former = known === undefined ? formerByKey?.get(mine.key)?.row : undefined;
      // An earlier store held this very write: then it assumes itself.
      const assumed = former?.stamp === mine.stamp ? mine.stamp : assumedStamp(known ?? former);
      return { assumed, mine: rowToWire(mine) };
    }),
    context,
  );
  if (!sent.ok) return sent;
  const verdicts = sent.value;
  // The server has lost a space or taken it away meanwhile: nothing of it is dropped here before that was said expressly.
  const unknown = sendable.filter((_, index) => isOfNoSpace(verdicts[index])).map((row) => row.newDocumentState.space);
  if (unknown.length > 0) return err({ type: 'UnknownSpace', fields: [...new Set(unknown)] });
  const standing: LocalRow[] = [];
  for (const [index, row] of sendable.entries()) {
    const verdict = verdicts[index];
    const former = row.assumedMasterState === undefined ? formerByKey?.get(row.newDocumentState.key) : undefined;
    if (verdict?.kind === 'conflict' && former !== undefined && isBeginning(former))
      context.beganFrom?.(row.newDocumentState, former.row);
    if (verdict !== undefined) standing.push(...(await standsThere(row, verdict, context)));
  }
  return ok(standing);
};

/** Of another store what stands may be older than what the edit began from: then nobody knows. */
const isBeginning = ({ row, isOfThisStore }: FormerNote): boolean => isOfThisStore && !row._deleted;

/** Characters of JSON in one request; the server takes several times as much. A reading of a long document is under 1 MB. */
const MOST_CHARACTERS = 4_000_000;
/** Rows in one request, and how many requests are under way: while the server judges one, the next is made. */
const MOST_ROWS = 1_000;
const AT_ONCE = 2;

/** A part that does not get through fails them all: the same rows come again, and the server knows a repeated one by its stamp. */
const sendInParts = async (
  rows: readonly PushRow[],
  context: PushContext,
): Promise<Result<readonly Verdict[], Failure>> => {
  const waiting = slicesBySize(rows, {
    sizeOf: (row) => Math.max(JSON.stringify(row).length, MOST_CHARACTERS / MOST_ROWS),
    most: MOST_CHARACTERS,
  }).map((part, place) => ({ part, place }));
  const verdicts: (readonly Verdict[])[] = [];
  let failure: Failure | null = null;
  const sendOn = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined && failure === null; next = waiting.shift()) {
      const sent = await sendPart(next.part, context);
      if (sent.ok) verdicts[next.place] = sent.value;
      else failure = sent.error;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, sendOn));
  return failure === null ? ok(verdicts.flat()) : err(failure);
};

const sendPart = async (
  rows: readonly PushRow[],
  { server, store, signal, marked }: PushContext,
): Promise<Result<readonly Verdict[], Failure>> => {
  const reply = await server.ask({
    method: 'POST',
    path: '/sync/push',
    body: { store, rows },
    reply: pushReply,
    ...(signal === undefined ? {} : { signal }),
  });
  if (!reply.ok) return reply;
  const { verdicts, mark } = reply.value;
  marked?.(mark);
  return isAnswerTo(rows, verdicts) ? ok(verdicts) : err({ type: 'ServerNonsense' });
};

/** A row without a verdict would pass for accepted and never be sent again; one about another record would write over that. */
const isAnswerTo = (rows: readonly PushRow[], verdicts: readonly Verdict[]): boolean =>
  verdicts.length === rows.length &&
  verdicts.every(
    (verdict, index) =>
      !('theirs' in verdict) || verdict.theirs === undefined || verdict.theirs.key === rows[index]?.mine.key,
  );

const isOfNoSpace = (verdict: Verdict | undefined): boolean =>
  verdict?.kind === 'refused' && verdict.code === 'UnknownSpace';

const assumedStamp = (assumed: LocalRow | undefined): string | null =>
  assumed === undefined || assumed._deleted ? null : assumed.stamp;

/**
 * What a space that was left has lost here must never be removed there. Let in again, this device only asks what stands: a
 * row that assumes what can't be and fits no type is answered by a conflict or refused, and never stored.
 */
const questionOf = (row: LocalRow, me: PersonId): PushRow => ({
  assumed: NO_STAMP,
  mine: { ...rowToWire(row), stamp: NO_STAMP, by: me, body: {}, _deleted: false },
});

const standsThere = async (
  { newDocumentState: mine, assumedMasterState: assumed }: PushRowHere,
  verdict: Verdict,
  context: PushContext,
): Promise<readonly LocalRow[]> => {
  if (isLeftBehind(mine)) return verdict.kind === 'conflict' ? [wireToRow(verdict.theirs)] : [];
  switch (verdict.kind) {
    case 'accepted':
      if (verdict.theirs === undefined) return [];
      context.refusals.contained(mine);
      return [wireToRow(verdict.theirs)];
    case 'conflict':
      return [wireToRow(verdict.theirs)];
    case 'refused':
      // Another's write that was fetched before: there is nothing of this device in it to merge.
      if (verdict.code === 'NotYours' && verdict.theirs !== undefined) {
        context.refusals.contained(mine);
        return [wireToRow(verdict.theirs)];
      }
      // Another's write, offered to a server that has lost it: it stays here.
      if (verdict.code === 'NotYours') return [];
      // What another made stays here too; what was written on it is refused all the same, and counts as sent from here on.
      if (verdict.theirs === undefined && mine.createdBy !== context.me) {
        if (mine.by === context.me) await context.refused(mine, verdict);
        return [];
      }
      await context.refused(mine, verdict);
      context.refusals.refuse(mine, verdict.code === 'FieldsRefused' ? verdict.fields : []);
      return [verdict.theirs === undefined ? gone(mine) : wireToRow(verdict.theirs)];
    case 'clock':
      context.clockAhead(verdict.serverTime);
      context.refusals.restamp(mine);
      return [assumed ?? gone(mine)];
    default:
      return exhaustive(verdict);
  }
};
