// What was refused while one still had access lies whole in the tray: once access has ended, less all of another's that is in it.
import { z } from 'zod';
import type { PersonId, SpaceId } from '../../../domain/kernel/ids.ts';
import { sameValue } from '../../../domain/kernel/same-value.ts';
import { byKey } from '../../../domain/records/by-key.ts';
import { blanked, wireRecord, type AnyRecord } from '../../../domain/records/envelope.ts';
import type { OpenStore } from '../../data/open-store.ts';
import { TRAY } from '../tray.ts';

const kept = z.object({ row: wireRecord, reason: z.string(), fields: z.array(z.string()) });

/** `standing` is what stands in the space now. Where it does not tell what was theirs, the entry stays as it is. */
export const narrowTray = async (
  { me, queue }: Pick<OpenStore, 'me' | 'queue'>,
  space: SpaceId,
  standing: readonly AnyRecord[],
): Promise<void> => {
  const standingByKey = byKey(standing);
  for (const job of await queue.list(TRAY)) {
    const read = kept.safeParse(job.body);
    if (!read.success) continue;
    const { row, reason, fields } = read.data;
    if (row.space !== space || row.createdBy === me) continue;
    const now = standingByKey.get(row.key);
    if (fields.length === 0 && now === undefined) continue;
    // What stands is with the family; what differs from it is what was refused. Where what the past tells was refused, so was the
    // figure of theirs that the contest holds.
    const own = ownOfContests(row, me);
    const wasRefused = (name: string): boolean =>
      fields.includes(name) || (fields.includes('past') && Object.hasOwn(own, name));
    const body = Object.fromEntries(
      Object.entries({ ...row.body, ...own }).filter(([name, value]) =>
        fields.length > 0 ? wasRefused(name) : !sameValue(value, now?.body[name]),
      ),
    );
    await queue.put([
      { ...job, body: { row: { ...blanked(row), body, past: ownPast(row, me) }, reason, fields: Object.keys(body) } },
    ]);
  }
};

/** What met another's figure shows that one until somebody settles it; theirs is among the values that stand against each other. */
const ownOfContests = ({ past }: AnyRecord, me: PersonId): AnyRecord['body'] =>
  Object.fromEntries(
    (past.contested ?? []).flatMap(({ field, values }) => {
      const own = values.findLast(({ by }) => by === me);
      return own === undefined ? [] : [[field, own.value] as const];
    }),
  );

/** Values of theirs that lost when two writes met. */
const ownPast = ({ past }: AnyRecord, me: PersonId): AnyRecord['past'] => {
  const superseded = (past.superseded ?? []).filter(({ by }) => by === me);
  return superseded.length === 0 ? {} : { superseded };
};
