// Takes pushed rows: judges each, writes what is accepted, and answers one verdict a row, in order.
import { setTimeout as sleep } from 'node:timers/promises';
import type { PersonId, SpaceId } from '../../domain/kernel/ids.ts';
import type { WireRecord } from '../../domain/records/envelope.ts';
import { spaceKind } from '../../domain/spaces/space.ts';
import type { PushReply, PushRow, Verdict } from '../../protocol/sync/push.ts';
import type { Access, AccessReader } from '../access/access.ts';
import type { Households } from '../access/households.ts';
import type { KnownPerson, LookUpPerson } from '../access/vouching.ts';
import type { DocStore } from '../store/doc-store.ts';
import { judgeRow, judgeSender, subjectOf, understandRow, type Judgement, type Question } from './judge.ts';
import { overSpaces } from './over-spaces.ts';
import { docToValue, storedToDoc } from './record-doc.ts';

export type Push = (access: Access, rows: readonly unknown[]) => Promise<PushReply>;

interface PushOptions {
  readonly store: Pick<DocStore, 'getMany' | 'write'>;
  readonly households: Pick<Households, 'noteParty'>;
  readonly accessReader: AccessReader;
  readonly now: () => number;
  /** When the store began, ms. */
  readonly began: number;
  readonly lookUp: LookUpPerson;
  /** Eight letters or digits that no other node has: the node part of stamps minted here. */
  readonly node: string;
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
  ({ households, accessReader, ...options }: PushOptions): Push =>
  async (access, rows) => {
    const accessNow = (space?: SpaceId): Promise<Access | null> => accessReader.of(access.account.id, space);
    const settled: Settled[] = [];
    const pending: Pending[] = [];
    for (const [place, raw] of rows.entries()) {
      const { row, verdict } = understandRow(raw);
      if (row !== null) pending.push({ place, row });
      else settled.push({ place, verdict });
    }
    const intoSpace = async (space: SpaceId, understood: readonly Pending[]): Promise<void> => {
      const sender = access.roleIn(space) === null ? ((await accessNow(space)) ?? access) : access;
      const inSpace: Pending[] = [];
      for (const { place, row } of understood) {
        const turnedAway = judgeSender(row, sender);
        if (turnedAway === null) inSpace.push({ place, row });
        else settled.push({ place, verdict: turnedAway });
      }
      settled.push(...(await pushIntoSpace({ ...options, space, accessNow: () => accessNow(space) }, inSpace)));
      // Only by who may write there: every space that is noted is one that all of the family's pulls walk through from then on.
      if (spaceKind(space) === 'party' && sender.roleIn(space) !== null) await households.noteParty(space);
    };
    const groups = [...Map.groupBy(pending, ({ row }) => row.mine.space)];
    await overSpaces(groups, ([space, understood]) => intoSpace(space, understood));
    // What stands is handed out only to who may still read it; the earliest of it was read many writes ago.
    const after = settled.some(({ verdict }) => standing(verdict) !== null) ? await accessNow() : access;
    return {
      verdicts: settled
        .toSorted((a, b) => a.place - b.place)
        .map(({ verdict }) => {
          const theirs = standing(verdict);
          return theirs === null || after?.roleIn(theirs.space) != null ? verdict : withoutStanding(verdict);
        }),
    };
  };

const standing = (verdict: Verdict): WireRecord | null => ('theirs' in verdict ? (verdict.theirs ?? null) : null);

const withoutStanding = (verdict: Verdict): Verdict =>
  verdict.kind === 'accepted' ? { kind: 'accepted' } : { kind: 'refused', code: 'UnknownSpace', fields: [] };

interface SpacePush extends Omit<PushOptions, 'households' | 'accessReader'> {
  readonly space: SpaceId;
  /** What the sender may at this moment, null when they are no longer known. */
  readonly accessNow: () => Promise<Access | null>;
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
    // Nothing is lost by giving up: the whole request fails and comes again, and a repeated row is known by its stamp.
    if (places.size === round.length) continue;
    if ((beaten += 1) > ROUNDS) throw new Error('push: a document keeps changing under the write');
    // On a cluster the read may have come from before another node's write: it catches up in milliseconds.
    await sleep(Math.min(2 ** beaten, LONGEST_PAUSE_MS));
  }
  return settled;
};

/**
 * One read, one judgement each, one bulk write. Rows whose document changed in between stay without a verdict. What the sender
 * may is asked last before the write, since a push has many and a revoke that was answered meanwhile holds for the rest.
 */
const pushRound = async (context: SpacePush, round: readonly Pending[]): Promise<readonly Settled[]> => {
  const { store, now, began, node, space, accessNow } = context;
  const stored = await store.getMany(
    space,
    round.map(({ row }) => row.mine.id),
  );
  const knownByPerson = await lookUpAll(context, round);
  const access = await accessNow();
  const judged = round.map(({ place, row }, index) => {
    const held = stored[index] ?? null;
    const question = { row, stored: held === null ? null : storedToDoc(held), now: now(), began, node };
    const judgement = judge({ ...question, known: knownByPerson.get(subjectOf(row, began) ?? '') ?? null }, access);
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

/** One after the other: few people are asked about, and whoever sends rows of many waits for it themselves. */
const lookUpAll = async (
  { lookUp, space, began }: SpacePush,
  round: readonly Pending[],
): Promise<ReadonlyMap<PersonId, KnownPerson | null>> => {
  const knownByPerson = new Map<PersonId, KnownPerson | null>();
  for (const person of new Set(round.flatMap(({ row }) => subjectOf(row, began) ?? [])))
    knownByPerson.set(person, await lookUp(person, space));
  return knownByPerson;
};

const judge = (question: Omit<Question, 'role' | 'access'>, access: Access | null): Judgement => {
  const role = access?.roleIn(question.row.mine.space) ?? null;
  if (access === null || role === null) {
    const turnedAway = access === null ? null : judgeSender(question.row, access);
    return { verdict: turnedAway ?? { kind: 'refused', code: 'UnknownSpace', fields: [] }, write: null };
  }
  return judgeRow({ ...question, role, access });
};
