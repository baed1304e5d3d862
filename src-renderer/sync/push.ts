// Sends what was written here and turns the server's verdicts into what the local replication understands.
import { exhaustive } from '../../domain/kernel/exhaustive.ts';
import { err, ok, type Result } from '../../domain/kernel/result.ts';
import { pushReply, type Verdict } from '../../protocol/sync/push.ts';
import type { Failure } from '../../protocol/failures.ts';
import type { ServerPort } from '../ports/server.ts';
import type { Destination } from './destination.ts';
import type { Refusals } from './refusals.ts';
import { rowToWire, wireToRow, type LocalRow } from './wire.ts';

export interface PushRowHere {
  readonly assumedMasterState?: LocalRow;
  readonly newDocumentState: LocalRow;
}

export interface PushContext {
  readonly server: ServerPort;
  readonly store: string;
  readonly refusals: Refusals;
  readonly destinationOf: (row: LocalRow) => Destination;
  readonly refused: (row: LocalRow, verdict: Extract<Verdict, { kind: 'refused' }>) => void;
  /** The server's clock, ms, when ours ran ahead of it. */
  readonly clockAhead: (serverTime: number) => void;
}

/**
 * Answers what stands on the server where it differs. With a row whose space is still to be claimed nothing is sent at all:
 * `UnknownSpace` names the spaces, and the same rows come again after the claim.
 */
export const pushRows = async (
  rows: readonly PushRowHere[],
  context: PushContext,
): Promise<Result<readonly LocalRow[], Failure>> => {
  const toClaim = rows.filter(({ newDocumentState }) => context.destinationOf(newDocumentState) === 'claim');
  if (toClaim.length > 0)
    return err({
      type: 'UnknownSpace',
      fields: [...new Set(toClaim.map(({ newDocumentState }) => newDocumentState.space))],
    });
  const sendable = rows.filter(({ newDocumentState }) => context.destinationOf(newDocumentState) === 'send');
  if (sendable.length === 0) return ok([]);
  const reply = await context.server.ask({
    method: 'POST',
    path: '/sync/push',
    body: {
      store: context.store,
      rows: sendable.map(({ assumedMasterState: assumed, newDocumentState: mine }) => ({
        assumed: assumed === undefined || assumed._deleted ? null : assumed.stamp,
        mine: rowToWire(mine),
      })),
    },
    reply: pushReply,
  });
  if (!reply.ok) return reply;
  const verdicts = reply.value.verdicts;
  // The server has lost a space or taken it away meanwhile: nothing of it is dropped here before that was said expressly.
  const unknown = sendable.filter((_, index) => isOfNoSpace(verdicts[index])).map((row) => row.newDocumentState.space);
  if (unknown.length > 0) return err({ type: 'UnknownSpace', fields: [...new Set(unknown)] });
  return ok(
    sendable.flatMap((row, index) => {
      const verdict = verdicts[index];
      return verdict === undefined ? [] : standsThere(row, verdict, context);
    }),
  );
};

const isOfNoSpace = (verdict: Verdict | undefined): boolean =>
  verdict?.kind === 'refused' && verdict.code === 'UnknownSpace';

const standsThere = (
  { newDocumentState: mine, assumedMasterState: assumed }: PushRowHere,
  verdict: Verdict,
  context: PushContext,
): readonly LocalRow[] => {
  switch (verdict.kind) {
    case 'accepted':
      return [];
    case 'conflict':
      return [wireToRow(verdict.theirs)];
    case 'refused':
      // Another's write, offered to a server that has lost it: only its author can bring it back, but it stays here.
      if (verdict.code === 'NotYours') return [];
      context.refused(mine, verdict);
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

/** How "there is none" looks to the replication: a tombstone that no write of ours equals. */
const gone = (mine: LocalRow): LocalRow => ({
  ...mine,
  stamp: '000000000.0000.00000000',
  body: {},
  past: {},
  _deleted: true,
});
