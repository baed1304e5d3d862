// Sends what was written here and turns the server's verdicts into what the local replication understands.
import { ok, type Result } from '../../domain/kernel/result.ts';
import { pushReply, type Verdict } from '../../protocol/sync/push.ts';
import type { Failure } from '../../protocol/failures.ts';
import type { ServerPort } from '../ports/server.ts';
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
  /** May this record be sent at all: only spaces that the server has granted are. */
  readonly mayWrite: (row: LocalRow) => boolean;
  readonly refused: (row: LocalRow, verdict: Extract<Verdict, { kind: 'refused' }>) => void;
  /** The server's clock, ms, when ours ran ahead of it. */
  readonly clockAhead: (serverTime: number) => void;
}

/** Rows of spaces that are not granted are passed over: a grant offers them again. Answers what stands on the server where it differs. */
export const pushRows = async (rows: readonly PushRowHere[], context: PushContext): Promise<Result<readonly LocalRow[], Failure>> => {
  const sendable = rows.filter(({ newDocumentState }) => context.mayWrite(newDocumentState));
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
  return ok(sendable.flatMap((row, index) => {
    const verdict = verdicts[index];
    return verdict === undefined ? [] : standsThere(row, verdict, context);
  }));
};

const standsThere = ({ newDocumentState: mine, assumedMasterState: assumed }: PushRowHere, verdict: Verdict, context: PushContext): readonly LocalRow[] => {
  switch (verdict.kind) {
    case 'accepted':
      return [];
    case 'conflict':
      return [wireToRow(verdict.theirs)];
    case 'refused':
      context.refused(mine, verdict);
      context.refusals.refuse(mine, verdict.code === 'FieldsRefused' ? verdict.fields : []);
      return [verdict.theirs === undefined ? gone(mine) : wireToRow(verdict.theirs)];
    case 'clock':
      context.clockAhead(verdict.serverTime);
      context.refusals.restamp(mine);
      return [assumed ?? gone(mine)];
  }
};

/** How "there is none" looks to the replication: a tombstone that no write of ours equals. */
const gone = (mine: LocalRow): LocalRow => ({ ...mine, stamp: '000000000.0000.00000000', body: {}, past: {}, _deleted: true });
