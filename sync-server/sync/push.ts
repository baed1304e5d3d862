// Takes pushed rows: judges each, writes what is accepted, and answers one verdict a row, in order.
import { setTimeout as sleep } from 'node:timers/promises';
import type { SpaceId } from '../../domain/kernel/ids.ts';
import type { Role } from '../../domain/spaces/roles.ts';
import { journeyOfSpace, spaceKind } from '../../domain/spaces/space.ts';
import type { PushReply, PushRow, Verdict } from '../../protocol/sync/push.ts';
import type { Access } from '../access/access.ts';
import type { Households } from '../access/households.ts';
import type { DocStore } from '../store/doc-store.ts';
import { judgeRow, judgeSender, understandRow, type Judgement } from './judge.ts';
import { docToValue, storedToDoc } from './record-doc.ts';

export type Push = (access: Access, rows: readonly unknown[]) => Promise<PushReply>;

interface PushOptions {
  readonly store: DocStore;
  readonly households: Households;
  readonly now: () => number;
}

/** A row on its way to a verdict, with its place in the request. */
interface Pending {
  readonly place: number;
  readonly row: PushRow;
}

interface Settled {
  readonly place: number;
  readonly verdict: Verdict;
}

/** How often rows are judged again because someone wrote the same document meanwhile. Each such write settles one of them. */
const ROUNDS = 12;
const LONGEST_PAUSE_MS = 64;

export const createPush =
  ({ store, households, now }: PushOptions): Push =>
  async (access, rows) => {
    const settled: Settled[] = [];
    const pending: Pending[] = [];
    for (const [place, raw] of rows.entries()) {
      const { row, verdict } = understandRow(raw);
      const turnedAway = row === null ? verdict : judgeSender(row, access);
      if (turnedAway !== null) settled.push({ place, verdict: turnedAway });
      else if (row !== null) pending.push({ place, row });
    }
    for (const [space, inSpace] of Map.groupBy(pending, ({ row }) => row.mine.space)) {
      const role = access.roleIn(space);
      if (role === null) throw new Error('a row was let into a space that its sender may not read');
      settled.push(...(await pushIntoSpace({ store, now, access, space, role }, inSpace)));
      if (spaceKind(space) === 'party' && access.isOn(journeyOfSpace(space))) await households.noteParty(space);
    }
    return { verdicts: settled.toSorted((a, b) => a.place - b.place).map(({ verdict }) => verdict) };
  };

interface SpacePush {
  readonly store: DocStore;
  readonly now: () => number;
  readonly access: Access;
  readonly space: SpaceId;
  readonly role: Role;
}

/** Writes in rounds: each takes one row per record, so that two rows of one record are judged one after the other. */
const pushIntoSpace = async (context: SpacePush, rows: readonly Pending[]): Promise<readonly Settled[]> => {
  const settled: Settled[] = [];
  let waiting = rows;
  let beaten = 0;
  while (waiting.length > 0) {
    const firstById = new Map<string, Pending>();
    for (const entry of waiting) if (!firstById.has(entry.row.mine.id)) firstById.set(entry.row.mine.id, entry);
    const round = [...firstById.values()];
    const done = await pushRound(context, round);
    settled.push(...done);
    const places = new Set(done.map(({ place }) => place));
    waiting = waiting.filter(({ place }) => !places.has(place));
    // Nothing is lost by giving up: the whole request fails as busy, and a repeated row is known by its stamp.
    if (places.size === round.length) continue;
    if ((beaten += 1) > ROUNDS) throw new Error('push: a document keeps changing under the write');
    // On a cluster the read may have come from before another node's write: it catches up in milliseconds.
    await sleep(Math.min(2 ** beaten, LONGEST_PAUSE_MS));
  }
  return settled;
};

/** One read, one judgement each, one bulk write. Rows whose document changed in between stay without a verdict. */
const pushRound = async (
  { store, now, access, space, role }: SpacePush,
  round: readonly Pending[],
): Promise<readonly Settled[]> => {
  const stored = await store.getMany(
    space,
    round.map(({ row }) => row.mine.id),
  );
  const judged = round.map(({ place, row }, index) => {
    const held = stored[index] ?? null;
    const judgement: Judgement = judgeRow({
      row,
      stored: held === null ? null : storedToDoc(held),
      role,
      access,
      now: now(),
    });
    return { place, id: row.mine.id, rev: held?.rev ?? null, judgement };
  });
  const writes = judged.flatMap(({ id, rev, judgement }) =>
    judgement.write === null ? [] : [{ id, rev, value: docToValue({ ...judgement.write, from: rev }) }],
  );
  const revs = writes.length === 0 ? [] : await store.write(space, writes);
  const beatenIds = new Set(writes.filter((_, index) => revs[index] == null).map(({ id }) => id));
  return judged
    .filter(({ id }) => !beatenIds.has(id))
    .map(({ place, judgement }) => ({ place, verdict: judgement.verdict }));
};
